import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nameOfCode } from '../../words'
import { workOrders } from '../assignments/assigning'
import { historyText } from '../assignments/words'
import { noteMatchingChange } from '../matching/changes'
import { situation } from '../matching/kept'
import { checkedVisits, type NewVisit } from './checking'
import { refuseChanges } from './meanwhile'

/** What changes with a plan, as it is stored. */
export interface PlannedChange {
  workOrder_ID: string
  technician_ID: string | null
  plannedStart: string | null
  plannedEnd: string | null
  travelMinutes: number | null
  technicianBefore_ID: string | null
  orderEventCount: number
  change_code: 'added' | 'moved' | 'reassigned' | 'dropped'
}

/**
 * Writes all changes of a plan or none, in the request's transaction. Orders are locked before people, as whoever assigns does, and
 * both have to be as the plan knew them; then every visit is checked against the rules and against what people have by now.
 *
 * @throws 409 with the orders that changed meanwhile, or the rule that no longer holds
 */
export async function publish(ID: string): Promise<void> {
  const { Plans, PlanVisits } = entities()
  const now = await situation()
  const { timestamp, user } = cds.context!
  const changed = await UPDATE(Plans).with({ state_code: 'Published', publishedAt: timestamp.toISOString(), publishedBy: user.id } as never).where({ ID, state_code: 'Ready' })
  if (!changed) await refuseState(ID)
  const { number, builtAt } = (await SELECT.one.from(Plans, { ID } as never).columns('number', 'builtAt'))!
  const changes = (await SELECT.from(PlanVisits).columns('workOrder_ID', 'technician_ID', 'plannedStart', 'plannedEnd', 'travelMinutes', 'technicianBefore_ID', 'orderEventCount', 'change_code')
    .where({ plan_ID: ID, change_code: { in: ['added', 'moved', 'reassigned', 'dropped'] } }).orderBy('workOrder_ID')) as PlannedChange[]
  await refuseChanges({ ID, builtAt }, changes)
  const service = workOrders()
  await service.withdrawVisits(changes.filter(({ change_code }) => change_code !== 'added').map(({ workOrder_ID }) => workOrder_ID), historyText('takenBackByPlan', { plan: number }))
  const visits = await checkedVisits(changes.filter(({ change_code }) => change_code !== 'dropped'), now)
  await writeVisits(visits)
  await service.planVisits(visits.map(({ technician, workOrder_ID: ID, plannedStart }) =>
    ({ ID, technician_ID: technician.ID, plannedStart, text: historyText('planned', { name: technician.name, plan: number }) })))
  noteMatchingChange(...new Set(changes.flatMap(({ technician_ID, technicianBefore_ID }) => [technician_ID, technicianBefore_ID].filter(each => each !== null))))
}

/** Nothing passes on: who declines is replaced, who does not answer is left to the dispatcher who published. */
async function writeVisits(visits: NewVisit[]): Promise<void> {
  const { Assignments } = entities()
  const rows = visits.map(({ technician, workOrder_ID, plannedStart, plannedEnd, travelMinutes, latitude, longitude }) => ({
    ID: cds.utils.uuid(), workOrder_ID, technician_ID: technician.ID, role: 'lead', state_code: 'Offered', plannedStart, plannedEnd, travelMinutes, latitude, longitude,
    offeredAt: cds.context!.timestamp.toISOString()
  }))
  if (rows.length) await INSERT.into(Assignments).entries(rows)
}

/** 404 when there is no such plan, else 409 with its state. */
export async function refuseState(ID: string): Promise<never> {
  const { Plans } = entities()
  const plan = await SELECT.one.from(Plans, { ID } as never).columns('state_code')
  if (!plan) return fail(404, 'PLAN_UNKNOWN')
  return fail(409, 'PLAN_WRONG_STATE', { args: [await nameOfCode('PlanStates', plan.state_code)] })
}
