import type { RequisitionPort, RequisitionRequest } from '../ports'
import { postingSettings } from '../settings'
import { literal, padded, toDate, toDay, toQuantity, toText, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'
import { costCenterOf, orderOf } from './cost-object'

/** Two released APIs write the same requisitions; they differ in names and in how values look on the wire. */
const V2 = {
  api: api('API_PURCHASEREQ_PROCESS_SRV'), header: 'A_PurchaseRequisitionHeader', item: 'A_PurchaseRequisitionItem', toItems: 'to_PurchaseReqnItem',
  toAccounts: 'to_PurchaseReqnAcctAssgmt', wbsElement: 'WBSElement', day: toDate, quantity: (value: string): string | number => toQuantity(value)
}
const V4: typeof V2 = {
  api: api('CE_PURCHASEREQUISITION_0001', { odata: 'v4' }), header: 'PurchaseReqn', item: 'PurchaseReqnItem', toItems: '_PurchaseRequisitionItem',
  toAccounts: '_PurchaseReqnAcctAssgmt', wbsElement: 'WBSElementExternalID', day: toDay, quantity: value => Number(toQuantity(value))
}

const configured = () => (postingSettings().requisitionApi === 'CE_PURCHASEREQUISITION_0001' ? V4 : V2)

export const request: RequisitionPort['request'] = {
  async send(wanted, key) {
    const { api, header } = configured()
    return numberIn(await api.create(header, requisitionOf(wanted, key)), 'PurchaseRequisition')
  },
  async find({ items: [first] }, key) {
    const { api, item } = configured()
    const filter = `Material eq ${literal(first.material)} and Plant eq ${literal(first.plant)} and PurReqnExternalReference eq ${literal(key)}`
    return distinct(await api.read(`${item}?$select=PurchaseRequisition&$filter=${filter.replaceAll(' ', '%20')}`), row => row.PurchaseRequisition)
  }
}

/** The deep insert of header, items and account assignments. */
export function requisitionOf({ description, purchasingGroup, items }: RequisitionRequest, key: string) {
  const { toItems, day, quantity } = configured()
  return filled({
    PurchaseRequisitionType: postingSettings().requisitionType, PurReqnDescription: description && toText(description, 40),
    [toItems]: items.map((item, index) => filled({
      PurchaseRequisitionItem: String((index + 1) * 10).padStart(5, '0'),
      Material: item.material, Plant: item.plant, StorageLocation: item.storageLocation, RequestedQuantity: quantity(item.quantity),
      BaseUnit: item.unit && toUnit(item.unit), DeliveryDate: day(item.neededOn), PurchasingGroup: purchasingGroup,
      FixedSupplier: item.supplier && padded(item.supplier, 10), PurReqnExternalReference: key, ...accountOf(item)
    }))
  })
}

/** K: cost centre, F: order, P: project; without one the part goes to stock. */
function accountOf({ costObject }: RequisitionRequest['items'][number]) {
  if (!costObject) return {}
  const { toAccounts, wbsElement } = configured()
  const { costCenter, order } = costObject
  const account = filled({ PurchaseReqnAcctAssgmtNumber: '01', CostCenter: costCenterOf(costObject), OrderID: orderOf(costObject), [wbsElement]: costObject.wbsElement })
  return { AccountAssignmentCategory: costCenter ? 'K' : order ? 'F' : 'P', [toAccounts]: [account] }
}
