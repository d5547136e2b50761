import { USER } from '../environment'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { changeStamp, today } from './dates'
import { checkCostCenter, productIn } from './masters'
import { itemNumber, nextNumber } from './numbers'
import { insert, known } from './table'

type Row = Record<string, any>

/** Both APIs show the same requisitions; only names differ. */
export const V2 = {
  header: 'API_PURCHASEREQ_PROCESS_SRV.A_PurchaseRequisitionHeader', item: 'API_PURCHASEREQ_PROCESS_SRV.A_PurchaseRequisitionItem',
  account: 'API_PURCHASEREQ_PROCESS_SRV.A_PurReqnAcctAssgmt', toItems: 'to_PurchaseReqnItem', toAccounts: 'to_PurchaseReqnAcctAssgmt'
}
export const V4 = {
  header: 'CE_PURCHASEREQUISITION_0001.PurchaseReqn', item: 'CE_PURCHASEREQUISITION_0001.PurchaseReqnItem',
  account: 'CE_PURCHASEREQUISITION_0001.PurchaseReqnAcctAssgmt', toItems: '_PurchaseRequisitionItem', toAccounts: '_PurchaseReqnAcctAssgmt'
}

/** Creates a requisition through one API; the other shows it too. */
export async function createRequisition(data: Row, api: typeof V2): Promise<Row> {
  const { [api.toItems]: wanted = [], ...fields } = data
  if (!wanted.length) refuse('ZHOST/001', api.toItems)
  const header: Row = { ...fields, PurchaseRequisition: nextNumber('requisition'), PurchaseRequisitionType: fields.PurchaseRequisitionType || 'NB' }
  const items = wanted.map((row: Row, index: number) => completed(row, header, index, api))
  const accounts = items.flatMap((item: Row) => item[api.toAccounts] ?? [])
  for (const target of [V2, V4]) {
    await insert(target.header, [header])
    await insert(target.item, items.map((item: Row) => ({ ...item, IsDeleted: target === V2 ? '' : false })))
    await insert(target.account, accounts)
  }
  count('documents', 'requisition')
  return { ...header, [api.toItems]: items.map((item: Row) => ({ ...known(api.item, item), [api.toAccounts]: item[api.toAccounts] })) }
}

function completed(row: Row, header: Row, index: number, api: typeof V2): Row {
  const { baseUnit } = productIn(row.Material, row.Plant)
  if (!(Number(row.RequestedQuantity) > 0)) refuse('ZHOST/001', 'RequestedQuantity')
  const key = { PurchaseRequisition: header.PurchaseRequisition, PurchaseRequisitionItem: itemNumber(index, 5, 10) }
  const accounts = (row[api.toAccounts] ?? []).map((account: Row, at: number) => ({ ...account, ...key, PurchaseReqnAcctAssgmtNumber: itemNumber(at, 2) }))
  for (const account of accounts) checkCostCenter(account.CostCenter)
  return {
    ...row, ...key, BaseUnit: row.BaseUnit || baseUnit, PurReqnReleaseStatus: '05', ProcessingStatus: 'N', OrderedQuantity: 0, PurchasingDocument: '',
    CreatedByUser: USER, CreationDate: today(), PurReqCreationDate: today(), LastChangeDateTime: changeStamp(), [api.toAccounts]: accounts
  }
}
