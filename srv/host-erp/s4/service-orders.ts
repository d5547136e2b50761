import type { ServiceOrderPort, ServiceOrderRequest } from '../ports'
import { literal, padded, toInstant, toQuantity, toText, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'

const orders = api('API_SERVICE_ORDER_SRV')

export const create: ServiceOrderPort['create'] = {
  async send(request, key) {
    return numberIn(await orders.create('A_ServiceOrder', serviceOrderOf(request, key)), 'ServiceOrder')
  },
  async find(request, key) {
    const found = await orders.read(`A_ServiceOrder?$select=ServiceOrder&$filter=PurchaseOrderByCustomer%20eq%20${literal(key)}`)
    return distinct(found, row => row.ServiceOrder)
  }
}

/** The deep insert of header, items and the equipment that is repaired. */
export function serviceOrderOf(request: ServiceOrderRequest, key: string) {
  return filled({
    ServiceOrderType: request.type, ServiceOrderDescription: toText(request.description, 40), SoldToParty: padded(request.customer, 10),
    SalesOrganization: request.salesOrganization, DistributionChannel: request.distributionChannel, Division: request.division,
    RequestedServiceStartDateTime: request.from && toInstant(request.from), RequestedServiceEndDateTime: request.to && toInstant(request.to),
    PurchaseOrderByCustomer: key,
    to_Item: request.items?.map(item => filled({
      Product: item.product, ServiceOrderItemDescription: item.description && toText(item.description, 40),
      Quantity: toQuantity(item.quantity), QuantityUnit: item.unit && toUnit(item.unit)
    })),
    to_ReferenceObject: request.equipment && [{ ServiceReferenceEquipment: padded(request.equipment, 18), SrvcRefObjIsMainObject: true }]
  })
}
