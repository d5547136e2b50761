import cds from '@sap/cds'
import { entities } from '../entities'
import { calendars } from '../working-time/calendars'
import { termsForEach } from './determination'
import type { ClockTerms } from './entries'
import { caughtUp, promiseOf, type PastStep } from './keeping'
import { append, type Change } from './ledger'
import { factsOfOrders, type OrderFacts } from './order-facts'
import type { ChangedPromise } from './promises'
import { grouped } from '../grouped'

const BATCH = 500
/** Statuses in which a clock of an order may still run, or run again. */
const LIVE = ['New', 'Released', 'Assigned', 'InProgress', 'OnHold', 'Completed', 'Accepted']

export interface CaughtUp {
  promises: ChangedPromise[]
  /** Some were left for later, since somebody edits or moves them. */
  skipped: boolean
  /** Where to go on; nothing when these were the last. */
  next?: string
}

/**
 * Gives live orders that have no clocks those that they would have, had their clocks been there from the receipt, a batch at a time in the
 * caller's transaction: due dates, waits and breaches as their history says. Nobody is told of what lies in the past; from now on they warn
 * like others. A round that was cut off goes on where it was, since orders with clocks are passed over.
 *
 * @param after ID of the last order of the batch before
 * @param isEdited tells which orders somebody edits: saving the draft would take their old promise for a new one
 */
export async function catchUpBatch(after: string, isEdited: (orders: string[]) => Promise<Set<string>>): Promise<CaughtUp> {
  const found = await withoutClocks(after)
  if (!found.length) return { promises: [], skipped: false }
  const next = found.length === BATCH ? found.at(-1) : undefined
  const free = await heldStill(found, isEdited)
  const skipped = free.length < found.length
  if (!free.length) return { promises: [], skipped, next }
  const [orders, all, history] = [await factsOfOrders(free), await calendars(), await historyOf(free)]
  const terms = await termsForEach(orders.map(order => order.case), all)
  const changes = orders.flatMap((order, i): Change[] => keptPromise(terms[i], order).map(each => caughtUp(order, each, history.get(order.ID) ?? [])))
  const written = await append(changes, all, true)
  const promises = orders.flatMap(({ ID, promisedAt }) => {
    const promise = promiseOf(written.filter(({ clock }) => clock.workOrder_ID === ID), all)
    return promise && (promise.promisePausedAt || Date.parse(promise.promisedAt ?? '') !== Date.parse(promisedAt ?? '')) ? [{ ID, promise }] : []
  })
  return { promises, skipped, next }
}

async function withoutClocks(after: string): Promise<string[]> {
  const { WorkOrders, Clocks } = entities()
  const ofOrder = { SELECT: { from: { ref: [Clocks.name], as: 'clock' }, columns: [{ ref: ['clock', 'ID'] }], where: [{ ref: ['clock', 'workOrder_ID'] }, '=', { ref: ['wo', 'ID'] }] } }
  const rows = await cds.run({ SELECT: {
    from: { ref: [WorkOrders.name], as: 'wo' }, columns: [{ ref: ['wo', 'ID'] }],
    where: [
      { ref: ['wo', 'status_code'] }, 'in', { list: LIVE.map(val => ({ val })) }, 'and', { ref: ['wo', 'receivedAt'] }, '!=', { val: null },
      'and', { ref: ['wo', 'ID'] }, '>', { val: after }, 'and', 'not', 'exists', ofOrder
    ],
    orderBy: [{ ref: ['wo', 'ID'] }], limit: { rows: { val: BATCH } }
  } } as never)
  return (rows as { ID: string }[]).map(({ ID }) => ID)
}

/** Locks orders as their steps do. What another instance has caught up meanwhile is seen once its lock is gone. */
async function heldStill(found: string[], isEdited: (orders: string[]) => Promise<Set<string>>): Promise<string[]> {
  const { WorkOrders, Clocks } = entities()
  const locked = (await SELECT.from(WorkOrders).columns('ID').where({ ID: { in: found } }).forUpdate({ ignoreLocked: true } as never)) as { ID: string }[]
  const edited = await isEdited(found)
  const kept = (await SELECT.from(Clocks).columns('workOrder_ID').where({ workOrder_ID: { in: found } })) as { workOrder_ID: string }[]
  const taken = new Set(kept.map(({ workOrder_ID }) => workOrder_ID))
  return locked.map(({ ID }) => ID).filter(ID => !edited.has(ID) && !taken.has(ID))
}

/** Where no agreement speaks of the fix, what the customer was told stands. */
const keptPromise = (terms: ClockTerms[], { promisedAt }: OrderFacts): ClockTerms[] =>
  terms.map(each => (each.kind === 'fix' && !each.agreement_ID && promisedAt ? { ...each, target: { at: new Date(promisedAt).toISOString() } } : each))

async function historyOf(orders: string[]): Promise<Map<string, PastStep[]>> {
  const { Events } = entities()
  const steps = (await SELECT.from(Events).columns('workOrder_ID', 'type_code as event', 'reason', 'at')
    .where({ workOrder_ID: { in: orders } }).orderBy('workOrder_ID', 'sequence')) as (PastStep & { workOrder_ID: string })[]
  return grouped(steps, ({ workOrder_ID }) => workOrder_ID)
}
