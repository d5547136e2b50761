import { createHash, randomUUID } from 'node:crypto'
import { categorize, type FaultRule } from '../triage'
import type { Mapping } from './mapping'
import type { HistoryRow } from './rows'

/** A row of Equipment with its customer's name. */
export interface EquipmentRow {
  ID: string
  number: string
  serialNumber: string
  isActive?: boolean
  customer_ID?: string | null
  customer?: { name: string } | null
  [field: string]: unknown
}

export interface Person { ID: string; name: string }

/** What the database knows about the names in a row. */
export interface OrderContext {
  mapping: Mapping
  number: string
  equipment: EquipmentRow
  customer?: Person
  technician?: { ID: string }
  faultCategory: string
  /** Resolution code, where the row's text is one. */
  resolution: string | null
  userId: string
}

/** Noon: the day stays the same day for readers from the Americas to Asia. */
const noon = (day: string) => `${day}T12:00:00.000Z`

const SNAPSHOT = [
  'serialNumber', 'model', 'manufacturer', 'udiDI', 'deviceClass_code', 'importance_code', 'plant', 'functionalLocation',
  'siteName', 'street', 'city', 'postalCode', 'region', 'country', 'timeZone', 'latitude', 'longitude'
]
const FALLBACK_CATEGORY = 'OTHER'

/** Identity of a past order; the same form as that of a request by channel and reference. */
export const importKey = (source: string, reference: string) => `import:${source}:${reference}`

/** A closed order with its cost item and its first event, as rows of three tables. */
export function closedOrder(row: HistoryRow, context: OrderContext) {
  const ID = randomUUID()
  return { order: orderOf(ID, row, context), costItem: costItemOf(ID, row, context), event: eventOf(ID, row, context) }
}

function orderOf(ID: string, row: HistoryRow, { mapping, number, equipment, customer, technician, faultCategory, resolution }: OrderContext) {
  return {
    ID,
    number,
    intakeKey: importKey(mapping.source, row.reference),
    reference: row.reference,
    channel_code: 'import',
    orderType_code: row.orderType,
    status_code: 'Closed',
    isOpen: false,
    eventCount: 1,
    reopenCount: 0,
    ...Object.fromEntries(SNAPSHOT.map(field => [field, equipment[field] ?? null])),
    functionalLocation: row.functionalLocation ?? equipment.functionalLocation ?? null,
    equipment_ID: equipment.ID,
    customer_ID: customer?.ID ?? equipment.customer_ID ?? null,
    customerName: customer?.name ?? equipment.customer?.name ?? null,
    department: row.department ?? equipment.department ?? null,
    technician_ID: technician?.ID ?? null,
    shortText: row.shortText,
    symptom: row.symptom,
    faultCategory_code: faultCategory,
    resolution_code: resolution,
    summary: resolution ? null : row.resolution,
    receivedAt: noon(row.date),
    startedAt: noon(row.date),
    completedAt: noon(row.completedOn),
    closedAt: noon(row.completedOn),
    accountingIndicator_code: mapping.defaults.accountingIndicator,
    currency_code: row.currency,
    costTotal: row.amount
  }
}

/** Past costs come as one sum per order; a negative one corrects an earlier posting and stays negative. */
function costItemOf(workOrder_ID: string, row: HistoryRow, { mapping }: OrderContext) {
  if (/^[0.]*$/.test(row.amount)) return null
  return {
    ID: randomUUID(),
    workOrder_ID,
    type_code: 'lumpSum',
    description: row.amount.startsWith('-') ? 'Correction' : null,
    quantity: 1,
    rate: row.amount,
    amount: row.amount,
    currency_code: row.currency,
    accountingIndicator_code: mapping.defaults.accountingIndicator,
    performedOn: row.completedOn,
    source_code: 'import'
  }
}

function eventOf(workOrder_ID: string, row: HistoryRow, { mapping, technician, userId }: OrderContext) {
  const formerTechnician = row.technician && !technician ? ` (${row.technician})` : ''
  return {
    ID: randomUUID(),
    workOrder_ID,
    sequence: 1,
    type_code: 'Imported',
    at: noon(row.completedOn),
    userId,
    toStatus_code: 'Closed',
    text: `${mapping.source} ${row.reference}${formerTechnician}`
  }
}

/**
 * A replica for equipment that the database doesn't know yet. The same serial number gives the same ID
 * everywhere, so that two imports at once can't make two pieces of it.
 */
export function missingEquipment(serialNumber: string): EquipmentRow {
  return { ID: nameUuid(`aftersales:equipment:${serialNumber}`), number: serialNumber, serialNumber, name: serialNumber, isActive: true }
}

/**
 * The piece of equipment that a name means: by serial number before equipment number, active before
 * inactive, then the lowest equipment number, then the lowest ID.
 */
export function chooseEquipment(name: string, candidates: EquipmentRow[]): EquipmentRow | undefined {
  const rank = (row: EquipmentRow) => [row.serialNumber === name ? 0 : 1, row.isActive === false ? 1 : 0, row.number, row.ID].join('\u0000')
  const named = candidates.filter(row => row.serialNumber === name || row.number === name)
  return named.reduce<EquipmentRow | undefined>((best, row) => (!best || rank(row) < rank(best) ? row : best), undefined)
}

/** The triage of one import: texts repeat often, so each is weighed once while it is remembered. */
export function faultCategorizer(rules: FaultRule[], remembered = 20_000): (row: HistoryRow) => string {
  const categories = new Map<string, string>()
  return row => {
    const text = row.symptom ?? ''
    const known = categories.get(text)
    if (known) return known
    const category = categorize(text, rules).faultCategory_code ?? FALLBACK_CATEGORY
    if (categories.size >= remembered) categories.clear()
    categories.set(text, category)
    return category
  }
}

/** A UUID made from a name (RFC 9562, version 8: SHA-256, cut). */
function nameUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = ((parseInt(hex[16], 16) & 3) | 8).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-')
}
