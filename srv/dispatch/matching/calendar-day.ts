import type { CompiledCalendar } from '../../working-time/calendar'
import { offsetsOf } from '../../working-time/time-zone'
import type { CalendarDay } from './day-route'

const DAY = 86_400_000
/** A shift that goes over midnight belongs to the day on which it begins, as long as it does not go on for ever. */
const LONGEST_NIGHT = DAY / 2

/** The instant at which a day begins on the clocks of a zone. */
export function midnight(day: number, timeZone: string): number {
  const utc = day * DAY
  const fits = offsetsOf(timeZone, utc - DAY, utc + DAY).find(({ from, to, offset }) => utc - offset >= from && utc - offset < to)
  return utc - (fits?.offset ?? 0)
}

/** A day's stretches of work, with the shift that began on the evening before and goes on after midnight. */
export function calendarDay(calendar: CompiledCalendar, day: number, timeZone: string): CalendarDay {
  const [from, to] = [midnight(day, timeZone), midnight(day + 1, timeZone)]
  const spans = calendar.intervals(from, to).map(span => ({ ...span }))
  const last = spans.at(-1)
  const [night] = last?.to === to && last.from > from ? calendar.intervals(to, to + LONGEST_NIGHT) : []
  if (night?.from === to && night.to < to + LONGEST_NIGHT) last!.to = night.to
  return { from, to: Math.max(to, last?.to ?? 0), spans }
}
