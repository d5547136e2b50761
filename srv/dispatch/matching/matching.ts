import { dayAt } from '../../time-zones'
import type { Job } from './job'
import type { Pool } from './pool'
import { rulesFor, type Failure } from './rules'
import { newColumns, Search } from './search'
import { best } from './selection'
import { dayNumber, type Technician } from './technician'

/** Minutes of travel that a hundred points of a factor are worth, by the factor's code. */
export type Weights = Readonly<Record<string, number>>

export interface FactorResult {
  code: string
  /** Null: not known. */
  raw: number | null
  score: number
  weight: number
  /** Equivalent travel minutes: weight times score, by a hundred. */
  contribution: number
}

/** Somebody who may come, and when. Instants in milliseconds, travel in minutes. */
export interface Ranked {
  technician: Technician
  rank: number
  /** Sum of the contributions. */
  total: number
  /** YYYY-MM-DD where that person works. */
  day: string
  start: number
  end: number
  travelMinutes: number
  addedMinutes: number
  /** Visits of that day before this one, and all others. */
  position: number
  visits: number
  factors: FactorResult[]
}

export interface Rejected extends Failure {
  technician: Technician
  /** Code in `MatchingRules`. */
  rule: string
}

export interface Ranking {
  eligible: number
  ineligible: number
  /** Best first; equals in order of their numbers. */
  ranked: Ranked[]
  /** In order of their numbers. */
  rejected: Rejected[]
}

/**
 * Who may do a job, ranked, and who may not, with the rule that says so. Each person is looked at on the first day on which the job
 * fits in, and there at its cheapest place. Everybody is looked at; details are worked out for as many as are shown.
 *
 * @param shown how many of each kind are listed
 */
export function match(job: Job, pool: Pool, weights: Weights, shown: number): Ranking {
  const search = new Search(job, pool, weights, pool.columnsOfSearch(newColumns))
  search.run()
  const top = best(search.totals, search.found, shown)
  const rejected: Rejected[] = []
  for (let i = 0; i < pool.technicians.length && rejected.length < shown; i++) if (search.failures[i]) rejected.push(search.reject(i))
  const eligible = search.found
  return { eligible, ineligible: pool.technicians.length - eligible, ranked: search.details(top), rejected }
}

/** The verdict on one person. */
export function judge(job: Job, pool: Pool, weights: Weights, ID: string): Ranked | Rejected | undefined {
  const index = pool.indexOf(ID)
  if (index === undefined) return undefined
  const search = new Search(job, pool, weights)
  search.run([index])
  return search.failures[index] ? search.reject(index) : search.details([index])[0]
}

/** How a choice compares with what is recommended: the best, and the chosen person with the rank that the choice has among all. */
export function compare(job: Job, pool: Pool, weights: Weights, ID: string, at?: number): { best?: Ranked; chosen?: Ranked } {
  const search = new Search(job, pool, weights, pool.columnsOfSearch(newColumns))
  search.run()
  const [top] = best(search.totals, search.found, 1)
  const index = pool.indexOf(ID) ?? -1
  const verdict = at === undefined ? (search.totals[index] > -Infinity ? search.details([index])[0] : undefined) : judge({ ...job, at }, pool, weights, ID)
  const chosen = verdict && 'total' in verdict ? verdict : undefined
  if (chosen) chosen.rank = 1 + search.totals.filter((total, other) => other !== index && (total > chosen.total || (total === chosen.total && other < index))).length
  return { best: top === undefined ? undefined : search.details([top])[0], chosen }
}

/** The first rule that somebody fails on the day of `at`, or of `notBefore`, leaving aside what the day holds. */
export function failedRule(job: Job, pool: Pool, ID: string): Rejected | undefined {
  const technician = pool.technicians[pool.indexOf(ID) ?? -1]
  if (!technician) return undefined
  const day = dayNumber(dayAt(job.at ?? job.notBefore, job.timeZone))
  const failed = rulesFor(job).find(rule => rule.criteria(job, day).some(({ holds }) => !holds(technician)))
  return failed && { technician, rule: failed.code, ...failed.explain(technician, job, day) }
}
