import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import type WorkOrderService from '../../work-orders/service'
import { textOf } from '../../words'

type Orders = Pick<WorkOrderService, 'holdStill' | 'beingEdited' | 'planVisit' | 'planVisits' | 'withdrawVisit' | 'withdrawVisits' | 'noteVisit'>

const UNASSIGNED = { technician_ID: null, plannedStart: null }

/**
 * Orders of an installation that goes without the capability of work orders: it writes their rows itself, from its own documents. Giving them out
 * moves them between Released and Assigned, by one conditional UPDATE each, with their history; nobody edits them in drafts of ours.
 */
export const ordersAlone: Orders = {
  async holdStill(ID) {
    const { WorkOrders } = entities()
    if (!(await SELECT.one.from(WorkOrders).columns('ID').where({ ID }).forUpdate())) fail(404, 'WORK_ORDER_UNKNOWN')
  },
  async beingEdited() { return new Set() },
  planVisit: (ID, technician_ID, plannedStart, text) => move(ID, 'Released', 'Assigned', { technician_ID, plannedStart }, 'Assigned', text),
  withdrawVisit: (ID, text) => move(ID, 'Assigned', 'Released', UNASSIGNED, 'Unassigned', text),
  async planVisits(visits) {
    for (const { ID, technician_ID, plannedStart, text } of visits) await ordersAlone.planVisit(ID, technician_ID, plannedStart, text)
  },
  async withdrawVisits(IDs, text) {
    for (const ID of IDs) await ordersAlone.withdrawVisit(ID, text)
  },
  async noteVisit(ID, event, text) {
    await UPDATE(entities().WorkOrders).with({ previousStatus_code: { ref: ['status_code'] }, eventCount: { '+=': 1 } } as never).where({ ID })
    await writeEvent(ID, event, text)
  }
}

async function move(ID: string, from: string, to: string, changes: object, event: string, text: string): Promise<void> {
  const { WorkOrders } = entities()
  const changed = await UPDATE(WorkOrders)
    .with({ ...changes, previousStatus_code: { ref: ['status_code'] }, status_code: to, eventCount: { '+=': 1 } } as never).where({ ID, status_code: from })
  if (!changed) await refuse(ID, from)
  await writeEvent(ID, event, text)
}

async function refuse(ID: string, from: string): Promise<never> {
  const order = (await SELECT.one.from(entities().WorkOrders).columns('status_code').where({ ID })) as { status_code: string } | null
  const nameOf = (status: string) => textOf(`status.${status}`) ?? status
  return order ? fail(409, 'WORK_ORDER_WRONG_STEP', { args: [textOf('action.assign') ?? '', nameOf(from), nameOf(order.status_code)] }) : fail(404, 'WORK_ORDER_UNKNOWN')
}

/** The row is locked by the UPDATE before. */
async function writeEvent(workOrder_ID: string, type_code: string, text: string): Promise<void> {
  const { WorkOrders, Events } = entities()
  const order = (await SELECT.one.from(WorkOrders).columns('eventCount', 'previousStatus_code', 'status_code').where({ ID: workOrder_ID }))!
  await INSERT.into(Events).entries({
    ID: cds.utils.uuid(), workOrder_ID, sequence: order.eventCount, type_code, at: cds.context!.timestamp, userId: cds.context!.user.id,
    fromStatus_code: order.previousStatus_code, toStatus_code: order.status_code, text
  })
}
