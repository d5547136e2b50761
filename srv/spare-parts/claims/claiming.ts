import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { sparePartsSettings } from '../settings'
import { askForReservation } from './documents'
import { lockedOrder, noteOnOrder, refuseFinishedOrder, refuseForeignOrder, type Order } from './orders'
import { checkedQuantity, partOf, type Part } from './parts'
import { insertReservation, lockedReservation, movePieces, type Entry, type Reservation } from './pieces'
import { chosenPlace, placesWith, refuseUnusedPlace, usualPlaces } from './places'
import { refuseWithAlternatives } from './refusing'
import { openOf, piecesOf } from './states'
import { claimAt } from './stock'

export interface Need {
  workOrder_ID: string; part_ID: string; quantity: number | string; neededAt?: string | null; origin_code?: string | null; target_code?: string | null
  carrier_ID?: string | null; requestKey?: string | null; plant?: string | null; storageLocation?: string | null
}

interface Place { plant: string; storageLocation: string }

/** Notes a need. @returns the ID of the reservation, an earlier one when the request came twice */
export async function need(wanted: Need, user: cds.User): Promise<string> {
  const { order, part, quantity } = await checkedNeed(wanted, user)
  const known = await earlierRequest(wanted)
  if (known) return known
  const row = await newRow(wanted, order, part, quantity)
  await insertReservation({ ...row, state_code: 'Needed' }, [{ kind: 'Needed', quantity, requestKey: wanted.requestKey }])
  await noteOnOrder(order.ID, 'PartNeeded', 'needed', { quantity, unit: part.baseUnit ?? '', part: part.number })
  return row.ID
}

/** Notes a need and holds its pieces. Of two people and one last piece one wins; the other gets 409 and learns what else there is. */
export async function reserve(wanted: Need, user: cds.User): Promise<string> {
  const { order, part, quantity } = await checkedNeed(wanted, user)
  const known = await earlierRequest(wanted)
  if (known) return known
  const place = await claimSomewhere(order, part, quantity, chosenPlace(wanted.plant, wanted.storageLocation), wanted.carrier_ID)
  const row = await newRow(wanted, order, part, quantity)
  const hostMessage_ID = cds.utils.uuid()
  await insertReservation({ ...row, ...place, ...heldUntil(row.neededAt), state_code: 'Claimed', claimedQuantity: quantity, hostMessage_ID }, [
    { kind: 'Needed', quantity, requestKey: wanted.requestKey }, { kind: 'Claimed', quantity, ...place, hostMessage_ID }
  ])
  await noteOnOrder(order.ID, 'PartClaimed', 'claimed', { quantity, unit: part.baseUnit ?? '', part: part.number, ...place })
  await askForReservation({ ID: row.ID, workOrder_ID: order.ID, neededAt: row.neededAt }, part, place, quantity, { ID: hostMessage_ID })
  return row.ID
}

async function checkedNeed({ workOrder_ID, part_ID, quantity, carrier_ID }: Need, user: cds.User) {
  const order = await lockedOrder(workOrder_ID)
  await refuseForeignOrder(order, user)
  refuseFinishedOrder(order)
  const part = await partOf(part_ID)
  const { Technicians } = entities()
  if (carrier_ID && !(await SELECT.one.from(Technicians).columns('ID').where({ ID: carrier_ID }))) fail(422, 'TECHNICIAN_UNKNOWN', { target: 'carrier_ID' })
  return { order, part, quantity: checkedQuantity(quantity, part) }
}

/** The order's row is locked, so that the second of two requests finds the first. */
async function earlierRequest({ workOrder_ID, requestKey }: Need): Promise<string | undefined> {
  if (!requestKey) return undefined
  const { Reservations } = entities()
  return (await SELECT.one.from(Reservations).columns('ID').where({ workOrder_ID, requestKey }))?.ID
}

async function newRow(wanted: Need, order: Order, part: Part, quantity: number) {
  const { origin_code, target_code } = wanted
  await requireCode('NeedOrigins', origin_code, 'origin_code')
  await requireCode('DeliveryTargets', target_code, 'target_code')
  const number = await nextNumber(order.ID, order.number)
  return {
    ID: cds.utils.uuid(), number, workOrder_ID: order.ID, part_ID: part.ID, quantity, unit: part.baseUnit, neededAt: wanted.neededAt ?? null,
    carrier_ID: wanted.carrier_ID ?? null, requestKey: wanted.requestKey ?? null, ...(origin_code && { origin_code }), ...(target_code && { target_code })
  }
}

/** `WO-000123-2`: the order's second need. The order's row is locked, so that nobody counts at the same time. */
async function nextNumber(workOrder_ID: string, known?: string): Promise<string> {
  const { Reservations, WorkOrders } = entities()
  const order = known ?? (await SELECT.one.from(WorkOrders).columns('number').where({ ID: workOrder_ID }))!.number
  const { count } = (await SELECT.one.from(Reservations).columns('count(*) as count').where({ workOrder_ID })) as unknown as { count: number }
  return `${order}-${Number(count) + 1}`
}

async function requireCode(list: string, code: string | null | undefined, target: string): Promise<void> {
  if (code && !(await SELECT.one.from(entities()[list]).columns('code').where({ code }))) fail(422, 'CODE_UNKNOWN', { target, args: [code] })
}

/** A claim ends so many hours after now, or after the moment at which the part is needed. */
export function heldUntil(neededAt?: string | null): { claimedAt: string; expiresAt: string | null } {
  const { claimHours } = sparePartsSettings()
  const now = cds.context!.timestamp
  const from = Math.max(now.getTime(), neededAt ? Date.parse(neededAt) : 0)
  return { claimedAt: now.toISOString(), expiresAt: claimHours ? new Date(from + claimHours * 3_600_000).toISOString() : null }
}

/** Claims all pieces at one place: the chosen one, else the first usual one that has them. 409 when none has. */
async function claimSomewhere(order: Order, part: Part, quantity: number, chosen: Place | undefined, carrier_ID?: string | null): Promise<Place> {
  if (chosen) await refuseUnusedPlace(chosen.plant, chosen.storageLocation)
  const candidates = chosen ? [chosen] : usualPlaces(await placesWith(part.ID), order, carrier_ID).filter(({ available }) => available >= quantity)
  for (const { plant, storageLocation } of candidates) if (await claimAt({ part_ID: part.ID, plant, storageLocation }, quantity)) return { plant, storageLocation }
  return refuseWithAlternatives(order, part, quantity, chosen, carrier_ID)
}

/** Holds open pieces of a need. Fewer than are open leave the rest to a need of its own. */
export async function claimRow(ID: string, wanted: { quantity?: number | string | null; plant?: string | null; storageLocation?: string | null }): Promise<void> {
  const { order, row, part, open, quantity } = await openPieces(ID, wanted.quantity)
  const place = await claimSomewhere(order, part, quantity, chosenPlace(wanted.plant, wanted.storageLocation), row.carrier_ID)
  await splitRest(row, open - quantity)
  const hostMessage_ID = cds.utils.uuid()
  const held = { ...place, ...heldUntil(row.neededAt), hostMessage_ID, hostReservation: null, refusal: null }
  await hold(row, quantity, held, [{ kind: 'Claimed', quantity, ...place, hostMessage_ID }])
  await noteOnOrder(order.ID, 'PartClaimed', 'claimed', { quantity, unit: part.baseUnit ?? '', part: part.number, ...place })
  await askForReservation(row, part, place, quantity, { ID: hostMessage_ID })
}

/** The open pieces of a need that somebody wants: all of them without a quantity. 409 when there are not so many. */
export async function openPieces(ID: string, wanted?: number | string | null) {
  const { order, row, part } = await lockedNeed(ID)
  refuseFinishedOrder(order)
  const open = openOf(piecesOf(row))
  if (!(open > 0)) fail(409, 'RESERVATION_NOTHING_OPEN', { args: [row.number] })
  const quantity = wanted == null ? open : checkedQuantity(wanted, part)
  if (quantity > open) fail(409, 'RESERVATION_FEWER_OPEN', { target: 'quantity', args: [open, row.unit ?? ''] })
  return { order, row, part, open, quantity }
}

/** Counts pieces that a place holds for the row. */
export async function hold(row: Reservation, quantity: number, set: Record<string, unknown>, entries: Entry[]): Promise<void> {
  const done = await movePieces(row.ID, { by: { claimedQuantity: quantity }, given: { open: quantity }, set, entries })
  if (!done) fail(409, 'RESERVATION_CHANGED', { args: [row.number] })
}

/** The reservation with its order and part; order and row are locked, in this sequence. */
export async function lockedNeed(ID: string): Promise<{ order: Order; row: Reservation; part: Part }> {
  const { Reservations } = entities()
  const found = (await SELECT.one.from(Reservations).columns('workOrder_ID').where({ ID })) as { workOrder_ID: string } | null
  if (!found) fail(404, 'RESERVATION_UNKNOWN')
  const order = await lockedOrder(found!.workOrder_ID)
  const row = await lockedReservation(ID)
  return { order, row, part: await partOf(row.part_ID) }
}

/** A row holds the pieces of one place: what stays open becomes a need of its own. @returns its ID */
export async function splitRest(row: Reservation, rest: number): Promise<string | undefined> {
  if (!(rest > 0)) return undefined
  const done = await movePieces(row.ID, { by: { quantity: -rest }, given: { open: rest }, entries: [{ kind: 'Split', quantity: rest }] })
  if (!done) fail(409, 'RESERVATION_CHANGED', { args: [row.number] })
  const { workOrder_ID, part_ID, unit, neededAt, origin_code, target_code, carrier_ID, insteadOf_ID } = row
  const number = await nextNumber(workOrder_ID)
  const sibling = {
    ID: cds.utils.uuid(), number, workOrder_ID, part_ID, unit, neededAt, origin_code, target_code, carrier_ID, insteadOf_ID, quantity: rest,
    splitFrom_ID: row.ID, state_code: 'Needed'
  }
  await insertReservation(sibling, [{ kind: 'Needed', quantity: rest }])
  return sibling.ID
}
