import { fail } from '../../errors'
import { lockedNeed } from './claiming'
import { returnDocument } from './documents'
import { fit } from './fitted'
import { inHandWith } from './in-hand'
import { noteOnOrder } from './orders'
import { checkedQuantity } from './parts'
import { movePieces, type Counter, type Reservation } from './pieces'
import { chosenPlace, refuseUnusedPlace } from './places'
import { wasAsked } from './repeated'
import { inHandOf, piecesOf } from './states'
import { openWarrantyReturn } from './warranty'

interface Settled { quantity?: number | string | null; serialNumber?: string | null; batch?: string | null; requestKey?: string | null }
interface Place { plant?: string | null; storageLocation?: string | null }

/** Fitted into the equipment, whose structure follows. */
export async function consume(ID: string, wanted: Settled & { removedSerialNumber?: string | null }): Promise<void> {
  const { order, row, part } = await lockedNeed(ID)
  if (await wasAsked(ID, wanted.requestKey)) return
  const quantity = wanted.quantity == null ? (wanted.serialNumber ? 1 : inHandOf(piecesOf(row))) : checkedQuantity(wanted.quantity, part)
  refuseMoreThanInHand(row, quantity)
  const { serialNumber, batch } = await inHandWith(row, part, quantity, wanted)
  await settle(row, 'consumedQuantity', quantity, { kind: 'Consumed', quantity, serialNumber, batch, requestKey: wanted.requestKey })
  await fit({ order, part, quantity, serialNumber, batch, removedSerialNumber: wanted.removedSerialNumber?.trim() || null, insteadOf_ID: row.insteadOf_ID })
  await noteOnOrder(order.ID, 'PartConsumed', 'consumed', { quantity, unit: row.unit ?? '', part: part.number })
}

/** Not needed after all: back to unrestricted stock where it came from, or at another place such as the van. */
export async function returnUnused(ID: string, wanted: Settled & Place): Promise<void> {
  const { order, row, part } = await lockedNeed(ID)
  if (await wasAsked(ID, wanted.requestKey)) return
  const quantity = checkedQuantity(wanted.quantity, part)
  refuseMoreThanInHand(row, quantity)
  const chosen = chosenPlace(wanted.plant, wanted.storageLocation)
  if (chosen) await refuseUnusedPlace(chosen.plant, chosen.storageLocation)
  const place = chosen ?? { plant: row.plant!, storageLocation: row.storageLocation! }
  const { serialNumber, batch } = await inHandWith(row, part, quantity, wanted)
  const hostMessage_ID = await returnDocument(row, part, place, quantity, { batch, serialNumbers: serialNumber ? [serialNumber] : undefined })
  await settle(row, 'returnedQuantity', quantity, { kind: 'Returned', quantity, ...place, serialNumber, batch, hostMessage_ID, requestKey: wanted.requestKey })
  await noteOnOrder(order.ID, 'PartReturned', 'returned', { quantity, unit: row.unit ?? '', part: part.number, ...place })
}

/** Defective or spoilt: into blocked stock of the place where it came from. What the supplier answers for waits there to be sent back. */
export async function scrap(ID: string, wanted: Settled & { isSupplierDefect?: boolean | null; reason?: string | null }): Promise<void> {
  const { order, row, part } = await lockedNeed(ID)
  if (await wasAsked(ID, wanted.requestKey)) return
  const quantity = checkedQuantity(wanted.quantity, part)
  refuseMoreThanInHand(row, quantity)
  const { serialNumber, batch } = await inHandWith(row, part, quantity, wanted)
  const place = { plant: row.plant!, storageLocation: row.storageLocation! }
  const hostMessage_ID = await returnDocument(row, part, place, quantity, { batch, serialNumbers: serialNumber ? [serialNumber] : undefined, isBlocked: true })
  const reason = wanted.reason?.trim() || null
  await settle(row, 'scrappedQuantity', quantity, { kind: 'Scrapped', quantity, ...place, serialNumber, batch, hostMessage_ID, text: reason, requestKey: wanted.requestKey })
  if (wanted.isSupplierDefect) await openWarrantyReturn({ row, part, quantity, serialNumber, batch, place, reason })
  await noteOnOrder(order.ID, 'PartScrapped', 'scrapped', { quantity, unit: row.unit ?? '', part: part.number, reason: reason ?? '–' })
}

function refuseMoreThanInHand(row: Reservation, quantity: number): void {
  const inHand = inHandOf(piecesOf(row))
  if (!(quantity > 0) || quantity > inHand) fail(409, 'RESERVATION_FEWER_IN_HAND', { target: 'quantity', args: [inHand, row.unit ?? ''] })
}

async function settle(row: Reservation, counter: Counter, quantity: number, entry: Parameters<typeof movePieces>[1]['entries'][number]): Promise<void> {
  if (!(await movePieces(row.ID, { by: { [counter]: quantity }, given: { inHand: quantity }, entries: [entry] }))) fail(409, 'RESERVATION_CHANGED', { args: [row.number] })
}
