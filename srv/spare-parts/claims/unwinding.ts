import { entities } from '../../entities'
import { askForReservation, host, RESERVATIONS, withdraw, withdrawReservation } from './documents'
import { lockedNeed } from './claiming'
import { linesOf, sumOf, waitingFor, type Line, type Waiting } from './messages'
import { noteOnOrder, type Order } from './orders'
import type { Part } from './parts'
import { movePieces, type Reservation } from './pieces'
import { release } from './releasing'
import { inHandOf, piecesOf } from './states'
import { freeAt } from './stock'

/**
 * The host has not posted a goods issue: its pieces lie where they lay and are held again. False when that can't be, because some of them have been
 * settled or more is under way: then a person has to find out what the host lacks.
 */
export async function bringBackIssue(ID: string, message_ID: string, text: string): Promise<boolean> {
  const { order, row, part } = await lockedNeed(ID)
  const waiting = await waitingFor(message_ID)
  if (waiting.some(({ kind_code }) => kind_code.startsWith('movement.'))) return false
  const lines = await linesOf(message_ID)
  if (!(await areInHand(row, lines))) return false
  await host().endMessages([message_ID, ...waiting.map(message => message.ID)], text)
  await back(order, row, part, lines, message_ID, text)
  return true
}

/** Whether all the pieces of an issue are still with whoever took them. */
async function areInHand(row: Reservation, lines: Line[]): Promise<boolean> {
  if (inHandOf(piecesOf(row)) < sumOf(lines)) return false
  const serials = lines.map(({ serialNumber }) => serialNumber).filter(Boolean)
  if (!serials.length) return true
  const settled = await SELECT.one.from(entities().PartMovements).columns('ID')
    .where({ reservation_ID: row.ID, serialNumber: { in: serials }, kind_code: { in: ['Consumed', 'Returned', 'Scrapped'] } })
  return !settled
}

async function back(order: Order, row: Reservation, part: Part, lines: Line[], message_ID: string, text: string): Promise<void> {
  const quantity = sumOf(lines)
  const original = liveReservation(await reservationOf(message_ID))
  const current = row.hostMessage_ID === original?.ID ? undefined : liveReservation(await messageOf(row.hostMessage_ID))
  const held = await movePieces(row.ID, {
    by: { issuedQuantity: -quantity, issuingQuantity: -quantity, claimedQuantity: quantity }, given: { inHand: quantity, issuingQuantity: quantity },
    set: { hostMessage_ID: original?.ID ?? null, hostReservation: original?.hostDocument ?? null, refusal: text },
    entries: lines.map(({ quantity, plant, storageLocation, serialNumber, batch }) =>
      ({ kind: 'IssueRefused', quantity: Number(quantity), plant, storageLocation, serialNumber, batch, hostMessage_ID: message_ID, text, isAutomatic: true }))
  })
  if (!held) throw new Error(`The pieces of reservation ${row.number} could not be taken back`)
  await noteOnOrder(order.ID, 'PartRefused', 'refusedIssue', { quantity, unit: row.unit ?? '', part: part.number, reason: text }, true)
  // What was asked for meanwhile, for what stayed held.
  if (current) await withdraw(row, { ID: current.ID, document: current.hostDocument })
  if (['Closed', 'Cancelled'].includes(order.status_code)) return release(row.ID, true)
  if (!original || quantityIn(original) !== piecesOf(held).claimed) await reserveAnew(held, part)
}

/** The host's reservation that an issue was to use up. */
async function reservationOf(message_ID: string): Promise<Waiting | undefined> {
  const { HostMessages } = entities()
  const columns = ['ID', 'kind_code', 'state_code', 'payload', 'dependsOn_ID', 'hostDocument', 'causeID']
  const issue = (await SELECT.one.from(HostMessages).columns(...columns).where({ ID: message_ID })) as unknown as Waiting & { causeID: string }
  const { document } = JSON.parse(issue.payload).items[0].reservation ?? {}
  if (!document && !issue.dependsOn_ID) return undefined
  const query = SELECT.one.from(HostMessages).columns(...columns)
  const byDocument = { kind_code: 'reservation.create', causeID: issue.causeID, causeEntity: RESERVATIONS, hostDocument: document }
  return ((await query.where(document ? byDocument : { ID: issue.dependsOn_ID })) ?? undefined) as Waiting | undefined
}

const messageOf = async (ID: string | null) =>
  ID ? ((await SELECT.one.from(entities().HostMessages).columns('ID', 'kind_code', 'state_code', 'payload', 'dependsOn_ID', 'hostDocument').where({ ID })) as unknown as Waiting | null) : null

/** One that the host has, or may still get. */
const liveReservation = (message: Waiting | null | undefined) => (message && message.state_code !== 'GivenUp' ? message : undefined)

const quantityIn = ({ payload }: Waiting) => Number(JSON.parse(payload).items[0].quantity)

/** The host's reservation says another quantity than what is held now. */
async function reserveAnew(row: Reservation, part: Part): Promise<void> {
  await withdrawReservation(row)
  const hostMessage_ID = await askForReservation(row, part, { plant: row.plant!, storageLocation: row.storageLocation! }, piecesOf(row).claimed)
  await movePieces(row.ID, { set: { hostMessage_ID, hostReservation: null }, entries: [] })
}

const isUndone = async (hostMessage_ID: string) =>
  Boolean(await SELECT.one.from(entities().PartMovements).columns('ID').where({ hostMessage_ID, kind_code: { in: ['IssueRefused', 'IssueMissing'] } }))

/**
 * A person has given an issue up. Pieces that are still in hand are held again. Others are gone all the same: they are no longer held, the host's books
 * have them until somebody posts what is missing there, and the history says so.
 */
export async function abandonIssue(ID: string, message_ID: string, reason: string): Promise<void> {
  // One that waits for two others is met twice.
  if (await isUndone(message_ID)) return
  for (const { ID: waiting, kind_code } of await waitingFor(message_ID)) if (kind_code === 'movement.issue') await abandonIssue(ID, waiting, reason)
  await host().endMessages([message_ID, ...(await waitingFor(message_ID)).map(message => message.ID)], reason)
  const { order, row, part } = await lockedNeed(ID)
  const lines = await linesOf(message_ID)
  if (await areInHand(row, lines)) return back(order, row, part, lines, message_ID, reason)
  const quantity = sumOf(lines), [{ part_ID, plant, storageLocation }] = lines
  const left = await movePieces(ID, {
    by: { issuingQuantity: -quantity }, given: { issuingQuantity: quantity }, set: { refusal: reason, hostMessage_ID: null, hostReservation: null },
    entries: [{ kind: 'IssueMissing', quantity, plant, storageLocation, hostMessage_ID: message_ID, text: reason, isAutomatic: true }]
  })
  await freeAt({ part_ID, plant: plant!, storageLocation: storageLocation! }, quantity)
  // Nothing is left for which the host would have to hold them, but for what has not been issued.
  const original = liveReservation(await reservationOf(message_ID))
  if (original) await withdraw(row, { ID: original.ID, document: original.hostDocument })
  if (left && piecesOf(left).claimed) await reserveAnew(left, part)
  await noteOnOrder(order.ID, 'PartAttention', 'issueMissing', { quantity, unit: row.unit ?? '', part: part.number, reason }, true)
}
