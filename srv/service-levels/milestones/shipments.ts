import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { iso } from '../entries'
import { append, type Addition, type Late } from './chains'
import { expectedShipments, lockChain } from './locking'
import { reachedWith } from './order-steps'
import { stateOf, type ShipmentEvent } from './shipment-state'
import { chainMilestone, type StoredChain } from './stored-chain'

export interface ShipmentReport {
  type_code: string
  at?: string | null
  location?: string | null
  text?: string | null
  estimatedAt?: string | null
  reference?: string | null
}

interface Shipment {
  ID: string
  workOrder_ID: string
  milestone_ID: string | null
  carrier: string
  number: string
  leg_code: string
  estimatedAt?: string | null
  eventCount: number
}

export interface Slip {
  workOrder_ID: string
  shipment_ID: string
  milestone_ID: string | null
  carrier: string
  number: string
  previous: string
  estimatedAt: string
  slipMinutes: number
}

/** What follows from a report, for others to be told. */
export interface Consequences { late: Late[]; slip?: Slip }

const MINUTE = 60_000

/** Fills what a new shipment leaves open: the milestone that waits for it. */
export async function prepareShipment(data: Partial<Shipment> & { status_code?: string; firstEstimatedAt?: string | null }): Promise<void> {
  const { Milestones, ShipmentLegs, Shipments } = entities()
  const { workOrder_ID, milestone_ID, leg_code, estimatedAt, carrier, number } = data
  const known = await SELECT.one.from(Shipments).columns('ID').where({ carrier, number, leg_code })
  if (known) fail(409, 'SHIPMENT_KNOWN', { target: 'number', args: [carrier, number] })
  if (milestone_ID) {
    const own = await SELECT.one.from(Milestones).columns('ID').where({ ID: milestone_ID, workOrder_ID })
    if (!own) fail(422, 'MILESTONE_OF_OTHER_ORDER', { target: 'milestone_ID' })
  } else if (leg_code) {
    const leg = await SELECT.one.from(ShipmentLegs, leg_code as never).columns('milestone_code')
    const waiting = leg?.milestone_code && (await SELECT.one.from(Milestones).columns('ID').where({ workOrder_ID, kind_code: leg.milestone_code }))
    data.milestone_ID = waiting?.ID ?? null
  }
  Object.assign(data, { status_code: 'announced', firstEstimatedAt: estimatedAt ?? null, eventCount: 0 })
}

/** Writes the first entry of a new shipment, and lets the order's forecast follow it. */
export async function announceShipment({ ID, workOrder_ID, estimatedAt }: Shipment): Promise<Consequences> {
  const chain = await lockChain(workOrder_ID)
  await writeEvent(ID, { type_code: 'announced', estimatedAt })
  return { late: chain ? await append(chain, []) : [] }
}

/**
 * Takes what the carrier tells. A reference that is known changes nothing. The last leg's delivery reaches the milestone that waits for
 * it once nothing else is on its way there; customs and dispatch reach theirs once all shipments of the leg have passed.
 */
export async function reportShipment(ID: string, report: ShipmentReport): Promise<Consequences> {
  const { Shipments, ShipmentEvents, ShipmentEventTypes } = entities()
  const type = await SELECT.one.from(ShipmentEventTypes, report.type_code as never).columns('code', 'milestone_code')
  if (!type) fail(422, 'CODE_UNKNOWN', { target: 'type_code', args: [report.type_code] })
  if (report.at && Date.parse(report.at) > cds.context!.timestamp.getTime()) fail(422, 'TIME_IN_FUTURE', { target: 'at' })
  if (report.type_code === 'estimateChanged' && !report.estimatedAt) fail(422, 'ESTIMATE_MISSING', { target: 'estimatedAt' })
  const { workOrder_ID } = (await SELECT.one.from(Shipments, ID as never).columns('workOrder_ID')) ?? fail(404, 'SHIPMENT_UNKNOWN')
  const chain = await lockChain(workOrder_ID)
  const shipment = (await SELECT.one.from(Shipments, ID as never).forUpdate()) as Shipment
  if (report.reference && (await SELECT.one.from(ShipmentEvents).columns('ID').where({ shipment_ID: ID, reference: report.reference }))) return { late: [] }

  await writeEvent(ID, report)
  const { status, firstEstimatedAt, estimatedAt, deliveredAt } = stateOf(await eventsOf(ID))
  await UPDATE(Shipments, ID as never).with({ status_code: status, firstEstimatedAt: iso(firstEstimatedAt), estimatedAt: iso(estimatedAt), deliveredAt: iso(deliveredAt) } as never)
  const slip = slipOf(shipment, estimatedAt)
  if (!chain) return { late: [], slip }
  chain.shipments = await expectedShipments([workOrder_ID])
  const reached = await reachedBy(chain, shipment, type.milestone_code, deliveredAt)
  return { late: await append(chain, reached), slip }
}

async function reachedBy(chain: StoredChain, { ID, milestone_ID, leg_code, number }: Shipment, milestoneKind: string | null, deliveredAt?: number): Promise<Addition[]> {
  const kinds: string[] = []
  const milestone = chain.milestones.find(each => each.ID === milestone_ID)
  const own = chain.shipments.filter(each => each.milestone_ID === milestone_ID)
  const arrived = own.filter(({ isLast, deliveredAt: at }) => isLast && at)
  if (deliveredAt !== undefined && milestone?.evidence_code === 'shipment' && arrived.length && own.every(({ isFinal }) => isFinal)) kinds.push(milestone.kind_code)
  if (milestoneKind && (await allPassed(ID, chain.workOrder_ID, leg_code, milestoneKind))) kinds.push(milestoneKind)
  const at = deliveredAt === undefined ? cds.context!.timestamp.toISOString() : iso(Math.max(...arrived.map(each => Date.parse(each.deliveredAt!)), deliveredAt))!
  return reachedWith(chain.milestones.map(chainMilestone), kinds).map(({ kind, movement }) => ({
    kind, type: movement, at, cause: 'Shipment', reference: number, changes: movement === 'done' ? { hasEvidence: true, evidenceReference: number } : {}
  }))
}

/** Whether every other shipment of this leg that is still on its way has had such an event as well. */
async function allPassed(ID: string, workOrder_ID: string, leg_code: string, milestone_code: string): Promise<boolean> {
  const { Shipments } = entities()
  const others = (await SELECT.from(Shipments).where({ workOrder_ID, leg_code, ID: { '!=': ID } }).columns(
    'ID', { ref: ['status', 'isFinal'], as: 'isFinal' } as never, { ref: ['events'], expand: [{ ref: ['type', 'milestone_code'], as: 'milestone_code' }] } as never
  )) as unknown as { isFinal: boolean; events: { milestone_code: string | null }[] }[]
  return others.every(({ isFinal, events }) => isFinal || events.some(event => event.milestone_code === milestone_code))
}

async function writeEvent(shipment_ID: string, { type_code, at, ...report }: ShipmentReport): Promise<void> {
  const { Shipments, ShipmentEvents } = entities()
  const { timestamp, user } = cds.context!
  await UPDATE(Shipments, shipment_ID as never).with({ eventCount: { '+=': 1 } } as never)
  const { eventCount } = await SELECT.one.from(Shipments, shipment_ID as never).columns('eventCount')
  const { location, text, estimatedAt, reference } = report
  await INSERT.into(ShipmentEvents).entries({
    ID: cds.utils.uuid(), shipment_ID, sequence: eventCount, type_code, at: at ?? timestamp, recordedAt: timestamp, location, text, estimatedAt, reference, userId: user.id
  })
}

async function eventsOf(shipment_ID: string): Promise<ShipmentEvent[]> {
  const { ShipmentEvents } = entities()
  const rows = (await SELECT.from(ShipmentEvents).where({ shipment_ID }).columns('sequence', 'at', 'estimatedAt', { ref: ['type', 'status_code'], as: 'status' } as never)) as
    { sequence: number; at: string; estimatedAt: string | null; status: string | null }[]
  return rows.map(({ sequence, at, estimatedAt, status }) => ({ sequence, status, at: Date.parse(at), estimatedAt: estimatedAt ? Date.parse(estimatedAt) : null }))
}

function slipOf({ ID, workOrder_ID, milestone_ID, carrier, number, estimatedAt: previous }: Shipment, estimatedAt?: number): Slip | undefined {
  if (!previous || estimatedAt === undefined || estimatedAt <= Date.parse(previous)) return undefined
  const slipMinutes = Math.round((estimatedAt - Date.parse(previous)) / MINUTE)
  return { workOrder_ID, shipment_ID: ID, milestone_ID, carrier, number, previous, estimatedAt: iso(estimatedAt)!, slipMinutes }
}
