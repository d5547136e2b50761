import { offsetsOf, type Period } from './time-zone'

/** Local times of a day, `HH:MM`; `24:00` is its end. A span whose end is not after its start runs into the next day. */
export interface Span {
  from: string
  to: string
}

/** When people work at a site. */
export interface WorkingCalendar {
  /** IANA zone of the site. */
  timeZone: string
  /** Spans by day of the week, Monday first; seven entries. */
  week: Span[][]
  /** Days (YYYY-MM-DD) on which no work begins. A span that began on the day before runs on to its end. */
  holidays?: string[]
  /** Days with spans of their own, holiday or not; an empty list is a day off. */
  exceptions?: { day: string; spans: Span[] }[]
}

/** A calendar that is ready to be asked. Instants are milliseconds since 1970, durations milliseconds of working time. */
export interface CompiledCalendar {
  /**
   * The earliest instant that lies so much working time after the start.
   * @throws RangeError when the calendar has not so much working time in the years to come
   */
  add(start: number, duration: number): number
  /** The latest instant that lies so much working time before the end. */
  subtract(end: number, duration: number): number
  /** Working time between two instants; negative when the second is the earlier one. */
  between(from: number, to: number): number
  /** The instant itself when it is working time, else when work begins next. */
  next(instant: number): number
  isWorking(instant: number): boolean
  /** Stretches of work that touch the time between two instants, cut to it. */
  intervals(from: number, to: number): { from: number; to: number }[]
}

/** Round the clock, all days: what regulations count in calendar days and hours. */
export const ROUND_THE_CLOCK: WorkingCalendar = { timeZone: 'UTC', week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]) }

const MINUTE = 60_000
const DAY = 86_400_000
/** How far stretches are laid out around an instant asked for, at first and at most. */
const FIRST_REACH = 366 * DAY
const LAST_REACH = 366 * 40 * DAY

/**
 * Compiles a calendar. An instant is working time when the clock on the wall at the site shows a time within a span of that
 * day: an hour that a change of clocks skips is no work, an hour that it repeats counts twice.
 *
 * Stretches of work are laid out on demand, years ahead if need be, and found by binary search afterwards.
 */
export function compile(calendar: WorkingCalendar): CompiledCalendar {
  const days = spansByDay(calendar)
  let line: TimeLine | undefined

  const reaching = (instant: number): TimeLine => {
    if (!Number.isFinite(instant)) throw new RangeError(`${instant} is not a point in time`)
    if (line && instant >= line.from && instant <= line.to) return line
    const from = Math.min(line?.from ?? instant, instant) - FIRST_REACH
    const to = Math.max(line?.to ?? instant, instant) + FIRST_REACH
    return (line = layOut(calendar.timeZone, days, from, to))
  }
  /** Twice as far each time, since what is asked for lies beyond. */
  const further = (anchor: number): TimeLine => {
    const { from, to } = line!
    const reached = Math.min(to - anchor, anchor - from)
    if (reached >= LAST_REACH) throw new RangeError('The calendar has not so much working time')
    const reach = Math.min(Math.max(reached * 2, FIRST_REACH), LAST_REACH)
    return (line = layOut(calendar.timeZone, days, Math.min(from, anchor - reach), Math.max(to, anchor + reach)))
  }

  const between = (from: number, to: number): number => {
    reaching(Math.min(from, to))
    const all = reaching(Math.max(from, to))
    return all.workedBy(to) - all.workedBy(from)
  }
  const add = (start: number, duration: number): number => {
    if (duration < 0) return subtract(start, -duration)
    if (duration === 0) return start
    let all = reaching(start)
    while (all.workedBy(start) + duration > all.total) all = further(start)
    return all.whenWorked(all.workedBy(start) + duration)
  }
  const subtract = (end: number, duration: number): number => {
    if (duration <= 0) return duration ? add(end, -duration) : end
    let all = reaching(end)
    while (all.workedBy(end) - duration < 0) all = further(end)
    return all.whenLeft(all.workedBy(end) - duration)
  }
  const next = (instant: number): number => {
    let all = reaching(instant)
    for (;;) {
      const index = all.at(instant)
      if (index < all.starts.length) return Math.max(instant, all.starts[index])
      all = further(instant)
    }
  }
  return {
    add, subtract, between, next,
    isWorking: instant => reaching(instant).isWithin(instant),
    intervals: (from, to) => { reaching(from); return reaching(to).cut(from, to) }
  }
}

/** Stretches of work in order, and how much was worked before each. */
class TimeLine {
  readonly before: Float64Array
  readonly total: number

  constructor(readonly starts: Float64Array, readonly ends: Float64Array, readonly from: number, readonly to: number) {
    this.before = new Float64Array(starts.length)
    let total = 0
    for (let i = 0; i < starts.length; i++) {
      this.before[i] = total
      total += ends[i] - starts[i]
    }
    this.total = total
  }

  /** Index of the first stretch that ends after the instant. */
  at(instant: number): number {
    return firstIndex(this.ends, end => end > instant)
  }

  workedBy(instant: number): number {
    const index = this.at(instant)
    return index === this.ends.length ? this.total : this.before[index] + Math.max(0, instant - this.starts[index])
  }

  /** The earliest instant by which so much was worked. */
  whenWorked(worked: number): number {
    const index = firstIndex(this.before, before => before >= worked) - 1
    return this.starts[index] + worked - this.before[index]
  }

  /** The latest instant by which no more than that was worked. */
  whenLeft(worked: number): number {
    const index = firstIndex(this.before, before => before > worked) - 1
    return this.starts[index] + worked - this.before[index]
  }

  isWithin(instant: number): boolean {
    const index = this.at(instant)
    return index < this.starts.length && this.starts[index] <= instant
  }

  cut(from: number, to: number): { from: number; to: number }[] {
    const found = []
    for (let index = this.at(from); index < this.starts.length && this.starts[index] < to; index++) {
      found.push({ from: Math.max(from, this.starts[index]), to: Math.min(to, this.ends[index]) })
    }
    return found
  }
}

/** The least index whose value passes, the length when none does; values that pass come last. */
export function firstIndex(values: Float64Array, passes: (value: number) => boolean): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(values[middle])) high = middle
    else low = middle + 1
  }
  return low
}

type Minutes = [from: number, to: number]

/** Which spans begin on a day, told by its number since 1970. */
function spansByDay({ week, holidays = [], exceptions = [] }: WorkingCalendar): (day: number) => Minutes[] {
  if (week.length !== 7) throw new RangeError('A week has seven days')
  const usual = week.map(spans => spans.map(minutesOf))
  const special = new Map<number, Minutes[]>(holidays.map(day => [dayNumber(day), []]))
  for (const { day, spans } of exceptions) special.set(dayNumber(day), spans.map(minutesOf))
  // 1970-01-01 was a Thursday.
  return day => special.get(day) ?? usual[(((day + 3) % 7) + 7) % 7]
}

function minutesOf({ from, to }: Span): Minutes {
  const [start, end] = [minuteOfDay(from), minuteOfDay(to)]
  return [start, end > start ? end : end + 1440]
}

function minuteOfDay(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})(?::00)?$/.exec(time) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  if (!(minute <= 1440) || Number(minutes) > 59) throw new RangeError(`${time} is not a time of day`)
  return minute
}

function dayNumber(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  // 30 February is read as 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) throw new RangeError(`${day} is not a calendar day`)
  return time / DAY
}

/** All stretches of work between two instants, in UTC. */
function layOut(timeZone: string, spansOn: (day: number) => Minutes[], from: number, to: number): TimeLine {
  const stretches: [number, number][] = []
  for (const period of offsetsOf(timeZone, from, to)) {
    // One day earlier, for spans that run over midnight.
    const [first, last] = [Math.floor((period.from + period.offset) / DAY) - 1, Math.floor((period.to + period.offset) / DAY)]
    for (let day = first; day <= last; day++)
      for (const span of spansOn(day)) stretches.push(...within(period, day * DAY + span[0] * MINUTE, day * DAY + span[1] * MINUTE))
  }
  const merged = merge(stretches)
  return new TimeLine(Float64Array.from(merged, ([start]) => start), Float64Array.from(merged, ([, end]) => end), from, to)
}

/** What of a span on the wall's clock falls into a period of one offset. */
function within({ from, to, offset }: Period, start: number, end: number): [number, number][] {
  const cut: [number, number] = [Math.max(from, start - offset), Math.min(to, end - offset)]
  return cut[0] < cut[1] ? [cut] : []
}

function merge(stretches: [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of stretches.sort(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
