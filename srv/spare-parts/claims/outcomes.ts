import cds from '@sap/cds'
import { entities } from '../../entities'
import { fallBack } from './releasing'
import { host, RESERVATIONS } from './documents'
import { lockedNeed } from './claiming'
import { abandonIssue, bringBackIssue } from './unwinding'
import { linesOf, sumOf, waitingFor } from './messages'
import { noteOnOrder } from './orders'
import { movePieces, type Reservation } from './pieces'
import { piecesOf } from './states'
import { arriveAt, leaveAt } from './stock'
import { noteNotTransferred, noteTransferred, noteTransferTrouble } from './transfers'
import { noteNotSent, noteSent } from './warranty'

/** What the host's door tells of a message. */
export interface Told { ID: string; kind: string; cause: { entity: string | null; ID: string }; document?: string; text?: string; isRefusal?: boolean; reason?: string }

/** What becomes of pieces when the host has written a document, refused it, or somebody has given it up; in the transaction that stores the message's state. */
export function followDocuments(): void {
  const door = host() as unknown as cds.ApplicationService
  door.on('HostMessage.Confirmed', ({ data }: { data: Told }) => confirmed(data))
  door.on('HostMessage.NeedsAttention', ({ data }: { data: Told }) => refused(data))
  door.on('HostMessage.GivenUp', ({ data }: { data: Told }) => givenUp(data))
}

async function confirmed({ ID, kind, cause, document }: Told): Promise<void> {
  if (cause.entity === 'aftersales.StockTransfers') return noteTransferred(cause.ID, ID, document!)
  if (cause.entity === 'aftersales.WarrantyReturns') return noteSent(cause.ID, ID, document!)
  if (cause.entity !== RESERVATIONS) return
  if (kind === 'reservation.create') await noteReserved(cause.ID, ID, document!)
  if (kind === 'movement.issue') await noteIssued(cause.ID, ID)
  if (kind === 'movement.return') await noteReturned(cause.ID, ID)
}

async function noteReserved(ID: string, message_ID: string, hostReservation: string): Promise<void> {
  const row = (await SELECT.one.from(entities().Reservations).columns('claimedQuantity').where({ ID, hostMessage_ID: message_ID })) as Reservation | null
  if (!row) return
  await movePieces(ID, {
    where: { hostMessage_ID: message_ID }, set: { hostReservation, refusal: null },
    entries: [{ kind: 'Reserved', quantity: Number(row.claimedQuantity), hostMessage_ID: message_ID, isAutomatic: true }]
  })
}

/** The pieces have left the host's books, and with them the mirror. */
async function noteIssued(ID: string, message_ID: string): Promise<void> {
  const lines = await linesOf(message_ID)
  const quantity = sumOf(lines), [{ part_ID, plant, storageLocation }] = lines
  await movePieces(ID, { by: { issuingQuantity: -quantity }, given: { issuingQuantity: quantity }, set: { refusal: null }, entries: [] })
  await leaveAt({ part_ID, plant: plant!, storageLocation: storageLocation! }, quantity)
}

async function noteReturned(ID: string, message_ID: string): Promise<void> {
  const [{ part_ID, plant, storageLocation }] = await linesOf(message_ID)
  await movePieces(ID, { set: { refusal: null }, entries: [] })
  await arriveAt({ part_ID, plant: plant!, storageLocation: storageLocation! })
}

/** A clear refusal undoes what it can; whatever may exist in the host, or can't be undone, needs a person and says so. */
async function refused({ ID, kind, cause, text = '', isRefusal }: Told): Promise<void> {
  if (cause.entity === 'aftersales.StockTransfers') return isRefusal ? endTransfer(cause.ID, ID, text) : noteTransferTrouble(cause.ID, ID, text)
  if (cause.entity === 'aftersales.WarrantyReturns') {
    if (isRefusal) await host().endMessages([ID], text)
    return noteNotSent(cause.ID, ID, text, Boolean(isRefusal))
  }
  if (cause.entity !== RESERVATIONS) return
  if (isRefusal && kind === 'reservation.create' && (await refuseReservation(cause.ID, ID, text))) return
  if (isRefusal && kind === 'movement.issue' && (await bringBackIssue(cause.ID, ID, text))) return
  await noteTrouble(cause.ID, ID, kind, text)
}

async function endTransfer(ID: string, message_ID: string, text: string): Promise<void> {
  await host().endMessages([message_ID], text)
  await noteNotTransferred(ID, message_ID, text)
}

/** The host's no gives the claim back. False when pieces have been issued on it already. */
async function refuseReservation(ID: string, message_ID: string, text: string): Promise<boolean> {
  const { order, row, part } = await lockedNeed(ID)
  const waiting = await waitingFor(message_ID)
  if (waiting.some(({ kind_code }) => kind_code === 'movement.issue')) return false
  await host().endMessages([message_ID, ...waiting.map(message => message.ID)], text)
  if (row.hostMessage_ID !== message_ID) return true
  const quantity = await fallBack(row, { kind: 'Refused', refusal: text, isWithdrawn: false })
  await noteOnOrder(order.ID, 'PartRefused', 'refused', { quantity, unit: row.unit ?? '', part: part.number, reason: text }, true)
  return true
}

/** Nothing moves: a person has to look at the message first. */
async function noteTrouble(ID: string, message_ID: string, kind: string, text: string): Promise<void> {
  const { order, part } = await lockedNeed(ID)
  await movePieces(ID, { set: { refusal: text }, entries: [] })
  const { HostMessageKinds, HostMessages } = entities()
  const name = await SELECT.one.from(HostMessageKinds).columns('name').where({ code: kind })
  const message = await SELECT.one.from(HostMessages).columns('number').where({ ID: message_ID })
  await noteOnOrder(order.ID, 'PartAttention', 'trouble', { document: name?.name ?? kind, message: message?.number ?? '', part: part.number, reason: text }, true)
}

/** Somebody decided that it will not be sent: what waits for it will not be either. */
async function givenUp({ ID, kind, cause, reason = '' }: Told): Promise<void> {
  if (cause.entity === 'aftersales.StockTransfers') return noteNotTransferred(cause.ID, ID, reason)
  if (cause.entity === 'aftersales.WarrantyReturns') return noteNotSent(cause.ID, ID, reason, true)
  if (cause.entity !== RESERVATIONS) return
  if (kind === 'movement.issue') return abandonIssue(cause.ID, ID, reason)
  if (kind !== 'reservation.create') return
  for (const { ID: waiting, kind_code } of await waitingFor(ID)) if (kind_code === 'movement.issue') await abandonIssue(cause.ID, waiting, reason)
  await host().endMessages((await waitingFor(ID)).map(message => message.ID), reason)
  const { order, row, part } = await lockedNeed(cause.ID)
  if (row.hostMessage_ID !== ID || !piecesOf(row).claimed) return
  const quantity = await fallBack(row, { kind: 'Refused', refusal: reason, isWithdrawn: false })
  await noteOnOrder(order.ID, 'PartRefused', 'refused', { quantity, unit: row.unit ?? '', part: part.number, reason }, true)
}
