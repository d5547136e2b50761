import type { BoardDay, Person } from '../model/types'

const HOUR = 3_600_000
/** What is shown of a day when nobody works. */
const USUAL = { opens: 7 * HOUR, closes: 18 * HOUR }

/** A stretch of a day that is drawn; instants in milliseconds since 1970. */
export interface Window { day: string; from: number; to: number }

/**
 * Where instants lie on the board, in percent of its width: the days side by side, each with the same hours of the day. Nights in which
 * nobody works are left out.
 */
export class Scale {
  constructor(readonly windows: Window[]) {}

  /** Before a day's window it is the window's start, after it its end. */
  at(instant: number): number {
    const share = 100 / this.windows.length
    const after = this.windows.findIndex(({ to }) => instant < to)
    if (after < 0) return 100
    const { from, to } = this.windows[after]
    return after * share + (Math.max(0, instant - from) / (to - from)) * share
  }

  /** The instant at so many percent, in steps of minutes. */
  instant(percent: number, step = 15): number {
    const share = 100 / this.windows.length
    const index = Math.min(this.windows.length - 1, Math.max(0, Math.floor(percent / share)))
    const { from, to } = this.windows[index]
    const raw = from + ((percent - index * share) / share) * (to - from)
    return Math.round(raw / (step * 60_000)) * step * 60_000
  }

  /** The parts of a stretch that are on the board. */
  bands(from: number, to: number): { left: number; width: number }[] {
    return this.windows.filter(window => from < window.to && to > window.from).map(window => {
      const left = this.at(Math.max(from, window.from)), right = Math.min(to, window.to) === window.to ? this.end(window) : this.at(to)
      return { left, width: right - left }
    })
  }

  /** Full hours, no more of them than so many to a day. */
  ticks(most: number): { left: number; at: number }[] {
    return this.windows.flatMap(({ from, to }) => {
      const hours = Math.round((to - from) / HOUR), step = Math.ceil(hours / most)
      return Array.from({ length: Math.ceil(hours / step) }, (_, i) => from + i * step * HOUR).map(at => ({ left: this.at(at), at }))
    })
  }

  private end(window: Window): number {
    return ((this.windows.indexOf(window) + 1) * 100) / this.windows.length
  }
}

/** The hours between which anybody works or has a visit on any of the days, for all of them. */
export function scaleFor(days: BoardDay[], crew: Pick<Person, 'working'>[], visits: { plannedStart: string; plannedEnd: string }[]): Scale {
  const bounds = days.map(({ day, startsAt, endsAt }) => ({ day, from: Date.parse(startsAt), to: Date.parse(endsAt) }))
  let opens = Infinity, closes = -Infinity
  const include = (start: number, end: number) => {
    for (const { from, to } of bounds) {
      if (start >= to || end <= from) continue
      opens = Math.min(opens, Math.max(start, from) - from)
      closes = Math.max(closes, Math.min(end, to) - from)
    }
  }
  for (const { working } of crew) for (const { startsAt, endsAt } of working) include(Date.parse(startsAt), Date.parse(endsAt))
  for (const { plannedStart, plannedEnd } of visits) include(Date.parse(plannedStart), Date.parse(plannedEnd))
  if (opens >= closes) ({ opens, closes } = USUAL)
  opens = Math.max(0, Math.floor(opens / HOUR) * HOUR - HOUR)
  closes = Math.ceil(closes / HOUR) * HOUR + HOUR
  return new Scale(bounds.map(({ day, from, to }) => ({ day, from: from + opens, to: Math.min(to, from + closes) })))
}
