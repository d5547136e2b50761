import type { Span, WorkingCalendar } from '../../../srv/working-time/calendar'

const MINUTE = 60_000

/**
 * The slow truth: looks at the clock on the wall once a minute and adds up what is work.
 * Shares no line with the compiled calendar.
 */
export function byTheMinute(calendar: WorkingCalendar, from: number, to: number): number {
  const isWork = clockOnTheWall(calendar)
  let worked = 0
  for (let instant = from; instant < to; instant += MINUTE) if (isWork(instant)) worked += MINUTE
  return worked
}

/** Tells whether the minute that begins at an instant is work. What was read once is remembered. */
export function clockOnTheWall(calendar: WorkingCalendar): (instant: number) => boolean {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: calendar.timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
  })
  const read = new Map<number, boolean>()
  return instant => {
    const known = read.get(instant)
    if (known !== undefined) return known
    const [day, time] = clock.format(instant).split(', ')
    read.set(instant, isWork(calendar, day, time))
    return read.get(instant)!
  }
}

function isWork(calendar: WorkingCalendar, day: string, time: string): boolean {
  const today = spansOf(calendar, day).some(({ from, to }) => (runsOver({ from, to }) ? time >= from : time >= from && time < to))
  return today || spansOf(calendar, dayBefore(day)).some(span => runsOver(span) && time < span.to)
}

const runsOver = ({ from, to }: Span) => to <= from

function spansOf({ week, holidays, exceptions }: WorkingCalendar, day: string): Span[] {
  const exception = exceptions?.findLast(candidate => candidate.day === day)
  if (exception) return exception.spans
  return holidays?.includes(day) ? [] : week[(new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7]
}

const dayBefore = (day: string) => new Date(Date.parse(`${day}T12:00Z`) - 86_400_000).toISOString().slice(0, 10)
