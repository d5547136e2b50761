import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { lockedNeed } from '../claims/claiming'
import { noteOnOrder, refuseFinishedOrder } from '../claims/orders'
import { partOf } from '../claims/parts'
import { movePieces } from '../claims/pieces'
import { freeAt } from '../claims/stock'
import { replace } from './using'

interface SubstitutionRequest {
  ID: string; reservation_ID: string; part_ID: string; substitute_ID: string; quantity: string | number
  plant: string; storageLocation: string; state_code: string; reason: string | null; requestedBy: string
}

const QUALITY = ['QualityEngineer', 'QualityManager']

/** The substitute takes the place of the part. Of two who decide one is heard, the other gets 409. */
export async function approve(ID: string, decision: string | null | undefined, user: cds.User): Promise<void> {
  const request = await requestOf(ID)
  await refuseDecider(request, user)
  const { order, row, part } = await lockedNeed(request.reservation_ID)
  refuseFinishedOrder(order)
  await decide(ID, 'Approved', decision, user)
  if (row.part_ID !== request.part_ID) fail(409, 'RESERVATION_CHANGED', { args: [row.number] })
  await freeHeld(request)
  await replace({ order, row, part, substitute: await partOf(request.substitute_ID), reason: request.reason, place: { plant: request.plant, storageLocation: request.storageLocation } })
}

export async function decline(ID: string, decision: string, user: cds.User): Promise<void> {
  const request = await requestOf(ID)
  await refuseDecider(request, user)
  const { order } = await lockedNeed(request.reservation_ID)
  await decide(ID, 'Declined', decision, user)
  await release(request)
  const substitute = await partOf(request.substitute_ID)
  await noteOnOrder(order.ID, 'SubstituteDeclined', 'substituteDeclined', { part: substitute.number, reason: decision })
}

/** Nobody needs the answer any more: the pieces were issued or are not needed. Runs in the transaction of what made it so. */
export async function withdrawRequests(reservation_ID: string): Promise<void> {
  const { SubstitutionRequests } = entities()
  const open = (await SELECT.from(SubstitutionRequests).where({ reservation_ID, state_code: 'Requested' })) as unknown as SubstitutionRequest[]
  for (const request of open) {
    const changed = await UPDATE(SubstitutionRequests).with({ state_code: 'Withdrawn', decidedAt: cds.context!.timestamp.toISOString() }).where({ ID: request.ID, state_code: 'Requested' })
    if (changed) await release(request)
  }
}

const freeHeld = ({ substitute_ID: part_ID, plant, storageLocation, quantity }: SubstitutionRequest) => freeAt({ part_ID, plant, storageLocation }, Number(quantity))

async function release(request: SubstitutionRequest): Promise<void> {
  await freeHeld(request)
  await movePieces(request.reservation_ID, { entries: [{ kind: 'SubstituteFree', quantity: Number(request.quantity), plant: request.plant, storageLocation: request.storageLocation }] })
}

async function requestOf(ID: string): Promise<SubstitutionRequest> {
  const { SubstitutionRequests } = entities()
  const request = await SELECT.one.from(SubstitutionRequests).where({ ID })
  return (request as unknown as SubstitutionRequest | undefined) ?? fail(404, 'SUBSTITUTION_UNKNOWN')
}

async function decide(ID: string, state_code: string, decision: string | null | undefined, user: cds.User): Promise<void> {
  const { SubstitutionRequests } = entities()
  const changes = { state_code, decision: decision ?? null, decidedBy: user.id, decidedAt: cds.context!.timestamp.toISOString() }
  if (!(await UPDATE(SubstitutionRequests).with(changes).where({ ID, state_code: 'Requested' }))) fail(409, 'SUBSTITUTION_DECIDED')
}

/** Four eyes: never who asked; for parts of medical classes somebody of quality. */
async function refuseDecider({ requestedBy, part_ID, substitute_ID }: SubstitutionRequest, user: cds.User): Promise<void> {
  if (requestedBy === user.id) fail(403, 'SUBSTITUTION_OWN')
  if (QUALITY.some(role => user.is(role))) return
  const { Products } = entities()
  const classes = (await SELECT.from(Products).columns('partClass.needsQuality as needsQuality').where({ ID: { in: [part_ID, substitute_ID] } })) as { needsQuality: boolean | null }[]
  if (classes.some(({ needsQuality }) => needsQuality)) fail(403, 'SUBSTITUTION_FOR_QUALITY')
}
