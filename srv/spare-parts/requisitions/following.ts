import cds from '@sap/cds'
import { entities } from '../../entities'
import type { RequestedItem } from '../../host-erp/reading'
import { inTurn } from '../../turns'
import { claimRow, lockedNeed } from '../claims/claiming'
import { host } from '../claims/documents'
import { noteOnOrder } from '../claims/orders'
import { movePieces } from '../claims/pieces'
import { openOf, piecesOf } from '../claims/states'
import { hostReading } from '../stock/host'
import { refreshOnOrder } from '../stock/on-order'
import { refreshStock } from '../stock/refresh'
import { statusOf, type Followed } from './status'
import { REQUISITIONS } from './requesting'

interface Requisition extends Followed {
  ID: string; number: string; reservation_ID: string | null; part_ID: string; partNumber: string; unit: string | null; hostRequisition: string
  plant: string; storageLocation: string
}

interface Outcome { ID: string; kind: string; cause: { entity?: string; ID?: string }; document?: string; text?: string; reason?: string }

const announce = (reservation_ID: string) => cds.services['aftersales.SparePartsService'].emit('Reservation.Changed', { ID: reservation_ID })

/** The host's number, or its refusal, in the transaction that stores the message's state. */
export function followMessages(): void {
  const change = async (outcome: Outcome, changes: Record<string, unknown>) => {
    if (outcome.cause.entity !== REQUISITIONS) return
    const { Requisitions } = entities()
    await UPDATE(Requisitions).with(changes).where({ ID: outcome.cause.ID })
    const row = await SELECT.one.from(Requisitions).columns('reservation_ID').where({ ID: outcome.cause.ID })
    if (row?.reservation_ID) await announce(row.reservation_ID)
  }
  host().on('HostMessage.Confirmed', ({ data }: { data: Outcome }) => change(data, { state_code: 'InPurchase', hostRequisition: data.document, refusal: null }))
  host().on('HostMessage.NeedsAttention', ({ data }: { data: Outcome }) => change(data, { state_code: 'Refused', refusal: data.text }))
  host().on('HostMessage.GivenUp', ({ data }: { data: Outcome }) => change(data, { state_code: 'Cancelled', refusal: data.reason }))
}

const AT_ONCE = 100

/** Asks the host what has become of requisitions that are on their way, and takes in what has arrived. To be called without a transaction open. */
export async function followRequisitions(): Promise<void> {
  const open = await inTurn(async () => (await SELECT.from(entities().Requisitions).columns(
    'ID', 'number', 'reservation_ID', 'part_ID', 'part.number as partNumber', 'quantity', 'unit', 'plant', 'storageLocation', 'hostRequisition', 'state_code', 'expectedOn', 'purchaseOrder'
  ).where({ hostRequisition: { '!=': null }, state_code: { in: ['InPurchase', 'Ordered'] } }).orderBy('modifiedAt').limit(AT_ONCE)) as Requisition[])
  if (!open.length) return
  const items = await (await hostReading()).requisitions(open.map(({ hostRequisition }) => hostRequisition))
  for (const requisition of open) await follow(requisition, items.filter(item => Number(item.requisition) === Number(requisition.hostRequisition)))
}

async function follow(requisition: Requisition, items: RequestedItem[]): Promise<void> {
  const changes = statusOf(requisition, items)
  if (!changes) return
  const part = { ID: requisition.part_ID, number: requisition.partNumber }
  // What has come lies there before anybody is told, or it could not be held.
  if (changes.state_code === 'Delivered') await refreshStock([part])
  await refreshOnOrder([part])
  await inTurn(() => write(requisition, changes))
}

async function write(requisition: Requisition, changes: Partial<Followed>): Promise<void> {
  const { Requisitions } = entities()
  const changed = await UPDATE(Requisitions).with(changes).where({ ID: requisition.ID, state_code: requisition.state_code })
  if (!changed || !requisition.reservation_ID) return
  if (changes.state_code === 'Ordered') await noteOnReservation(requisition, 'PartOrdered', 'ordered', changes.expectedOn ?? requisition.expectedOn)
  if (changes.state_code === 'Delivered') await receive(requisition)
  else await announce(requisition.reservation_ID)
}

/** What was bought for a need is held for it as it arrives. */
async function receive(requisition: Requisition): Promise<void> {
  const { reservation_ID, plant, storageLocation, number } = requisition
  const { row } = await lockedNeed(reservation_ID!)
  const quantity = Math.min(openOf(piecesOf(row)), Number(requisition.quantity))
  await movePieces(row.ID, { entries: [{ kind: 'Arrived', quantity: Number(requisition.quantity), plant, storageLocation, text: number, isAutomatic: true }] })
  await noteOnReservation(requisition, 'PartArrived', 'arrived', null)
  if (!(quantity > 0) || row.part_ID !== requisition.part_ID) return
  const { PartStocks } = entities()
  const there = (await SELECT.one.from(PartStocks).columns('available').where({ part_ID: row.part_ID, plant, storageLocation })) as { available: string } | null
  if (Number(there?.available ?? 0) >= quantity) await claimRow(row.ID, { plant, storageLocation, quantity })
}

async function noteOnReservation({ reservation_ID, quantity, unit, partNumber, number }: Requisition, event: string, what: string, date: string | null): Promise<void> {
  const { Reservations } = entities()
  const row = await SELECT.one.from(Reservations).columns('workOrder_ID').where({ ID: reservation_ID })
  if (row) await noteOnOrder(row.workOrder_ID, event, what, { quantity: Number(quantity), unit: unit ?? '', part: partNumber, number, date: date ?? '' }, true)
}
