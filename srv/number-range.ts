import { entities } from './entities'

/**
 * Takes the next numbers of an object's range, for instance `WO-000123`.
 *
 * One UPDATE in the caller's transaction: it locks the counter row until that transaction ends, so
 * no number is given twice. A rolled-back transaction gives its numbers back; gaps are allowed.
 *
 * @throws when the object has no range
 */
export async function nextNumbers(object: string, count = 1): Promise<string[]> {
  const { NumberRanges } = entities()
  const taken = await UPDATE(NumberRanges, { object }).with({ last: { '+=': count } } as never)
  if (!taken) throw new Error(`There is no number range for ${object}`)
  const { prefix, digits, last } = await SELECT.one.from(NumberRanges, { object }).columns('prefix', 'digits', 'last')
  const first = Number(last) - count + 1
  return Array.from({ length: count }, (_, i) => prefix + String(first + i).padStart(digits, '0'))
}
