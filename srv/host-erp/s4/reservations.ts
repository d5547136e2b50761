import type { DocumentRequest, PartItem, ReservationPort, ReservationRequest } from '../ports'
import { literal, padded, toDate, toQuantity, toUnit } from '../wire-format'
import { api, distinct, filled, isMissing, numberIn } from './connection'
import { costCenterOf, movementTypeFor, orderOf } from './cost-object'

const reservations = api('API_RESERVATION_DOCUMENT_SRV')

/**
 * A reservation has no reference field. Its items' text carries the key: the text is free for any use, while
 * the goods recipient (12 characters) is printed on picking lists.
 */
export const reserve: ReservationPort['reserve'] = {
  async send(request: ReservationRequest, key: string) {
    const created = await reservations.create('A_ReservationDocumentHeader', reservationOf(request, key))
    return numberIn(created, 'Reservation')
  },
  async find({ items: [first] }: ReservationRequest, key: string) {
    const filter = `Product eq ${literal(first.material)} and Plant eq ${literal(first.plant)} and ReservationItemText eq ${literal(key)}`
    return distinct(await reservations.read(`A_ReservationDocumentItem?$select=Reservation&$filter=${spaced(filter)}`), row => row.Reservation)
  },
  undo: remove
}

export const withdraw: ReservationPort['withdraw'] = {
  async send({ document }: DocumentRequest) {
    const number = padded(document!, 10)
    await remove(number)
    return number
  },
  async find({ document }: DocumentRequest) {
    const number = padded(document!, 10)
    const found = await reservations.read(`A_ReservationDocumentHeader?$select=Reservation&$filter=${spaced(`Reservation eq ${literal(number)}`)}`)
    return found.length ? [] : [number]
  }
}

/** Deleting what is not there any more is what was asked for. */
async function remove(number: string): Promise<void> {
  await reservations.remove(`A_ReservationDocumentHeader(${literal(number)})`).catch(error => { if (!isMissing(error)) throw error })
}

/** The deep insert of header and items. */
export function reservationOf({ costObject, neededOn, items }: ReservationRequest, key: string) {
  const day = neededOn && toDate(neededOn)
  return filled({
    GoodsMovementType: movementTypeFor(costObject), CostCenter: costCenterOf(costObject), OrderID: orderOf(costObject),
    WBSElement: costObject?.wbsElement, ReservationDate: day, to_ReservationDocumentItem: items.map(item => itemOf(item, key, day))
  })
}

const itemOf = (item: PartItem, key: string, day?: string) => filled({
  Product: item.material, Plant: item.plant, StorageLocation: item.storageLocation, Batch: item.batch, MatlCompRequirementDate: day,
  ResvnItmRequiredQtyInEntryUnit: toQuantity(item.quantity), EntryUnit: item.unit && toUnit(item.unit), GoodsMovementIsAllowed: true, ReservationItemText: key
})

const spaced = (filter: string) => filter.replaceAll(' ', '%20')
