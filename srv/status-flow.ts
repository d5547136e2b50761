import type cds from '@sap/cds'

/** Which status an action may start from and where it leads, as declared in the model. */
export interface Flow {
  from: string[]
  to: string
}

interface Symbol { '#': string }
interface EntityWithActions { actions: Record<string, { '@from'?: Symbol | Symbol[]; '@to'?: Symbol }> }

/** Reads an action's @from and @to from the model: the declaration is the only place that says them. */
export function flowOf(entity: EntityWithActions, action: string): Flow {
  const { '@from': from, '@to': to } = entity.actions[action]
  if (!from || !to) throw new Error(`Action ${action} has no @from and @to`)
  return { from: [from].flat().map(symbol => symbol['#']), to: to['#'] }
}

/**
 * CAP checks @from by a SELECT before the action, which costs a query, lets a race through and speaks in field names, and
 * writes @to by an UPDATE of its own after it. A conditional UPDATE checks and writes the same declaration, so both are taken out.
 */
export function leaveStatusToUpdate(srv: cds.Service): void {
  const { handlers } = srv as unknown as { handlers: Record<'before' | 'on', { handler: { name: string } }[]> }
  handlers.before = handlers.before.filter(({ handler }) => handler.name !== 'handle_flow_from')
  handlers.on = handlers.on.filter(({ handler }) => handler.name !== 'handle_flow_to')
}
