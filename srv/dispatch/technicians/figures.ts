import { entities } from '../../entities'
import { noteMatchingChange } from '../matching/changes'
import type { Touched } from './repairs'

/** Of the offers that were answered or ran out, those that led to a visit. */
const ACCEPTED = ['Accepted', 'Started', 'Done']
const REFUSED = ['Declined', 'Expired']

const count = { func: 'count', args: ['*'], as: 'count' }
const sumOf = (field: string, as: string) => ({ func: 'sum', args: [{ ref: [field] }], as })
const countOf = (field: string, as: string) => ({ func: 'count', args: [{ ref: [field] }], as })
const FIXES = { func: 'count', args: [{ xpr: ['case', 'when', { ref: ['isFirstTimeFix'] }, '=', { val: true }, 'then', { ref: ['technician_ID'] }, 'end'] }], as: 'firstTimeFixes' }

/** The sums of one row of `TechnicianPerformance`, over repairs. */
export const SUMS = [
  { ...count, as: 'repairs' },
  FIXES,
  countOf('minutes', 'timedRepairs'),
  { func: 'coalesce', args: [{ func: 'sum', args: [{ ref: ['minutes'] }] }, { val: 0 }], as: 'minutes' }
]

/** Sums one person's repairs of a model and a fault category anew, and that person's figures as a whole. */
export async function refreshFigures({ technician_ID, model, faultCategory }: Touched): Promise<void> {
  const { TechnicianRepairs, TechnicianPerformance } = entities()
  await lock(technician_ID)
  noteMatchingChange(technician_ID)
  const key = { technician_ID, model, faultCategory }
  const sums = await SELECT.one.from(TechnicianRepairs).columns(...SUMS as never[]).where(key)
  await UPSERT.into(TechnicianPerformance).entries({ ...key, ...numbers(sums) })
  await writeTotals(technician_ID, await SELECT.one.from(TechnicianRepairs).columns(...TOTALS as never[]).where({ technician_ID }))
}

/** Of the offers so far, the share that was accepted; those that were withdrawn before an answer don't count. */
export async function refreshAcceptance(technician_ID: string): Promise<void> {
  const { Assignments, Technicians } = entities()
  await lock(technician_ID)
  const states = (await SELECT.from(Assignments).columns('state_code', count as never).where({ technician_ID }).groupBy('state_code')) as { state_code: string; count: number }[]
  const total = (codes: string[]) => states.filter(({ state_code }) => codes.includes(state_code)).reduce((sum, each) => sum + Number(each.count), 0)
  const [accepted, refused] = [total(ACCEPTED), total(REFUSED)]
  await UPDATE(Technicians, { ID: technician_ID } as never).with({ acceptanceRate: percentage(accepted, accepted + refused), ...UNTOUCHED })
}

export const TOTALS = [
  { ...count, as: 'repairs' },
  FIXES,
  countOf('rating', 'ratings'),
  sumOf('rating', 'ratingSum')
]

export interface Totals {
  repairs: number
  firstTimeFixes: number
  ratings: number
  ratingSum: number | null
}

export async function writeTotals(ID: string, totals: unknown): Promise<void> {
  const { Technicians } = entities()
  await UPDATE(Technicians, { ID } as never).with({ ...totalsOf(totals as Totals), ...UNTOUCHED })
}

/** What stands with a technician, from sums over all of that person's repairs. */
export function totalsOf(sums: Totals) {
  const { repairs, firstTimeFixes, ratings, ratingSum } = numbers(sums)
  return {
    repairCount: repairs, firstTimeFixRate: percentage(firstTimeFixes, repairs),
    ratingCount: ratings, ratingAverage: ratings ? (ratingSum / ratings).toFixed(2) : null
  }
}

const percentage = (part: number, whole: number): number | null => (whole ? Math.round((part * 100) / whole) : null)

/** PostgreSQL counts in Int64, which arrive as strings. */
const numbers = <T extends object>(sums: T) => Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum ?? 0)])) as Record<keyof T, number>

/** Two orders of one person that end at the same time add up one after the other. */
const lock = (ID: string) => SELECT.one.from(entities().Technicians).columns('ID').where({ ID }).forUpdate()

/** Figures are no change of the person's record. */
const UNTOUCHED = { modifiedAt: { ref: ['modifiedAt'] }, modifiedBy: { ref: ['modifiedBy'] } }
