import { midnight } from '../matching/calendar-day'
import { dayName, dayNumber } from '../matching/technician'

/** Stretch of time, instants in milliseconds since 1970. */
export interface Span {
  from: number
  to: number
}

export interface Day extends Span { day: string }

/** Days (YYYY-MM-DD) on the clocks of a zone, the last one included. */
export function daysBetween(firstDay: string, lastDay: string, timeZone: string): Day[] {
  const days: Day[] = []
  for (let day = dayNumber(firstDay); day <= dayNumber(lastDay); day++) days.push({ day: dayName(day), from: midnight(day, timeZone), to: midnight(day + 1, timeZone) })
  return days
}

/** What is left of stretches of work when others are taken out. */
export function without(spans: Span[], taken: Span[]): Span[] {
  let left = spans
  for (const { from, to } of taken)
    left = left.flatMap(span => (from >= span.to || to <= span.from ? [span] : [{ from: span.from, to: from }, { from: to, to: span.to }].filter(piece => piece.to > piece.from)))
  return left
}

/** Milliseconds that stretches have within another one. */
export const within = (spans: Span[], { from, to }: Span): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0)
