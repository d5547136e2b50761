import type { WorkingCalendar } from '../../../srv/working-time/calendar'
import type { ClockEvent, ClockState } from '../../../srv/service-levels/clock'
import { clockOnTheWall } from './by-the-minute'

const MINUTE = 60_000
type Reading = Pick<ClockState, 'status' | 'elapsed' | 'remaining' | 'dueAt' | 'breachedAt'>

const walls = new Map<WorkingCalendar, (instant: number) => boolean>()

/**
 * A clock as one would keep it by hand: every minute it is told what happened, and writes the minute down for each calendar on which
 * it is work. Targets are working time, instants whole minutes. Shares no line with the replay of ledgers.
 */
export function liveClock(events: ClockEvent[], calendars: Record<string, WorkingCalendar>, now: number): Reading {
  const names = [...new Set(events.flatMap(({ target }) => (target && 'calendar' in target ? [target.calendar] : [])))]
  const minutes: Record<string, number[]> = Object.fromEntries(names.map(name => [name, []]))
  let status: ClockState['status'] = 'notStarted'
  let target = { calendar: '', workingTime: 0 }
  let stoppedAt = NaN
  let ranUntil = -Infinity
  let next = 0
  for (let minute = events[0].at; minute <= now; minute += MINUTE) {
    for (; events[next]?.at === minute; next++) {
      const event = events[next]
      if (event.target) target = event.target as typeof target
      if (event.type === 'stopped') stoppedAt = minute
      if (event.type !== 'targetChanged') status = event.type === 'paused' || event.type === 'stopped' ? event.type : 'running'
    }
    if (status !== 'running' || minute === now) continue
    ranUntil = minute + MINUTE
    for (const name of names) if (isWork(calendars[name], minute)) minutes[name].push(minute)
  }

  const worked = minutes[target.calendar]
  const wanted = target.workingTime / MINUTE
  const dueAt = wanted <= worked.length ? endOf(worked, wanted, events[0].at)
    : status === 'paused' ? undefined : ahead(calendars[target.calendar], status === 'stopped' ? stoppedAt : now, wanted - worked.length)
  return {
    status, elapsed: worked.length * MINUTE, remaining: (wanted - worked.length) * MINUTE, dueAt,
    ...(dueAt !== undefined && ranUntil > dueAt && { breachedAt: dueAt })
  }
}

const endOf = (minutes: number[], count: number, start: number) => (count ? minutes[count - 1] + MINUTE : start)

function ahead(calendar: WorkingCalendar, from: number, count: number): number {
  let minute = from
  for (let left = count; left > 0; minute += MINUTE) if (isWork(calendar, minute)) left--
  return minute
}

function isWork(calendar: WorkingCalendar, minute: number): boolean {
  if (!walls.has(calendar)) walls.set(calendar, clockOnTheWall(calendar))
  return walls.get(calendar)!(minute)
}
