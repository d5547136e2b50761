import { entities } from '../../entities'
import { fail } from '../../errors'
import { workOrders } from '../assignments/assigning'
import type { PlannedChange } from './publishing'

/** So many are named. */
const NAMED = 20

/**
 * Locks the orders and the people of a plan, and compares them with what the plan was made from.
 *
 * @throws 409 with what has changed since, 423 with the orders that somebody edits
 */
export async function refuseChanges(plan: { ID: string; builtAt: string }, changes: PlannedChange[]): Promise<void> {
  const changed = new Set(await changedOrders(changes))
  for (const name of await changedPeople(plan, changes)) changed.add(name)
  if (changed.size) fail(409, 'PLAN_OUTDATED', { args: [listed([...changed])] })
  const edited = await workOrders().beingEdited(changes.map(({ workOrder_ID }) => workOrder_ID))
  if (edited.size) fail(423, 'PLAN_ORDERS_EDITED', { args: [listed(await numbersOf([...edited]))] })
}

/** Locked in the order of their IDs, as people below, so that two plans wait for one another instead of for each other. */
async function changedOrders(changes: PlannedChange[]): Promise<string[]> {
  const { WorkOrders } = entities()
  const known = new Map(changes.map(({ workOrder_ID, orderEventCount }) => [workOrder_ID, orderEventCount]))
  const now = (await SELECT.from(WorkOrders).columns('ID', 'number', 'eventCount').where({ ID: { in: [...known.keys()] } }).orderBy('ID').forUpdate()) as { ID: string; number: string; eventCount: number }[]
  return now.filter(({ ID, eventCount }) => eventCount !== known.get(ID)).map(({ number }) => number).sort()
}

/** Whoever gives somebody a visit raises that person's version: what came in since is named, or the person. */
async function changedPeople({ ID: plan_ID, builtAt }: { ID: string; builtAt: string }, changes: PlannedChange[]): Promise<string[]> {
  const { Technicians, PlanTechnicians } = entities()
  const concerned = new Set(changes.flatMap(({ technician_ID, technicianBefore_ID }) => [technician_ID, technicianBefore_ID]))
  const planned = (await SELECT.from(PlanTechnicians).columns('technician_ID', 'scheduleVersion').where({ plan_ID })) as { technician_ID: string; scheduleVersion: number }[]
  const known = new Map(planned.filter(({ technician_ID }) => concerned.has(technician_ID)).map(({ technician_ID, scheduleVersion }) => [technician_ID, scheduleVersion]))
  const now = (await SELECT.from(Technicians).columns('ID', 'name', 'isActive', 'scheduleVersion').where({ ID: { in: [...known.keys()] } }).orderBy('ID').forUpdate()) as Person[]
  await UPDATE(Technicians).with({ scheduleVersion: { '+=': 1 } } as never).where({ ID: { in: [...known.keys()] } })
  const changed = now.filter(({ ID, isActive, scheduleVersion }) => !isActive || (scheduleVersion ?? 0) !== known.get(ID))
  const names: string[] = []
  for (const { ID, name } of changed) names.push(...(await newVisits(ID, builtAt, name)))
  return names
}

interface Person { ID: string; name: string; isActive: boolean; scheduleVersion: number | null }

async function newVisits(technician_ID: string, since: string, name: string): Promise<string[]> {
  const { Assignments } = entities()
  const visits = (await SELECT.from(Assignments).columns('workOrder.number as number').where({ technician_ID, modifiedAt: { '>=': since } })) as unknown as { number: string }[]
  return visits.length ? visits.map(({ number }) => number) : [name]
}

async function numbersOf(IDs: string[]): Promise<string[]> {
  const { WorkOrders } = entities()
  const rows = (await SELECT.from(WorkOrders).columns('number').where({ ID: { in: IDs } }).orderBy('number')) as { number: string }[]
  return rows.map(({ number }) => number)
}

const listed = (names: string[]) => names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ' …' : '')
