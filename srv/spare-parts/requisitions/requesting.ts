import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { lockedNeed } from '../claims/claiming'
import { host, today } from '../claims/documents'
import { noteOnOrder, refuseFinishedOrder, type Order } from '../claims/orders'
import { checkedQuantity, partOf, type Part } from '../claims/parts'
import { movePieces } from '../claims/pieces'
import { exact, openOf, piecesOf } from '../claims/states'
import { dayOf, deliveryDay, wishedDay } from './dates'

export const REQUISITIONS = 'aftersales.Requisitions'

interface Place { plant: string; storageLocation: string }
interface Wish { part: Part; quantity: number; place: Place; supplier?: string | null; neededOn: string | null; reservation_ID?: string; workOrder_ID?: string }

/** Has the open pieces of a need bought. What is asked for already is not asked for again. */
export async function requisitionFor(ID: string, { quantity: wanted, supplier }: { quantity?: unknown; supplier?: string | null }): Promise<string> {
  const { order, row, part } = await lockedNeed(ID)
  refuseFinishedOrder(order)
  const open = exact(openOf(piecesOf(row)) - (await underway(ID)))
  if (!(open > 0)) fail(409, 'REQUISITION_NOTHING_OPEN', { args: [row.number] })
  const quantity = wanted == null ? open : checkedQuantity(wanted, part)
  if (quantity > open) fail(409, 'REQUISITION_TOO_MANY', { target: 'quantity', args: [open, row.unit ?? ''] })
  const place = row.plant && row.storageLocation ? { plant: row.plant, storageLocation: row.storageLocation } : await receivingPlace(order, part)
  const neededOn = row.neededAt ? dayOf(row.neededAt) : null
  const requisition = await request({ part, quantity, place, supplier, neededOn, reservation_ID: ID, workOrder_ID: order.ID })
  await movePieces(ID, { entries: [{ kind: 'Requested', quantity, ...place, text: requisition.number, hostMessage_ID: requisition.hostMessage_ID }] })
  await noteOnOrder(order.ID, 'PartRequested', 'requested', { quantity, unit: part.baseUnit ?? '', part: part.number, number: requisition.number, date: requisition.expectedOn ?? '' })
  return requisition.ID
}

export interface StockWish { part_ID: string; quantity: unknown; plant: string; storageLocation: string; supplier?: string | null; neededOn?: string | null }

/** Has parts bought for a place. */
export async function requisitionForStock({ part_ID, quantity, plant, storageLocation, supplier, neededOn }: StockWish): Promise<string> {
  const part = await partOf(part_ID)
  const { StockPlaces } = entities()
  if (!(await SELECT.one.from(StockPlaces).columns('plant').where({ plant, storageLocation }))) fail(422, 'STOCK_PLACE_UNKNOWN', { target: 'storageLocation', args: [plant, storageLocation] })
  return (await request({ part, quantity: checkedQuantity(quantity, part), place: { plant, storageLocation }, supplier, neededOn: neededOn ?? null })).ID
}

async function request({ part, quantity, place, supplier, neededOn, reservation_ID, workOrder_ID }: Wish) {
  const { PartSupplies, Requisitions } = entities()
  const supply = (await SELECT.one.from(PartSupplies).where({ part_ID: part.ID, plant: place.plant })) as { supplier: string | null; deliveryDays: number | null; price: string | null; currency_code: string | null } | null
  const expectedOn = deliveryDay(today(), supply?.deliveryDays)
  const ID = cds.utils.uuid()
  const [number] = await nextNumbers('Requisition')
  const { ID: hostMessage_ID } = await host().submit('requisition.create', {
    description: `${part.number} ${part.name ?? ''}`.trim(),
    items: [{
      material: part.number, ...place, quantity: String(quantity), unit: part.baseUnit ?? undefined, neededOn: wishedDay(today(), neededOn, expectedOn), supplier: supplier ?? undefined
    }]
  }, { cause: { entity: REQUISITIONS, ID }, workOrder_ID })
  await INSERT.into(Requisitions).entries({
    ID, number, reservation_ID, part_ID: part.ID, quantity, unit: part.baseUnit, ...place, neededOn, expectedOn, supplier: supplier ?? supply?.supplier ?? null,
    price: supply?.price ?? null, currency_code: supply?.currency_code ?? null, hostMessage_ID
  })
  return { ID, number, expectedOn, hostMessage_ID }
}

/** Pieces that are asked for and have not come. */
async function underway(reservation_ID: string): Promise<number> {
  const { Requisitions } = entities()
  const rows = (await SELECT.from(Requisitions).columns('quantity').where({ reservation_ID, state_code: { in: ['Requested', 'InPurchase', 'Ordered'] } })) as { quantity: string }[]
  return rows.reduce((sum, { quantity }) => sum + Number(quantity), 0)
}

/** Where goods for an order are received: the first warehouse of its plant, of those in use one where the part lies already. */
async function receivingPlace(order: Order, part: Part): Promise<Place> {
  const { StockPlaces, PartStocks } = entities()
  const places = (await SELECT.from(StockPlaces).columns('plant', 'storageLocation').where({ isActive: true, kind_code: { '!=': 'van' }, ...(order.plant && { plant: order.plant }) })
    .orderBy('kind_code desc', 'storageLocation')) as Place[]
  const known = (await SELECT.from(PartStocks).columns('plant', 'storageLocation').where({ part_ID: part.ID })) as Place[]
  const usual = places.find(place => known.some(row => row.plant === place.plant && row.storageLocation === place.storageLocation)) ?? places[0]
  return usual ?? fail(422, 'REQUISITION_PLACE_MISSING', { args: [order.plant ?? ''] })
}
