import cds from '@sap/cds'
import { PerTenant } from '../../tenants'
import { entities } from '../../entities'
import type { Site } from '../../working-time/calendars'
import { nameOf } from '../../working-time/hours'
import { PastRepairs } from './past-repairs'

/** An order that a forecast is asked for. Instants as ISO strings. */
export interface ForecastOrder extends Site {
  ID: string
  number: string
  isOpen: boolean
  channel_code: string | null
  customer_ID: string | null
  receivedAt: string
  promisedAt: string | null
  promisePausedAt: string | null
  plannedStart: string | null
  startedAt: string | null
  faultCategory_code: string | null
  model: string | null
  priority_code: string | null
  /** When the last part that is on its way should be there. */
  partsAt: string | null
  /** Name of the hours on which its fix was agreed; nothing round the clock. */
  hours: string | null
  agreement_ID: string | null
}

interface FixTarget { workOrder_ID: string; calendar_code: string | null; timeZone: string | null; holidayRegion_code: string | null; agreement_ID: string | null }

const COLUMNS = [
  'ID', 'number', 'isOpen', 'channel_code', 'customer_ID', 'receivedAt', 'promisedAt', 'promisePausedAt', 'plannedStart', 'startedAt', 'faultCategory_code', 'model',
  'priority_code', 'timeZone', 'country', 'region'
]

/** Orders with all that their forecasts depend on, in three statements. */
export async function ordersToForecast(IDs: string[]): Promise<ForecastOrder[]> {
  const { WorkOrders } = entities()
  const orders = (await SELECT.from(WorkOrders).columns(...COLUMNS).where({ ID: { in: IDs } })) as unknown as ForecastOrder[]
  const [targets, parts] = [await fixTargets(IDs), await partsExpected(IDs)]
  return orders.map(order => {
    const { calendar_code: calendar, timeZone, holidayRegion_code: holidayRegion, agreement_ID } = targets.get(order.ID) ?? {}
    const hours = calendar ? nameOf({ calendar, timeZone: timeZone ?? 'UTC', holidayRegion: holidayRegion ?? null }) : null
    return { ...order, partsAt: parts.get(order.ID) ?? null, hours, agreement_ID: agreement_ID ?? null }
  })
}

/** The target that was agreed last; a promise by hand has no hours of its own, so that those agreed before it stay. */
async function fixTargets(IDs: string[]): Promise<Map<string, FixTarget>> {
  const { ClockEvents } = entities()
  const rows = (await SELECT.from(ClockEvents).columns('workOrder_ID', 'calendar_code', 'timeZone', 'holidayRegion_code', 'agreement_ID', 'targetAt')
    .where({ workOrder_ID: { in: IDs }, type_code: { in: ['started', 'targetChanged'] }, 'clock.kind_code': 'fix' })
    .orderBy('sequence')) as (FixTarget & { targetAt: string | null })[]
  const targets = new Map<string, FixTarget>()
  for (const row of rows) if (!row.targetAt || !targets.has(row.workOrder_ID)) targets.set(row.workOrder_ID, row)
  return targets
}

async function partsExpected(IDs: string[]): Promise<Map<string, string>> {
  const { Shipments } = entities()
  const rows = (await SELECT.from(Shipments).columns('workOrder_ID', 'estimatedAt')
    .where({ workOrder_ID: { in: IDs }, 'status.isFinal': false, 'leg.milestone_code': 'partsReady', estimatedAt: { '!=': null } })
    .orderBy('estimatedAt')) as { workOrder_ID: string; estimatedAt: string }[]
  return new Map(rows.map(({ workOrder_ID, estimatedAt }) => [workOrder_ID, estimatedAt]))
}

/** So many repairs, the latest received, are what usual durations rest on; read again after so many milliseconds. */
const KNOWN = 30_000
const KEPT = 600_000

const kept = new PerTenant<{ at?: number; repairs?: Promise<PastRepairs> }>(() => ({}))

/** Earlier repairs, read in one statement and kept for ten minutes. */
export async function pastRepairs(): Promise<PastRepairs> {
  const now = cds.context!.timestamp.getTime(), here = kept.here()
  if (here.repairs && Math.abs(now - here.at!) < KEPT) return here.repairs
  const repairs = load()
  Object.assign(here, { at: now, repairs })
  repairs.catch(() => { if (here.repairs === repairs) here.repairs = undefined })
  return repairs
}

async function load(): Promise<PastRepairs> {
  const { WorkOrders } = entities()
  const rows = (await SELECT.from(WorkOrders)
    .columns('receivedAt', 'startedAt', 'completedAt', 'faultCategory_code', 'model', 'priority_code', 'timeZone', 'country', 'region')
    .where({ startedAt: { '!=': null }, completedAt: { '<=': cds.context!.timestamp } }).orderBy('receivedAt desc').limit(KNOWN)) as Row[]
  return new PastRepairs(rows.map(({ receivedAt, startedAt, completedAt, faultCategory_code: fault, priority_code: priority, ...rest }) => ({
    ...rest, receivedAt: Date.parse(receivedAt), startedAt: Date.parse(startedAt), completedAt: Date.parse(completedAt), fault, priority
  })).sort((a, b) => b.completedAt - a.completedAt))
}

interface Row extends Site {
  receivedAt: string
  startedAt: string
  completedAt: string
  faultCategory_code: string | null
  model: string | null
  priority_code: string | null
}
