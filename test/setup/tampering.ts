import cds from '@sap/cds'
import { seededRandom } from '../host-erp/wire/random'

type Row = Record<string, unknown>
interface Tx { run(query: unknown, values?: unknown[]): Promise<any>; rollback(error?: unknown): Promise<void> }

/** How many changes: few in the suite, `AFTERSALES_FUZZ=1000` for all. */
export const fuzzCount = () => Number(process.env.AFTERSALES_FUZZ ?? 40)

/** The trail and its signatures, whole; of signed records what a signature is about, and who it was. */
const TABLES: Record<string, string[] | undefined> = {
  AuditEvents: undefined, AuditChains: undefined, Signatures: undefined,
  QualityNotifications: ['shortText', 'longText', 'number', 'type_code', 'customerName', 'serialNumber', 'priority_code', 'createdBy', 'awareAt', 'batch'],
  NotificationItems: ['text', 'quantity', 'defectCode', 'position', 'notification_ID'], NotificationCauses: ['text', 'causeCode', 'isRootCause', 'item_ID'],
  CapaCases: ['title', 'problem', 'containment', 'number', 'owner', 'severity'], CapaActions: ['text', 'kind_code', 'cycle', 'capa_ID', 'position'],
  CapaCauses: ['answer', 'evidence', 'isRootCause', 'parent_ID', 'branch_code'], CapaCycles: ['rootCause', 'verifiedBy', 'cycle'],
  EffectivenessChecks: ['criterion', 'sample', 'windowDays', 'passed'], RegulatoryDecisions: ['isReportable', 'reason', 'inputs', 'dueOn', 'decidedBy'],
  NotificationTasks: ['text', 'owner', 'dueDate', 'status_code', 'notification_ID'], ComplaintRecords: ['nature', 'receivedOn', 'notification_ID']
}
const OF_TRAIL = ['AuditEvents', 'AuditChains', 'Signatures']

/**
 * Makes so many changes in the database, past the service, each one alone and taken back afterwards: a column of a row, a row deleted, doubled, or two that trade a
 * column.
 *
 * @returns the changes that were not found
 */
export async function fuzz(count: number, isFound: (tx: Tx) => Promise<boolean>): Promise<string[]> {
  const random = seededRandom(20261122)
  const rows = await rowsByTable()
  const missed: string[] = []
  const kinds: Record<string, number> = {}
  for (let made = 0; made < count;) {
    const change = anyChange(rows, random)
    if (!change) continue
    const found = await tryOut(change.statements, isFound)
    if (found === 'refused') continue
    made++
    kinds[change.kind] = (kinds[change.kind] ?? 0) + 1
    if (!found) missed.push(change.text)
  }
  process.stdout.write(`${count} changes past the service, ${count - missed.length} found: ${JSON.stringify(kinds)}\n`)
  return missed
}

interface Statement { sql: string; values: unknown[] }

/** What the database itself refuses is no change. */
async function tryOut(statements: Statement[], isFound: (tx: Tx) => Promise<boolean>): Promise<boolean | 'refused'> {
  const tx = (cds.db as any).tx() as Tx
  try {
    for (const { sql, values } of statements) await tx.run(withPlaces(sql), values)
    return await isFound(tx)
  } catch (error) {
    if (/constraint|duplicate key|not-null|null value|invalid input|out of range|too long/i.test((error as Error).message)) return 'refused'
    throw error
  } finally {
    await tx.rollback().catch(() => {})
  }
}

async function rowsByTable(): Promise<Record<string, Row[]>> {
  const signed = (await cds.db.run(SELECT.from('aftersales.Signatures').columns('objectID'))).map(({ objectID }: Row) => objectID)
  const items = (await cds.db.run(SELECT.from('aftersales.NotificationItems').columns('ID').where({ notification_ID: { in: signed } }))).map(({ ID }: Row) => ID)
  const itself = { ID: { in: signed } }, ofCase = { capa_ID: { in: signed } }
  const of: Record<string, object> = {
    QualityNotifications: itself, NotificationCauses: { item_ID: { in: items } }, CapaCases: itself, RegulatoryDecisions: itself, CapaActions: ofCase, CapaCauses: ofCase, CapaCycles: ofCase, EffectivenessChecks: ofCase
  }
  const result: Record<string, Row[]> = {}
  for (const table of Object.keys(TABLES)) {
    const select = SELECT.from(`aftersales.${table}`)
    if (!OF_TRAIL.includes(table)) select.where((of[table] ?? { notification_ID: { in: signed } }) as never)
    result[table] = await cds.db.run(select)
  }
  return result
}

interface Change { kind: string; text: string; statements: Statement[] }

function anyChange(rows: Record<string, Row[]>, random: () => number): Change | undefined {
  const table = pick(Object.keys(TABLES), random)
  if (!rows[table].length) return undefined
  const row = pick(rows[table], random)
  const { keys, columns } = columnsOf(table)
  const kind = random() < 0.7 ? 'column' : pick(['deleted', 'doubled', 'traded'], random)
  if (kind === 'column') return changedColumn(table, row, keys, pick(columns, random), random)
  const name = `aftersales_${table}`
  if (kind === 'deleted') return { kind, text: `${table} row deleted ${JSON.stringify(row)}`, statements: [{ sql: `DELETE FROM ${name} WHERE ${condition(keys)}`, values: keys.map(key => row[key]) }] }
  if (kind === 'doubled') {
    // A word of SQL as a column's name is quoted differently everywhere.
    const all = Object.keys(columnTypes(table)).filter(column => column !== 'limit')
    const copied = all.map(column => (column === keys.at(-1) ? '?' : column)).join(', ')
    return { kind, text: `${table} row doubled`, statements: [{ sql: `INSERT INTO ${name} (${all.join(', ')}) SELECT ${copied} FROM ${name} WHERE ${condition(keys)}`, values: [cds.utils.uuid(), ...keys.map(key => row[key])] }] }
  }
  const other = pick(rows[table], random), column = pick(columns, random)
  if (same(other[column], row[column])) return undefined
  return {
    kind, text: `${table}.${column} traded`,
    statements: [[row, other], [other, row]].map(([to, from]) => ({ sql: `UPDATE ${name} SET ${column} = ? WHERE ${condition(keys)}`, values: [asStored(from[column]), ...keys.map(key => to[key])] }))
  }
}

function changedColumn(table: string, row: Row, keys: string[], column: string, random: () => number): Change | undefined {
  const type = columnTypes(table)[column]
  const value = otherValue(row[column], type, random)
  if (same(value, row[column])) return undefined
  return {
    kind: 'column', text: `${table}.${column} from ${JSON.stringify(row[column])} to ${JSON.stringify(value)}`,
    statements: [{ sql: `UPDATE aftersales_${table} SET ${column} = ? WHERE ${condition(keys)}`, values: [asStored(value), ...keys.map(key => row[key])] }]
  }
}

function otherValue(value: unknown, type: string, random: () => number): unknown {
  if (value !== null && random() < 0.1) return null
  if (type === 'cds.Integer') return Number(value ?? 0) + (random() < 0.5 ? 1 : -1)
  if (type === 'cds.Decimal') return String(Number(value ?? 0) + 0.5)
  if (type === 'cds.Boolean') return !value
  if (type === 'cds.Timestamp') return new Date(Date.parse(String(value ?? '2026-01-01T00:00:00Z')) + (random() < 0.5 ? 1 : 3_600_000)).toISOString()
  if (type === 'cds.Date') return value ? '2026-02-02' : '2026-01-01'
  if (type === 'cds.UUID') return cds.utils.uuid()
  const text = String(value ?? '')
  if (!text) return 'x'
  const at = Math.floor(random() * text.length)
  return text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1)
}

/** PostgreSQL numbers its placeholders. */
function withPlaces(sql: string): string {
  let place = 0
  return (cds.db as any).kind === 'postgres' ? sql.replace(/\?/g, () => `$${++place}`) : sql
}

const same = (a: unknown, b: unknown) => (a ?? null) === (b ?? null) || String(a ?? '\u0000') === String(b ?? '\u0000')
const asStored = (value: unknown) => (typeof value === 'boolean' && (cds.db as any).kind === 'sqlite' ? Number(value) : value)
const condition = (keys: string[]) => keys.map(key => `${key} = ?`).join(' AND ')

function columnsOf(table: string): { keys: string[]; columns: string[] } {
  const { elements } = cds.model!.definitions[`aftersales.${table}`] as any
  const keys = Object.values<any>(elements).filter(({ key, isAssociation }) => key && !isAssociation).map(({ name }) => name)
  return { keys, columns: TABLES[table]?.filter(column => column in elements) ?? Object.keys(columnTypes(table)) }
}

function columnTypes(table: string): Record<string, string> {
  const { elements } = cds.model!.definitions[`aftersales.${table}`] as any
  return Object.fromEntries(Object.values<any>(elements).filter(({ isAssociation, virtual, value }) => !isAssociation && !virtual && !value).map(({ name, type, _type }) => [name, builtin(type ?? _type)]))
}

const builtin = (type: string): string => (type.startsWith('cds.') ? type : builtin((cds.model!.definitions[type] as any)?.type ?? 'cds.String'))
const pick = <T>(from: T[], random: () => number): T => from[Math.floor(random() * from.length)]
