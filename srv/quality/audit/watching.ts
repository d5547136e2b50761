import type cds from '@sap/cds'
import { fail } from '../../errors'
import { Journal } from './journal'
import { linkOf, places, savedTableOf, type Audited, type Definition } from './model'
import { among, type Key } from './reading'
import { entriesOf, recordsOf, rowsOf, writesElement, type Runner } from './touching'

interface Request { query: Record<string, object>; target?: Definition; data: unknown }
type Next = () => Promise<unknown>

/** Rows of these are added, and nothing else. */
const APPEND_ONLY = ['aftersales.AuditEvents', 'aftersales.Signatures']
const allowed = new WeakSet<object>()

/** For the one who may correct a row that its own transaction has added. */
export function asWriter<T extends object>(query: T): T {
  allowed.add((query as { UPDATE?: object }).UPDATE!)
  return query
}

/** Sees to it that every statement on audited records is noted by its transaction's journal, whoever runs it. */
export function watchDatabase(db: cds.Service): void {
  db.prepend(() => {
    db.on(['INSERT', 'UPDATE', 'UPSERT', 'DELETE'], watch as never)
  })
}

async function watch(this: Runner & { context: object }, req: Request, next: Next): Promise<unknown> {
  const table = savedTableOf(req.target)
  if (!table) return next()
  if (APPEND_ONLY.includes(table.name) && !req.query.INSERT && !allowed.has(req.query.UPDATE)) fail(403, 'APPEND_ONLY')
  const place = places().get(table.name)
  if (!place && carried(table).length) return watchCarrier.call(this, table, req, next)
  if (!place || (place.root.when && !writesElement(req.query, place.root.when))) return next()
  const journal = Journal.of(this.context)
  const isNew = Boolean(req.query.INSERT) && !place.path.length
  if (!isNew) await journal.keepBefore(place.root, await recordsOf(req.query, place, this), this)
  const result = await next()
  if (isNew) journal.keepCreated(place.root, createdKeys(req, place.root))
  return result
}

/** An audited list below a record that is not audited itself, such as the certificates of a technician. */
interface Carried { audited: Audited; list: string; link: Record<string, string> }

const carriers = new WeakMap<object, Carried[]>()

function carried(table: Definition): Carried[] {
  const known = carriers.get(table)
  if (known) return known
  const found = Object.values(table.elements)
    .filter(element => element.isComposition && element.on && places().get(element._target!.name)?.path.length === 0)
    .map(element => ({ audited: places().get(element._target!.name)!.root, list: element.name, link: linkOf(element) }))
  carriers.set(table, found)
  return found
}

/** CAP writes the rows below by itself, past all handlers: they are compared as a whole. */
async function watchCarrier(this: Runner & { context: object }, table: Definition, req: Request, next: Next): Promise<unknown> {
  const written = carried(table).filter(({ list }) => req.query.DELETE || [req.data].flat().some(row => (row as Key | undefined)?.[list] !== undefined))
  if (!written.length) return next()
  const journal = Journal.of(this.context)
  const keys = Object.values(table.keys ?? {}).filter(({ isAssociation, virtual }) => !isAssociation && !virtual).map(({ name }) => name)
  const parents = req.query.INSERT ? [] : req.query.UPSERT ? entriesOf(req.query) : await rowsOf(req.query, keys, undefined, this)
  for (const each of written) await journal.keepBefore(each.audited, await below(each, parents, this), this)
  const result = await next()
  const now = req.query.INSERT ? entriesOf(req.query) : parents
  if (!req.query.DELETE) for (const each of written) journal.keepCreated(each.audited, await below(each, now, this))
  return result
}

async function below({ audited, link }: Carried, parents: Key[], db: Runner): Promise<Key[]> {
  const wanted = parents.map(parent => Object.fromEntries(Object.entries(link).map(([own, above]) => [own, parent[above]])))
  if (!wanted.length) return []
  return (await db.run(SELECT.from(audited.entity).columns(...(audited.keys as never[])).where(among({ keys: Object.keys(link) }, wanted) as never))) as Key[]
}

const createdKeys = ({ query }: Request, { keys, when }: { keys: string[]; when?: string }): Key[] =>
  entriesOf(query).filter(row => !when || row[when]).map(row => Object.fromEntries(keys.map(key => [key, row[key]])))

