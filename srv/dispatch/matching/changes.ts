import cds from '@sap/cds'
import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'

const RANGE = 'MatchingChange'
/** Requirements, preferences, weights and areas are read together. */
export const TABLES = 'tables'
/** So many people at once that each of them is not worth naming. */
export const EVERYBODY = 'everybody'

const noted = new WeakMap<object, Set<string>>()

/**
 * To be called in the transaction that changes technicians (with all that belongs to them, their visits included), or the tables that
 * matching reads. The number is taken last of all, so that nobody waits for it longer than a commit takes.
 */
export function noteMatchingChange(...subjects: string[]): void {
  const root = (cds.context as unknown as { context: cds.EventContext & { before(event: 'commit', work: () => Promise<void>): void } }).context
  const known = noted.get(root)
  if (known) return subjects.forEach(subject => known.add(subject))
  const all = new Set(subjects)
  noted.set(root, all)
  root.before('commit', () => writeDown([...all]))
}

async function writeDown(subjects: string[]): Promise<void> {
  const { MatchingChanges } = entities()
  const [taken] = await nextNumbers(RANGE)
  const number = Number(taken.replace(/\D/g, ''))
  if (subjects.length) await UPSERT.into(MatchingChanges).entries(subjects.map(subject => ({ subject, number })))
}

/** The numbers of the last change of matching and of calendars, in one statement. */
export async function changesSoFar(): Promise<{ matching: number; calendars: string }> {
  const { NumberRanges } = entities()
  const rows = (await SELECT.from(NumberRanges).columns('object', 'last').where({ object: { in: [RANGE, 'CalendarRevision'] } })) as { object: string; last: number | string | null }[]
  const last = (object: string) => rows.find(row => row.object === object)?.last ?? 0
  return { matching: Number(last(RANGE)), calendars: String(last('CalendarRevision')) }
}

/** What changed after a number. */
export async function changedSince(number: number): Promise<string[]> {
  const { MatchingChanges } = entities()
  const rows = (await SELECT.from(MatchingChanges).columns('subject').where({ number: { '>': number } })) as { subject: string }[]
  return rows.map(({ subject }) => subject)
}
