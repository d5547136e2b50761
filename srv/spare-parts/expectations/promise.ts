import cds from '@sap/cds'
import { entities } from '../../entities'
import { noteOnOrder, workOrders } from '../claims/orders'
import { sparePartsSettings } from '../settings'
import type { Source } from './expected'

interface Need { ID: string; workOrder_ID: string; target_code: string | null; number: string }

/**
 * Tells dispatch that the parts of an order come on another date, and moves the promise to the customer where a part has to be brought or bought first:
 * only to a later date, with an entry in the history. What was agreed stays as it is: waiting for our own parts pauses no clock. An earlier date is told
 * by a person.
 */
export async function followPromise(need: Need, expectedAt: string | null, source: Source | undefined): Promise<void> {
  const partsAt = await partsExpectedAt(need.workOrder_ID)
  await cds.services['aftersales.SparePartsService'].emit('Reservation.ExpectedDateChanged', { ID: need.ID, workOrder_ID: need.workOrder_ID, expectedAt, partsAt })
  if (!expectedAt || !source || source === 'stock' || need.target_code === 'van' || need.target_code === 'depot') return
  const { WorkOrders } = entities()
  const order = (await SELECT.one.from(WorkOrders).columns('promisedAt', 'promisePausedAt', 'isOpen', 'timeZone').where({ ID: need.workOrder_ID })) as { promisedAt: string | null; promisePausedAt: string | null; isOpen: boolean; timeZone: string | null } | null
  const orders = workOrders()
  if (!orders || !order?.isOpen || !order.promisedAt) return
  const promisedAt = new Date(Date.parse(expectedAt) + sparePartsSettings().repairHours * 3_600_000).toISOString()
  if (Date.parse(promisedAt) <= Date.parse(order.promisedAt)) return
  await orders.setPromise(need.workOrder_ID, { promisedAt, promisePausedAt: order.promisePausedAt })
  await noteOnOrder(need.workOrder_ID, 'PromiseMoved', 'promiseMoved', { from: shown(order.promisedAt, order.timeZone), to: shown(promisedAt, order.timeZone), number: need.number }, true)
}

/** When all parts of an order that are held or bought can be there; null while a date is unknown, undefined when it waits for none. */
export async function partsExpectedAt(workOrder_ID: string): Promise<string | null | undefined> {
  const { Reservations } = entities()
  const rows = (await SELECT.from(Reservations).columns('expectedAt').where({ workOrder_ID, state_code: { in: ['Needed', 'Claimed', 'Reserved', 'Picked'] } })) as { expectedAt: string | null }[]
  if (!rows.length) return undefined
  return rows.some(({ expectedAt }) => !expectedAt) ? null : rows.map(({ expectedAt }) => expectedAt!).sort().at(-1)!
}

/** In the zone of the site, in which the customer was told. */
const shown = (instant: string, timeZone: string | null) =>
  new Intl.DateTimeFormat(cds.context?.locale?.replace('_', '-') ?? 'en', { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone || 'UTC' }).format(new Date(instant))
