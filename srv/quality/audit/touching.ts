import type { Child, Place } from './model'
import { among, type Key } from './reading'

interface Statement {
  INSERT?: { entries?: Key[]; rows?: unknown[][]; columns?: string[]; values?: unknown[] }
  UPSERT?: { entries?: Key[]; rows?: unknown[][]; columns?: string[]; values?: unknown[] }
  UPDATE?: { entity: unknown; where?: unknown; data?: Key; with?: Key }
  DELETE?: { from: unknown; where?: unknown }
}
export interface Runner { run(query: unknown): Promise<unknown> }

/** Whether a statement writes what the trail is about, where that is one element only. */
export function writesElement(query: Statement, element: string): boolean {
  const written = [query.UPDATE?.data, query.UPDATE?.with, ...entriesOf(query)]
  return Boolean(query.DELETE) || written.some(row => row?.[element] !== undefined && row[element] !== null)
}

/** Keys of the audited records that a statement is going to change, also by changing rows below them. */
export async function recordsOf(query: Statement, { root, path }: Place, db: Runner): Promise<Key[]> {
  const child = path.at(-1)
  const named = child || root.when ? undefined : keyNamed(query, root.keys)
  if (named) return [named]
  const columns = child ? Object.keys(child.link) : root.keys
  const rows = query.INSERT || query.UPSERT ? entriesOf(query) : await rowsOf(query, columns, root.when, db)
  const moved = [query.UPDATE?.data, query.UPDATE?.with].filter(data => child && data && columns.every(column => data[column] !== undefined)) as Key[]
  const given = [...rows, ...moved].map(row => withColumns(row, columns)).filter(row => columns.every(column => row[column] !== undefined && row[column] !== null))
  return child ? climb(given.map(row => parentKey(child, row)), path, root.keys, db) : given.map(row => pick(row, root.keys))
}

/** Foreign keys may be given as `item: { ID }` as well. */
const withColumns = (row: Key, columns: string[]): Key => Object.fromEntries(columns.map(column => [column, row[column] ?? nested(row, column)]))

function nested(row: Key, column: string): unknown {
  for (let at = column.indexOf('_'); at > 0; at = column.indexOf('_', at + 1)) {
    const below = row[column.slice(0, at)] as Key | undefined
    if (below && typeof below === 'object') return below[column.slice(at + 1)] ?? nested(below, column.slice(at + 1))
  }
  return undefined
}

const parentKey = (child: Child, row: Key): Key => Object.fromEntries(Object.entries(child.link).map(([own, above]) => [above, row[own]]))
const pick = (row: Key, keys: string[]): Key => Object.fromEntries(keys.map(key => [key, row[key]]))

/** The key that a statement's condition names; other conditions beside it only narrow it. */
function keyNamed({ UPDATE: update, DELETE: del }: Statement, [key, ...further]: string[]): Key | undefined {
  const target = (update?.entity ?? del?.from) as { ref?: (string | { where?: unknown[] })[] } | string | undefined
  if (!target || further.length || (typeof target === 'object' && target.ref?.length !== 1)) return undefined
  const step = typeof target === 'object' ? target.ref![0] : undefined
  const value = [typeof step === 'object' ? step.where : undefined, (update ?? del)!.where as unknown[] | undefined].map(where => valueOf(key, where)).find(found => found !== undefined)
  return value === undefined ? undefined : { [key]: value }
}

/** Of `key = value` where that stands alone or is joined by `and` only. */
function valueOf(key: string, where: unknown[] | undefined): unknown {
  if (!where || where.includes('or')) return undefined
  const at = where.findIndex((operand, i) => (operand as { ref?: string[] }).ref?.join() === key && where[i + 1] === '=' && where[i - 1] !== 'not')
  return at < 0 ? undefined : (where[at + 2] as { val?: unknown }).val
}

/** From rows of one level up to the records. */
async function climb(parents: Key[], path: Child[], rootKeys: string[], db: Runner): Promise<Key[]> {
  const distinct = [...new Map(parents.map(key => [JSON.stringify(key), key])).values()]
  if (!distinct.length || path.length === 1) return distinct.map(key => pick(key, rootKeys))
  const above = path.at(-2)!
  const rows = (await db.run(SELECT.from(above.entity).columns(...(Object.keys(above.link) as never[])).where(among({ keys: Object.keys(distinct[0]) }, distinct) as never))) as Key[]
  return climb(rows.map(row => parentKey(above, row)), path.slice(0, -1), rootKeys, db)
}

export async function rowsOf({ UPDATE: update, DELETE: del }: Statement, columns: string[], when: string | undefined, db: Runner): Promise<Key[]> {
  const select = SELECT.from((update?.entity ?? del!.from) as never).columns(...(columns as never[]))
  const where = (update ?? del)!.where
  if (where) select.SELECT.where = structuredClone(where) as never
  if (when && del) select.where({ [when]: { '!=': null } } as never)
  return (await db.run(select)) as Key[]
}

/** The rows of an INSERT or UPSERT by name, however they were given. */
export function entriesOf({ INSERT: insert, UPSERT: upsert }: Statement): Key[] {
  const { entries, rows, columns, values } = insert ?? upsert ?? {}
  if (entries && Symbol.iterator in entries) return [...entries]
  return [...(rows ?? []), ...(values ? [values] : [])].map(row => Object.fromEntries((columns ?? []).map((column, i) => [column, row[i]])))
}
