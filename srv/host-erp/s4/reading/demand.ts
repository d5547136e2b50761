import Decimal from 'decimal.js'
import type { OpenReservation, ReadingPorts, RequestedItem } from '../../reading'
import { postingSettings } from '../../settings'
import { dateLiteral, fromDate, literal, padded, stripped } from '../../wire-format'
import { api } from '../connection'
import { all, query, textOf, type Row } from './pages'
import { everyRow } from './stock'

const reservations = api('API_RESERVATION_DOCUMENT_SRV')
const movements = api('API_MATERIAL_DOCUMENT_SRV')

/** Items that take pieces out of stock (H); those that announce a receipt promise nothing to anybody. */
export const openReservations: ReadingPorts['openReservations'] = async material => {
  const rows = await everyRow(reservations, query('A_ReservationDocumentItem', {
    $filter: all(`Product eq ${literal(material)}`, 'ReservationItemIsFinallyIssued eq false', 'ReservationItmIsMarkedForDeltn eq false', "DebitCreditCode eq 'H'")
  }))
  return rows.map(openReservationOf).filter(({ quantity }) => new Decimal(quantity).gt(0))
}

export const openReservationOf = (row: Row): OpenReservation => ({
  document: row.Reservation,
  item: row.ReservationItem,
  plant: row.Plant,
  storageLocation: textOf(row.StorageLocation),
  quantity: new Decimal(row.ResvnItmRequiredQtyInBaseUnit ?? 0).minus(row.ResvnItmWithdrawnQtyInBaseUnit ?? 0).toFixed(),
  neededOn: fromDate(row.MatlCompRequirementDate),
  reference: textOf(row.ReservationItemText)
})

const V2 = { api: api('API_PURCHASEREQ_PROCESS_SRV'), item: 'A_PurchaseRequisitionItem', day: dateLiteral, notDeleted: "IsDeleted eq ''" }
const V4: typeof V2 = { api: api('CE_PURCHASEREQUISITION_0001', { odata: 'v4' }), item: 'PurchaseReqnItem', day: day => day, notDeleted: 'IsDeleted eq false' }
const configured = () => (postingSettings().requisitionApi === 'CE_PURCHASEREQUISITION_0001' ? V4 : V2)

/** What is older and has not come will not come by itself, and the host keeps requisitions for ever. */
const LOOK_BACK = 182 * 86_400_000

export const requestedItems: ReadingPorts['requestedItems'] = material => {
  const { day, notDeleted } = configured()
  return read(all(`Material eq ${literal(material)}`, `DeliveryDate ge ${day(new Date(Date.now() - LOOK_BACK).toISOString().slice(0, 10))}`, notDeleted))
}

/** Numbers that one address can hold. */
const NUMBERS_PER_REQUEST = 20

export const requisitions: ReadingPorts['requisitions'] = async numbers => {
  const found: RequestedItem[] = []
  for (let from = 0; from < numbers.length; from += NUMBERS_PER_REQUEST) {
    found.push(...await read(numbers.slice(from, from + NUMBERS_PER_REQUEST).map(number => `PurchaseRequisition eq ${literal(padded(number, 10))}`).join(' or ')))
  }
  return found
}

async function read($filter: string): Promise<RequestedItem[]> {
  const { api: source, item } = configured()
  const rows = await everyRow(source, query(item, { $filter }))
  const orders = [...new Set(rows.flatMap(row => textOf(row.PurchasingDocument) ?? []))]
  const received = new Map(await Promise.all(orders.map(async order => [order, await receiptsOf(order)] as const)))
  return rows.map(row => requestedItemOf(row, received.get(row.PurchasingDocument) ?? []))
}

/** Goods receipts of a purchase order and what was taken back of them. */
const receiptsOf = (order: string) => everyRow(movements, query('A_MaterialDocumentItem', { $filter: `PurchaseOrder eq ${literal(order)}` }))

export function requestedItemOf(row: Row, receipts: Row[] = []): RequestedItem {
  const own = receipts.filter(receipt => receipt.PurchaseOrderItem === row.PurchasingDocumentItem && receipt.Material === row.Material)
  const delivered = own.reduce((sum, { DebitCreditCode, QuantityInBaseUnit }) => (DebitCreditCode === 'H' ? sum.minus(QuantityInBaseUnit) : sum.plus(QuantityInBaseUnit)), new Decimal(0))
  return {
    requisition: row.PurchaseRequisition,
    item: row.PurchaseRequisitionItem,
    material: stripped(row.Material),
    plant: row.Plant,
    storageLocation: textOf(row.StorageLocation),
    quantity: new Decimal(row.RequestedQuantity ?? 0).toFixed(),
    ordered: new Decimal(row.OrderedQuantity ?? 0).toFixed(),
    delivered: delivered.toFixed(),
    purchaseOrder: textOf(row.PurchasingDocument),
    supplier: textOf(row.FixedSupplier) ?? textOf(row.Supplier),
    expectedOn: fromDate(row.DeliveryDate) ?? textOf(row.DeliveryDate),
    isDeleted: row.IsDeleted === true || row.IsDeleted === 'X',
    isClosed: Boolean(row.IsClosed),
    reference: textOf(row.PurReqnExternalReference)
  }
}
