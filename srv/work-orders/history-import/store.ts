import cds from '@sap/cds'
import { ImportFailure, type Problem, type RejectedRow } from '../../csv-import/problem'
import { entities as own } from '../../entities'
import type { FaultRule } from '../triage'
import { nextNumbers } from '../../number-range'
import { chooseEquipment, closedOrder, faultCategorizer, importKey, missingEquipment, type EquipmentRow, type Person } from './orders'
import type { Mapping } from './mapping'
import type { HistoryRow, KnownCodes } from './rows'

/** Code lists and rules, read once per import. */
export interface ReferenceData extends KnownCodes {
  resolutions: Set<string>
  categoryOf: (row: HistoryRow) => string
}

interface StoreOptions { dryRun?: boolean; onStored?(orderIDs: string[]): Promise<unknown> }

export interface ChunkOutcome {
  imported: number
  /** Imported before, by an earlier or a simultaneous run. */
  duplicates: number
  /** Serial numbers of the equipment made for these rows. */
  createdEquipment: string[]
  rejects: RejectedRow[]
}

type Technician = { ID: string; number: string; userId: string | null; name: string }
interface Named {
  equipment: Map<string, EquipmentRow>
  created: EquipmentRow[]
  customers: Map<string, Person>
  technicians: Technician[]
}

const DAY = 24 * 60 * 60 * 1000

/**
 * Reads what rows are checked against.
 * @throws ImportFailure IMPORT_DEFAULT_UNKNOWN when a default of the mapping is in no code list
 */
export async function readReferenceData(mapping: Mapping): Promise<ReferenceData> {
  const { OrderTypes, Currencies, ResolutionCodes, FaultRules, AccountingIndicators } = entities()
  const orderTypes = new Set(await codesOf(OrderTypes))
  const currencies = currencyDecimals(await SELECT.from(Currencies).columns('code', 'minorUnit'))
  requireDefault(mapping, 'orderType', orderTypes)
  requireDefault(mapping, 'currency', currencies)
  requireDefault(mapping, 'accountingIndicator', new Set(await codesOf(AccountingIndicators)))
  const now = cds.context?.timestamp ?? new Date()
  return {
    orderTypes,
    currencies,
    resolutions: new Set(await codesOf(ResolutionCodes)),
    categoryOf: faultCategorizer((await SELECT.from(FaultRules).columns('keyword', 'faultCategory_code', 'weight')) as FaultRule[]),
    // In the world's easternmost zones it is tomorrow already.
    today: new Date(now.getTime() + DAY).toISOString().slice(0, 10)
  }
}

/**
 * Stores one chunk in the current transaction, set by set.
 *
 * The counter row of the order numbers is locked first: whoever creates orders at the same time has then
 * committed or waits, so that what this chunk finds stored already stays true until it is committed. The
 * unique key on `intakeKey` is the net below.
 */
export async function storeChunk(rows: HistoryRow[], mapping: Mapping, known: ReferenceData, { dryRun = false, onStored }: StoreOptions = {}): Promise<ChunkOutcome> {
  if (!dryRun) await nextNumbers('WorkOrder', 0)
  const { fresh, duplicates, conflicts } = await withoutImported(rows, mapping)
  const named = await readNamed(fresh, mapping)
  const { accepted, rejects } = withoutUnknown(fresh, mapping, named)
  const created = named.created.filter(({ serialNumber }) => accepted.some(row => row.equipment === serialNumber))
  const stored = !dryRun && accepted.length ? await insert(accepted, mapping, known, { ...named, created }) : []
  if (stored.length) await onStored?.(stored)
  return {
    imported: accepted.length,
    duplicates,
    createdEquipment: created.map(({ serialNumber }) => serialNumber),
    rejects: [...conflicts, ...rejects]
  }
}

async function withoutImported(rows: HistoryRow[], mapping: Mapping) {
  const { WorkOrders } = entities()
  const keys = rows.map(row => importKey(mapping.source, row.reference))
  const stored = keys.length
    ? await SELECT.from(WorkOrders).columns('number', 'intakeKey', 'receivedAt').where({ intakeKey: { in: keys } })
    : []
  const byKey = new Map(stored.map((order: { intakeKey: string }) => [order.intakeKey, order]))
  const fresh: HistoryRow[] = []
  const conflicts: RejectedRow[] = []
  let duplicates = 0
  for (const row of rows) {
    const order = byKey.get(importKey(mapping.source, row.reference)) as { number: string; receivedAt: string } | undefined
    if (!order) fresh.push(row)
    else if (new Date(order.receivedAt).toISOString().startsWith(row.date)) duplicates += 1
    else conflicts.push(reject(row, mapping, 'reference', 'IMPORT_REFERENCE_OF_OTHER_ORDER', [row.reference, order.number]))
  }
  return { fresh, duplicates, conflicts }
}

async function readNamed(rows: HistoryRow[], mapping: Mapping): Promise<Named> {
  const equipment = await readEquipment(distinct(rows.map(row => row.equipment)))
  const created: EquipmentRow[] = []
  for (const name of mapping.createMissingEquipment ? distinct(rows.map(row => row.equipment)) : []) {
    if (equipment.has(name)) continue
    created.push(missingEquipment(name))
    equipment.set(name, created.at(-1)!)
  }
  return {
    equipment,
    created,
    customers: await readCustomers(distinct(rows.map(row => row.customer))),
    technicians: await readTechnicians(distinct(rows.map(row => row.technician)))
  }
}

async function readEquipment(names: string[]): Promise<Map<string, EquipmentRow>> {
  const { Equipment } = entities()
  if (!names.length) return new Map()
  const candidates: EquipmentRow[] = await SELECT.from(Equipment)
    .columns('*', { ref: ['customer'], expand: [{ ref: ['name'] }] })
    .where({ serialNumber: { in: names }, or: { number: { in: names } } })
  const chosen = names.map(name => [name, chooseEquipment(name, candidates)] as const)
  return new Map(chosen.filter((entry): entry is [string, EquipmentRow] => !!entry[1]))
}

async function readCustomers(numbers: string[]): Promise<Map<string, Person>> {
  const { Customers } = entities()
  const found = numbers.length ? await SELECT.from(Customers).columns('ID', 'number', 'name').where({ number: { in: numbers } }) : []
  return new Map(found.map((customer: Person & { number: string }) => [customer.number, customer]))
}

async function readTechnicians(names: string[]): Promise<Technician[]> {
  const { Technicians } = entities()
  if (!names.length) return []
  return SELECT.from(Technicians).columns('ID', 'number', 'userId', 'name')
    .where({ number: { in: names }, or: { userId: { in: names }, or: { name: { in: names } } } })
    .orderBy('number')
}

/** Equipment and customers must exist; technicians may have left long ago. */
function withoutUnknown(rows: HistoryRow[], mapping: Mapping, { equipment, customers }: Named) {
  const accepted: HistoryRow[] = []
  const rejects: RejectedRow[] = []
  for (const row of rows) {
    if (!equipment.has(row.equipment)) rejects.push(reject(row, mapping, 'equipment', 'IMPORT_EQUIPMENT_UNKNOWN', [row.equipment]))
    else if (row.customer && !customers.has(row.customer)) rejects.push(reject(row, mapping, 'customer', 'IMPORT_CUSTOMER_UNKNOWN', [row.customer]))
    else accepted.push(row)
  }
  return { accepted, rejects }
}

/** The orders that have costs. */
async function insert(rows: HistoryRow[], mapping: Mapping, known: ReferenceData, named: Named): Promise<string[]> {
  const { WorkOrders, CostItems, Events, Equipment } = entities()
  const numbers = await nextNumbers('WorkOrder', rows.length)
  const userId = cds.context?.user?.id ?? 'import'
  const made = rows.map((row, i) => closedOrder(row, {
    mapping,
    number: numbers[i],
    equipment: named.equipment.get(row.equipment)!,
    customer: row.customer ? named.customers.get(row.customer) : undefined,
    technician: named.technicians.find(({ number, userId, name }) => [number, userId, name].includes(row.technician)),
    faultCategory: known.categoryOf(row),
    resolution: row.resolution && known.resolutions.has(row.resolution) ? row.resolution : null,
    userId
  }))
  await insertInto(Equipment, named.created)
  await insertInto(WorkOrders, made.map(({ order }) => order))
  await insertInto(CostItems, made.flatMap(({ costItem }) => costItem ?? []))
  await insertInto(Events, made.map(({ event }) => event))
  return made.flatMap(({ costItem }) => costItem?.workOrder_ID ?? [])
}

/**
 * Inserts only the columns that the rows fill. INSERT … entries would name all of the entity's columns, and
 * unpacking them costs the database most of the time of an import.
 */
async function insertInto(entity: any, entries: Record<string, unknown>[]) {
  if (!entries.length) return
  const at = (cds.context?.timestamp ?? new Date()).toISOString()
  const by = cds.context?.user?.id
  const managed = entity.elements.modifiedAt ? { createdAt: at, createdBy: by, modifiedAt: at, modifiedBy: by } : {}
  const full: Record<string, unknown>[] = entries.map(entry => ({ ...entry, ...managed }))
  const columns = Object.keys(full[0]).filter(name => entity.elements[name] && full.some(row => row[name] != null))
  await INSERT.into(entity).columns(...columns as never[]).rows(full.map(row => columns.map(name => row[name])) as never)
}

/** Decimals by the code list; every ISO 4217 code with its own where the list is empty or silent. */
function currencyDecimals(listed: { code: string; minorUnit: number | null }[]): Map<string, number> {
  const codes = listed.length ? listed : Intl.supportedValuesOf('currency').map(code => ({ code, minorUnit: null }))
  return new Map(codes.map(({ code, minorUnit }) => [code, minorUnit ?? isoDecimals(code)]))
}

const isoDecimals = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

const entities = (): Record<string, any> => ({ ...own(), Currencies: own('sap.common').Currencies })

const codesOf = async (codeList: any): Promise<string[]> => (await SELECT.from(codeList).columns('code')).map(({ code }: { code: string }) => code)

function requireDefault({ defaults }: Mapping, name: keyof Mapping['defaults'], known: { has(code: string): boolean }) {
  const code = defaults[name]
  if (code !== null && !known.has(code)) throw new ImportFailure('IMPORT_DEFAULT_UNKNOWN', `defaults.${name}`, [code, name])
}

function reject(row: HistoryRow, mapping: Mapping, field: 'reference' | 'equipment' | 'customer', code: string, args: Problem['args']): RejectedRow {
  return { line: row.line, cells: row.cells, problems: [{ column: mapping.header[mapping.columns[field]!], code, args }] }
}

const distinct = (names: (string | null)[]): string[] => [...new Set(names.filter((name): name is string => !!name))]
