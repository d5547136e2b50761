import cds from '@sap/cds'
import { fail } from './errors'
import { grantedTo } from './expand-access'
import { areasOf, isLimited, limitOf, type Condition, type Limited } from './row-limits'

interface Association { name: string; _target?: Target; keys?: { ref: string[] }[] }
interface Target extends Omit<Limited, 'elements'> { name: string; elements: Record<string, Association>; keys: Record<string, unknown>; actions?: Record<string, unknown> }
interface Given { workOrder_ID?: string; area_code?: string }

/**
 * Applies to what is written and done what CAP leaves open: rules about rows when a row is made (a cost item of somebody else's order), and the limits of the person's attributes.
 * What a person doesn't see isn't there: 404.
 */
export async function guardWriting(req: cds.Request): Promise<void> {
  const target = req.target as unknown as Target | undefined
  if (req.user instanceof cds.User.Privileged || req.event === 'READ' || !(req instanceof cds.Request)) return
  if (!target) return refuseHiddenOrders(req)
  if (target.isDraft) return
  if (req.event === 'CREATE') return refuseHiddenParents(req, target)
  if (/^(UPDATE|DELETE|EDIT)$/.test(req.event) || target.actions?.[req.event]) await refuseHiddenRow(req, target)
}

/** Operations that name an order or an area. */
async function refuseHiddenOrders({ user, data }: cds.Request): Promise<void> {
  const { workOrder_ID, area_code } = (data ?? {}) as Given
  if (!isLimited(user)) return
  if (workOrder_ID && !(await isThere('aftersales.WorkOrders', { ID: workOrder_ID }, user))) fail(404, 'WORK_ORDER_UNKNOWN')
  const areas = areasOf(user)
  if (area_code && areas && !areas.includes(area_code)) fail(404, 'PLAN_AREA_UNKNOWN', { target: 'area_code', args: [area_code] })
}

async function refuseHiddenRow({ user, params }: cds.Request, target: Target): Promise<void> {
  const limit = limitOf(target as never, user), key = (params as unknown[]).at(-1)
  if (!limit || !key) return
  const { IsActiveEntity, ...keys } = typeof key === 'object' ? (key as Record<string, unknown>) : { [Object.keys(target.keys)[0]]: key }
  if (IsActiveEntity !== false && !(await isThere(target.name, keys, user))) fail(404, 'NOT_VISIBLE')
}

/** A row is made below one that the person sees, and that the rule for making it allows. */
async function refuseHiddenParents({ user, data }: cds.Request, target: Target): Promise<void> {
  const rule = grantedTo(target as never, user, 'CREATE')
  if (rule === false || (rule === true && !limitOf(target as never, user))) return
  const parent = target.elements[parentOf(rule, target) ?? '']
  const key = (data as Record<string, unknown>)[`${parent?.name}_ID`]
  if (!parent?._target || !key) return
  if (!(await isThere(parent._target.name, { ID: key }, user, rule === true ? undefined : below(parent.name, rule)))) fail(404, 'NOT_VISIBLE')
}

/** The association by which a row hangs on what its rule or limit is about. */
function parentOf(rule: true | Condition, target: Target): string | undefined {
  const path = rule === true ? target['@aftersales.ofOrder'] : JSON.stringify(rule).match(/"ref":\["(?!\$)([^"]+)","/)?.[1]
  return path?.split('.')[0]
}

/** The rule as the parent's own: `workOrder.technician.userId` is `technician.userId` there. */
const below = (name: string, rule: Condition): Condition =>
  JSON.parse(JSON.stringify(rule), (_, value) => (Array.isArray(value?.ref) && value.ref[0] === name ? { ...value, ref: value.ref.slice(1) } : value)) as Condition

async function isThere(entity: string, keys: object, user: cds.User, rule?: Condition): Promise<boolean> {
  const found = SELECT.one.from(entity).columns('1 as one').where(keys as never)
  const limit = limitOf(cds.model!.definitions[entity] as never, user)
  for (const condition of [rule, limit]) if (condition) found.where([{ xpr: condition }] as never)
  return Boolean(await cds.db.run(found))
}
