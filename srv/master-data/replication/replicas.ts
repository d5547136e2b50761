import cds from '@sap/cds'
import { entities } from '../../entities'
import type { EquipmentRecord, HostRecord } from '../../host-erp/reading'
import { changesOf, examine, type Finding, formsOf, kindOf, type Limits, lookup, type ReplicaRow, type ReplicationObject, type Wanted } from './records'

/** What became of some records. */
export interface Outcome {
  written: number
  unchanged: number
  deactivated: number
  findings: Finding[]
  /** Numbers of the replicas, and of rejected records, that the host has. */
  met: string[]
}

const entityOf = (object: ReplicationObject) => entities()[kindOf(object).entity]

/** Numbers that these records refer to and that have no replica yet. */
export async function missingReferences(object: ReplicationObject, records: HostRecord[]): Promise<{ object: ReplicationObject; numbers: string[] }[]> {
  if (object !== 'equipment') return []
  const pieces = records as EquipmentRecord[]
  const missing = async (of: 'customers' | 'products', numbers: (string | null)[]) => {
    const wanted = distinct(numbers)
    const known = await replicasOf(of, wanted)
    return { object: of, numbers: wanted.filter(number => !known(number)) }
  }
  const references = [await missing('customers', pieces.map(({ customer }) => customer)), await missing('products', pieces.map(({ product }) => product))]
  return references.filter(({ numbers }) => numbers.length)
}

/**
 * Makes replicas of records, set by set: one read of those that exist, one INSERT of new ones, one UPSERT of those that
 * differ. The same records again change nothing. Runs in the caller's transaction.
 */
export async function write(object: ReplicationObject, records: HostRecord[]): Promise<Outcome> {
  const entity = entityOf(object)
  const { wanted, findings } = examine(object, records, await limitsOf(object))
  const rejected = findings.filter(({ isReject }) => isReject).map(({ number }) => number)
  const known = await replicasOf(object, [...wanted.map(({ number }) => number), ...rejected], distinct(wanted.flatMap(({ fields }) => Object.keys(fields))))
  const rows = wanted.map(each => ({ ...each, row: known(each.number) })).map(each => ({ ...each, ID: each.row?.ID ?? cds.utils.uuid() }))
  if (object === 'equipment') findings.push(...(await refer(rows, records as EquipmentRecord[])))

  const replicatedAt = new Date().toISOString()
  const created = rows.filter(({ row }) => !row)
  const changed = rows.filter(({ row, fields }) => row && (!row.replicatedAt || Object.keys(changesOf(row, fields)).length))
  if (created.length) await INSERT.into(entity).entries(created.map(({ ID, number, fields }) => ({ ID, number, ...fields, replicatedAt })))
  if (changed.length) await UPSERT.into(entity).entries(changed.map(({ ID, row, fields }) => ({ ID, number: row!.number, ...fields, replicatedAt })))
  const translated = await writeTexts(object, rows)
  const touched = new Set([...created, ...changed].map(({ ID }) => ID).concat(translated))
  return {
    written: touched.size,
    unchanged: rows.length - touched.size,
    deactivated: changed.filter(({ row, fields }) => row!.isActive !== false && fields.isActive === false).length,
    findings,
    met: distinct([...wanted.map(({ number }) => number), ...rejected].map(number => known(number)?.number ?? number))
  }
}

type Row = Wanted & { ID: string; row?: ReplicaRow }

/** Turns numbers of customer, product and parent into IDs. A parent may come with a later page: it is linked by its number then. */
async function refer(rows: Row[], records: EquipmentRecord[]): Promise<Finding[]> {
  // Of two records with one number the first was taken.
  const byNumber = new Map(records.toReversed().map(record => [record.number, record]))
  const customers = await replicasOf('customers', distinct(records.map(({ customer }) => customer)))
  const products = await replicasOf('products', distinct(records.map(({ product }) => product)))
  const parents = await replicasOf('equipment', distinct(records.map(({ parent }) => parent)))
  const beside = lookup(rows.map(({ ID, number }) => ({ ID, number })), kindOf('equipment').numberLength)
  const findings: Finding[] = []
  for (const { number, fields } of rows) {
    const { customer, product, parent } = byNumber.get(number)!
    fields.customer_ID = customer && (customers(customer)?.ID ?? null)
    fields.product_ID = product && (products(product)?.ID ?? null)
    fields.parent_ID = parent && (parents(parent)?.ID ?? beside(parent)?.ID ?? null)
    const doubt = { number, isReject: false }
    if (customer && !fields.customer_ID) findings.push({ ...doubt, code: 'CUSTOMER_UNKNOWN', field: 'customer', unknown: customer })
    if (product && !fields.product_ID) findings.push({ ...doubt, code: 'PRODUCT_UNKNOWN', field: 'product', unknown: product })
  }
  return findings
}

/** Names in other languages. Languages that the host does not know stay. */
async function writeTexts(object: ReplicationObject, rows: Row[]): Promise<string[]> {
  if (!rows.some(({ texts }) => texts.length)) return []
  const { texts: entity } = entityOf(object) as unknown as { texts: string }
  const found = (await SELECT.from(entity).columns('ID', 'locale', 'name')
    .where({ ID: { in: rows.map(({ ID }) => ID) } })) as { ID: string; locale: string; name: string }[]
  const known = new Map(found.map(({ ID, locale, name }) => [`${ID} ${locale}`, name]))
  const changed = rows.flatMap(({ ID, texts }) => texts.map(text => ({ ID, ...text }))).filter(({ ID, locale, name }) => known.get(`${ID} ${locale}`) !== name)
  if (changed.length) await UPSERT.into(entity).entries(changed)
  return changed.map(({ ID }) => ID)
}

/** Marks replicas inactive whose records the host does not have any more. @returns how many were active */
export async function deactivate(object: ReplicationObject, numbers: string[]): Promise<number> {
  if (!numbers.length) return 0
  const forms = numbers.flatMap(number => formsOf(number, kindOf(object).numberLength))
  return await UPDATE(entityOf(object)).with({ isActive: false, replicatedAt: new Date().toISOString() } as never)
    .where({ number: { in: forms }, isActive: true, replicatedAt: { '!=': null } })
}

/** Replicas by number, in whatever form that stands there. */
async function replicasOf(object: ReplicationObject, numbers: string[], fields: string[] = []): Promise<(number: string) => ReplicaRow | undefined> {
  const { numberLength } = kindOf(object)
  if (!numbers.length) return () => undefined
  const forms = numbers.flatMap(number => formsOf(number, numberLength))
  const references = fields.length && object === 'equipment' ? ['customer_ID', 'product_ID', 'parent_ID'] : []
  const columns = ['ID', 'number', 'isActive', 'replicatedAt', ...fields, ...references]
  return lookup((await SELECT.from(entityOf(object)).columns(...([...new Set(columns)] as never[])).where({ number: { in: forms } })) as ReplicaRow[], numberLength)
}

/** Lengths of the fields in the model, and the codes that the lists know now. */
async function limitsOf(object: ReplicationObject): Promise<Limits> {
  const { codes } = kindOf(object)
  const elements = Object.values(entityOf(object).elements) as unknown as { name: string; length?: number }[]
  const lists = await Promise.all(Object.entries(codes).map(async ([field, list]) => {
    const rows = (await SELECT.from(entities()[list]).columns('code')) as { code: string }[]
    return [field, new Set(rows.map(({ code }) => code))] as const
  }))
  return { lengths: Object.fromEntries(elements.map(({ name, length }) => [name, length])), codes: Object.fromEntries(lists) }
}

const distinct = (values: (string | null)[]): string[] => [...new Set(values.filter(value => value !== null))]
