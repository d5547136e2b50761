import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { profileFor, type ProfileRule } from '../catalogs/profile'

export type Row = Record<string, unknown>

/** What a notification takes over from the equipment. */
const OF_EQUIPMENT = ['serialNumber', 'model', 'manufacturer', 'deviceClass_code', 'plant', 'country', 'customer_ID'] as const

/** The order's facts about the product and whom it concerns. Who called, and what was said in words, stays with the order. */
export async function factsOfOrder(ID: string): Promise<Row> {
  const order = await SELECT.one.from(entities().WorkOrders, { ID } as never).columns(
    'ID', 'number', 'equipment_ID', 'serialNumber', 'model', 'manufacturer', 'deviceClass_code', 'plant', 'country', 'customer_ID', 'customerName', 'udi', 'udiDI',
    'faultCategory_code', 'patientImpact_code', 'priority_code', 'receivedAt', 'timeZone'
  )
  if (!order) fail(422, 'WORK_ORDER_UNKNOWN', { target: 'workOrder_ID' })
  const { ID: workOrder_ID, number, udi, udiDI, receivedAt, timeZone, ...facts } = order as Row
  const received = dayAt(receivedAt as string | null, timeZone as string | null)
  return {
    ...facts, workOrder_ID, udi: udi ?? udiDI, awareAt: receivedAt, eventDate: received,
    complaint: { receivedOn: received, complainantReference: number, deviceReturnedOn: null }
  }
}

export async function factsOfEquipment(ID: string): Promise<Row> {
  const equipment = await SELECT.one.from(entities().Equipment, { ID } as never).columns(...OF_EQUIPMENT, 'udiDI', { ref: ['customer', 'name'], as: 'customerName' } as never)
  if (!equipment) fail(422, 'EQUIPMENT_UNKNOWN', { target: 'equipment_ID' })
  const { udiDI, ...facts } = equipment as Row
  return { ...facts, equipment_ID: ID, udi: udiDI }
}

/** Who delivered the part: the batch's supplier, else the one whom the plant buys from. */
export async function supplierOf(part_ID?: unknown, batch?: unknown, plant?: unknown): Promise<string | null> {
  if (!part_ID) return null
  const { PartBatches, PartSupplies } = entities()
  const delivered = batch && (await SELECT.one.from(PartBatches).columns('supplier').where({ part_ID, batch }))
  if (delivered?.supplier) return delivered.supplier as string
  const bought = await SELECT.one.from(PartSupplies).columns('supplier').where({ part_ID, ...(plant ? { plant } : {}) }).and('supplier is not null')
  return (bought?.supplier as string | undefined) ?? null
}

export async function profileOf(notification: Row): Promise<string | null> {
  return profileFor(notification, (await SELECT.from(entities().CatalogProfileRules)) as unknown as ProfileRule[])
}

export async function isMedical(deviceClass_code: unknown): Promise<boolean> {
  if (!deviceClass_code) return false
  const found = await SELECT.one.from(entities().DeviceClasses).columns('isMedical').where({ code: deviceClass_code })
  return Boolean(found?.isMedical)
}

/** The calendar day (YYYY-MM-DD) on which an instant falls at a place; without one, now. */
export function dayAt(instant: string | null | undefined, timeZone?: string | null): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timeZone || 'UTC' }).format(instant ? new Date(instant) : cds.context!.timestamp)
}

/** Calendar days to deal with it, by priority. */
const DAYS: Record<string, number> = { 1: 7, 2: 14, 3: 30, 4: 60 }

export function requiredEnd(priority: unknown, from: Date): string {
  return new Date(from.getTime() + (DAYS[String(priority)] ?? 30) * 86_400_000).toISOString().slice(0, 10)
}
