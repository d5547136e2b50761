import cds from '@sap/cds'
import { fail } from '../../errors'
import { workOrders } from '../assignments/assigning'
import type { PlannedChange } from './publishing'

/** Orders compared in one statement. */
const BATCH = 200
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

/** A conditional UPDATE locks those that are as they were; the others are looked up only then. */
async function changedOrders(changes: PlannedChange[]): Promise<string[]> {
  const { WorkOrders } = cds.entities('aftersales')
  const known = new Map(changes.map(({ workOrder_ID, orderEventCount }) => [workOrder_ID, orderEventCount]))
  const IDs = [...known.keys()].sort(), numbers: string[] = []
  for (let i = 0; i < IDs.length; i += BATCH) {
    const batch = IDs.slice(i, i + BATCH)
    const same = batch.flatMap((ID, at) => [...(at ? ['or'] : []), { xpr: [{ ref: ['ID'] }, '=', { val: ID }, 'and', { ref: ['eventCount'] }, '=', { val: known.get(ID) }] }])
    const locked = (await UPDATE(WorkOrders).with({ eventCount: { ref: ['eventCount'] } } as never).where(same as never)) as unknown as number
    if (locked === batch.length) continue
    const now = (await SELECT.from(WorkOrders).columns('ID', 'number', 'eventCount').where({ ID: { in: batch } })) as { ID: string; number: string; eventCount: number }[]
    numbers.push(...now.filter(({ ID, eventCount }) => eventCount !== known.get(ID)).map(({ number }) => number))
  }
  return numbers.sort()
}

/** Whoever gives somebody a visit raises that person's version: what came in since is named, or the person. */
async function changedPeople({ ID: plan_ID, builtAt }: { ID: string; builtAt: string }, changes: PlannedChange[]): Promise<string[]> {
  const { Technicians, PlanTechnicians, Assignments } = cds.entities('aftersales')
  const IDs = new Set(changes.flatMap(({ technician_ID, technicianBefore_ID }) => [technician_ID, technicianBefore_ID]))
  const planned = (await SELECT.from(PlanTechnicians).columns('technician_ID', 'scheduleVersion').where({ plan_ID }).orderBy('technician_ID')) as { technician_ID: string; scheduleVersion: number }[]
  const names: string[] = []
  for (const { technician_ID: ID, scheduleVersion } of planned.filter(each => IDs.has(each.technician_ID))) {
    if (await UPDATE(Technicians).with({ scheduleVersion: { '+=': 1 } } as never).where({ ID, isActive: true, scheduleVersion })) continue
    const visits = (await SELECT.from(Assignments).columns('workOrder.number as number').where({ technician_ID: ID, modifiedAt: { '>=': builtAt } })) as unknown as { number: string }[]
    const person = await SELECT.one.from(Technicians, { ID } as never).columns('name')
    names.push(...(visits.length ? visits.map(({ number }) => number) : [person!.name as string]))
  }
  return names
}

async function numbersOf(IDs: string[]): Promise<string[]> {
  const { WorkOrders } = cds.entities('aftersales')
  const rows = (await SELECT.from(WorkOrders).columns('number').where({ ID: { in: IDs } }).orderBy('number')) as { number: string }[]
  return rows.map(({ number }) => number)
}

const listed = (names: string[]) => names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ' …' : '')
