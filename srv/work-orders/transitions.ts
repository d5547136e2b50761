import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import type { Flow } from '../status-flow'
import { textOf } from '../words'

export interface Step {
  action: string
  /** Type of the history's event, for instance "Released". */
  event: string
  /** Fields that change together with the status. */
  changes?: Record<string, unknown>
  reason?: string
  text?: string
}

/**
 * Moves a work order to its next status and writes the history, in one conditional UPDATE:
 * of two people who press at once one wins, the other gets 409.
 *
 * While somebody edits the order, its draft would overwrite the change when saved, so the
 * step is refused with 423. Why an update changed nothing is looked up only when it did.
 *
 * @returns the ID of the event written
 */
export async function takeStep(ID: string, flow: Flow, step: Step): Promise<void> {
  const { WorkOrders } = entities()
  const changed = await UPDATE(WorkOrders)
    .with({
      ...step.changes,
      previousStatus_code: { ref: ['status_code'] },
      status_code: flow.to,
      isOpen: OPEN.has(flow.to),
      eventCount: { '+=': 1 }
    } as never)
    .where({ ID, status_code: { in: flow.from } })
    .and('not exists', SELECT.from(drafts()).columns('ID').where({ ID }) as never)
  if (!changed) await explain(ID, flow, step.action)
  await writeEvent(ID, step)
}

/** Locks the order's row until the transaction ends. 404 when there is none, 423 while somebody edits it. */
export async function holdStill(ID: string): Promise<void> {
  const { WorkOrders } = entities()
  const order = await SELECT.one.from(WorkOrders, { ID } as never).columns('number').forUpdate()
  if (!order) fail(404, 'WORK_ORDER_UNKNOWN')
  if ((await beingEdited([ID])).size) fail(423, 'WORK_ORDER_BEING_EDITED', { args: [order.number] })
}

/** Which of these orders somebody has a draft of. */
export async function beingEdited(IDs: string[]): Promise<Set<string>> {
  const rows = (await SELECT.from(drafts()).columns('ID').where({ ID: { in: IDs } })) as { ID: string }[]
  return new Set(rows.map(({ ID }) => ID))
}

/** The first event of an order. */
export async function recordCreation(ID: string): Promise<void> {
  const { Events } = entities()
  await INSERT.into(Events).entries({
    ID: cds.utils.uuid(), workOrder_ID: ID, sequence: 1, type_code: 'Created',
    at: cds.context!.timestamp, userId: cds.context!.user.id, toStatus_code: 'New'
  })
}

/**
 * Appends an event that changes no status, for instance "Changed".
 *
 * @param userId nobody for what the service does by itself
 */
export async function recordEvent(ID: string, event: Pick<Step, 'event' | 'reason' | 'text'>, userId: string | null = cds.context!.user.id): Promise<void> {
  const { WorkOrders } = entities()
  await UPDATE(WorkOrders, { ID }).with({
    previousStatus_code: { ref: ['status_code'] },
    eventCount: { '+=': 1 }
  } as never)
  await writeEvent(ID, event, userId)
}

export const OPEN = new Set(['New', 'Released', 'Assigned', 'InProgress', 'OnHold'])

export const drafts = () => (entities('aftersales.WorkOrderService').WorkOrders as unknown as { drafts: never }).drafts

/** The row is locked by the UPDATE before it, so what is read here is what that UPDATE wrote. */
async function writeEvent(ID: string, { event, reason, text }: Pick<Step, 'event' | 'reason' | 'text'>, userId: string | null = cds.context!.user.id) {
  const { WorkOrders, Events } = entities()
  const order = await SELECT.one.from(WorkOrders, { ID } as never).columns('eventCount', 'previousStatus_code', 'status_code')
  await INSERT.into(Events).entries({
    ID: cds.utils.uuid(),
    workOrder_ID: ID,
    sequence: order.eventCount,
    type_code: event,
    at: cds.context!.timestamp,
    userId,
    fromStatus_code: order.previousStatus_code,
    toStatus_code: order.status_code,
    reason,
    text
  })
}

/** Why a step was not taken: no such order, another status, or somebody edits it. */
export async function explain(ID: string, flow: Flow, action: string): Promise<never> {
  const { WorkOrders } = entities()
  const order = await SELECT.one.from(WorkOrders, { ID } as never).columns('number', 'status_code')
  if (!order) fail(404, 'WORK_ORDER_UNKNOWN')
  if (!flow.from.includes(order.status_code)) failWrongStep(action, flow.from, order.status_code)
  fail(423, 'WORK_ORDER_BEING_EDITED', { args: [order.number] })
}

/** 409 in the words of the reader: what was tried, where it is possible and where the order is. */
function failWrongStep(action: string, from: string[], current: string): never {
  return fail(409, 'WORK_ORDER_WRONG_STEP', {
    args: [actionName(action), from.map(statusName).join(' / '), statusName(current)]
  })
}

const actionName = (action: string) => textOf(`action.${action}`) ?? action
const statusName = (status: string) => textOf(`status.${status}`) ?? status
