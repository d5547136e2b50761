import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { rowOf } from '../asking'
import { costObjectAt, host, today } from '../claims/documents'
import { partOf, type Part } from '../claims/parts'
import { ledgerRow } from '../claims/pieces'
import { arriveAt, leaveAt } from '../claims/stock'

export const COUNTS = 'aftersales.VanCounts'

export interface Counted { quantity: unknown; reason_code?: string | null; comment?: string | null; batch?: string | null; serialNumbers?: string[] | null }

interface VanStock { ID: string; part_ID: string; plant: string | null; storageLocation: string | null }
interface Place { plant: string; storageLocation: string }
interface Pieces { pieces: string | null }
type Details = Pick<Counted, 'reason_code' | 'batch' | 'serialNumbers'>

/**
 * Writes down what lies in a van. A difference to the books is told the host, which scraps what is missing and receives what was found; our
 * mirror follows when it has done so. The row is locked, so that of two counts the second knows the first.
 */
export async function recordCount(ID: string, { quantity, reason_code, comment, batch, serialNumbers }: Counted): Promise<void> {
  const { VanStocks, VanCounts, PartMovements } = entities()
  const van = await rowOf<VanStock>(SELECT.one.from(VanStocks).columns('ID', 'part_ID', 'plant', 'storageLocation').where({ ID }).forUpdate())
  if (!van) fail(404, 'VAN_STOCK_UNKNOWN')
  const { part_ID, plant, storageLocation } = van!
  if (!plant || !storageLocation) fail(422, 'VAN_WITHOUT_PLACE')
  const [part, place] = [await partOf(part_ID), { plant: plant!, storageLocation: storageLocation! }]
  const counted = checked(quantity, part)
  const expected = await expectedAt(part_ID, place, ID)
  const difference = exact(counted - expected)
  if (difference) await requireReason(difference, part, { reason_code, batch, serialNumbers })
  const count_ID = cds.utils.uuid()
  const hostMessage_ID = difference ? await bookDifference(count_ID, part, place, difference, { batch, serialNumbers }) : null
  const [at, by] = [cds.context!.timestamp.toISOString(), cds.context!.user.id]
  await INSERT.into(VanCounts).entries({
    ID: count_ID, vanStock_ID: ID, expected, counted, reason_code: difference ? reason_code : null, comment: comment ?? null,
    state_code: difference ? 'Booking' : 'Agreed', countedAt: at, countedBy: by, hostMessage_ID
  })
  if (hostMessage_ID) {
    const line = { kind: 'Counted', quantity: difference, ...place, batch: batch ?? null, hostMessage_ID, text: comment ?? null }
    await INSERT.into(PartMovements).entries(ledgerRow({ part_ID }, line))
  }
  await UPDATE(VanStocks).with({ lastCountedAt: at, lastCountedBy: by } as never).where({ ID })
}

/** What should lie there: the books, without pieces that were issued while their document is still on the way, and with counts that are being booked. */
async function expectedAt(part_ID: string, { plant, storageLocation }: Place, vanStock_ID: string): Promise<number> {
  const { PartStocks, Reservations, VanCounts } = entities()
  const place = { part_ID, plant, storageLocation }
  const stock = await rowOf<Pieces>(SELECT.one.from(PartStocks).columns('unrestricted as pieces').where(place))
  const issuing = await rowOf<Pieces>(SELECT.one.from(Reservations).columns('sum(issuingQuantity) as pieces').where({ ...place, issuingQuantity: { '>': 0 } } as never))
  const booking = await rowOf<Pieces>(SELECT.one.from(VanCounts).columns('sum(counted - expected) as pieces').where({ vanStock_ID, state_code: 'Booking' }))
  const [books, issued, counted] = [stock, issuing, booking].map(row => Number(row?.pieces ?? 0))
  return exact(books - issued + counted)
}

function checked(value: unknown, part: Part): number {
  const quantity = Number(value)
  if (!(quantity >= 0)) fail(422, 'QUANTITY_NEGATIVE', { target: 'quantity' })
  if (Math.abs(quantity * 1000 - Math.round(quantity * 1000)) > 1e-6 || quantity >= 1e10) fail(422, 'QUANTITY_TOO_FINE', { target: 'quantity' })
  if (part.isSerialManaged && !Number.isInteger(quantity)) fail(422, 'QUANTITY_NOT_WHOLE', { target: 'quantity' })
  return quantity
}

async function requireReason(difference: number, part: Part, { reason_code, batch, serialNumbers }: Details): Promise<void> {
  if (!reason_code) fail(422, 'COUNT_REASON_MISSING', { target: 'reason_code', args: [difference, part.baseUnit ?? ''] })
  const { CountReasons } = entities()
  if (!(await SELECT.one.from(CountReasons).columns('code').where({ code: reason_code }))) fail(422, 'CODE_UNKNOWN', { target: 'reason_code', args: [reason_code] })
  if (part.isBatchManaged && !batch) fail(422, 'COUNT_BATCH_MISSING', { target: 'batch', args: [part.number] })
  if (part.isSerialManaged && difference < 0 && serialNumbers?.length !== -difference) {
    fail(422, 'COUNT_SERIALS_MISSING', { target: 'serialNumbers', args: [-difference, part.number] })
  }
}

async function bookDifference(ID: string, part: Part, place: Place, difference: number, { batch, serialNumbers }: Details): Promise<string> {
  const item = { material: part.number, ...place, quantity: String(Math.abs(difference)), unit: part.baseUnit ?? undefined, batch: batch ?? undefined }
  const [postingDate, origin] = [today(), { cause: { entity: COUNTS, ID } }]
  if (difference > 0) return (await host().submit('movement.receipt', { postingDate, items: [item] }, origin)).ID
  const scrapped = { costObject: costObjectAt(place.plant), postingDate, items: [{ ...item, ...(serialNumbers?.length && { serialNumbers }) }] }
  return (await host().submit('movement.scrap', scrapped, origin)).ID
}

interface Booking extends Place { part_ID: string; quantity: string }

/** The host has booked the difference, and our mirror follows. */
export async function noteBooked(ID: string, hostMessage_ID: string, hostDocument: string): Promise<void> {
  const { VanCounts, PartMovements } = entities()
  const booked = { state_code: 'Booked', hostDocument, refusal: null }
  const changed = await UPDATE(VanCounts).with(booked as never).where({ ID, hostMessage_ID, state_code: 'Booking' })
  if (!changed) return
  const line = await rowOf<Booking>(SELECT.one.from(PartMovements).columns('part_ID', 'plant', 'storageLocation', 'quantity').where({ hostMessage_ID, kind_code: 'Counted' }))
  const quantity = Number(line!.quantity)
  await (quantity < 0 ? leaveAt(line!, -quantity, 0) : arriveAt(line!))
}

/** The host does not book it: the books stand, and the count says why. Where it may have been booked all the same, it stays open. */
export async function noteNotBooked(ID: string, hostMessage_ID: string, refusal: string, isEnded: boolean): Promise<void> {
  const { VanCounts } = entities()
  await UPDATE(VanCounts).with({ refusal, ...(isEnded && { state_code: 'Refused' }) } as never).where({ ID, hostMessage_ID, state_code: 'Booking' })
}

const exact = (quantity: number) => Math.round(quantity * 1000) / 1000
