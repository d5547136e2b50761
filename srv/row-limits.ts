import cds from '@sap/cds'

/** What a definition says of its rows: see db/row-limits.cds. */
export interface Limited {
  elements: Record<string, { _target?: Limited; on?: { ref?: string[] }[]; is2many?: boolean }>
  isDraft?: boolean
  '@aftersales.limits.plant'?: string | null
  '@aftersales.limits.serviceArea'?: string | null
  '@aftersales.ofOrder'?: string | null
  '@aftersales.ofObjects'?: string[] | null
  query?: { SELECT?: { from?: { ref?: string[] }; where?: unknown; having?: unknown; groupBy?: unknown; limit?: unknown } }
  name?: string
}
export type Condition = unknown[]

const ORDERS = 'aftersales.WorkOrders'
const ATTRIBUTES = ['plant', 'serviceArea'] as const
type Values = [attribute: (typeof ATTRIBUTES)[number], values: string[]][]

/**
 * The condition that a person's attributes `plant` and `serviceArea` put on an entity's rows; undefined where there is none.
 * Only those pay who have attributes: by a rule of CAP's own (`$user.plant is null or …`) orders would be looked up for everybody.
 */
export function limitOf(entity: Limited, user: cds.User): Condition | undefined {
  const values = entity.isDraft ? [] : attributesOf(user)
  if (!values.length) return
  const objects = entity['@aftersales.ofObjects']
  if (objects) return ofObjects(objects, user)
  const path = entity['@aftersales.ofOrder']
  // An entity may leave out of its orders what is compared.
  const isComplete = values.every(([name]) => !element(entity, name) || element(entity, name)!.split('.')[0] in entity.elements)
  return path && !(path === 'ID' && isComplete) ? ofOrders(entity, path, values) : matching(entity, values)
}

/** Whether a person may see orders of some plants or areas only. */
export const isLimited = (user: cds.User): boolean => attributesOf(user).length > 0

/** Of service areas those that a person may see; undefined: all. */
export const areasOf = (user: cds.User): string[] | undefined => attributesOf(user).find(([name]) => name === 'serviceArea')?.[1]

/**
 * Whether a path leads from a row to rows of the same order, so that a limit on the one is a limit on the other: what such a path tells about,
 * the person sees anyway.
 */
export function staysInOrder(entity: Limited, step: string): boolean {
  const { _target: target, on, is2many } = entity.elements[step] ?? {}
  const from = entity['@aftersales.ofOrder'], to = target?.['@aftersales.ofOrder']
  if (!from || !to) return false
  if (!is2many) return from === `${step}.${to}`
  const [left, , right] = on ?? []
  const back = right?.ref?.[0] === '$self' ? left?.ref?.[1] : undefined
  return Boolean(back) && to === `${back}.${from}`
}

/** Attributes with at least one value; XSUAA gives lists. */
function attributesOf(user: cds.User): Values {
  if (user instanceof cds.User.Privileged) return []
  const all = user.attr as Record<string, unknown>
  return ATTRIBUTES.map((name): Values[number] => [name, [all?.[name] ?? []].flat().map(String)]).filter(([, values]) => values.length)
}

function matching(entity: Limited, values: Values): Condition | undefined {
  const conditions = values.filter(([name]) => element(entity, name))
    .flatMap(([name, list], i) => [...(i ? ['and'] : []), { ref: element(entity, name)!.split('.') }, 'in', { list: list.map(val => ({ val })) }])
  return conditions.length ? conditions : undefined
}

/** Rows of visible orders, and those that belong to none. Each row looks up its own order, so that a sorted list goes on by its index and ends with its page. */
function ofOrders(entity: Limited, path: string, values: Values): Condition {
  const order = { ref: path.split('.') }, steps = order.ref.slice(0, -1)
  const target = steps.reduce<Limited | undefined>((at, step) => whole(at?.elements[step]?._target), entity)
  const ofTarget = target && values.every(([name]) => element(target, name)! in target.elements) && matching(target, values)
  if (steps.length && ofTarget) return [order, '=', { val: null }, 'or', 'exists', { ref: [...steps.slice(0, -1), { id: steps.at(-1), where: ofTarget }] }]
  const orders = SELECT.from(ORDERS).columns('ID').where(matching(cds.model!.definitions[ORDERS] as unknown as Limited, values) as never)
  return path === 'ID' ? [order, 'in', orders] : [order, '=', { val: null }, 'or', order, 'in', orders]
}

/** Rows about visible objects, or about such as no limit counts for; the object is named, not associated. */
function ofObjects(objects: string[], user: cds.User): Condition | undefined {
  const conditions = objects.flatMap((object, i): Condition => {
    const visible = SELECT.from(`aftersales.${object}`).columns('ID').where([{ xpr: limitOf(cds.model!.definitions[`aftersales.${object}`] as unknown as Limited, user) }] as never)
    return [...(i ? ['and'] : []), { xpr: [{ ref: ['object'] }, '<>', { val: object }, 'or', { ref: ['objectID'] }, 'in', visible] }]
  })
  return conditions.length ? conditions : undefined
}

/** A view that leaves out rows of its own accord tells nothing about what is limited. */
function whole(entity: Limited | undefined): Limited | undefined {
  for (let at = entity; at; at = cds.model!.definitions[at.query.SELECT!.from!.ref![0]] as unknown as Limited | undefined) {
    if (!at.query) return entity
    const { from, where, having, groupBy, limit } = at.query.SELECT ?? {}
    if (from?.ref?.length !== 1 || where || having || groupBy || limit) return
  }
}

const element = (entity: Limited, attribute: Values[number][0]) => entity[`@aftersales.limits.${attribute}`]
