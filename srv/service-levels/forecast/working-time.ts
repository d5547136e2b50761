import type { CompiledCalendar } from '../../working-time/calendar'
import { forecastBreach, type BreachForecast, type OpenRepair } from '../milestones/breach-risk'

/**
 * A forecast on working time: every instant is taken as the working time between now and then, where durations of working time can
 * be added, and the expected end is an instant at which people work, not earlier than the visit and the parts that it waits for.
 * Past due dates count by the clock on the wall.
 *
 * @param calendar the hours of the order at its site; without one time counts round the clock
 */
export function forecastWithin(repair: OpenRepair, calendar: CompiledCalendar | undefined): BreachForecast {
  const { now, dueAt, receivedAt, plannedStart, startedAt, partsAt } = repair
  if (!calendar) return forecastBreach(repair)
  const from = (instant: number) => calendar.between(now, instant)
  const fromAny = (instant?: number | null) => (instant == null ? instant : from(instant))
  const forecast = forecastBreach({
    ...repair, now: 0, dueAt: now > dueAt ? Math.min(-1, from(dueAt)) : from(dueAt), receivedAt: from(receivedAt),
    plannedStart: fromAny(plannedStart), startedAt: fromAny(startedAt), partsAt: fromAny(partsAt)
  })
  const end = calendar.add(now, Math.max(0, forecast.expectedAt))
  const earliest = Math.max(now, startedAt == null ? plannedStart ?? 0 : 0, partsAt ?? 0)
  return { ...forecast, expectedAt: end > earliest ? end : calendar.next(earliest) }
}
