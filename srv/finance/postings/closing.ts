import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { bringUpToDate, lockFinances } from '../costs/ledger'

const DONE = ['Completed', 'Accepted', 'Closed', 'Cancelled']

/** Nothing is open any more: the order is closed for finance, whatever its own status. Costs that come later open it again. */
export async function closeFinance(workOrder_ID: string): Promise<void> {
  const { OrderFinances, WorkOrders } = entities()
  const order = (await SELECT.one.from(WorkOrders).columns('number', 'status_code').where({ ID: workOrder_ID })) as { number: string; status_code: string } | undefined
  if (!order) fail(404, 'WORK_ORDER_UNKNOWN')
  await lockFinances([workOrder_ID])
  await bringUpToDate([workOrder_ID])
  const changed = DONE.includes(order.status_code) && await UPDATE(OrderFinances).with({ state_code: 'Closed', closedAt: cds.context!.timestamp.toISOString() } as never)
    .where({ workOrder_ID, state_code: { in: ['Posted', 'NoCosts'] }, openCount: 0, incompleteCount: 0, currentPosting_ID: null })
  if (!changed) await explain(workOrder_ID, order)
}

async function explain(workOrder_ID: string, { number, status_code }: { number: string; status_code: string }): Promise<never> {
  const { OrderFinances } = entities()
  const finance = (await SELECT.one.from(OrderFinances).columns('state_code', 'openCount', 'incompleteCount', 'currentPosting_ID').where({ workOrder_ID })) as
    { state_code: string; openCount: number; incompleteCount: number; currentPosting_ID: string | null }
  if (finance.state_code === 'Closed') fail(409, 'FINANCE_CLOSED_ALREADY', { args: [number] })
  if (!DONE.includes(status_code)) fail(409, 'FINANCE_ORDER_NOT_DONE', { args: [number] })
  return fail(422, 'FINANCE_STILL_OPEN', { args: [number, finance.openCount + finance.incompleteCount] })
}
