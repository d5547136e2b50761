import { fail } from '../../errors'
import { lockedNeed } from './claiming'
import { askForReservation, issueDocument } from './documents'
import { noteOnOrder, refuseFinishedOrder } from './orders'
import { checkedQuantity, type Part } from './parts'
import { movePieces, type Reservation } from './pieces'
import { wasAsked } from './repeated'
import { exact, piecesOf } from './states'

export interface Wanted { quantity?: number | string | null; batch?: string | null; serialNumbers?: string[] | null; requestKey?: string | null }

/** The pieces lie ready for whoever comes for them. */
export async function pick(ID: string, wanted: Wanted): Promise<void> {
  const { order, row, part } = await lockedNeed(ID)
  if (await wasAsked(ID, wanted.requestKey)) return
  refuseFinishedOrder(order)
  refuseWhileMoving(row)
  const { claimed, picked } = piecesOf(row)
  const quantity = wanted.quantity == null ? exact(claimed - picked) : checkedQuantity(wanted.quantity, part)
  if (!(quantity > 0) || quantity > exact(claimed - picked)) fail(409, 'RESERVATION_FEWER_HELD', { target: 'quantity', args: [exact(claimed - picked), row.unit ?? ''] })
  const done = await movePieces(ID, {
    by: { pickedQuantity: quantity }, where: { claimedQuantity: claimed, pickedQuantity: picked }, entries: [{ kind: 'Picked', quantity, requestKey: wanted.requestKey }]
  })
  if (!done) fail(409, 'RESERVATION_CHANGED', { args: [row.number] })
}

/**
 * Hands pieces over to whoever repairs. They leave their place at once in our books, and in the mirror when the host has posted the issue. Each issue ends
 * the host's reservation; what stays held gets a new one, since reserved items can't be changed and one with withdrawals can't be taken back.
 */
export async function issue(ID: string, wanted: Wanted): Promise<void> {
  const { order, row, part } = await lockedNeed(ID)
  if (await wasAsked(ID, wanted.requestKey)) return
  refuseFinishedOrder(order)
  refuseWhileMoving(row)
  const { claimed, picked } = piecesOf(row)
  const quantity = wanted.quantity == null ? claimed : checkedQuantity(wanted.quantity, part)
  if (!(claimed > 0) || quantity > claimed) fail(409, 'RESERVATION_FEWER_HELD', { target: 'quantity', args: [claimed, row.unit ?? ''] })
  const serialNumbers = checkedSerials(part, quantity, wanted.serialNumbers)
  const batch = checkedBatch(part, wanted.batch)
  const hostMessage_ID = await issueDocument(row, part, quantity, { batch, serialNumbers })
  const rest = exact(claimed - quantity)
  const place = { plant: row.plant!, storageLocation: row.storageLocation! }
  const further = rest ? { hostMessage_ID: await askForReservation(row, part, place, rest, { dependsOn: hostMessage_ID }), hostReservation: null } : {}
  const entry = { kind: 'Issued', ...place, batch, hostMessage_ID }
  const done = await movePieces(ID, {
    by: { claimedQuantity: -quantity, pickedQuantity: -Math.min(picked, quantity), issuedQuantity: quantity, issuingQuantity: quantity },
    given: { claimedQuantity: quantity }, where: { pickedQuantity: picked }, set: { ...further, expiresAt: null, refusal: null },
    entries: serialNumbers?.map((serialNumber, index) => ({ ...entry, quantity: 1, serialNumber, requestKey: index ? null : wanted.requestKey }))
      ?? [{ ...entry, quantity, requestKey: wanted.requestKey }]
  })
  if (!done) fail(409, 'RESERVATION_CHANGED', { args: [row.number] })
  await noteOnOrder(order.ID, 'PartIssued', 'issued', { quantity, unit: row.unit ?? '', part: part.number, ...place })
}

/** 409 while the pieces are between two places. */
function refuseWhileMoving({ transfer_ID, number }: Reservation): void {
  if (transfer_ID) fail(409, 'RESERVATION_IN_TRANSIT', { args: [number] })
}

/** 422 unless a serial-managed part names each piece, and once. */
function checkedSerials({ isSerialManaged, number }: Part, quantity: number, given?: string[] | null): string[] | undefined {
  const serials = (given ?? []).map(serial => serial.trim()).filter(Boolean)
  if (!isSerialManaged) return serials.length ? fail(422, 'PART_WITHOUT_SERIALS', { target: 'serialNumbers', args: [number] }) : undefined
  if (serials.length !== quantity) fail(422, 'SERIALS_MISSING', { target: 'serialNumbers', args: [number, quantity, serials.length] })
  if (new Set(serials).size !== serials.length) fail(422, 'SERIALS_TWICE', { target: 'serialNumbers' })
  return serials
}

export function checkedBatch({ isBatchManaged, number }: Part, batch?: string | null): string | null {
  const given = batch?.trim() || null
  if (isBatchManaged && !given) fail(422, 'BATCH_MISSING', { target: 'batch', args: [number] })
  if (!isBatchManaged && given) fail(422, 'PART_WITHOUT_BATCHES', { target: 'batch', args: [number] })
  return given
}
