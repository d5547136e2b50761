import { tableOf } from '../tables'
import { logChange, logsChanges, valuesAreTold } from './log'
import { isAboutPersons, keysOf, personalOf, type Annotated, type AnnotatedElement } from './personal'
import { subjectIn } from './reads'

type Row = Record<string, unknown>
interface Query {
  INSERT?: { entries?: Row[] }
  UPSERT?: { entries?: Row[] }
  UPDATE?: { entity: unknown; where?: unknown; data?: Row; with?: Row }
  DELETE?: { from: unknown; where?: unknown }
}
interface Request { query: Query; target?: Annotated; data?: Row | Row[] }
/** A transaction, and what it belongs to. */
interface Runner { context: object; run(query: unknown): Promise<Row[]> }
interface Attribute { name: string; old?: unknown; new?: unknown }

/** Rows of a statement that are told one by one, with values; of more it is told which elements of how many. */
const TOLD = 20
const LONGEST = 500

/**
 * Sees every INSERT, UPDATE, UPSERT and DELETE where statements run: of services, actions, drafts that are saved, imports and rounds alike.
 * SQL in text form is not seen; who writes personal data so calls `logChange`.
 */
export async function watchChanges(this: Runner, req: Request, next: () => Promise<unknown>): Promise<unknown> {
  const { query, target } = req
  if (!logsChanges() || !target?.elements || isAside(target) || !touchesPersons(target)) return next()
  if (query.UPDATE) return watchUpdate(this, req, target, next)
  if (query.DELETE) {
    const before = await this.run(selectOf(target, query.DELETE.from, query.DELETE.where, columnsOf(target, null)))
    const result = await next()
    await tell(this.context, target, before.map(row => ({ row, attributes: attributesOf(target, row, null) })))
    return result
  }
  const result = await next()
  const rows = query.INSERT?.entries ?? query.UPSERT?.entries ?? []
  await tell(this.context, target, rows.map(row => ({ row, attributes: attributesOf(target, null, row) })))
  return result
}

async function watchUpdate(db: Runner, { query, data }: Request, target: Annotated, next: () => Promise<unknown>): Promise<unknown> {
  const { entity, where } = query.UPDATE!
  const changes: Row = { ...query.UPDATE!.with, ...query.UPDATE!.data, ...(Array.isArray(data) ? undefined : data) }
  const columns = columnsOf(target, changes)
  if (!columns.some(({ isPersonal }) => isPersonal)) return next()
  const before = await db.run(selectOf(target, entity, where, columns))
  const result = await next()
  await tell(db.context, target, before.map(row => ({ row: { ...row, ...values(changes) }, attributes: attributesOf(target, row, changes) })))
  return result
}

/** Drafts are their owner's; logs and queues are where this goes. */
const isAside = ({ name, isDraft }: Annotated & { isDraft?: boolean }) => isDraft || /\.drafts$|^cds\.|^DRAFT\.|\.PersonalDataLog$|\.SealedValues$|\.AuditEvents$|\.AuditChains$/.test(name)

const touches = new WeakMap<object, boolean>()
function touchesPersons(target: Annotated): boolean {
  const known = touches.get(target)
  if (known !== undefined) return known
  const found = isAboutPersons(target) || compositions(target).some(({ _target }) => isAboutPersons(_target!))
  touches.set(target, found)
  return found
}

const compositions = ({ elements }: Annotated): AnnotatedElement[] => Object.values(elements).filter(({ isComposition, _target }) => isComposition && _target)

interface Column { ref: string[]; expand?: object[]; isPersonal: boolean }

/** What has to be read to tell what changed: elements that are written, and lists below that are written with their parent. */
function columnsOf(target: Annotated, changes: Row | null): Column[] {
  const { personal, sensitive, subjects } = personalOf(target)
  const written = [...personal, ...sensitive].filter(name => !changes || name in changes)
  const below = compositions(target).filter(({ name, _target }) => (!changes || Array.isArray(changes[name])) && isAboutPersons(_target!)).map(({ name, _target }) => ({
    ref: [name], isPersonal: true, expand: [...new Set([...keysOf(_target!), ...personalOf(_target!).personal, ...personalOf(_target!).sensitive])].map(each => ({ ref: [each] }))
  }))
  const own = [...new Set([...keysOf(target), ...subjects.keys(), ...written])].map(name => ({ ref: [name], isPersonal: written.includes(name) }))
  return [...own, ...below]
}

function selectOf(target: Annotated, entity: unknown, where: unknown, columns: Column[]) {
  const query = SELECT.from(target.name) as unknown as { SELECT: Record<string, unknown> }
  const from = entity as { ref?: unknown[] } | string
  query.SELECT.from = typeof from === 'string' ? { ref: [from] } : from.ref ? { ref: from.ref } : { ref: [target.name] }
  query.SELECT.columns = columns.map(({ ref, expand }) => (expand ? { ref, expand } : { ref }))
  if (where) query.SELECT.where = where
  return query
}

function attributesOf(target: Annotated, before: Row | null, after: Row | null, path = ''): Attribute[] {
  const { personal, sensitive } = personalOf(target)
  const found: Attribute[] = []
  for (const name of [...personal, ...sensitive]) {
    if (after && before && !(name in after)) continue
    const [old, now] = [before?.[name] ?? null, after?.[name] ?? null]
    if (plain(old) === plain(now)) continue
    const told = (value: unknown) => (value == null ? null : sensitive.has(name) ? '***' : plain(value))
    found.push({ name: path + name, ...(before && { old: told(old) }), ...(after && { new: told(now) }) })
  }
  if (path) return found
  for (const { name, _target } of compositions(target)) {
    const [old, now] = [before?.[name], after?.[name]] as (Row[] | undefined)[]
    if (!isAboutPersons(_target!) || (after && !Array.isArray(now)) || (!Array.isArray(old) && !Array.isArray(now))) continue
    const key = keysOf(_target!)[0]
    const keys = new Set([...(old ?? []), ...(now ?? [])].map(row => row[key]))
    for (const each of keys) found.push(...attributesOf(_target!, old?.find(row => row[key] === each) ?? null, now?.find(row => row[key] === each) ?? null, `${name}.`))
  }
  return found
}

async function tell(context: object, target: Annotated, changes: { row: Row; attributes: Attribute[] }[]): Promise<void> {
  const type = tableOf(target).name
  const changed = changes
    .map(({ row, attributes }) => ({ row, attributes: attributes.filter(attribute => isNew(context, `${type} ${keysOf(target).map(key => row[key])} ${JSON.stringify(attribute)}`)) }))
    .filter(({ attributes }) => attributes.length)
  if (!changed.length) return
  const idOf = (row: Row) => keysOf(target).map(key => row[key]).join(',')
  const nameOnly = ({ name }: Attribute) => ({ name })
  if (changed.length > TOLD) {
    const names = [...new Set(changed.flatMap(({ attributes }) => attributes.map(({ name }) => name)))]
    return logChange({ type, IDs: changed.map(({ row }) => idOf(row)), attributes: names.map(name => ({ name })) })
  }
  for (const { row, attributes } of changed) {
    await logChange({ type, IDs: [idOf(row)], attributes: valuesAreTold() ? attributes : attributes.map(nameOnly), subject: subjectIn(row, tableOf(target)) })
  }
}


const told = new WeakMap<object, Set<string>>()

/** A statement on a service's view comes by a second time as one on its table. */
function isNew(context: object, change: string): boolean {
  const known = told.get(context) ?? told.set(context, new Set()).get(context)!
  return known.size < known.add(change).size
}

/** Expressions are told as having changed, not as what they say. */
const values = (changes: Row): Row => Object.fromEntries(Object.entries(changes).filter(([, value]) => typeof value !== 'object' || value === null))
const plain = (value: unknown): string | null =>
  value == null ? null : typeof value === 'object' ? JSON.stringify(value).slice(0, LONGEST) : String(value).slice(0, LONGEST)
