import type { DocumentRequest, ServiceConfirmationPort, ServiceConfirmationRequest } from '../ports'
import { literal, padded, toDate, toQuantity, toText, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'

const confirmations = api('API_SERVICE_CONFIRMATION_SRV')

export const confirm: ServiceConfirmationPort['confirm'] = {
  async send(request, key) {
    return numberIn(await confirmations.create('A_ServiceConfirmation', serviceConfirmationOf(request, key)), 'ServiceConfirmation')
  },
  find: (_request, key) => findValid(`PurchaseOrderByCustomer eq ${literal(key)}`),
  undo: cancelled
}

export const cancel: ServiceConfirmationPort['cancel'] = {
  async send({ document }) {
    await cancelled(document!)
    return document!
  },
  async find({ document }: DocumentRequest) {
    const rows = await confirmations.read(select(`ServiceConfirmation eq ${literal(padded(document!, 10))}`))
    return rows.some(row => row.ServiceConfirmationIsCanceled) ? [document!] : []
  }
}

/** A cancelled confirmation counts if there is no other: somebody wanted it gone, so that it must not be made again. */
async function findValid(filter: string): Promise<string[]> {
  const found = await confirmations.read(select(filter))
  const valid = found.filter(row => !row.ServiceConfirmationIsCanceled)
  return distinct(valid.length ? valid : found.slice(0, 1), row => row.ServiceConfirmation)
}

const select = (filter: string) => `A_ServiceConfirmation?$select=ServiceConfirmation,ServiceConfirmationIsCanceled&$filter=${filter.replaceAll(' ', '%20')}`

async function cancelled(document: string): Promise<void> {
  await confirmations.update(`A_ServiceConfirmation(${literal(padded(document, 10))})`, { ServiceConfirmationIsCanceled: true })
}

/** The deep insert of header and items. Completed at once: only then does the host book them. */
export function serviceConfirmationOf(request: ServiceConfirmationRequest, key: string) {
  const order = request.serviceOrder && padded(request.serviceOrder, 10)
  return filled({
    ServiceConfirmationType: request.type, ServiceConfirmationDescription: toText(request.description, 40), ReferenceServiceOrder: order,
    ServiceConfirmationIsFinal: request.isFinal && 'Y', PurchaseOrderByCustomer: key,
    to_Item: request.items.map(item => filled({
      Product: item.product, ServiceConfItemDescription: item.description && toText(item.description, 40), Quantity: toQuantity(item.quantity),
      QuantityUnit: item.unit && toUnit(item.unit), ReferenceServiceOrder: item.serviceOrderItem && order,
      ReferenceServiceOrderItem: item.serviceOrderItem && padded(item.serviceOrderItem, 6), ServicesRenderedDate: item.performedOn && toDate(item.performedOn),
      ExecutingServiceEmployee: item.performer && padded(item.performer, 10), ServiceConfItemIsCompleted: 'X'
    }))
  })
}
