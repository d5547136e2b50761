import { dayAt } from '../../time-zones'
import { paceOf } from '../../great-circle'
import { midnight } from './calendar-day'
import type { DayBook } from './day-book'
import { HEAD } from './day-route'
import { allFactors, pointsOf, type Places, type Scale } from './factors'
import { cheapestPlace, newPlace, placeAt, type Place, type Sought } from './fitting'
import type { Job } from './job'
import type { FactorResult, Ranked, Rejected, Weights } from './matching'
import type { Pool } from './pool'
import { rulesFor, type Failure, type Rule } from './rules'
import { dayName, dayNumber } from './technician'

/** What of the day keeps a visit out, after the rules of `rules.ts`. */
const DAY_RULES = ['absence', 'workingTime', 'capacity', 'room', 'overlap'] as const
type DayRule = (typeof DAY_RULES)[number]

const MINUTE = 60_000

/** What a search works out of everybody. */
interface Columns extends Places {
  start: Float64Array
  /** What each factor measured, by its place among all. */
  raws: Float64Array[]
  totals: Float64Array
  failures: Uint8Array
  failed: Uint8Array
  days: Int32Array
}

export function newColumns(people: number): Columns {
  const column = () => new Float64Array(people)
  return {
    start: column(), end: column(), added: column(), available: column(), busy: column(), raws: [], totals: column(),
    failures: new Uint8Array(people), failed: new Uint8Array(people), days: new Int32Array(people)
  }
}

function addPoints(totals: Float64Array, raw: Float64Array, { base, slope, unknown = 0 }: Scale, weight: number): void {
  // What `pointsOf` says, written out: tens of thousands of calls into another module cost more than the sums.
  for (let i = 0; i < totals.length; i++) {
    const points = base + slope * raw[i]
    totals[i] += weight * (points !== points ? unknown : points < 0 ? 0 : points > 100 ? 100 : points)
  }
}

/** One search for places and totals, of everybody or of some. */
export class Search {
  /** Totals of those that are eligible; less than any total for others. */
  readonly totals: Float64Array
  /** What kept somebody out on the first day: 1 and more rules, beyond them those of the day; 0 for those that are eligible. */
  readonly failures: Uint8Array
  readonly days: Int32Array
  found = 0
  private readonly measured = new Set<number>()
  private readonly rules: Rule[]
  private readonly sought: Sought
  private readonly place: Place = newPlace()

  constructor(private readonly job: Job, private readonly pool: Pool, private readonly weights: Weights, private readonly columns: Columns = newColumns(pool.technicians.length)) {
    this.totals = columns.totals.fill(-Infinity)
    this.failures = columns.failures.fill(0)
    this.days = columns.days.fill(0)
    this.rules = rulesFor(job)
    const { place: { x, y, z }, notBefore, deadline, needs, roads } = job
    this.sought = { x, y, z, notBefore, deadline: deadline ?? Infinity, duration: needs.minutes * MINUTE, pace: paceOf(roads) }
  }

  run(indexes?: ArrayLike<number>): void {
    const people = indexes ?? this.pool.everybody
    if (this.job.at !== undefined) this.lookAt(people, this.job.at)
    else {
      const first = dayNumber(dayAt(this.job.notBefore, this.job.timeZone))
      let open = people
      for (let i = 0; i < this.job.days && open.length; i++) open = this.onDay(open, first + i)
    }
    this.addUp()
  }

  /** Those that may fit in on a later day. */
  private onDay(open: ArrayLike<number>, day: number): ArrayLike<number> {
    const later: number[] = [], isLasting = this.rules.map(({ isOfDay }) => !isOfDay)
    const failed = this.ruleColumn(day), book = this.pool.book(day)
    for (let i = 0; i < open.length; i++) {
      const index = open[i], failure = failed[index] || this.fit(index, book)
      if (!failure) this.take(index, day)
      else {
        if (!this.failures[index]) {
          this.failures[index] = failure
          this.days[index] = day
        }
        if (!isLasting[failure - 1]) later.push(index)
      }
    }
    return later
  }

  /** A fixed start lies on another day where clocks show another date. */
  private lookAt(people: ArrayLike<number>, at: number): void {
    const days = new Map<string, number>(), failed = new Map<number, Uint8Array>()
    for (let i = 0; i < people.length; i++) {
      const index = people[i], { timeZone } = this.pool.technicians[index]
      if (!days.has(timeZone)) days.set(timeZone, dayNumber(dayAt(at, timeZone)))
      const day = days.get(timeZone)!
      if (!failed.has(day)) failed.set(day, this.ruleColumn(day).slice())
      const failure = failed.get(day)![index] || this.fit(index, this.pool.book(day))
      this.failures[index] = failure
      this.days[index] = day
      if (!failure) this.take(index, day)
    }
  }

  /** The first rule that each person fails on a day, counted from 1; 0 for those that pass all. */
  private ruleColumn(day: number): Uint8Array {
    const failed = this.columns.failed.fill(0)
    for (const [i, rule] of this.rules.entries()) {
      for (const { name, holds } of rule.criteria(this.job, day)) {
        const column = this.pool.column(name, technician => Number(holds(technician)))
        for (let index = 0; index < failed.length; index++) if (!column[index] && !failed[index]) failed[index] = i + 1
      }
    }
    return failed
  }

  private take(index: number, day: number): void {
    this.columns.start[index] = this.place.start
    this.columns.end[index] = this.place.end
    this.columns.added[index] = this.place.added
    this.failures[index] = 0
    this.days[index] = day
    this.totals[index] = 0
    this.found++
  }

  /** What of the day keeps this person out; 0 when there is a place. */
  private fit(index: number, book: DayBook): number {
    const { columns, place, sought, job: { at } } = this
    const day = book.at(index), data = book.data
    columns.available[index] = data[day + HEAD.available]
    columns.busy[index] = data[day + HEAD.busy]
    if (!data[day + HEAD.spans]) return this.failureOf(data[day + HEAD.isAway] ? 'absence' : 'workingTime')
    if (data[day + HEAD.room] < 1) return this.failureOf('capacity')
    if (at === undefined) return cheapestPlace(data, day, sought, place) ? 0 : this.failureOf('room')
    const misfit = placeAt(data, day, sought, at, place)
    if (!misfit) return 0
    return this.failureOf(misfit === 'workingTime' && this.absenceOf(index, at, at + sought.duration) ? 'absence' : misfit)
  }

  private failureOf(rule: DayRule): number {
    return this.rules.length + 1 + DAY_RULES.indexOf(rule)
  }

  /** Everybody's totals; those of people without a place stay less than any. */
  private addUp(): void {
    const { totals, job, weights } = this
    for (const [i, { code, scale }] of allFactors().entries()) if (weights[code]) addPoints(totals, this.measure(i), scale(job), weights[code] / 100)
  }

  /** What a factor measures of everybody; kept for the details, since measuring everybody twice costs as much again. */
  private measure(factor: number): Float64Array {
    const { columns, job, pool } = this
    const raw = (columns.raws[factor] ??= new Float64Array(columns.totals.length))
    if (this.measured.has(factor)) return raw
    this.measured.add(factor)
    allFactors()[factor].measure(raw, columns, job, pool)
    return raw
  }

  /** Everything that is shown, in the order given. */
  details(indexes: number[]): Ranked[] {
    const { columns: { start, end, added }, days, job, pool, weights, totals } = this
    const factors: FactorResult[][] = indexes.map(() => [])
    for (const [place, { code, scale }] of allFactors().entries()) {
      const raw = this.measure(place), weight = weights[code] ?? 0
      for (const [i, index] of indexes.entries()) {
        const score = pointsOf(raw[index], scale(job))
        factors[i].push({ code, raw: Number.isNaN(raw[index]) ? null : raw[index], score, weight, contribution: (weight * score) / 100 })
      }
    }
    return indexes.map((index, i) => {
      const book = pool.book(days[index])
      this.fit(index, book)
      const { travel, position } = this.place
      return {
        technician: pool.technicians[index], rank: i + 1, total: totals[index], day: dayName(days[index]), start: start[index], end: end[index], position,
        visits: book.data[book.at(index) + HEAD.visits], travelMinutes: travel / MINUTE, addedMinutes: added[index] / MINUTE, factors: factors[i]
      }
    })
  }

  private absenceOf(index: number, from: number, to: number) {
    return this.pool.technicians[index].absences.find(absence => absence.from < to && absence.to > from)
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
