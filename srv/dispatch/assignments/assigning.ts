import { entities } from '../../entities'
import { fail } from '../../errors'
import { ifPresent } from '../../present'
import type WorkOrderService from '../../work-orders/service'
import { factsOf, jobOf, type OrderFacts } from '../matching/job-of-order'
import { situation, type Situation } from '../matching/kept'
import { compare, type Ranked } from '../matching/matching'
import { iso } from '../matching/presentation'
import type { Job } from '../matching/job'
import { weightsFor } from '../matching/weights'
import { ordersAlone } from './orders-alone'
import { failedStart, historyText } from './words'
import { checkVisit, heldVisits, lockTechnicians, moveVisits, writeVisit } from './visits'

export interface Choice {
  technician_ID: string
  plannedStart?: string | null
  second_ID?: string | null
  overruleReason?: string | null
}

/** A cent of a minute: sums of the same parts may differ by less. */
const SAME = 0.01

export const workOrders = () => ifPresent<WorkOrderService>('work-orders') ?? ordersAlone

/**
 * Gives an order to whom a dispatcher chose; one that is assigned already is moved, to another person or time, when `isMove` says so.
 * A better recommendation is overruled with a reason; rules are not. Of two dispatchers at the same moment one wins.
 */
export async function assign(ID: string, choice: Choice, isMove = false): Promise<void> {
  const now = await situation(), order = await factsOf(ID)
  if (order.status_code === 'Assigned' && !isMove) await refuseSecond(ID)
  const job = await jobOf(order, now)
  const { best, chosen } = compare(job, now.pool, weightsOf(order, now), choice.technician_ID, choice.plannedStart ? Date.parse(choice.plannedStart) : undefined)
  const reason = choice.overruleReason?.trim() || null
  if (best && chosen && best.technician.ID !== choice.technician_ID && best.total > chosen.total + SAME && !reason)
    fail(422, 'OVERRULE_REASON_MISSING', { target: 'overruleReason', args: [best.technician.name, Math.round(best.total - chosen.total)] })
  if (job.needs.crewSize > 1 && !choice.second_ID) fail(422, 'CREW_INCOMPLETE', { target: 'second_ID', args: [job.needs.crewSize] })
  if (choice.second_ID === choice.technician_ID) fail(422, 'CREW_OF_ONE', { target: 'second_ID' })
  const at = choice.plannedStart ? Date.parse(choice.plannedStart) : chosen?.start ?? failedStart(job, now, choice.technician_ID)
  await workOrders().holdStill(ID)
  await takeBack(order, historyText('moved', {}))
  await write({ order, job, now, choice: { ...choice, overruleReason: reason }, at, best, chosen })
}

/** Takes an order that is assigned back before it is given anew. 409 when somebody else was faster. */
async function takeBack(order: OrderFacts, text: string): Promise<void> {
  const { WorkOrders } = entities()
  const current = (await SELECT.one.from(WorkOrders, { ID: order.ID } as never).columns('status_code', 'technician_ID', 'plannedStart'))!
  if (current.status_code !== 'Assigned') return
  if (order.status_code !== 'Assigned' || current.technician_ID !== order.technician_ID) await refuseSecond(order.ID)
  await workOrders().withdrawVisit(order.ID, text)
}

async function refuseSecond(ID: string): Promise<never> {
  const [visit] = await heldVisits(ID)
  return fail(409, 'WORK_ORDER_ASSIGNED_MEANWHILE', { args: [visit?.name ?? '', visit?.plannedStart ?? ''] })
}

interface Written { order: OrderFacts; job: Job; now: Situation; choice: Choice; at: number; best?: Ranked; chosen?: Ranked; passesOn?: boolean }

/** The visits and the order's step, in the caller's transaction. */
export async function write({ order, job, now, choice, at, best, chosen, passesOn = true }: Written): Promise<void> {
  const { technician_ID, second_ID, overruleReason } = choice
  const place = { workOrder_ID: order.ID, at, latitude: order.latitude, longitude: order.longitude, passesOn }
  await lockTechnicians(second_ID ? [technician_ID, second_ID] : [technician_ID])
  const lead = await checkVisit({ ...place, technician_ID, role: 'lead', chosen, best, overruleReason }, job, now)
  const second = second_ID ? await checkVisit({ ...place, technician_ID: second_ID, role: 'second' }, job, now) : undefined
  await writeVisit(lead)
  if (second) await writeVisit(second)
  const name = now.pool.technicians[now.pool.indexOf(technician_ID) ?? -1]?.name ?? ''
  const isBest = !best || best.technician.ID === technician_ID
  const text = historyText(isBest ? 'asRecommended' : 'overruled', {
    name, total: Math.round(chosen?.total ?? 0), best: best?.technician.name ?? '', bestTotal: Math.round(best?.total ?? 0), reason: overruleReason ?? '–'
  })
  await workOrders().planVisit(order.ID, technician_ID, iso(at), text)
}

export const weightsOf = (order: OrderFacts, { tables }: Situation) => weightsFor(order.serviceArea_code, order.orderType_code, tables.weights)

/** Orders that were assigned by their own action get their visits as well; those that were planned have them already. */
export async function followAssignments(orders: string[]): Promise<void> {
  const { WorkOrders } = entities()
  const leads = new Map((await heldVisits(...orders)).filter(({ role }) => role === 'lead').map(visit => [visit.workOrder_ID, visit.technician_ID]))
  const assigned = (await SELECT.from(WorkOrders).columns('ID', 'technician_ID', 'plannedStart').where({ ID: { in: orders } })) as AssignedOrder[]
  for (const each of assigned) if (leads.get(each.ID) !== each.technician_ID) await followAssignment(each)
}

interface AssignedOrder { ID: string; technician_ID: string; plannedStart: string | null }

/**
 * Writes down the visit of an order that was assigned by its own action, under the same rules. Without a start the person knows of the
 * order, and no time is taken; nothing passes on, since two people have agreed on it.
 */
async function followAssignment({ ID, technician_ID, plannedStart }: AssignedOrder): Promise<void> {
  const now = await situation(), order = await factsOf(ID)
  const job = await jobOf(order, now)
  const at = plannedStart ? Date.parse(plannedStart) : undefined
  const { best, chosen } = compare(job, now.pool, weightsOf(order, now), technician_ID, at)
  await moveVisits([ID], ['Offered', 'Accepted'], 'Withdrawn')
  await lockTechnicians([technician_ID])
  const { latitude, longitude } = order
  await writeVisit(await checkVisit({ workOrder_ID: ID, technician_ID, role: 'lead', at, latitude, longitude, passesOn: false, chosen, best }, job, now))
}
