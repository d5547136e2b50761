import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { nextOrderNumber } from '../number-range'
import { categorize, priorityOf, shortTextOf, withoutContact } from './triage'
import { accountingIndicator, localDay, warrantyStatus } from './warranty'

const DAY = 24 * 60 * 60 * 1000
const REPEAT_WINDOW_DAYS = 90

export interface OrderDraft {
  ID: string
  equipment_ID?: string | null
  serialNumber?: string | null
  symptom?: string | null
  channel_code?: string | null
  reference?: string | null
  [field: string]: unknown
}

export interface RelatedOrder {
  ID: string
  number: string
  status_code: string
  shortText: string
  receivedAt: string
}

/** What a channel hands over; whatever is left out is derived. */
export interface ServiceRequest {
  channel_code: string
  serialNumber: string
  symptom: string
  priority_code?: string | null
  executionMode_code?: string | null
  reference?: string | null
  [field: string]: unknown
}

export interface Taken { order: OrderDraft; created: boolean; repeats: RelatedOrder[] }

/**
 * Makes an order of a request, or finds the one that the same channel and reference made before.
 *
 * @throws 422 for an unknown serial number or code; nothing is stored then
 */
export async function orderOfRequest({ serialNumber, ...given }: ServiceRequest): Promise<Taken> {
  await requireCodes([
    { entity: 'Channels', value: given.channel_code, target: 'channel_code' },
    { entity: 'Priorities', value: given.priority_code, target: 'priority_code' },
    { entity: 'ExecutionModes', value: given.executionMode_code, target: 'executionMode_code' }
  ])
  const { WorkOrders } = entities()
  const order: OrderDraft = { ...given, ID: cds.utils.uuid(), serialNumber }
  const intakeKey = intakeKeyOf(order.channel_code, order.reference, order.ID)
  const known = () => (order.reference ? SELECT.one.from(WorkOrders).where({ intakeKey }) : null)

  const earlier = await known()
  if (earlier) return { order: earlier, created: false, repeats: await repeatFailures(earlier) }
  const equipment = await equipmentBySerialNumber(serialNumber)
  order.equipment_ID = equipment.ID
  // The counter row stays locked until commit: a second call with the same reference waits here, then finds the first.
  order.number = await nextOrderNumber({ ...order, plant: equipment.plant })
  const raced = await known()
  if (raced) return { order: raced, created: false, repeats: await repeatFailures(raced) }
  await completeOrder(order, equipment)
  const repeats = await repeatFailures(order)
  order.repeatOf_ID = repeats[0]?.ID ?? null
  await INSERT.into(WorkOrders).entries(order)
  return { order, created: true, repeats }
}

const SNAPSHOT_COLUMNS = ['*', { ref: ['customer', 'name'], as: 'customerName' }] as never[]

/** Identity of a request: the same channel and reference is the same order. */
function intakeKeyOf(channel: string | null | undefined, reference: string | null | undefined, ID: string): string {
  return reference ? `${channel ?? ''}:${reference}` : ID
}

/** The active equipment with this serial number. 422 where there is none, nothing is stored then. */
async function equipmentBySerialNumber(serialNumber: string) {
  const { Equipment } = entities()
  const found = await SELECT.one.from(Equipment).columns(...SNAPSHOT_COLUMNS).where({ serialNumber: serialNumber.trim(), isActive: true }).orderBy('createdAt', 'ID')
  return found ?? fail(422, 'SERIAL_NUMBER_UNKNOWN', { target: 'serialNumber', args: [serialNumber] })
}

/** 422 for every value that its code list does not know. */
export async function requireCodes(codes: { entity: string; value?: string | null; target: string }[]): Promise<void> {
  for (const { entity, value, target } of codes) {
    if (value == null) continue
    const known = await SELECT.one.from(entities()[entity]).columns('code').where({ code: value })
    if (!known) fail(422, 'CODE_UNKNOWN', { target, args: [value] })
  }
}

/**
 * Fills whatever the request left out: number, equipment snapshot, customer, warranty on that day at the
 * site, fault category from the words, priority from urgency × importance × patient impact, promise.
 * Values that the request gave stay.
 */
export async function completeOrder(order: OrderDraft, known?: Device): Promise<void> {
  const now = cds.context!.timestamp
  if (order.equipment_ID) takeOver(known ?? (await equipmentByID(order.equipment_ID)), order, now)
  await triage(order)
  order.shortText ||= order.symptom ? shortTextOf(withoutContact(order.symptom, [order.contactName, order.contactEmail, order.contactPhone] as string[])) : null
  order.receivedAt ??= now.toISOString()
  order.intakeKey = intakeKeyOf(order.channel_code, order.reference, order.ID)
  order.currency_code ??= 'EUR'
  order.promisedAt ??= await promiseFor(order.priority_code as string, order.receivedAt as string)
  Object.assign(order, { status_code: 'New', previousStatus_code: null, isOpen: true, eventCount: 1, reopenCount: 0, costTotal: 0 })
  order.number ??= await nextOrderNumber(order as { orderType_code?: unknown; plant?: unknown })
}

type Device = Record<string, any>

async function equipmentByID(ID: string): Promise<Device> {
  const { Equipment } = entities()
  return (await SELECT.one.from(Equipment, { ID } as never).columns(...SNAPSHOT_COLUMNS)) ?? fail(422, 'EQUIPMENT_UNKNOWN', { target: 'equipment_ID' })
}

function takeOver(equipment: Device, order: OrderDraft, now: Date): void {
  for (const field of SNAPSHOT) order[field] = equipment[field]
  order.customer_ID = equipment.customer_ID
  order.customerName = equipment.customerName
  order.department ??= equipment.department
  const status = warrantyStatus(equipment, localDay(now, equipment.timeZone))
  order.warrantyStatus_code = status
  order.accountingIndicator_code ??= accountingIndicator(status)
}

const SNAPSHOT = [
  'serialNumber', 'model', 'manufacturer', 'udiDI', 'deviceClass_code', 'importance_code', 'plant', 'functionalLocation',
  'siteName', 'street', 'city', 'postalCode', 'region', 'country', 'timeZone', 'latitude', 'longitude'
]

async function triage(order: OrderDraft) {
  const { FaultRules, FaultCategories, PriorityRules } = entities()
  const finding = categorize(order.symptom ?? '', await SELECT.from(FaultRules))
  order.faultCategory_code ??= finding.faultCategory_code ?? 'OTHER'
  order.patientImpact_code ??= finding.patientImpact_code
  const category = await SELECT.one.from(FaultCategories, { code: order.faultCategory_code } as never)
  if (!category) fail(422, 'CODE_UNKNOWN', { target: 'faultCategory_code', args: [order.faultCategory_code] })
  order.urgency_code ??= category.urgency_code ?? 'M'
  order.executionMode_code ??= category.defaultExecutionMode_code ?? 'onsite'
  order.priority_code ??= priorityOf(
    order.urgency_code as string,
    (order.importance_code as string) ?? 'C',
    order.patientImpact_code as string,
    await SELECT.from(PriorityRules)
  ) ?? '3'
}

/** Until a service-level agreement says otherwise: receipt plus the priority's target hours. */
export async function promiseFor(priority: string, receivedAt: string): Promise<string> {
  const { Priorities } = entities()
  const found = await SELECT.one.from(Priorities, { code: priority } as never).columns('targetHours')
  if (!found) fail(422, 'CODE_UNKNOWN', { target: 'priority_code', args: [priority] })
  return new Date(new Date(receivedAt).getTime() + found.targetHours * 3_600_000).toISOString()
}

/** 409 when the channel's reference has an order already; the counter row taken before makes racing requests wait here. */
export async function refuseKnownRequest({ reference, intakeKey }: OrderDraft): Promise<void> {
  if (!reference) return
  const { WorkOrders } = entities()
  const known = await SELECT.one.from(WorkOrders).columns('number').where({ intakeKey })
  if (known) fail(409, 'REQUEST_ALREADY_TAKEN', { target: 'reference', args: [known.number] })
}

/** Open orders for the same equipment. */
export async function probableDuplicates(order: OrderDraft): Promise<RelatedOrder[]> {
  const { WorkOrders } = entities()
  return SELECT.from(WorkOrders).columns('ID', 'number', 'status_code', 'shortText', 'receivedAt')
    .where({ equipment_ID: order.equipment_ID, isOpen: true, ID: { '!=': order.ID } })
    .orderBy('receivedAt desc', 'ID').limit(10)
}

/** Orders done for the same equipment and fault category that came in less than 90 days before this one. */
export async function repeatFailures(order: OrderDraft): Promise<RelatedOrder[]> {
  const { WorkOrders } = entities()
  const since = new Date(new Date(order.receivedAt as string).getTime() - REPEAT_WINDOW_DAYS * DAY).toISOString()
  return SELECT.from(WorkOrders).columns('ID', 'number', 'status_code', 'shortText', 'receivedAt')
    .where({
      equipment_ID: order.equipment_ID,
      faultCategory_code: order.faultCategory_code,
      receivedAt: { '>=': since },
      status_code: { in: ['Completed', 'Accepted', 'Closed'] },
      ID: { '!=': order.ID }
    })
    .orderBy('receivedAt desc', 'ID').limit(10)
}
