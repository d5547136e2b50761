import { dayAt } from '../../time-zones'
import { paceOf } from '../travel/great-circle'
import type { DayRoute } from './day-route'
import { FACTORS, type Candidate, type Yardsticks } from './factors'
import { cheapestPlace, newPlace, placeAt, type Sought } from './fitting'
import type { Job } from './job'
import type { Pool } from './pool'
import { RULES, type Failure } from './rules'
import { best } from './selection'
import { dayName, dayNumber, type Technician } from './technician'
import { yardsticksFor } from './yardsticks'

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

/** What of the day keeps a visit out, after the rules of `rules.ts`. */
const DAY_RULES = ['absence', 'workingTime', 'capacity', 'room', 'overlap'] as const
type DayRule = (typeof DAY_RULES)[number]

const MINUTE = 60_000

/**
 * Who may do a job, ranked, and who may not, with the rule that says so. Each person is looked at on the first day on which the job
 * fits in, and there at its cheapest place. Everybody is looked at; details are worked out for as many as are shown.
 *
 * @param shown how many of each kind are listed
 */
export function match(job: Job, pool: Pool, weights: Weights, shown: number): Ranking {
  const search = new Search(job, pool, weights)
  search.run()
  const top = best(search.totals, search.found, shown)
  const rejected: Rejected[] = []
  for (let i = 0; i < pool.technicians.length && rejected.length < shown; i++) if (search.failures[i]) rejected.push(search.reject(i))
  const eligible = search.found
  return { eligible, ineligible: pool.technicians.length - eligible, ranked: top.map((index, i) => search.detail(index, i + 1)), rejected }
}

/** The verdict on one person. */
export function judge(job: Job, pool: Pool, weights: Weights, ID: string): Ranked | Rejected | undefined {
  const index = pool.indexOf(ID)
  if (index === undefined) return undefined
  const search = new Search(job, pool, weights)
  search.run([index])
  return search.failures[index] ? search.reject(index) : search.detail(index, 1)
}

class Search {
  /** Totals of those that are eligible; less than any total for others. */
  readonly totals: Float64Array
  /** What kept somebody out on the first day: 1 and more rules, beyond them those of the day; 0 for those that are eligible. */
  readonly failures: Uint8Array
  readonly days: Int32Array
  found = 0
  private readonly rules
  private readonly factors
  private readonly yardsticks: Yardsticks
  private readonly sought: Sought
  private readonly candidate: Candidate = { technician: undefined!, route: undefined!, place: newPlace() }

  constructor(private readonly job: Job, private readonly pool: Pool, private readonly weights: Weights) {
    const count = pool.technicians.length
    this.totals = new Float64Array(count).fill(-Infinity)
    this.failures = new Uint8Array(count)
    this.days = new Int32Array(count)
    this.rules = RULES.filter(rule => !(job.isSecond && rule.isOfLead))
    this.factors = FACTORS.filter(({ code }) => weights[code])
    this.yardsticks = yardsticksFor(job, pool)
    const { place: { x, y, z }, notBefore, deadline, needs, roads } = job
    this.sought = { x, y, z, notBefore, deadline: deadline ?? Infinity, duration: needs.minutes * MINUTE, pace: paceOf(roads) }
  }

  run(indexes?: number[]): void {
    let open = indexes ?? this.pool.technicians.map((_, index) => index)
    if (this.job.at !== undefined) return this.lookAt(open, this.dayAt(this.job.at))
    const first = dayNumber(dayAt(this.job.notBefore, this.job.timeZone))
    for (let i = 0; i < this.job.days && open.length; i++) open = this.onDay(open, first + i)
  }

  /** Those that may fit in on a later day. */
  private onDay(open: number[], day: number): number[] {
    const routeOf = this.pool.onDay(day)
    return open.filter(index => {
      const failure = this.place(index, day, routeOf)
      if (!failure) return false
      this.failures[index] ||= failure
      this.days[index] ||= day
      return failure > this.rules.length || Boolean(this.rules[failure - 1].isOfDay)
    })
  }

  /** A fixed start lies on another day where clocks show another date. */
  private lookAt(open: number[], dayIn: (timeZone: string) => number): void {
    for (const index of open) {
      const day = dayIn(this.pool.technicians[index].timeZone)
      this.failures[index] = this.place(index, day, this.pool.onDay(day))
      this.days[index] = day
    }
  }

  private dayAt(instant: number): (timeZone: string) => number {
    const days = new Map<string, number>()
    return timeZone => {
      if (!days.has(timeZone)) days.set(timeZone, dayNumber(dayAt(instant, timeZone)))
      return days.get(timeZone)!
    }
  }

  /** @returns what keeps this person out, 0 when the total is known */
  private place(index: number, day: number, routeOf: (index: number) => DayRoute): number {
    const technician = this.pool.technicians[index]
    for (let i = 0; i < this.rules.length; i++) if (!this.rules[i].passes(technician, this.job, day)) return i + 1
    const misfit = this.fit(technician, routeOf(index))
    if (misfit) return this.rules.length + 1 + DAY_RULES.indexOf(misfit)
    this.totals[index] = this.total()
    this.failures[index] = 0
    this.days[index] = day
    this.found++
    return 0
  }

  private fit(technician: Technician, route: DayRoute): DayRule | undefined {
    const { candidate, sought, job: { at } } = this
    candidate.technician = technician
    candidate.route = route
    if (!route.spans.length) return route.absence ? 'absence' : 'workingTime'
    if (technician.capacity !== null && route.visits >= technician.capacity) return 'capacity'
    if (at === undefined) return cheapestPlace(route, sought, candidate.place) ? undefined : 'room'
    const misfit = placeAt(route, sought, at, candidate.place)
    return misfit === 'workingTime' && this.absenceAt(technician, at) ? 'absence' : misfit
  }

  private absenceAt({ absences }: Technician, at: number) {
    return absences.find(absence => absence.from < at + this.sought.duration && absence.to > at)
  }

  private total(): number {
    let total = 0
    for (const { code, raw, score } of this.factors) total += this.weights[code] * score(raw(this.candidate, this.yardsticks), this.yardsticks)
    return total / 100
  }

  /** Works out again what was found, with everything that is shown of it. */
  detail(index: number, rank: number): Ranked {
    const { candidate, days, weights, yardsticks } = this
    const technician = this.pool.technicians[index]
    this.fit(technician, this.pool.onDay(days[index])(index))
    const { place: { start, end, travel, added, position }, route: { visits } } = candidate
    const factors = FACTORS.map(({ code, raw, score }) => {
      const value = raw(candidate, yardsticks), points = score(value, yardsticks), weight = weights[code] ?? 0
      return { code, raw: Number.isNaN(value) ? null : value, score: points, weight, contribution: (weight * points) / 100 }
    })
    return {
      technician, rank, total: this.totals[index], day: dayName(days[index]), start, end, position, visits,
      travelMinutes: travel / MINUTE, addedMinutes: added / MINUTE, factors
    }
  }

  reject(index: number): Rejected {
    const technician = this.pool.technicians[index], day = this.days[index], failure = this.failures[index]
    const rule = this.rules[failure - 1]
    if (rule) return { technician, rule: rule.code, ...rule.explain(technician, this.job, day) }
    return { technician, ...this.explainDay(technician, DAY_RULES[failure - 1 - this.rules.length], this.pool.onDay(day)(index), day) }
  }

  /** Room and overlap are questions of the day's other visits, so that capacity names them too. */
  private explainDay(technician: Technician, rule: DayRule, route: DayRoute, day: number): Failure & { rule: string } {
    const facts = { visit: dayName(day), visits: route.visits, minutes: this.job.needs.minutes }
    const { at } = this.job
    if (rule === 'absence') return { rule, reason: 'away', facts: { ...facts, kind: route.absence ?? (at === undefined ? '' : this.absenceAt(technician, at)!.kind) } }
    if (rule === 'workingTime') return { rule, reason: at === undefined ? 'dayOff' : 'outside', facts }
    if (rule === 'capacity') return { rule, reason: 'full', facts: { ...facts, capacity: technician.capacity! } }
    return { rule, reason: rule === 'room' ? 'noGap' : 'busy', facts }
  }
}
