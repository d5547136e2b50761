import cds from '@sap/cds'
import { fail } from './errors'

interface Grant { grant: string | string[]; to?: string | string[]; where?: { xpr?: unknown[] } | string }
interface Entity { name: string; isDraft?: boolean; elements: Record<string, { _target?: Entity }>; '@restrict'?: Grant[] }
interface Column { ref?: (string | { id: string; where?: unknown[] })[]; expand?: Column[]; where?: unknown[]; orderBy?: unknown }
type Access = true | false | unknown[]

/**
 * Applies the access rules of entities that a query reaches by `$expand` and by paths in its filters.
 *
 * CAP checks the rules of a request's own entity only. Without this, whoever may read an order could read its
 * restricted children by `$expand`, or find them out by `$filter=costItems/any(…)`.
 * Expanded rows are narrowed to those that the user may see; without any grant the request is refused.
 */
export function guardExpands(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: { columns?: Column[]; where?: unknown; orderBy?: unknown; groupBy?: unknown } }
  if (!SELECT || !req.target || req.user instanceof cds.User.Privileged) return
  const target = req.target as unknown as Entity
  narrow(SELECT.columns, target, req.user)
  const own = accessTo(target, req.user)
  refuseHiddenPaths(without(own, [SELECT.where, SELECT.orderBy, SELECT.groupBy]), target, req.user)
}

function narrow(columns: Column[] | undefined, entity: Entity, user: cds.User): void {
  for (const column of columns ?? []) {
    const target = column?.expand && targetOf(column.ref, entity)
    if (!target) {
      refuseHiddenPaths(column, entity, user)
      continue
    }
    const access = accessTo(target, user)
    if (access === false) fail(403, 'NOT_ALLOWED')
    if (access !== true) column.where = column.where ? [{ xpr: column.where }, 'and', { xpr: access }] : access
    narrow(column.expand, target, user)
    refuseHiddenPaths([column.where === access ? null : column.where, column.orderBy], target, user)
  }
}

/** Paths that lead through an entity which the user may not see as a whole would tell about rows that are hidden. */
function refuseHiddenPaths(node: unknown, entity: Entity, user: cds.User): void {
  if (Array.isArray(node)) return node.forEach(each => refuseHiddenPaths(each, entity, user))
  if (!node || typeof node !== 'object') return
  const { ref, expand: _, ...rest } = node as Column
  let at: Entity | undefined = entity
  for (const step of ref ?? []) {
    at = at?.elements?.[typeof step === 'string' ? step : step.id]?._target
    if (!at) break
    if (accessTo(at, user) !== true) fail(403, 'NOT_ALLOWED')
    if (typeof step === 'object') refuseHiddenPaths(step.where, at, user)
  }
  Object.values(rest).forEach(each => refuseHiddenPaths(each, entity, user))
}

/** CAP has added the rule of the request's own entity to its where clause: the paths in it are not the user's. */
function without(own: Access, node: unknown): unknown {
  if (typeof own === 'boolean') return node
  const rulePaths = new Set(JSON.stringify(own).match(/"ref":\[[^\]]*\]/g))
  return JSON.parse(JSON.stringify(node ?? null), (_, value) =>
    Array.isArray(value?.ref) && rulePaths.has(`"ref":${JSON.stringify(value.ref)}`) ? null : value
  )
}

function targetOf(ref: Column['ref'], entity: Entity): Entity | undefined {
  return ref?.reduce<Entity | undefined>((at, step) => at?.elements[typeof step === 'string' ? step : step.id]?._target, entity)
}

/** True: all rows, false: none, else the condition that the user's rows fulfil. */
function accessTo(entity: Entity, user: cds.User): Access {
  const rules = entity['@restrict']
  if (!rules || entity.isDraft) return true // drafts are their owner's only
  const mine = rules.filter(rule =>
    [rule.grant].flat().some(grant => grant === 'READ' || grant === '*') &&
    [rule.to ?? 'any'].flat().some(role => user.is(role))
  )
  if (!mine.length) return false
  if (mine.some(rule => !rule.where)) return true
  return mine.flatMap((rule, i) => [...(i ? ['or'] : []), { xpr: condition(rule.where!) }])
}

const condition = (where: NonNullable<Grant['where']>): unknown[] =>
  structuredClone(typeof where === 'string' ? (cds.parse.expr(where) as { xpr: unknown[] }).xpr : where.xpr!)
