import { dayAt } from '../../time-zones'
import { paceOf } from '../travel/great-circle'
import { midnight } from './calendar-day'
import type { DayBook } from './day-book'
import { HEAD } from './day-route'
import { FACTORS, type Candidate, type Factor } from './factors'
import { cheapestPlace, newPlace, placeAt, type Sought } from './fitting'
import type { Job } from './job'
import type { Pool } from './pool'
import { RULES, type Failure, type Rule } from './rules'
import { best } from './selection'
import { dayName, dayNumber, type Technician } from './technician'

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

/** How a choice compares with what is recommended: the best, and the chosen person with the rank that the choice has among all. */
export function compare(job: Job, pool: Pool, weights: Weights, ID: string, at?: number): { best?: Ranked; chosen?: Ranked } {
  const search = new Search(job, pool, weights)
  search.run()
  const [top] = best(search.totals, search.found, 1)
  const index = pool.indexOf(ID) ?? -1
  const verdict = at === undefined ? (search.totals[index] > -Infinity ? search.detail(index, 1) : undefined) : judge({ ...job, at }, pool, weights, ID)
  const chosen = verdict && 'total' in verdict ? verdict : undefined
  if (chosen) chosen.rank = 1 + search.totals.filter((total, other) => other !== index && (total > chosen.total || (total === chosen.total && other < index))).length
  return { best: top === undefined ? undefined : search.detail(top, 1), chosen }
}

/** The first rule that somebody fails on the day of `at`, or of `notBefore`, leaving aside what the day holds. */
export function failedRule(job: Job, pool: Pool, ID: string): Rejected | undefined {
  const technician = pool.technicians[pool.indexOf(ID) ?? -1]
  if (!technician) return undefined
  const day = dayNumber(dayAt(job.at ?? job.notBefore, job.timeZone))
  const failed = rulesFor(job).find(rule => rule.criteria(job, day).some(({ holds }) => !holds(technician)))
  return failed && { technician, rule: failed.code, ...failed.explain(technician, job, day) }
}

const rulesFor = ({ isSecond }: Job) => RULES.filter(rule => !(isSecond && rule.isOfLead))

class Search {
  /** Totals of those that are eligible; less than any total for others. */
  readonly totals: Float64Array
  /** What kept somebody out on the first day: 1 and more rules, beyond them those of the day; 0 for those that are eligible. */
  readonly failures: Uint8Array
  readonly days: Int32Array
  found = 0
  private readonly rules: Rule[]
  private readonly factors: { weight: number; raw: (candidate: Candidate) => number; score: Factor['score'] }[]
  private readonly sought: Sought
  private readonly candidate: Candidate = { index: 0, place: newPlace(), available: 0, busy: 0 }

  constructor(private readonly job: Job, private readonly pool: Pool, private readonly weights: Weights) {
    const count = pool.technicians.length
    this.totals = new Float64Array(count).fill(-Infinity)
    this.failures = new Uint8Array(count)
    this.days = new Int32Array(count)
    this.rules = rulesFor(job)
    this.factors = FACTORS.filter(({ code }) => weights[code]).map(({ code, raw, score }) => ({ weight: weights[code], raw: raw(job, pool), score }))
    const { place: { x, y, z }, notBefore, deadline, needs, roads } = job
    this.sought = { x, y, z, notBefore, deadline: deadline ?? Infinity, duration: needs.minutes * MINUTE, pace: paceOf(roads) }
  }

  run(indexes?: ArrayLike<number>): void {
    let open = indexes ?? this.pool.everybody
    if (this.job.at !== undefined) return this.lookAt(open, this.job.at)
    const first = dayNumber(dayAt(this.job.notBefore, this.job.timeZone))
    for (let i = 0; i < this.job.days && open.length; i++) open = this.onDay(open, first + i)
  }

  /** Those that may fit in on a later day. */
  private onDay(open: ArrayLike<number>, day: number): ArrayLike<number> {
    const later: number[] = [], isLasting = this.rules.map(({ isOfDay }) => !isOfDay)
    const [failed, book] = [this.ruleColumn(day), this.pool.book(day)]
    for (let i = 0; i < open.length; i++) {
      const index = open[i], failure = failed[index] || this.fit(index, book)
      if (!failure) this.take(index, day)
      else {
        this.failures[index] ||= failure
        this.days[index] ||= day
        if (!isLasting[failure - 1]) later.push(index)
      }
    }
    return later
  }

  /** A fixed start lies on another day where clocks show another date. */
  private lookAt(open: ArrayLike<number>, at: number): void {
    const days = new Map<string, number>(), failed = new Map<number, Uint8Array>()
    for (let i = 0; i < open.length; i++) {
      const index = open[i], { timeZone } = this.pool.technicians[index]
      if (!days.has(timeZone)) days.set(timeZone, dayNumber(dayAt(at, timeZone)))
      const day = days.get(timeZone)!
      if (!failed.has(day)) failed.set(day, this.ruleColumn(day))
      const failure = failed.get(day)![index] || this.fit(index, this.pool.book(day))
      this.days[index] = day
      if (failure) this.failures[index] = failure
      else this.take(index, day)
    }
  }

  /** The first rule that each person fails on a day, counted from 1; 0 for those that pass all. */
  private ruleColumn(day: number): Uint8Array {
    const failed = new Uint8Array(this.pool.technicians.length)
    for (const [i, rule] of this.rules.entries()) {
      for (const { name, holds } of rule.criteria(this.job, day)) {
        const column = this.pool.column(name, technician => Number(holds(technician)))
        for (let index = 0; index < failed.length; index++) if (!column[index] && !failed[index]) failed[index] = i + 1
      }
    }
    return failed
  }

  private take(index: number, day: number): void {
    this.totals[index] = this.total()
    this.failures[index] = 0
    this.days[index] = day
    this.found++
  }

  /** What of the day keeps this person out; 0 when the candidate has a place. */
  private fit(index: number, book: DayBook): number {
    const { candidate, sought, job: { at } } = this
    const day = book.at(index), { data } = book
    candidate.index = index
    candidate.available = data[day + HEAD.available]
    candidate.busy = data[day + HEAD.busy]
    if (!data[day + HEAD.spans]) return this.failureOf(data[day + HEAD.isAway] ? 'absence' : 'workingTime')
    if (data[day + HEAD.room] < 1) return this.failureOf('capacity')
    if (at === undefined) return cheapestPlace(data, day, sought, candidate.place) ? 0 : this.failureOf('room')
    const misfit = placeAt(data, day, sought, at, candidate.place)
    if (!misfit) return 0
    return this.failureOf(misfit === 'workingTime' && this.absenceOf(index, at, at + sought.duration) ? 'absence' : misfit)
  }

  private failureOf(rule: DayRule): number {
    return this.rules.length + 1 + DAY_RULES.indexOf(rule)
  }

  private absenceOf(index: number, from: number, to: number) {
    return this.pool.technicians[index].absences.find(absence => absence.from < to && absence.to > from)
  }

  private total(): number {
    let total = 0
    for (const { weight, raw, score } of this.factors) total += weight * score(raw(this.candidate), this.job)
    return total / 100
  }

  /** Works out again what was found, with everything that is shown of it. */
  detail(index: number, rank: number): Ranked {
    const { candidate, days, job, pool, weights } = this
    const book = pool.book(days[index])
    this.fit(index, book)
    const { start, end, travel, added, position } = candidate.place
    const factors = FACTORS.map(({ code, raw, score }) => {
      const value = raw(job, pool)(candidate), points = score(value, job), weight = weights[code] ?? 0
      return { code, raw: Number.isNaN(value) ? null : value, score: points, weight, contribution: (weight * points) / 100 }
    })
    return {
      technician: pool.technicians[index], rank, total: this.totals[index], day: dayName(days[index]), start, end, position,
      visits: book.data[book.at(index) + HEAD.visits], travelMinutes: travel / MINUTE, addedMinutes: added / MINUTE, factors
    }
  }

  reject(index: number): Rejected {
    const technician = this.pool.technicians[index], day = this.days[index], failure = this.failures[index]
    const rule = this.rules[failure - 1]
    if (rule) return { technician, rule: rule.code, ...rule.explain(technician, this.job, day) }
    return { technician, ...this.explainDay(index, DAY_RULES[failure - 1 - this.rules.length], day) }
  }

  private explainDay(index: number, rule: DayRule, day: number): Failure & { rule: string } {
    const { at, needs: { minutes } } = this.job, book = this.pool.book(day), technician = this.pool.technicians[index]
    const facts = { visit: dayName(day), visits: book.data[book.at(index) + HEAD.visits], minutes }
    const [from, to] = at === undefined ? [midnight(day, technician.timeZone), midnight(day + 1, technician.timeZone)] : [at, at + minutes * MINUTE]
    if (rule === 'absence') return { rule, reason: 'away', facts: { ...facts, kind: this.absenceOf(index, from, to)?.kind ?? '' } }
    if (rule === 'workingTime') return { rule, reason: at === undefined ? 'dayOff' : 'outside', facts }
    if (rule === 'capacity') return { rule, reason: 'full', facts: { ...facts, capacity: technician.capacity! } }
    return { rule, reason: rule === 'room' ? 'noGap' : 'busy', facts }
  }
}
