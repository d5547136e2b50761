import type { CustomerRecord, EquipmentRecord, HostRecord, ProductRecord } from '../../host-erp/reading'

/**
 * What of a record goes into its replica. Pure: rows in, rows out.
 */

export type ReplicationObject = 'customers' | 'products' | 'equipment'

export type Value = string | boolean | null

/** A replica as it is stored: its ID, its number and the fields that the host owns. */
export type ReplicaRow = { ID: string; number: string; isActive: boolean; replicatedAt?: string | null } & Record<string, unknown>

/** Why a record was not written (`isReject`), or not in this field. Never its content: `unknown` is a code or a number. */
export interface Finding {
  number: string
  code: string
  isReject: boolean
  field?: string
  unknown?: string
}

/** A record that can be written. */
export interface Wanted {
  number: string
  fields: Record<string, Value>
  texts: { locale: string; name: string }[]
}

/** What the code lists and the fields of the replica allow. */
export interface Limits {
  /** Longest text by field. */
  lengths: Record<string, number | undefined>
  /** Known codes by field. */
  codes: Record<string, Set<string>>
}

interface Kind<Row extends HostRecord> {
  /** Entity in `aftersales`. */
  entity: 'Customers' | 'Products' | 'Equipment'
  /** Length of the padded number in the host. */
  numberLength: number
  required: Record<string, string>
  /** Fields that identify: a shortened one would mean another piece. */
  identifying: string[]
  /** Fields that others fill where the host has nothing. */
  keptWhenEmpty: string[]
  /** Code list by field. */
  codes: Record<string, string>
  fieldsOf(record: Row): Record<string, Value>
  textsOf?(record: Row): Wanted['texts']
}

const addressOf = ({ street, city, postalCode, region, country }: CustomerRecord | EquipmentRecord) => ({ street, city, postalCode, region, country })

const customers: Kind<CustomerRecord> = {
  entity: 'Customers',
  numberLength: 10,
  required: { name: 'NAME_MISSING' },
  identifying: ['number'],
  keptWhenEmpty: [],
  codes: {},
  fieldsOf: record => {
    const { name, email, phone, language, isActive } = record
    return { name, email, phone, language, isActive, ...addressOf(record) }
  }
}

const products: Kind<ProductRecord> = {
  entity: 'Products',
  numberLength: 18,
  required: { name: 'NAME_MISSING' },
  identifying: ['number'],
  keptWhenEmpty: [],
  codes: {},
  fieldsOf: ({ name, productType, baseUnit, isBatchManaged, isSerialManaged, gtin, isActive }) =>
    ({ name, productType, baseUnit, isBatchManaged, isSerialManaged, gtin, isActive }),
  textsOf: ({ texts }) => texts
}

const equipment: Kind<EquipmentRecord> = {
  entity: 'Equipment',
  numberLength: 18,
  required: { serialNumber: 'SERIAL_NUMBER_MISSING', name: 'NAME_MISSING' },
  identifying: ['number', 'serialNumber'],
  keptWhenEmpty: ['siteName'],
  codes: { deviceClass_code: 'DeviceClasses', importance_code: 'EquipmentImportances' },
  fieldsOf: record => {
    const { serialNumber, name, model, manufacturer, udiDI, plant, functionalLocation, siteName, warrantyStart, warrantyEnd, isActive } = record
    return {
      serialNumber, name, model, manufacturer, udiDI, plant, functionalLocation, siteName, warrantyStart, warrantyEnd, isActive, ...addressOf(record),
      deviceClass_code: record.deviceClass, importance_code: record.importance, parentNumber: record.parent
    }
  }
}

const KINDS: Record<ReplicationObject, Kind<any>> = { customers, products, equipment }

export const kindOf = (object: ReplicationObject): Kind<HostRecord> => KINDS[object]

/**
 * Checks records against what a replica needs and can hold.
 *
 * A record without number or name, equipment without serial number, and a number or serial number that is too long are
 * rejected. A code that is in no list, and any other text that is too long, leave the field as it is in the replica.
 */
export function examine(object: ReplicationObject, records: HostRecord[], limits: Limits): { wanted: Wanted[]; findings: Finding[] } {
  const kind = kindOf(object)
  const wanted = new Map<string, Wanted>()
  const findings: Finding[] = []
  for (const record of records) {
    const { number } = record
    const fields = kind.fieldsOf(record)
    const reject = rejectionOf(kind, record, fields, limits) ?? (wanted.has(number) ? { code: 'NUMBER_TWICE', field: 'number' } : undefined)
    if (reject) {
      findings.push({ number: number || record.key || '?', isReject: true, ...reject })
      continue
    }
    const doubts = doubtsOf(kind, fields, limits)
    for (const doubt of doubts) {
      delete fields[doubt.field]
      findings.push({ number, isReject: false, ...doubt })
    }
    for (const field of kind.keptWhenEmpty) if (fields[field] === null) delete fields[field]
    wanted.set(number, { number, fields, texts: kind.textsOf?.(record) ?? [] })
  }
  return { wanted: [...wanted.values()], findings }
}

function rejectionOf(kind: Kind<any>, { number }: HostRecord, fields: Record<string, Value>, { lengths }: Limits): { code: string; field: string } | undefined {
  if (!number) return { code: 'NUMBER_MISSING', field: 'number' }
  const missing = Object.keys(kind.required).find(field => !fields[field])
  if (missing) return { code: kind.required[missing], field: missing }
  const tooLong = kind.identifying.find(field => isTooLong(field === 'number' ? number : fields[field], lengths[field]))
  return tooLong ? { code: 'VALUE_TOO_LONG', field: tooLong } : undefined
}

function doubtsOf(kind: Kind<any>, fields: Record<string, Value>, { lengths, codes }: Limits): { code: string; field: string; unknown?: string }[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (typeof value !== 'string') return []
    if (field in kind.codes && !codes[field]?.has(value)) return [{ code: 'CODE_UNKNOWN', field, unknown: value.slice(0, 40) }]
    return isTooLong(value, lengths[field]) ? [{ code: 'VALUE_LEFT_OUT', field }] : []
  })
}

const isTooLong = (value: Value, length?: number) => typeof value === 'string' && length !== undefined && value.length > length

/** Forms in which a number may stand in the replica: as given first, then with and without leading zeros. */
export function formsOf(number: string, length: number): string[] {
  if (!/^\d+$/.test(number)) return [number]
  return [...new Set([number, number.padStart(length, '0'), number.replace(/^0+(?=\d)/, '')])]
}

/** Rows by number, found in any of its forms. */
export function lookup<Row extends { number: string }>(rows: Row[], length: number): (number: string) => Row | undefined {
  const byNumber = new Map(rows.map(row => [row.number, row]))
  return number => formsOf(number, length).map(form => byNumber.get(form)).find(Boolean)
}

/** Fields that differ from the replica; an absent value in the database is null. */
export function changesOf(row: Record<string, unknown>, fields: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => (row[field] ?? null) !== value))
}
