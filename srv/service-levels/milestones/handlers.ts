import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { ifPresent } from '../../present'
import { idOf } from '../../request-key'
import type { Changed } from '../../work-orders/service'
import { followSteps, idsOf } from '../../order-steps'
import { schedule, scheduleEvery } from '../../schedule'
import { beginForEachTenant } from '../../tenants'
import { breachRisk } from './breach-facts'
import { append, followStep, takenBack, type Addition, type Late } from './chains'
import { requireEvidence, type Shown } from './evidence'
import { freezeChain, stepsSinceRelease } from './freezing'
import { lockChain } from './locking'
import { overdueOrders } from './overdue'
import { announceShipment, prepareShipment, reportShipment, type Consequences, type ShipmentReport } from './shipments'
import { kindsIn, type StoredChain, type StoredMilestone } from './stored-chain'
import { faultIn, type TemplateMilestone } from './templates'

type Milestone = StoredMilestone & { workOrder_ID: string }
type Deed = (chain: StoredChain, milestone: StoredMilestone) => Addition[] | Promise<Addition[]>

const STEPS = ['Released', 'Assigned', 'InProgress', 'Completed', 'Accepted', 'Closed', 'Cancelled']
const PASSING = new Set(['Held', 'Resumed'])
/** A promise that moves, moves what counts from it. */
const MOVING_PROMISE = ['promisedAt', 'priority_code']
/** Dispatchers stand in for everybody. */
const STAND_INS = ['Dispatcher', 'Admin']

/** Adds milestones and shipments to the service. */
export function keepMilestones(srv: cds.ApplicationService): void {
  const { MilestoneTemplates, Milestones, Shipments } = srv.entities
  const tell = telling(srv)
  const deed = (prepare: (req: cds.Request) => Deed) => (req: cds.Request) => act(srv, req, prepare(req))
  srv.before(['CREATE', 'UPDATE'], MilestoneTemplates, refuseFaultyTemplate)
  srv.on('confirm', Milestones, deed(confirmation))
  srv.on('skip', Milestones, deed(req => (_, { kind_code: kind, status_code }) => {
    if (isClosed(status_code)) fail(409, 'MILESTONE_REACHED')
    return [{ kind, type: 'skipped', at: now(), text: req.data.text }]
  }))
  srv.on('withdraw', Milestones, deed(req => (chain, { kind_code, status_code }) => {
    if (!isClosed(status_code)) fail(409, 'MILESTONE_NOT_REACHED')
    return takenBack(chain, kind_code, req.data.text)
  }))
  srv.on('retarget', Milestones, deed(req => (_, { kind_code: kind, status_code }) => {
    if (isClosed(status_code)) fail(409, 'MILESTONE_REACHED')
    return [{ kind, type: 'retargeted', at: now(), text: req.data.text, changes: { targetAt: req.data.dueAt } }]
  }))
  srv.before('CREATE', Shipments, async req => {
    await requireVisible(srv, req.data.workOrder_ID)
    await prepareShipment(req.data)
  })
  srv.after('CREATE', Shipments, async (_, req) => tell(await announceShipment(req.data as never)))
  srv.on('report', Shipments, async req => {
    const ID = idOf(req.params.at(-1))!
    if (!(await srv.run(SELECT.one.from(Shipments).columns('ID').where({ ID })))) fail(404, 'SHIPMENT_UNKNOWN')
    await tell(await reportShipment(ID, req.data as ShipmentReport))
    return SELECT.one.from(Shipments, ID as never)
  })
  srv.on('planMilestones', async req => {
    const { MilestoneChains } = srv.entities
    const { workOrder_ID } = req.data as { workOrder_ID: string }
    await requireVisible(srv, workOrder_ID)
    await tell({ late: await planLate(workOrder_ID) })
    return SELECT.one.from(MilestoneChains).where({ workOrder_ID })
  })
  srv.on('breachRisk', async req => {
    await requireVisible(srv, req.data.workOrder_ID)
    return breachRisk(req.data.workOrder_ID)
  })
  srv.on('noteLateMilestones', async req => {
    const { orders, next } = await overdueOrders((req.data as { after?: string }).after)
    for (const workOrder_ID of orders) await tell({ late: await refresh(workOrder_ID) })
    if (next) await schedule(srv, 'noteLateMilestones', { after: next }).after(0).as(`note late milestones after ${next}`)
  })
  cds.once('served', () => followOrders(tell))
  cds.once('listening', () => {
    beginForEachTenant('service-levels', () => scheduleEvery(srv, 'noteLateMilestones', '5m', 'note late milestones', 'service-levels',
      'Late milestones are told only when something happens to their orders: the look could not be scheduled'))
  })
}

/** The order's steps reach its milestones in the same transaction. */
function followOrders(tell: (what: Consequences) => Promise<void>) {
  const orders = ifPresent('work-orders')
  if (!orders) return
  followSteps(orders, STEPS, async happened => {
    const [{ event }] = happened, IDs = idsOf(happened)
    if (PASSING.has(event)) return
    const frozen = event === 'Released' ? await freezeChains(IDs, tell) : []
    await tell({ late: await followStep(IDs.filter(ID => !frozen.includes(ID)), event) })
  })
  orders.on('WorkOrder.Changed', async ({ data: { ID, fields } }: { data: Changed }) => {
    if (fields.some(field => MOVING_PROMISE.includes(field))) await tell({ late: await refresh(ID) })
  })
}

/** Gives orders their chains; answers those that had none before. */
async function freezeChains(orders: string[], tell: (what: Consequences) => Promise<void>): Promise<string[]> {
  const frozen: string[] = []
  for (const ID of orders) {
    const { isNew, late } = await freezeChain(ID)
    if (!isNew) continue
    frozen.push(ID)
    await tell({ late })
  }
  return frozen
}

async function refresh(workOrder_ID: string): Promise<Late[]> {
  const chain = await lockChain(workOrder_ID)
  return chain ? append(chain, []) : []
}

/** 409 unless the order is released and has no chain yet; 422 without a template for it. */
async function planLate(ID: string): Promise<Late[]> {
  const { WorkOrders, MilestoneChains } = entities()
  const order = await SELECT.one.from(WorkOrders, ID as never).columns('number', 'status_code').forUpdate()
  if (['New', 'Closed', 'Cancelled'].includes(order.status_code)) fail(409, 'MILESTONES_NOT_NOW', { args: [order.number] })
  if (await SELECT.one.from(MilestoneChains).columns('ID').where({ workOrder_ID: ID })) fail(409, 'MILESTONES_PLANNED', { args: [order.number] })
  const frozen = await freezeChain(ID)
  if (!frozen.isNew) fail(422, 'NO_TEMPLATE_FITS', { args: [order.number] })
  let { late } = frozen
  for (const { event, at } of await stepsSinceRelease(ID)) if (!PASSING.has(event)) late = await followStep([ID], event, at)
  return late
}

/** Does something to a milestone that the user may see, and answers it. */
async function act(srv: cds.ApplicationService, req: cds.Request, deed: Deed) {
  const { Milestones } = srv.entities
  const ID = idOf(req.params.at(-1))!
  const seen = (await srv.run(SELECT.one.from(Milestones).columns('workOrder_ID', 'ownerRole_code').where({ ID }))) as Milestone | undefined
  if (!seen) fail(404, 'MILESTONE_UNKNOWN')
  if (![seen.ownerRole_code, ...STAND_INS].some(role => req.user.is(role))) fail(403, 'MILESTONE_OF_OTHERS')
  const chain = (await lockChain(seen.workOrder_ID))!
  const additions = await deed(chain, chain.milestones.find(milestone => milestone.ID === ID)!)
  await telling(srv)({ late: await append(chain, additions) })
  return SELECT.one.from(Milestones, ID as never)
}

const confirmation = (req: cds.Request): Deed => async (chain, milestone) => {
  const { at = now(), text, reference } = req.data as Shown & { at?: string }
  const { kind_code, status_code, doneAt, hasEvidence, anchorAt, anchor_code } = milestone
  if (status_code === 'skipped' || (status_code === 'done' && hasEvidence)) fail(409, 'MILESTONE_REACHED')
  const before = chain.milestones.filter(each => kindsIn(milestone.predecessors).includes(each.kind_code))
  const open = before.filter(each => !isClosed(each.status_code))
  if (open.length && !doneAt) fail(409, 'MILESTONE_WAITS', { args: [await namesOf(open.map(each => each.kind_code))] })
  if (Date.parse(at) > cds.context!.timestamp.getTime()) fail(422, 'TIME_IN_FUTURE', { target: 'at' })
  const earliest = Math.max(...before.map(each => Date.parse(each.doneAt!)), anchor_code === 'promised' ? 0 : Date.parse(anchorAt!))
  if (!doneAt && Date.parse(at) < earliest) fail(422, 'MILESTONE_TOO_EARLY', { target: 'at' })
  await requireEvidence(chain, milestone, { text, reference })
  // Reached by a step of the order: what was missing is the evidence, not the instant.
  return [{ kind: kind_code, type: 'done', at: doneAt ?? at, text, reference, changes: { hasEvidence: true, evidenceText: text ?? null, evidenceReference: reference ?? null } }]
}

async function refuseFaultyTemplate(req: cds.Request) {
  const { MilestoneKinds } = entities()
  const { milestones } = req.data as { milestones?: (Omit<TemplateMilestone, 'kind' | 'predecessors'> & { kind_code: string; anchor_code?: string; predecessors?: string })[] }
  if (!milestones) {
    if (req.event === 'CREATE') fail(422, 'TEMPLATE_WITHOUT_MILESTONES', { target: 'milestones' })
    return
  }
  if (!milestones.length) fail(422, 'TEMPLATE_WITHOUT_MILESTONES', { target: 'milestones' })
  const dates = (await SELECT.from(MilestoneKinds).columns('code').where({ isOrderDate: true })) as { code: string }[]
  const chain = milestones.map(({ kind_code: kind, anchor_code: anchor, predecessors, ...rest }) => ({ ...rest, kind, anchor, predecessors: kindsIn(predecessors) }))
  const fault = faultIn(chain, dates.map(({ code }) => code))
  if (fault) fail(422, fault.code, { target: `milestones[${fault.index}].${FIELDS[fault.field] ?? fault.field}`, args: [await namesOf([fault.kind])] })
}

const FIELDS: Record<string, string> = { kind: 'kind_code', anchor: 'anchor_code' }

/** Tells others, in the same transaction. */
export const telling = (srv: cds.ApplicationService) => async ({ late, slip }: Consequences): Promise<void> => {
  if (slip) await srv.emit('Shipment.Slipped', slip)
  for (const each of late) await srv.emit('Milestone.Late', each)
}

/** 404 for orders that the user may not read, as for those that don't exist. */
async function requireVisible(srv: cds.ApplicationService, ID: string) {
  const { WorkOrders } = srv.entities
  if (!ID || !(await srv.run(SELECT.one.from(WorkOrders).columns('ID').where({ ID })))) fail(404, 'WORK_ORDER_UNKNOWN')
}

async function namesOf(kinds: string[]): Promise<string> {
  const { MilestoneKinds } = entities()
  const names = (await SELECT.localized.from(MilestoneKinds).columns('name').where({ code: { in: kinds } })) as { name: string }[]
  return names.map(({ name }) => name).join(', ')
}

const isClosed = (status: string) => status === 'done' || status === 'skipped'
const now = () => cds.context!.timestamp.toISOString()
