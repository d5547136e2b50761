import cds from '@sap/cds'
import Decimal from 'decimal.js'
import { companyCodes, decimalsOf, personOf, rateOf } from '../data/books'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { today } from './dates'
import { book, mirror } from './ledger'
import { checkLock } from './masters'
import { itemNumber, nextNumber } from './numbers'
import { insert } from './table'
import { allocation, senderOf } from './time-sheet'

type Row = Record<string, any>

const ORDERS = 'API_SERVICE_ORDER_SRV'
const CONFIRMATIONS = 'API_SERVICE_CONFIRMATION_SRV'

/** Confirms time and parts against an existing service order. */
export async function createServiceConfirmation(data: Row): Promise<Row> {
  const { to_Item = [], ...fields } = data
  const numbers = [...new Set<string>([fields.ReferenceServiceOrder, ...to_Item.map((row: Row) => row.ReferenceServiceOrder)].filter(Boolean))]
  const orders = new Map<string, Row>()
  for (const ServiceOrder of numbers) {
    const order = await cds.run(SELECT.one.from(`${ORDERS}.A_ServiceOrder`).columns('ServiceOrder', 'SalesOrganization').where({ ServiceOrder })) as Row | null
    orders.set(ServiceOrder, order ?? refuse('M7/001', 'CRMS4D_SERV_H', ServiceOrder))
  }
  const ServiceConfirmation = nextNumber('serviceConfirmation')
  const confirmation = { ...fields, ServiceConfirmation, ServiceConfirmationUUID: cds.utils.uuid(), ServiceConfirmationIsCanceled: false }
  const items = to_Item.map((row: Row, index: number) => ({
    ...row, ServiceConfirmation, ServiceConfirmationItem: row.ServiceConfirmationItem || itemNumber(index, 6, 10), ServiceConfirmationItemUUID: cds.utils.uuid()
  }))
  await insert(`${CONFIRMATIONS}.A_ServiceConfirmation`, [confirmation])
  await insert(`${CONFIRMATIONS}.A_ServiceConfirmationItem`, items)
  for (const [index, item] of items.entries()) await allocate(item, orders.get(item.ReferenceServiceOrder ?? fields.ReferenceServiceOrder), confirmation, index)
  count('documents', 'serviceConfirmation')
  return { ...confirmation, to_Item: items }
}

/** Hours of a completed item are valued by the price of whose they are, and borne by the item of the service order. */
async function allocate(item: Row, order: Row | undefined, { ServiceConfirmation, PurchaseOrderByCustomer }: Row, index: number): Promise<void> {
  const companyCode = order?.SalesOrganization
  const postingDate = item.ServicesRenderedDate ?? today()
  const sender = senderOf(companyCode, item.ExecutingServiceEmployee)
  const price = companyCodes.has(companyCode) ? rateOf(companyCode, personOf(item.ExecutingServiceEmployee)?.activityType, postingDate, sender) : undefined
  if (!price || item.QuantityUnit !== 'H' || item.ServiceConfItemIsCompleted !== 'X' || !item.ReferenceServiceOrderItem) return
  const amount = new Decimal(item.Quantity).times(price.rate).toDecimalPlaces(decimalsOf(price.currency), Decimal.ROUND_HALF_UP).toFixed()
  const receiver = { serviceOrder: order!.ServiceOrder, serviceOrderItem: item.ReferenceServiceOrderItem }
  await book({ document: ServiceConfirmation, origin: 'SRVC', companyCode, postingDate, reference: PurchaseOrderByCustomer, firstLine: 2 * index + 1 },
    allocation({ amount, currency: price.currency }, receiver, sender))
}

/** A cancelled confirmation takes its hours back, and stays cancelled. */
export async function changeServiceConfirmation({ ServiceConfirmation }: Row, { ServiceConfirmationIsCanceled: isCancelled }: Row): Promise<void> {
  checkLock('Service confirmation', ServiceConfirmation)
  const confirmation = await cds.run(SELECT.one.from(`${CONFIRMATIONS}.A_ServiceConfirmation`).columns('ServiceConfirmationIsCanceled').where({ ServiceConfirmation })) as Row | null
  if (!confirmation) return
  if (confirmation.ServiceConfirmationIsCanceled) refuse('ZHOST/017', ServiceConfirmation)
  if (isCancelled) await mirror(ServiceConfirmation)
}
