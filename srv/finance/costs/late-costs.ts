import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { present } from '../../present'
import type WorkOrderService from '../../work-orders/service'
import { bringUpToDate } from './ledger'

interface LateCost {
  workOrder_ID: string; type_code: string; description: string; quantity: string | number; unit?: string | null; rate: string | number
  currency_code?: string | null; accountingIndicator_code?: string | null; performedOn?: string | null
}

/**
 * A cost that comes when the order may be closed already. Its status stays what it is; finance opens again. 423 while somebody edits the order: saving
 * that draft would take the cost away.
 */
export async function addLateCost({ workOrder_ID, ...cost }: LateCost): Promise<string> {
  const { WorkOrders, CostTypes, AccountingIndicators } = entities()
  const order = await SELECT.one.from(WorkOrders).columns('ID', 'currency_code', 'accountingIndicator_code').where({ ID: workOrder_ID }).forUpdate()
  if (!order) fail(404, 'WORK_ORDER_UNKNOWN', { target: 'workOrder_ID' })
  await orders().holdStill(workOrder_ID)
  await requireCode(CostTypes, cost.type_code, 'type_code')
  await requireCode(AccountingIndicators, cost.accountingIndicator_code, 'accountingIndicator_code')
  await requireCode('sap.common.Currencies', cost.currency_code, 'currency_code')
  const ID = cds.utils.uuid()
  await orders().bookCosts([{
    ID, workOrder_ID, ...cost, source_code: 'late', currency_code: cost.currency_code ?? order.currency_code,
    accountingIndicator_code: cost.accountingIndicator_code ?? order.accountingIndicator_code, performedOn: cost.performedOn ?? cds.context!.timestamp.toISOString().slice(0, 10)
  }])
  await bringUpToDate([workOrder_ID])
  return ID
}

const orders = () => present<WorkOrderService>('work-orders')

async function requireCode(list: unknown, code: string | null | undefined, target: string): Promise<void> {
  if (code && !(await SELECT.one.from(list as never).columns('code').where({ code }))) fail(400, 'CODE_UNKNOWN', { target, args: [code] })
}
