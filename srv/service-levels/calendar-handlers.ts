import cds from '@sap/cds'
import { isTaken } from '../contention'
import { fail } from '../errors'
import { ifPresent } from '../present'
import { requireTimeZone } from '../input-guards'
import { schedule } from '../schedule'
import type WorkOrderService from '../work-orders/service'
import { changeCalendars } from './calendar-changes'
import { telling } from './milestones/handlers'
import { refreshChains } from './milestones/refresh'
import { setPromises } from './promises'
import { refreshBatch } from './refresh'

/** Changes of a calendar come in groups: one refresh serves them all. */
const SOON = 1000
const LATER = 60_000

/** Adds to the service what a change of calendars, holidays or regions asks for: it is known to all instances with its transaction. */
export function keepCalendars(srv: cds.ApplicationService): void {
  const { Calendars, CalendarSpans, CalendarExceptions, Holidays, Regions } = srv.entities
  const goOn = (event: string, after: string, delay: number) => schedule(srv, event, { after }).after(delay).as(`${event} ${after}`)
  srv.before(['CREATE', 'UPDATE'], Calendars, req => requireTimeZone((req.data as { timeZone?: string }).timeZone))
  srv.before(['CREATE', 'UPDATE'], Calendars, req => {
    const { spans } = req.data as { spans?: object[] }
    if (spans ? !spans.length : req.event === 'CREATE') fail(422, 'CALENDAR_WITHOUT_SPANS', { target: 'spans' })
  })
  srv.on(['CREATE', 'UPDATE'], Holidays, async (_, next) => {
    try {
      return await next()
    } catch (error) {
      if (isTaken(error)) fail(409, 'HOLIDAY_EXISTS', { target: 'day' })
      throw error
    }
  })
  srv.on(['CREATE', 'UPDATE', 'DELETE'], [Calendars, CalendarSpans, CalendarExceptions, Holidays, Regions] as never, async (_, next) => {
    const result = await changeCalendars(async () => next())
    await goOn('refreshClocks', '', SOON)
    return result
  })

  // Open clocks follow a batch at a time, each in a transaction of its own; then the milestones, of which some count from a promise.
  srv.on('refreshClocks', async req => {
    const orders = ifPresent<WorkOrderService>('work-orders')
    if (!orders) return goOn('refreshMilestones', '', 0)
    const { promises, skipped, next } = await refreshBatch((req.data as { after: string }).after, IDs => orders.beingEdited(IDs))
    await setPromises(orders, promises)
    if (next) return goOn('refreshClocks', next, 0)
    if (skipped) await goOn('refreshClocks', '', LATER)
    await goOn('refreshMilestones', '', 0)
  })
  srv.on('refreshMilestones', async req => {
    const { late, next } = await refreshChains((req.data as { after: string }).after)
    await telling(srv)({ late })
    if (next) await goOn('refreshMilestones', next, 0)
  })
}
