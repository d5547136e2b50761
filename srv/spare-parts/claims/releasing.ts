import { fail } from '../../errors'
import { withdrawReservation } from './documents'
import { lockedNeed, splitRest } from './claiming'
import { noteOnOrder } from './orders'
import { movePieces, type Entry, type Reservation } from './pieces'
import { openOf, piecesOf } from './states'
import { freeAt } from './stock'

/** What is held and not issued, and what is open, is no longer needed. */
export async function release(ID: string, isAutomatic = false): Promise<void> {
  await withdrawReservation(await releasePieces(ID, isAutomatic))
}

/**
 * The pieces alone. Who releases several needs takes their reservations back afterwards: the counter of documents stays locked until the end, and is taken
 * after all stock by everybody.
 *
 * @returns the need as it was
 */
export async function releasePieces(ID: string, isAutomatic = false): Promise<Reservation> {
  const { order, row, part } = await lockedNeed(ID)
  const pieces = piecesOf(row)
  const quantity = pieces.claimed + openOf(pieces)
  if (!(quantity > 0)) fail(409, 'RESERVATION_NOTHING_HELD', { args: [row.number] })
  await giveBack(row, { isReleased: true, entries: [{ kind: 'Released', quantity, isAutomatic }] })
  const entries = pieces.claimed ? [] : [{ kind: 'Released', quantity, isAutomatic }]
  if (openOf(pieces) > 0) await movePieces(ID, { by: { releasedQuantity: openOf(pieces) }, given: { open: openOf(pieces) }, entries })
  await noteOnOrder(order.ID, 'PartReleased', 'released', { quantity, unit: row.unit ?? '', part: part.number }, isAutomatic)
  return row
}

/** What is held falls back to everybody, and the need stays: its claim is over, or the host does not want it. */
export async function fallBack(row: Reservation, { kind, refusal, isWithdrawn = true }: { kind: string; refusal?: string; isWithdrawn?: boolean }): Promise<number> {
  const { claimed } = piecesOf(row)
  const entry = { kind, quantity: claimed, plant: row.plant, storageLocation: row.storageLocation, text: refusal, isAutomatic: true }
  await giveBack(row, { isReleased: false, set: refusal ? { refusal } : {}, entries: [entry] })
  if (isWithdrawn) await withdrawReservation(row)
  return claimed
}

interface GivenBack { isReleased: boolean; set?: Record<string, unknown>; entries: Entry[] }

/** Takes the pieces out of the claim: out of the mirror and the row. What is on its way goes on to its place for everybody. */
async function giveBack(row: Reservation, { isReleased, set = {}, entries }: GivenBack): Promise<void> {
  const { claimed, picked, issued } = piecesOf(row)
  if (!claimed) return
  if (!row.transfer_ID) await freeAt({ part_ID: row.part_ID, plant: row.plant!, storageLocation: row.storageLocation! }, claimed)
  const nothingLeft = !issued && !isReleased ? { plant: null, storageLocation: null } : {}
  const done = await movePieces(row.ID, {
    by: { claimedQuantity: -claimed, pickedQuantity: -picked, ...(isReleased && { releasedQuantity: claimed }) }, given: { claimedQuantity: claimed, pickedQuantity: picked },
    set: { hostMessage_ID: null, hostReservation: null, claimedAt: null, expiresAt: null, transfer_ID: null, ...nothingLeft, ...set }, entries
  })
  if (!done) fail(409, 'RESERVATION_CHANGED', { args: [row.number] })
  if (issued && !isReleased) await splitRest(done!, claimed)
}
