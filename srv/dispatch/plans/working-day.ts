import { HEAD, layOutDay, SPAN, type CalendarDay } from '../matching/day-route'
import type { Technician } from '../matching/technician'

/** When somebody works on a day. Instants in milliseconds since 1970. */
export interface WorkingDay {
  from: number
  /** The end of the shift, and the latest end with overtime. */
  until: number
  limit: number
  /** Breaks of the calendar and absences, in their order. */
  gaps: Stretch[]
}

export interface Stretch { from: number; to: number }

/**
 * A technician's day as matching sees it, from an instant on.
 *
 * @param overtimeUntil no overtime after this
 * @returns nothing when nobody works then
 */
export function workingDay(technician: Technician, calendar: CalendarDay, notBefore: number, overtimeUntil = Infinity): WorkingDay | undefined {
  const laidOut = layOutDay({ ...technician, visits: [] }, calendar)
  const stretches = Array.from({ length: laidOut[HEAD.spans] }, (_, i) => ({ from: laidOut[HEAD.size + i * SPAN], to: laidOut[HEAD.size + i * SPAN + 1] }))
  const open = stretches.filter(({ to }) => to > notBefore)
  if (!open.length) return undefined
  const end = calendar.spans.at(-1)!.to
  const limit = Math.max(Math.min(open.at(-1)!.to, overtimeUntil), Math.min(open.at(-1)!.to, end))
  const until = Math.min(limit, end)
  const day = { from: Math.max(open[0].from, notBefore), until, limit, gaps: gapsBetween(open) }
  return day.from < day.until ? day : undefined
}

const gapsBetween = (stretches: Stretch[]): Stretch[] =>
  stretches.slice(1).map((next, i) => ({ from: stretches[i].to, to: next.from })).filter(({ from, to }) => to > from)

/** Takes stretches out of a day: what covers its start moves the start, what reaches its end moves the end, the rest are gaps. */
export function blocked(day: WorkingDay, blocks: Stretch[]): WorkingDay | undefined {
  let { from, until, limit } = day
  const gaps: Stretch[] = []
  for (const gap of merged([...day.gaps, ...blocks])) {
    if (gap.to <= from || gap.from >= limit) continue
    if (gap.from <= from) from = gap.to
    else if (gap.to >= limit) limit = gap.from
    else gaps.push(gap)
  }
  until = Math.min(until, limit)
  return from < until ? { from, until, limit, gaps } : undefined
}

function merged(stretches: Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}
