import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { fieldsRead } from '../../extending/matching-factors'
import { isTimeZone } from '../../time-zones'
import { pointAt } from '../../great-circle'
import { partsOnVan } from '../parts'
import { dispatchSettings } from '../settings'
import type { Job } from './job'
import type { Situation } from './kept'
import { needsOf } from './requirements'
import { usualMinutes } from './usual'

/** An order as far as giving it to somebody is concerned. */
export interface OrderFacts {
  ID: string
  number: string
  status_code: string
  orderType_code: string | null
  faultCategory_code: string | null
  deviceClass_code: string | null
  model: string | null
  equipment_ID: string | null
  customer_ID: string | null
  serviceArea_code: string | null
  technician_ID: string | null
  latitude: string | null
  longitude: string | null
  timeZone: string | null
  requestedStart: string | null
  promisedAt: string | null
  /** Fields that factors of the installation look at. */
  own?: Record<string, unknown>
}

export interface Wanted {
  /** Not before. */
  start?: string | null
  /** Exactly then. */
  at?: string | null
  isSecond?: boolean
  /** Technicians who are not asked again. */
  without?: string[]
}

/** @throws 404 when there is no such order */
export async function factsOf(ID: string): Promise<OrderFacts> {
  const { WorkOrders } = entities()
  const own = fieldsRead('workOrder', WorkOrders.elements)
  const order = await SELECT.one.from(WorkOrders, { ID } as never).columns(
    'ID', 'number', 'status_code', 'orderType_code', 'faultCategory_code', 'deviceClass_code', 'model', 'equipment_ID', 'customer_ID', 'serviceArea_code',
    'technician_ID', 'latitude', 'longitude', 'timeZone', 'requestedStart', 'promisedAt', ...(own as never[]))
  if (!order) return fail(404, 'WORK_ORDER_UNKNOWN')
  return { ...(order as OrderFacts), ...(own.length && { own: Object.fromEntries(own.map(field => [field, order[field]])) }) }
}

export async function jobOf(order: OrderFacts, { pool, tables }: Situation, wanted: Wanted = {}): Promise<Job> {
  const settings = dispatchSettings()
  const now = cds.context!.timestamp.getTime()
  const { excluded, preferred } = tables.wishesOf(order.customer_ID)
  const usual = usualMinutes(order.model, order.faultCategory_code, pool) ?? settings.visitMinutes
  const notBefore = Math.max(now, Date.parse(wanted.start ?? order.requestedStart ?? new Date(now).toISOString()))
  return {
    workOrder_ID: order.ID, model: order.model, faultCategory: order.faultCategory_code, area: order.serviceArea_code,
    place: pointAt(order.latitude, order.longitude), roads: tables.roadsIn(order.serviceArea_code), needs: needsOf(order, tables.requirements, usual),
    timeZone: order.timeZone && isTimeZone(order.timeZone) ? order.timeZone : 'UTC',
    notBefore, deadline: order.promisedAt ? Date.parse(order.promisedAt) : null, days: settings.days,
    ...(wanted.at && { at: Date.parse(wanted.at) }), isSecond: Boolean(wanted.isSecond),
    partsOnVan: await partsOnVan(order.ID), own: order.own,
    excluded: wanted.without?.length ? new Set([...excluded, ...wanted.without]) : excluded, preferred, knownBy: await whoKnows(order)
  }
}

/** Who repaired this piece of equipment before, and how often. */
async function whoKnows({ ID, equipment_ID }: OrderFacts): Promise<Map<string, number>> {
  if (!equipment_ID) return new Map()
  const { WorkOrders } = entities()
  const rows = (await SELECT.from(WorkOrders).columns('technician_ID', 'count(*) as repairs' as never)
    .where({ equipment_ID, ID: { '!=': ID }, technician_ID: { '!=': null }, completedAt: { '!=': null } }).groupBy('technician_ID')) as unknown as { technician_ID: string; repairs: number }[]
  return new Map(rows.map(({ technician_ID, repairs }) => [technician_ID, Number(repairs)]))
}
