import type { RequisitionPort, RequisitionRequest } from '../ports'
import { postingSettings } from '../settings'
import { literal, padded, toDate, toQuantity, toText, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'
import { costCenterOf, orderOf } from './cost-object'

const requisitions = api('API_PURCHASEREQ_PROCESS_SRV')

export const request: RequisitionPort['request'] = {
  async send(wanted, key) {
    return numberIn(await requisitions.create('A_PurchaseRequisitionHeader', requisitionOf(wanted, key)), 'PurchaseRequisition')
  },
  async find({ items: [first] }, key) {
    const filter = `Material eq ${literal(first.material)} and Plant eq ${literal(first.plant)} and PurReqnExternalReference eq ${literal(key)}`
    const found = await requisitions.read(`A_PurchaseRequisitionItem?$select=PurchaseRequisition&$filter=${filter.replaceAll(' ', '%20')}`)
    return distinct(found, row => row.PurchaseRequisition)
  }
}

/** The deep insert of header, items and account assignments. */
export function requisitionOf({ description, purchasingGroup, items }: RequisitionRequest, key: string) {
  return filled({
    PurchaseRequisitionType: postingSettings().requisitionType, PurReqnDescription: description && toText(description, 40),
    to_PurchaseReqnItem: items.map((item, index) => filled({
      PurchaseRequisitionItem: String((index + 1) * 10).padStart(5, '0'),
      Material: item.material, Plant: item.plant, StorageLocation: item.storageLocation, RequestedQuantity: toQuantity(item.quantity),
      BaseUnit: item.unit && toUnit(item.unit), DeliveryDate: toDate(item.neededOn), PurchasingGroup: purchasingGroup,
      FixedSupplier: item.supplier && padded(item.supplier, 10), PurReqnExternalReference: key, ...accountOf(item)
    }))
  })
}

/** K: cost centre, F: order, P: project; without one the part goes to stock. */
function accountOf({ costObject }: RequisitionRequest['items'][number]) {
  if (!costObject) return {}
  const { costCenter, order } = costObject
  const account = filled({ PurchaseReqnAcctAssgmtNumber: '01', CostCenter: costCenterOf(costObject), OrderID: orderOf(costObject), WBSElement: costObject.wbsElement })
  return { AccountAssignmentCategory: costCenter ? 'K' : order ? 'F' : 'P', to_PurchaseReqnAcctAssgmt: [account] }
}
