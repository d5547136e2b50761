import { ChainError, inOrder, type Anchor } from './plan'

/** What decides which chain an order goes through. */
export interface OrderKind {
  orderType?: string | null
  deviceClass?: string | null
  executionMode?: string | null
}

export interface Template extends OrderKind {
  number: string
  /** Calendar days, both included; an open end is open. */
  validFrom?: string | null
  validTo?: string | null
}

/** Each criterion weighs more than all those after it together. */
const WEIGHTS: Record<keyof OrderKind, number> = { orderType: 4, deviceClass: 2, executionMode: 1 }
const CRITERIA = Object.keys(WEIGHTS) as (keyof OrderKind)[]

/**
 * The template of an order: of those that fit on that day the most specific; of equally specific ones the one that became valid last,
 * then the one with the lower number.
 *
 * @param day calendar day at the site (YYYY-MM-DD)
 */
export function templateFor<T extends Template>(templates: T[], order: OrderKind, day: string): T | undefined {
  const specificity = (template: T) => CRITERIA.reduce((sum, name) => sum + (template[name] ? WEIGHTS[name] : 0), 0)
  const newerFirst = (a: T, b: T) => (b.validFrom ?? '').localeCompare(a.validFrom ?? '') || a.number.localeCompare(b.number)
  return templates
    .filter(template => (template.validFrom ?? '') <= day && day <= (template.validTo ?? '9999-12-31'))
    .filter(template => CRITERIA.every(name => !template[name] || template[name] === order[name]))
    .sort((a, b) => specificity(b) - specificity(a) || newerFirst(a, b))[0]
}

export interface TemplateMilestone {
  kind: string
  predecessors: string[]
  anchor?: string | null
  minutes?: number | null
  dueDay?: number | null
  dueTime?: string | null
}

export interface TemplateFault {
  /** Place in the list, and the field at fault. */
  index: number
  field: 'kind' | 'predecessors' | 'anchor' | 'minutes' | 'dueDay'
  code: 'MILESTONE_TWICE' | 'MILESTONE_KIND_IS_DATE' | 'MILESTONE_NOT_IN_CHAIN' | 'MILESTONE_CYCLE' | 'MILESTONE_TARGET_INCOMPLETE' | 'MILESTONE_BEFORE_ANCHOR'
  /** The kind that the message names. */
  kind: string
}

/** The first thing that keeps a template from being a chain; nothing when it is one. */
export function faultIn(milestones: TemplateMilestone[], orderDates: string[]): TemplateFault | undefined {
  const kinds = milestones.map(({ kind }) => kind)
  const fault = (index: number, field: TemplateFault['field'], code: TemplateFault['code'], kind = kinds[index]): TemplateFault => ({ index, field, code, kind })
  for (const [index, { kind, predecessors, anchor, minutes, dueDay, dueTime }] of milestones.entries()) {
    if (orderDates.includes(kind)) return fault(index, 'kind', 'MILESTONE_KIND_IS_DATE')
    if (kinds.indexOf(kind) !== index) return fault(index, 'kind', 'MILESTONE_TWICE')
    const stranger = predecessors.find(each => !kinds.includes(each))
    if (stranger) return fault(index, 'predecessors', 'MILESTONE_NOT_IN_CHAIN', stranger)
    if (anchor && !orderDates.includes(anchor) && !kinds.includes(anchor)) return fault(index, 'anchor', 'MILESTONE_NOT_IN_CHAIN', anchor)
    const [counted, absolute] = [anchor && minutes != null, dueDay != null && dueTime]
    if (Boolean(counted) === Boolean(absolute)) return fault(index, counted ? 'dueDay' : 'minutes', 'MILESTONE_TARGET_INCOMPLETE')
    if (counted && minutes! < 0 && anchor !== 'promised') return fault(index, 'minutes', 'MILESTONE_BEFORE_ANCHOR')
  }
  try {
    inOrder(milestones.map(({ kind, predecessors, anchor, minutes }) => ({ kind, predecessors, target: linkOf(anchor, minutes, orderDates) })))
  } catch (error) {
    if (error instanceof ChainError) return fault(kinds.indexOf(error.kind), 'predecessors', 'MILESTONE_CYCLE')
    throw error
  }
}

const linkOf = (anchor: string | null | undefined, minutes: number | null | undefined, orderDates: string[]) => {
  if (!anchor || minutes == null || orderDates.includes(anchor)) return undefined
  const from: Anchor = { kind: anchor }
  return { from, workingTime: 0, calendar: '' }
}
