import { entities } from '../../entities'
import { calendars } from '../../working-time/calendars'
import type { Days } from './earliest'
import type { Site } from './offers'

const DAY = 86_400_000

/** Where an order's parts go: the site's position, who comes, and the hours that were agreed for it, where any were. */
export async function siteOf(workOrder_ID: string): Promise<Site & { model: string | null }> {
  const { WorkOrders, ClockEvents } = entities()
  const order = (await SELECT.one.from(WorkOrders).columns('plant', 'model', 'technician_ID', 'latitude', 'longitude', 'timeZone', 'country', 'region')
    .where({ ID: workOrder_ID })) as (Site & { model: string | null; timeZone: string | null; country: string | null; region: string | null }) | null
  if (!order) return { model: null }
  const agreed = (await SELECT.one.from(ClockEvents).columns('calendar_code').where({ workOrder_ID, calendar_code: { '!=': null } }).orderBy('recordedAt desc')) as { calendar_code: string } | null
  return { ...order, days: agreed ? await daysOf(agreed.calendar_code, order) : undefined }
}

/** Goods are taken in while people work there. */
async function daysOf(code: string, site: { timeZone?: string | null; country?: string | null; region?: string | null }): Promise<Days | undefined> {
  const all = await calendars()
  if (!all.has(code)) return undefined
  const calendar = all.of(all.hoursAt(code, site))
  return { next: instant => calendar.next(instant), isWorkingDay: midnight => calendar.intervals(midnight, midnight + DAY).length > 0 }
}
