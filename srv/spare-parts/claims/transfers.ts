import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { isSamePlace } from '../stock/places'
import { heldUntil, hold, lockedNeed, openPieces, splitRest } from './claiming'
import { askForReservation, host, today } from './documents'
import { noteOnOrder, type Order } from './orders'
import { partOf, type Part } from './parts'
import { ledgerRow, lockedReservation, movePieces } from './pieces'
import { chosenPlace, refuseUnusedPlace } from './places'
import { refuseWithAlternatives } from './refusing'
import { arriveAt, claimAt, freeAt, leaveAt } from './stock'

const TRANSFERS = 'aftersales.StockTransfers'

interface Place { plant: string; storageLocation: string }

export interface TransferWish {
  part_ID: string; quantity: number; from: Place; to: Place; batch?: string | null; reservation_ID?: string; workOrder_ID?: string
  /** When it will be there. */
  expectedAt?: string | null
}

interface Transfer {
  ID: string; number: string; part_ID: string; quantity: string | number; unit: string | null; plant: string; storageLocation: string; toPlant: string; toStorageLocation: string
  reservation_ID: string | null; workOrder_ID: string | null; state_code: string; hostMessage_ID: string | null
}

/**
 * Has pieces brought from one place to another, in the caller's transaction. They are held where they lie until the host has posted the transfer.
 * @returns ID and number of the transfer; nothing when the pieces are not there
 */
export async function requestTransfer(wish: TransferWish): Promise<{ ID: string; number: string; hostMessage_ID: string } | undefined> {
  const { part_ID, quantity, from, to, batch, reservation_ID, workOrder_ID, expectedAt } = wish
  if (isSamePlace(from, to)) fail(422, 'TRANSFER_TO_ITSELF', { target: 'storageLocation' })
  if (!(await claimAt({ part_ID, ...from }, quantity))) return undefined
  const part = await partOf(part_ID)
  const ID = cds.utils.uuid()
  const [number] = await nextNumbers('StockTransfer')
  const { ID: hostMessage_ID } = await host().submit('movement.transfer', {
    postingDate: today(), items: [{
      material: part.number, ...from, quantity: String(quantity), unit: part.baseUnit ?? undefined, batch: batch ?? undefined,
      toPlant: to.plant, toStorageLocation: to.storageLocation
    }]
  }, { cause: { entity: TRANSFERS, ID }, workOrder_ID })
  const { StockTransfers, PartMovements } = entities()
  await INSERT.into(StockTransfers).entries({
    ID, number, part_ID, quantity, unit: part.baseUnit, ...from, toPlant: to.plant, toStorageLocation: to.storageLocation, batch: batch ?? null,
    reservation_ID: reservation_ID ?? null, workOrder_ID: workOrder_ID ?? null, expectedAt: expectedAt ?? null, hostMessage_ID
  })
  if (!reservation_ID) await INSERT.into(PartMovements).entries(ledgerRow({ part_ID }, { kind: 'Moving', quantity, ...from, ...toOf(to), batch, hostMessage_ID, transfer_ID: ID }))
  return { ID, number, hostMessage_ID }
}

const toOf = ({ plant, storageLocation }: Place) => ({ toPlant: plant, toStorageLocation: storageLocation })

interface Wanted extends Place { quantity?: number | string | null; toPlant?: string | null; toStorageLocation?: string | null }

/** Holds open pieces at another place and has them brought to the one from which the order takes its parts. */
export async function transferFrom(ID: string, wanted: Wanted): Promise<void> {
  const { order, row, part, open, quantity } = await openPieces(ID, wanted.quantity)
  const from = chosenPlace(wanted.plant, wanted.storageLocation)!
  const to = chosenPlace(wanted.toPlant, wanted.toStorageLocation) ?? (await usualTarget(order, from, row.carrier_ID, row.target_code))
  await refuseUnusedPlace(from.plant, from.storageLocation)
  await refuseUnusedPlace(to.plant, to.storageLocation)
  await splitRest(row, open - quantity)
  const transfer = await requestTransfer({ part_ID: part.ID, quantity, from, to, reservation_ID: ID, workOrder_ID: order.ID, expectedAt: await arrivalFrom(from) })
  if (!transfer) return refuseWithAlternatives(order, part, quantity, from)
  const { hostMessage_ID } = transfer
  await hold(row, quantity, { ...from, claimedAt: cds.context!.timestamp.toISOString(), expiresAt: null, transfer_ID: transfer.ID, hostMessage_ID: null, hostReservation: null, refusal: null },
    [{ kind: 'Moving', quantity, ...from, ...toOf(to), hostMessage_ID, transfer_ID: transfer.ID }])
  await noteOnOrder(order.ID, 'PartMoving', 'moving', { quantity, unit: row.unit ?? '', part: part.number, from: nameOf(from), to: nameOf(to) })
}

const nameOf = ({ plant, storageLocation }: Place) => `${plant} ${storageLocation}`

/** The van of whoever brings the part, where the order wants it there; else the first warehouse or depot of the order's plant. */
async function usualTarget(order: Order, from: Place, carrier_ID: string | null, target: string | null): Promise<Place> {
  const { StockPlaces } = entities()
  const people = [carrier_ID, order.technician_ID].filter(Boolean)
  const places = (await SELECT.from(StockPlaces).columns('plant', 'storageLocation', 'kind_code', 'technician_ID', 'deliveryHours').where({ isActive: true, plant: order.plant ?? from.plant })
    .orderBy('deliveryHours', 'storageLocation')) as (Place & { kind_code: string; technician_ID: string | null })[]
  const others = places.filter(place => nameOf(place) !== nameOf(from))
  const van = others.find(place => place.technician_ID && people.includes(place.technician_ID))
  const place = (target === 'van' ? van : undefined) ?? others.find(({ kind_code }) => kind_code !== 'van') ?? van
  return place ? { plant: place.plant, storageLocation: place.storageLocation } : fail(422, 'TRANSFER_WITHOUT_TARGET', { target: 'toStorageLocation' })
}

async function arrivalFrom({ plant, storageLocation }: Place): Promise<string> {
  const place = await SELECT.one.from(entities().StockPlaces).columns('deliveryHours').where({ plant, storageLocation })
  return new Date(cds.context!.timestamp.getTime() + Number(place?.deliveryHours ?? 24) * 3_600_000).toISOString()
}

/** The host has moved the pieces. Those of a reservation that still wants them are held at their new place, and reserved there. */
export async function noteTransferred(ID: string, message_ID: string, hostDocument: string): Promise<void> {
  const { StockTransfers, Reservations } = entities()
  const changed = await UPDATE(StockTransfers).with({ state_code: 'Done', hostDocument, refusal: null } as never).where({ ID, hostMessage_ID: message_ID, state_code: 'Requested' })
  if (!changed) return
  const transfer = (await SELECT.one.from(StockTransfers).where({ ID })) as unknown as Transfer
  const { part_ID, reservation_ID } = transfer, quantity = Number(transfer.quantity)
  const to = { plant: transfer.toPlant, storageLocation: transfer.toStorageLocation }
  const row = reservation_ID && (await SELECT.one.from(Reservations).columns('ID').where({ ID: reservation_ID, transfer_ID: ID }).forUpdate())
  await leaveAt({ part_ID, plant: transfer.plant, storageLocation: transfer.storageLocation }, quantity)
  await arriveAt({ part_ID, ...to }, row ? quantity : 0)
  if (!row) return
  await arrive(await lockedReservation(reservation_ID!), await partOf(part_ID), to, quantity, message_ID)
}

async function arrive(row: Awaited<ReturnType<typeof lockedReservation>>, part: Part, to: Place, quantity: number, message_ID: string): Promise<void> {
  const hostMessage_ID = await askForReservation(row, part, to, quantity)
  await movePieces(row.ID, {
    set: { ...to, ...heldUntil(row.neededAt), transfer_ID: null, hostMessage_ID }, entries: [{ kind: 'Moved', quantity, ...toOf(to), hostMessage_ID: message_ID, isAutomatic: true }]
  })
}

/** The host does not move the pieces: they are free again, and a need that waited for them is open again. */
export async function noteNotTransferred(ID: string, message_ID: string, refusal: string): Promise<void> {
  const { StockTransfers } = entities()
  const changed = await UPDATE(StockTransfers).with({ state_code: 'Refused', refusal } as never).where({ ID, hostMessage_ID: message_ID, state_code: 'Requested' })
  if (!changed) return
  const transfer = (await SELECT.one.from(StockTransfers).where({ ID })) as unknown as Transfer
  const { part_ID, plant, storageLocation, reservation_ID } = transfer, quantity = Number(transfer.quantity)
  const found = reservation_ID ? await lockedNeed(reservation_ID) : undefined
  await freeAt({ part_ID, plant, storageLocation }, quantity)
  if (found?.row.transfer_ID !== ID) return
  await movePieces(found.row.ID, {
    by: { claimedQuantity: -quantity }, given: { claimedQuantity: quantity }, set: { plant: null, storageLocation: null, transfer_ID: null, claimedAt: null, refusal },
    entries: [{ kind: 'Refused', quantity, plant, storageLocation, hostMessage_ID: message_ID, transfer_ID: ID, text: refusal, isAutomatic: true }]
  })
  await noteOnOrder(found.order.ID, 'PartRefused', 'refusedTransfer', { quantity, unit: transfer.unit ?? '', part: found.part.number, reason: refusal }, true)
}

/** What the host says is kept; the pieces stay held, since it may have moved them. */
export async function noteTransferTrouble(ID: string, message_ID: string, refusal: string): Promise<void> {
  await UPDATE(entities().StockTransfers).with({ refusal } as never).where({ ID, hostMessage_ID: message_ID })
}
