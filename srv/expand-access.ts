import cds from '@sap/cds'
import { fail } from './errors'
import { limitOf, staysInOrder, type Condition, type Limited } from './row-limits'

interface Grant { grant: string | string[]; to?: string | string[]; where?: { xpr?: unknown[] } | string }
interface Restricted { isDraft?: boolean; '@restrict'?: Grant[] }
interface Entity extends Limited { name: string; elements: Record<string, { _target?: Entity; is2many?: boolean }>; '@restrict'?: Grant[] }
type Step = string | { id: string; where?: unknown[] }
interface Column { ref?: Step[]; expand?: Column[]; where?: unknown[]; orderBy?: unknown }
interface Query {
  from: { ref?: Step[]; SELECT?: Query }
  columns?: Column[]
  where?: unknown[]
  having?: unknown
  orderBy?: unknown
  groupBy?: unknown
}
type Access = true | false | Condition

/**
 * Applies the access rules of entities that a query reaches by a path, by `$expand` and by paths in its filters, and the limits of the person's attributes.
 *
 * CAP checks the rules of a request's own entity only. Without this, whoever may read an order could read its restricted children by `$expand`, find them out by
 * `$filter=costItems/any(…)`, or reach the customer of an order that is hidden by `WorkOrders(…)/customer`.
 * Rows are narrowed to those that the user may see; without any grant the request is refused.
 */
export function guardExpands(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: Query }
  if (!SELECT || !req.target || req.user instanceof cds.User.Privileged) return
  const target = req.target as unknown as Entity, own = ownPaths(target, req.user)
  let query = SELECT
  for (;;) {
    narrow(query.columns, target, req.user)
    refuseHiddenPaths([query.where, query.orderBy, query.groupBy, query.having], target, req.user, own)
    // What is aggregated is a query of its own.
    if (!query.from?.SELECT) break
    query = query.from.SELECT
  }
  guardPath(query.from?.ref, req.user)
  const limit = limitOf(target, req.user)
  if (limit) query.where = both(query.where, limit)
}

/** Of `WorkOrders(…)/equipment/customer` each step but the last: that is the request's own entity. */
function guardPath(ref: Step[] = [], user: cds.User): void {
  let at: Entity | undefined
  ref.forEach((step, i) => {
    const name = typeof step === 'string' ? step : step.id
    at = i ? at?.elements?.[name]?._target : (cds.model!.definitions[name] as unknown as Entity)
    if (!at) return
    if (typeof step === 'object') refuseHiddenPaths(step.where, at, user, ownPaths(at, user))
    if (i === ref.length - 1) return
    // CAP looks whose draft it is when a path ends there; one that goes on would tell others.
    const access = at.isDraft ? [{ ref: ['DraftAdministrativeData', 'InProcessByUser'] }, '=', { val: user.id }] : accessTo(at, user)
    if (access === false) fail(403, 'NOT_ALLOWED')
    if (access !== true) ref[i] = { id: name, where: both(typeof step === 'object' ? step.where : undefined, access) }
  })
}

function narrow(columns: Column[] | undefined, entity: Entity, user: cds.User): void {
  for (const column of columns ?? []) {
    const target = column?.expand && targetOf(column.ref, entity)
    // The row's own foreign key, which CAP asks for with a file's content.
    if (!target && column?.ref?.length === 1 && typeof column.ref[0] === 'string' && !entity.elements[column.ref[0]]?.is2many) continue
    if (!target) {
      refuseHiddenPaths(column, entity, user)
      continue
    }
    const access = accessTo(target, user)
    if (access === false) fail(403, 'NOT_ALLOWED')
    refuseHiddenPaths([column.where, column.orderBy], target, user)
    if (access !== true) column.where = both(column.where, access)
    narrow(column.expand, target, user)
  }
}

/** Paths that lead through an entity which the user may not see as a whole would tell about rows that are hidden. */
function refuseHiddenPaths(node: unknown, entity: Entity, user: cds.User, own?: Set<string>): void {
  if (Array.isArray(node)) return node.forEach(each => refuseHiddenPaths(each, entity, user, own))
  if (!node || typeof node !== 'object') return
  const { ref, expand: _, ...rest } = node as Column
  if (ref && own?.has(JSON.stringify(ref))) return
  let at: Entity | undefined = entity
  for (const step of ref ?? []) {
    const from = at, name = typeof step === 'string' ? step : step.id
    at = at?.elements?.[name]?._target
    if (!at) break
    if (grantedTo(at, user, 'READ') !== true || (limitOf(at, user) && !staysInOrder(from, name))) fail(403, 'NOT_ALLOWED')
    if (typeof step === 'object') refuseHiddenPaths(step.where, at, user, own)
  }
  Object.values(rest).forEach(each => refuseHiddenPaths(each, entity, user, own))
}

const inRules = new WeakMap<Grant, string[]>()

/** CAP has added the rule of the request's own entity to its where clause: the paths in it are not the user's. */
export function ownPaths(entity: Entity, user: cds.User): Set<string> | undefined {
  const rules = rulesFor(entity, user, 'READ')
  if (typeof rules === 'boolean') return
  return new Set(rules.flatMap(rule => inRules.get(rule) ?? inRules.set(rule, pathsIn(rule)).get(rule)!))
}

const pathsIn = ({ where }: Grant): string[] => (JSON.stringify(condition(where!)).match(/"ref":\[[^\]]*\]/g) ?? []).map(path => path.slice('"ref":'.length))

function targetOf(ref: Column['ref'], entity: Entity): Entity | undefined {
  return ref?.reduce<Entity | undefined>((at, step) => at?.elements[typeof step === 'string' ? step : step.id]?._target, entity)
}

/** True: all rows, false: none, else the condition that the user's rows fulfil. */
function accessTo(entity: Entity, user: cds.User): Access {
  const granted = grantedTo(entity, user, 'READ'), limit = limitOf(entity, user)
  if (!limit || granted === false) return granted
  return granted === true ? limit : both(granted, limit)
}

/** Likewise by roles alone. */
export function grantedTo(entity: Restricted, user: cds.User, event: string): Access {
  const rules = rulesFor(entity, user, event)
  return typeof rules === 'boolean' ? rules : rules.flatMap((rule, i) => [...(i ? ['or'] : []), { xpr: condition(rule.where!) }])
}

/** The rules of which one has to hold for a row. */
function rulesFor(entity: Restricted, user: cds.User, event: string): boolean | Grant[] {
  const rules = entity['@restrict']
  if (!rules || entity.isDraft) return true // drafts are their owner's only
  const mine = rules.filter(rule =>
    [rule.grant].flat().some(grant => grant === event || grant === '*') &&
    [rule.to ?? 'any'].flat().some(role => user.is(role))
  )
  return mine.some(rule => !rule.where) || (mine.length ? mine : false)
}

const both = (one: unknown[] | undefined, other: Condition): Condition => (one?.length ? [{ xpr: one }, 'and', { xpr: other }] : other)

const condition = (where: NonNullable<Grant['where']>): unknown[] =>
  structuredClone(typeof where === 'string' ? (cds.parse.expr(where) as { xpr: unknown[] }).xpr : where.xpr!)
