import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Happened } from '../../work-orders/service'
import { withdrawReservation } from './documents'
import { noteOnOrder, workOrders } from './orders'
import type { Reservation } from './pieces'
import { releasePieces } from './releasing'
import { inHandOf, openOf, piecesOf, type StoredPieces } from './states'

interface Row extends StoredPieces { ID: string; part: string; unit: string | null }

/** Parts follow their order, whoever moves it, in the same transaction. */
export function followOrderSteps(): void {
  const orders = workOrders()
  if (!orders) return
  orders.on('WorkOrder.Cancelled', ({ data: { ID } }: { data: Happened }) => end(ID))
  orders.on('WorkOrder.Completed', ({ data: { ID } }: { data: Happened }) => remindOfPieces(ID))
  orders.on('WorkOrder.Closed', async ({ data: { ID } }: { data: Happened }) => {
    await refuseOpenPieces(ID)
    await end(ID)
  })
}

async function rowsOf(workOrder_ID: string): Promise<Row[]> {
  return (await SELECT.from(entities().Reservations).columns(
    'ID', 'part.number as part', 'unit', 'quantity', 'claimedQuantity', 'pickedQuantity', 'issuedQuantity', 'issuingQuantity', 'consumedQuantity', 'returnedQuantity',
    'scrappedQuantity', 'releasedQuantity'
  ).where({ workOrder_ID }).orderBy('part_ID', 'plant', 'storageLocation', 'number')) as unknown as Row[]
}

const inHand = (rows: Row[]) => rows.filter(row => inHandOf(piecesOf(row)) > 0)
const listOf = (rows: Row[]) => rows.map(row => `${inHandOf(piecesOf(row))} ${row.unit ?? ''} ${row.part}`).join(', ')

/** What nobody has taken yet goes back to everybody; what has been taken has to be settled by whoever has it. */
async function end(workOrder_ID: string): Promise<void> {
  const rows = await rowsOf(workOrder_ID)
  const held: Reservation[] = []
  for (const row of rows) if (piecesOf(row).claimed + openOf(piecesOf(row)) > 0) held.push(await releasePieces(row.ID, true))
  for (const row of held) await withdrawReservation(row)
  await remindOfPieces(workOrder_ID)
}

/** Says in the history which pieces somebody still has. */
async function remindOfPieces(workOrder_ID: string): Promise<void> {
  const rows = inHand(await rowsOf(workOrder_ID))
  if (!rows.length) return
  await noteOnOrder(workOrder_ID, 'PartAttention', 'inHand', { parts: listOf(rows) }, true)
  for (const { ID } of rows) await cds.services['aftersales.SparePartsService'].emit('Reservation.Changed', { ID })
}

/** 422: an order is closed when each piece that was issued for it has been used, returned or scrapped. */
async function refuseOpenPieces(workOrder_ID: string): Promise<void> {
  const rows = inHand(await rowsOf(workOrder_ID))
  if (rows.length) fail(422, 'WORK_ORDER_PARTS_OPEN', { args: [listOf(rows)] })
}
