import type { CompiledCalendar } from '../../working-time/calendar'
import type { Calendars } from '../../working-time/calendars'
import { hoursOf } from '../../working-time/hours'
import type { BreachForecast } from '../milestones/breach-risk'
import type { ForecastOrder } from './facts'
import type { Measure, PastRepairs } from './past-repairs'
import { forecastWithin } from './working-time'

/** Nothing is forecast for orders that are done, that wait for the customer, or that nothing was promised for. */
export const isForecast = ({ isOpen, promisedAt, promisePausedAt }: ForecastOrder): boolean => isOpen && Boolean(promisedAt) && !promisePausedAt

/** The forecast of an open order, from repairs like it. */
export function forecastOf(order: ForecastOrder, past: PastRepairs, all: Calendars, now: number): BreachForecast {
  const { hours, receivedAt, promisedAt, plannedStart, startedAt, partsAt } = order
  const likeness = { fault: order.faultCategory_code, model: order.model, priority: order.priority_code }
  const forecast = (calendar: CompiledCalendar | undefined, measure: Measure) => forecastWithin({
    now, dueAt: Date.parse(promisedAt!), receivedAt: Date.parse(receivedAt), plannedStart: instantOf(plannedStart), startedAt: instantOf(startedAt),
    partsAt: instantOf(partsAt), work: past.work(likeness, measure), wait: past.wait(likeness, measure)
  }, calendar)
  const code = hours && hoursOf(hours).calendar
  if (!code || !all.has(code)) return forecast(undefined, ON_THE_WALL)
  try {
    return forecast(all.named(hours), { name: code, at: site => all.of(all.hoursAt(code, site)) })
  } catch (error) {
    // A calendar without any working time to come says nothing of when people work.
    if (error instanceof RangeError) return forecast(undefined, ON_THE_WALL)
    throw error
  }
}

const ON_THE_WALL: Measure = { name: '', at: () => undefined }
const instantOf = (value: string | null) => (value ? Date.parse(value) : null)
