import cds from '@sap/cds'
import { entities } from '../../entities'
import { alertOf } from '../alerts/alert-of'
import { inHandOf, openOf, piecesOf, type StoredPieces } from '../claims/states'
import { withdrawRequests } from '../substitutes/deciding'
import { expectedOf, type Source } from './expected'
import { followPromise } from './promise'

interface Row extends StoredPieces {
  ID: string; number: string; part_ID: string; plant: string | null; neededAt: string | null; claimedAt: string | null; expiresAt: string | null; expectedAt: string | null; refusal: string | null
  alertLevel: number | null; alertRule_code: string | null; transfer_ID: string | null; transferAt: string | null; modifiedAt: string | null; movementCount: number; carrier_ID: string | null
  deliveryHours: number | null; placeTechnician: string | null; target_code: string | null; workOrder_ID: string; status: string; plannedStart: string | null; technician: string | null
}

interface Purchase { reservation_ID: string; state_code: string; quantity: string; expectedOn: string | null; goodsReceiptDays?: number | null }

const SETTLED = ['Consumed', 'Returned', 'Scrapped', 'Released']
const DELIVERY_HOURS = 24

/** What is not as it should be: a date, an alert, or a request that nobody needs answered any more. */
interface Finding { row: Row; changes?: { expectedAt: string | null; alertLevel: number; alertRule_code: string | null }; source?: Source; isMoved: boolean; isAskedInVain: boolean }

/**
 * Looks again at needs: when their pieces can be there, and what is wrong with them. In the transaction of what changed them, so that nobody ever reads
 * an alert that does not fit the pieces.
 */
export async function reconsider(IDs: string[]): Promise<void> {
  for (const { row, changes, source, isMoved, isAskedInVain } of await findings(IDs)) {
    if (isAskedInVain) await withdrawRequests(row.ID)
    if (changes) await write(row.ID, changes)
    if (isMoved) await followPromise(row, changes!.expectedAt, source)
  }
}

/**
 * Looks again at what time alone has changed. Orders are locked before their needs, as everywhere; who is busy with one meanwhile looks at its needs anyway.
 */
export async function reconsiderByTime(IDs: string[]): Promise<void> {
  const due = await findings(IDs)
  if (!due.length) return
  const { WorkOrders } = entities()
  const orders = [...new Set(due.map(({ row }) => row.workOrder_ID))]
  const free = (await SELECT.from(WorkOrders).columns('ID').where({ ID: { in: orders } }).forUpdate({ ignoreLocked: true } as never)) as { ID: string }[]
  await reconsider(due.filter(({ row }) => free.some(({ ID }) => ID === row.workOrder_ID)).map(({ row }) => row.ID))
}

async function findings(IDs: string[]): Promise<Finding[]> {
  const rows = await needs(IDs)
  // A need that was only just noted and claimed has been followed by nothing yet.
  const further = rows.filter(row => row.movementCount > 2 || openOf(piecesOf(row)) > 0).map(({ ID }) => ID)
  const purchases = await purchasesOf(further)
  const asked = await askedFor(further)
  const now = cds.context!.timestamp.getTime()
  return rows.map(row => examined(row, purchases.filter(({ reservation_ID }) => reservation_ID === row.ID), asked.has(row.ID), now)).filter(({ changes, isAskedInVain }) => changes || isAskedInVain)
}

function examined(row: Row, own: Purchase[], isAsked: boolean, now: number): Finding {
  const pieces = piecesOf(row)
  const open = openOf(pieces)
  const isOver = open + pieces.claimed <= 0
  const expected = expectedOf({
    open, claimed: pieces.claimed, issued: pieces.issued, claimedAt: instantOf(row.claimedAt), deliveryHours: hoursFrom(row),
    ...(row.transfer_ID && { transferAt: instantOf(row.transferAt) }), goodsReceiptDays: own[0]?.goodsReceiptDays ?? 0,
    purchases: own.filter(({ state_code }) => state_code !== 'Refused').map(({ quantity, expectedOn }) => ({ quantity: Number(quantity), expectedOn }))
  }, now)
  // What is issued or settled keeps the date by which it was there.
  const expectedAt = isOver ? row.expectedAt : expected ? new Date(expected.at).toISOString() : null
  const { rule, level } = alertOf({
    open, claimed: pieces.claimed, picked: pieces.picked, inHand: inHandOf(pieces), neededAt: instantOf(row.neededAt ?? row.plannedStart),
    expectedAt: instantOf(expectedAt), expiresAt: instantOf(row.expiresAt), refusal: row.refusal, isWaitingForApproval: isAsked && !isOver, isMoving: Boolean(row.transfer_ID),
    purchases: own.map(({ state_code, expectedOn }) => ({ state: state_code, expectedOn })), orderStatus: row.status, movedAt: instantOf(row.modifiedAt)
  }, now)
  const isMoved = instantOf(expectedAt) !== instantOf(row.expectedAt)
  const isChanged = isMoved || level !== (row.alertLevel ?? 0) || rule !== row.alertRule_code
  return { row, isMoved, isAskedInVain: isAsked && isOver, source: expected?.source, ...(isChanged && { changes: { expectedAt, alertLevel: level, alertRule_code: rule } }) }
}

/** Everything that waits for something: what time alone changes. @returns how many there were behind `after` */
export async function unsettledAfter(after: string, limit: number): Promise<string[]> {
  const { Reservations } = entities()
  const rows = (await SELECT.from(Reservations).columns('ID').where({ state_code: { 'not in': SETTLED }, ID: { '>': after } } as never).orderBy('ID').limit(limit)) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}

/** Written past `modifiedAt`, which tells when pieces last moved. */
const write = (ID: string, changes: Record<string, unknown>) =>
  cds.db.run(UPDATE('aftersales.Reservations').with({ ...changes, modifiedAt: { ref: ['modifiedAt'] }, modifiedBy: { ref: ['modifiedBy'] } } as never).where({ ID }))

async function needs(IDs: string[]): Promise<Row[]> {
  const { Reservations } = entities()
  return (await SELECT.from(Reservations).columns(
    'ID', 'number', 'part_ID', 'plant', 'neededAt', 'claimedAt', 'expiresAt', 'expectedAt', 'refusal', 'alertLevel', 'alertRule_code', 'transfer_ID', 'modifiedAt', 'movementCount',
    'carrier_ID', 'target_code', 'workOrder_ID', 'quantity', 'claimedQuantity', 'pickedQuantity', 'issuedQuantity', 'issuingQuantity', 'consumedQuantity', 'returnedQuantity',
    'scrappedQuantity', 'releasedQuantity', 'transfer.expectedAt as transferAt', 'place.deliveryHours as deliveryHours', 'place.technician.ID as placeTechnician',
    'workOrder.status_code as status', 'workOrder.plannedStart as plannedStart', 'workOrder.technician_ID as technician'
  ).where({ ID: { in: IDs } } as never)) as Row[]
}

async function purchasesOf(IDs: string[]): Promise<Purchase[]> {
  if (!IDs.length) return []
  const { Requisitions, PartSupplies } = entities()
  const rows = (await SELECT.from(Requisitions).columns('reservation_ID', 'part_ID', 'plant', 'state_code', 'quantity', 'expectedOn')
    .where({ reservation_ID: { in: IDs }, state_code: { in: ['Requested', 'InPurchase', 'Ordered', 'Refused'] } })) as (Purchase & { part_ID: string; plant: string })[]
  if (!rows.length) return []
  const supplies = (await SELECT.from(PartSupplies).columns('part_ID', 'plant', 'goodsReceiptDays').where({ part_ID: { in: rows.map(({ part_ID }) => part_ID) } })) as { part_ID: string; plant: string; goodsReceiptDays: number | null }[]
  return rows.map(row => ({ ...row, goodsReceiptDays: supplies.find(({ part_ID, plant }) => part_ID === row.part_ID && plant === row.plant)?.goodsReceiptDays }))
}

async function askedFor(IDs: string[]): Promise<Set<string>> {
  if (!IDs.length) return new Set()
  const { SubstitutionRequests } = entities()
  const rows = (await SELECT.from(SubstitutionRequests).columns('reservation_ID').where({ reservation_ID: { in: IDs }, state_code: 'Requested' })) as { reservation_ID: string }[]
  return new Set(rows.map(({ reservation_ID }) => reservation_ID))
}

/** What lies in the van of who comes is there when the person is. */
function hoursFrom({ placeTechnician, carrier_ID, technician, deliveryHours }: Row): number {
  return placeTechnician && [carrier_ID, technician].includes(placeTechnician) ? 0 : deliveryHours ?? DELIVERY_HOURS
}

const instantOf = (value: string | null | undefined) => (value ? Date.parse(value) : null)
