import cds from '@sap/cds'
import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'
import { calendars } from '../../working-time/calendars'
import { iso } from '../entries'
import { delayNews } from './delay'
import { tellOfDelays, type Delay } from './delay-notices'
import { ordersToForecast, pastRepairs, type ForecastOrder } from './facts'
import { forecastOf, isForecast } from './forecast'
import { forecastSettings } from './settings'

/** What is known of an order's forecast. */
interface Told { workOrder_ID: string; toldExpectedAt: string | null; toldLeadFor: string | null }

const MINUTE = 60_000
const HOUR = 3_600_000

/**
 * Something has happened that forecasts of orders depend on: they are computed anew soon after, in the background. To be called in
 * the transaction in which it happens.
 */
export async function forecastIsDue(...orders: string[]): Promise<void> {
  await UPSERT.into(entities().BreachForecasts).entries(orders.map(workOrder_ID => ({ workOrder_ID, refreshAt: now() })) as never)
}

/** Open orders that nothing has happened to since there are forecasts, a batch at a time. */
export async function findUnknownOrders(): Promise<number> {
  const { WorkOrders, BreachForecasts } = entities()
  const found = (await SELECT.from(WorkOrders).columns('ID').where({ isOpen: true }).and('ID not in', SELECT.from(BreachForecasts).columns('workOrder_ID') as never)
    .limit(forecastSettings().batch)) as { ID: string }[]
  if (found.length) await forecastIsDue(...found.map(({ ID }) => ID))
  return found.length
}

/** Whether a forecast is due: a look without a lock. */
export const isForecastDue = async (): Promise<boolean> =>
  Boolean(await SELECT.one.from(entities().BreachForecasts).columns('workOrder_ID').where({ refreshAt: { '<=': now() } }))

/**
 * Computes the next forecasts that are due and tells of delays, in the caller's transaction: all of it happens or nothing. The turn's
 * number makes another instance wait; a row that somebody is marking meanwhile is left for the next turn.
 *
 * @returns whether there may be more
 */
export async function refreshForecasts(): Promise<boolean> {
  const { BreachForecasts } = entities()
  const settings = forecastSettings()
  await nextNumbers('ForecastTurn')
  const due = (await cds.run(SELECT.from(BreachForecasts).columns('workOrder_ID', 'toldExpectedAt', 'toldLeadFor').where({ refreshAt: { '<=': now() } })
    .orderBy('refreshAt').limit(settings.batch).forUpdate({ ignoreLocked: true } as never))) as Told[]
  if (!due.length) return false
  const told = new Map(due.map(row => [row.workOrder_ID, row]))
  const orders = await ordersToForecast([...told.keys()])
  const [past, all, instant] = [await pastRepairs(), await calendars(), cds.context!.timestamp.getTime()]
  const delays: Delay[] = []
  const rows = orders.map(order => {
    const { toldExpectedAt, toldLeadFor } = told.get(order.ID)!
    const remembered = order.isOpen ? { toldExpectedAt, toldLeadFor } : FORGOTTEN
    if (!isForecast(order)) return { ...NOTHING, ...remembered, workOrder_ID: order.ID, dueAt: order.promisedAt, computedAt: now() }
    const { risk, expectedAt, known, reasons } = forecastOf(order, past, all, instant)
    const dueAt = Date.parse(order.promisedAt!)
    const before = { toldExpectedAt: timeOf(toldExpectedAt), toldLeadFor: timeOf(toldLeadFor) }
    const news = delayNews({ now: instant, receivedAt: Date.parse(order.receivedAt), dueAt, expectedAt, risk, ...before }, settings)
    if (news.customer || news.lead) delays.push({ order, expectedAt, risk, ...news })
    return {
      workOrder_ID: order.ID, risk, expectedAt: iso(expectedAt), dueAt: order.promisedAt, known, reasons, computedAt: now(), refreshAt: nextLook(order, instant),
      toldExpectedAt: news.customer ? iso(expectedAt) : toldExpectedAt, toldLeadFor: news.lead ? order.promisedAt : toldLeadFor
    }
  })
  const gone = due.filter(({ workOrder_ID }) => !orders.some(({ ID }) => ID === workOrder_ID)).map(({ workOrder_ID }) => workOrder_ID)
  if (gone.length) await DELETE.from(BreachForecasts).where({ workOrder_ID: { in: gone } })
  if (rows.length) await UPSERT.into(BreachForecasts).entries(rows as never)
  await tellOfDelays(delays, all)
  return due.length === settings.batch
}

const NOTHING = { risk: null, expectedAt: null, known: null, reasons: [], refreshAt: null }
/** A reopened order begins anew. */
const FORGOTTEN = { toldExpectedAt: null, toldLeadFor: null }

/** What is due soon, or overdue, changes with the clock alone. */
function nextLook({ promisedAt }: ForecastOrder, instant: number): string {
  const { everyMinutes, soonHours, laterMinutes } = forecastSettings()
  const isSoon = Date.parse(promisedAt!) - instant <= soonHours * HOUR
  return iso(instant + (isSoon ? everyMinutes : laterMinutes) * MINUTE)!
}

const timeOf = (value: string | null) => (value ? Date.parse(value) : undefined)
const now = () => cds.context!.timestamp.toISOString()
