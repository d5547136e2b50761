import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { substitutesOf } from '../availability/substitutes-of'
import { offersOf } from '../availability/offers'
import { siteOf } from '../availability/site'
import { claimRow, lockedNeed } from '../claims/claiming'
import { noteOnOrder, refuseFinishedOrder, type Order } from '../claims/orders'
import { partOf, type Part } from '../claims/parts'
import { movePieces, type Reservation } from '../claims/pieces'
import { fallBack } from '../claims/releasing'
import { openOf, piecesOf } from '../claims/states'
import { claimAt } from '../claims/stock'

export interface Place { plant: string; storageLocation: string }

/**
 * Puts another part in the place of the one that is needed. Where the class of either part asks for it, the substitute is only held, until somebody else
 * has agreed; else it takes the place of the part at once.
 */
export async function useSubstitute(ID: string, { part_ID, reason }: { part_ID: string; reason?: string | null }): Promise<void> {
  const { order, row, part } = await lockedNeed(ID)
  refuseFinishedOrder(order)
  const quantity = replaceable(row)
  if (part_ID === row.part_ID) fail(422, 'SUBSTITUTE_IS_PART', { target: 'part_ID' })
  const substitute = await partOf(part_ID)
  const known = (await substitutesOf(row.part_ID, await modelOf(order), cds.context!.timestamp)).find(each => each.part_ID === part_ID)
  if (!known) fail(422, 'SUBSTITUTE_UNKNOWN', { target: 'part_ID', args: [substitute.number, part.number] })
  if (known!.needsApproval) await ask({ order, row, part, substitute, quantity, reason })
  else await replace({ order, row, part, substitute, reason })
}

/** Pieces that can still become others: what is issued is what it is. */
export function replaceable(row: Reservation): number {
  const pieces = piecesOf(row)
  if (pieces.issued > 0) fail(409, 'RESERVATION_ISSUED', { args: [row.number] })
  const quantity = openOf(pieces) + pieces.claimed
  if (!(quantity > 0)) fail(409, 'RESERVATION_NOTHING_OPEN', { args: [row.number] })
  return quantity
}

interface Replacement { order: Order; row: Reservation; part: Part; substitute: Part; reason?: string | null; place?: Place }

/** The old claim falls back, the need is for the other part, and that is claimed: all of it or nothing. */
export async function replace({ order, row, part, substitute, reason, place }: Replacement): Promise<void> {
  const quantity = replaceable(row)
  if (piecesOf(row).claimed) await fallBack(row, { kind: 'Released' })
  await movePieces(row.ID, {
    where: { part_ID: row.part_ID }, set: { part_ID: substitute.ID, unit: substitute.baseUnit, insteadOf_ID: row.insteadOf_ID ?? row.part_ID, refusal: null },
    entries: [{ kind: 'Substituted', quantity, text: reason }]
  })
  await claimRow(row.ID, { ...place })
  await noteOnOrder(order.ID, 'PartSubstituted', 'substituted', { quantity, unit: substitute.baseUnit ?? '', part: substitute.number, instead: part.number, reason: reason ?? '' })
}

interface Asking extends Replacement { quantity: number }

async function ask({ order, row, part, substitute, quantity, reason }: Asking): Promise<void> {
  const { SubstitutionRequests } = entities()
  // The reservation's row is locked: there is no second one in the same moment.
  if (await SELECT.one.from(SubstitutionRequests).columns('ID').where({ reservation_ID: row.ID, state_code: 'Requested' })) fail(409, 'SUBSTITUTE_ASKED_ALREADY', { args: [row.number] })
  const place = await holdSomewhere(order, substitute, quantity)
  const now = cds.context!.timestamp.toISOString()
  await INSERT.into(SubstitutionRequests).entries({
    ID: cds.utils.uuid(), reservation_ID: row.ID, part_ID: part.ID, substitute_ID: substitute.ID, quantity, ...place, reason, requestedBy: cds.context!.user.id, requestedAt: now
  })
  await movePieces(row.ID, { entries: [{ kind: 'SubstituteHeld', quantity, ...place, text: substitute.number }] })
  await noteOnOrder(order.ID, 'SubstituteAsked', 'substituteAsked', { quantity, unit: substitute.baseUnit ?? '', part: substitute.number, instead: part.number, reason: reason ?? '' })
}

/** At the place from which it comes first. 409 when there are not so many anywhere. */
async function holdSomewhere(order: Order, substitute: Part, quantity: number): Promise<Place> {
  const offers = (await offersOf([substitute.ID], quantity, await siteOf(order.ID), cds.context!.timestamp)).get(substitute.ID)!
  for (const { plant, storageLocation, source_code } of offers) {
    if (source_code === 'stock' && (await claimAt({ part_ID: substitute.ID, plant, storageLocation }, quantity))) return { plant, storageLocation }
  }
  return fail(409, 'SUBSTITUTE_NOT_AVAILABLE', { target: 'part_ID', args: [quantity, substitute.baseUnit ?? '', substitute.number] })
}

async function modelOf({ ID }: Order): Promise<string | null> {
  return (await SELECT.one.from(entities().WorkOrders).columns('model').where({ ID }))?.model ?? null
}
