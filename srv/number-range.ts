import { entities } from './entities'
import { rangeCodes, registeredRange } from './extending/number-ranges'

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

/**
 * The next number of a work order: of the range of its type and plant, of its type, of its plant, or of all. Ranges are rows; those that the
 * installation has registered get theirs here.
 */
export async function nextOrderNumber({ orderType_code, plant }: { orderType_code?: unknown; plant?: unknown }): Promise<string> {
  const codes = rangeCodes('WorkOrder', orderType_code as string, plant as string), own = codes.slice(0, -1)
  if (!own.length) return (await nextNumbers('WorkOrder'))[0]
  const { NumberRanges } = entities()
  const kept = ((await SELECT.from(NumberRanges).columns('object').where({ object: { in: own } })) as { object: string }[]).map(({ object }) => object)
  const code = own.find(each => kept.includes(each) || registeredRange(each))
  if (!code) return (await nextNumbers('WorkOrder'))[0]
  // Requests with the same reference wait for one another at the row of all.
  await SELECT.one.from(NumberRanges).columns('object').where({ object: 'WorkOrder' }).forUpdate()
  const registered = registeredRange(code)
  if (registered && !kept.includes(code)) await UPSERT.into(NumberRanges).entries({ object: code, prefix: registered.prefix, digits: registered.digits })
  return (await nextNumbers(code))[0]
}
