import cds from '@sap/cds'
import { entities } from '../../entities'
import { grouped } from '../../grouped'
import { atTheEnd, nextChangeNumbers, pendingHere, type RepairCostRow, writeRepairCosts } from './changes'
import { costItem } from './costing'
import { readFacts } from './facts'
import { financeOf, type StoredFinance, type SummedRow } from './finances'
import { planCosts } from './planned'
import { rowsToWrite, type RowChanges, type StoredRow } from './rows'

export { changeRepairCosts, nextChangeNumbers, writeRepairCosts } from './changes'

/** Orders that are read and written together. */
const BATCH = 1000

interface Plan extends RowChanges { finances: Record<string, unknown>[] }

/** The rows of these orders are brought up to date before the transaction at hand commits, however often it touches them. */
export function touch(orderIDs: string[]): void {
  const { orders } = pendingHere()
  for (const ID of orderIDs) if (ID) orders.add(ID)
}

/** What these orders are expected to cost is worked out anew, likewise. */
export function touchPlan(orderIDs: string[]): void {
  const { plans } = pendingHere()
  for (const ID of orderIDs) if (ID) plans.add(ID)
}

/** Brings rows up to date at once: for who goes on with them. */
export async function bringUpToDate(orderIDs: string[]): Promise<void> {
  const { orders } = pendingHere()
  for (const ID of orderIDs) orders.delete(ID)
  await eachBatch(orderIDs, async IDs => {
    const { inserts, updates, finances } = await planned(IDs)
    await writeRepairCosts(inserts.map(row => row as unknown as RepairCostRow))
    await changeRows(updates)
    await store(finances)
  })
}

/** The finances of these orders with their rows locked, in the order of their IDs; those without any yet are made. */
export async function lockFinances(orderIDs: string[]): Promise<void> {
  const stored = await lockedFinances(orderIDs), missing = orderIDs.filter(ID => !stored.has(ID)).sort()
  if (missing.length) await UPSERT.into(entities().OrderFinances).entries(missing.map(workOrder_ID => ({ workOrder_ID })))
}

/**
 * The rows that there are, locked. Who may make missing ones has locked their orders: an upsert that waits for another one writes
 * what it has read before it waited.
 */
async function lockedFinances(orderIDs: string[]): Promise<Map<string, StoredFinance>> {
  const stored = await storedFinances(orderIDs), missing = orderIDs.filter(ID => !stored.has(ID))
  if (!missing.length) return stored
  await SELECT.from(entities().WorkOrders).columns('ID').where({ ID: { in: missing } }).orderBy('ID').forUpdate()
  return new Map([...stored, ...(await storedFinances(missing))])
}

/** What these orders are expected to cost, at once; of orders from before also where work has started. */
export async function planExpected(orderIDs: string[], isFirst = false): Promise<void> {
  await lockedFinances(orderIDs)
  await planCosts(orderIDs, isFirst)
}

/** The numbers come last: their counter stays locked until the transaction has ended. */
atTheEnd(async ({ orders, plans: expected, sums, unnumbered }) => {
  await eachBatch([...expected], IDs => planExpected(IDs))
  const touched = [...orders], plans: Plan[] = []
  await eachBatch(touched, async IDs => { plans.push(await planned(IDs)) })
  await eachBatch([...sums].filter(ID => !orders.has(ID)), async IDs => store(await summed(IDs)))
  for (const { finances } of plans) await store(finances)
  await writeNumbered(plans.flatMap(({ inserts }) => inserts), plans.flatMap(({ updates }) => updates), unnumbered)
})

async function planned(orderIDs: string[]): Promise<Plan> {
  const stored = await lockedFinances(orderIDs)
  const plan: Plan = { inserts: [], updates: [], finances: [] }
  const facts = await readFacts(orderIDs)
  if (!facts) return plan
  const { orders, items, rows, costing } = facts
  for (const [ID, order] of orders) {
    const existing = (rows.get(ID) ?? []).map(textual)
    const costed = (items.get(ID) ?? []).map(item => costItem(item, order, costing))
    const { inserts, updates } = rowsToWrite(costed, existing, () => cds.utils.uuid())
    plan.inserts.push(...inserts)
    plan.updates.push(...updates)
    if (!existing.length && !inserts.length && !stored.has(ID)) continue
    plan.finances.push({ workOrder_ID: ID, ...financeOf(afterwards(existing, { inserts, updates }), order.status_code, stored.get(ID), now()) })
  }
  return plan
}

function afterwards(existing: StoredRow[], { inserts, updates }: RowChanges): SummedRow[] {
  const changed = new Map(updates.map(({ ID, changes }) => [ID, changes]))
  return [...existing.map(row => ({ ...row, ...changed.get(row.ID) })), ...inserts] as unknown as SummedRow[]
}

async function summed(orderIDs: string[]): Promise<Record<string, unknown>[]> {
  const { WorkOrders, RepairCosts } = entities()
  const stored = await lockedFinances(orderIDs)
  const statuses = (await SELECT.from(WorkOrders).columns('ID', 'status_code').where({ ID: { in: orderIDs } })) as { ID: string; status_code: string }[]
  const rows = grouped((await SELECT.from(RepairCosts).where({ workOrder_ID: { in: orderIDs } })) as unknown as StoredRow[], ({ workOrder_ID }) => workOrder_ID!)
  return statuses.map(({ ID, status_code }) => ({ workOrder_ID: ID, ...financeOf((rows.get(ID) ?? []).map(textual) as unknown as SummedRow[], status_code, stored.get(ID), now()) }))
}

async function storedFinances(orderIDs: string[]): Promise<Map<string, StoredFinance>> {
  const { OrderFinances } = entities()
  const rows = (await SELECT.from(OrderFinances).columns('workOrder_ID', 'state_code', 'closedAt', 'reopenedAt').where({ workOrder_ID: { in: orderIDs } }).orderBy('workOrder_ID').forUpdate()) as
    unknown as (StoredFinance & { workOrder_ID: string })[]
  return new Map(rows.map(row => [row.workOrder_ID, row]))
}

async function store(finances: Record<string, unknown>[]): Promise<void> {
  if (finances.length) await UPSERT.into(entities().OrderFinances).entries(finances)
}

async function changeRows(updates: RowChanges['updates'], numbers?: number[]): Promise<void> {
  const { RepairCosts } = entities()
  const changedAt = now()
  for (const [index, { ID, changes }] of updates.entries()) {
    await UPDATE(RepairCosts).with({ ...changes, changedAt, ...(numbers && { changeNumber: numbers[index] }) } as never).where({ ID })
  }
  if (!numbers) for (const { ID } of updates) pendingHere().unnumbered.add(ID)
}

async function writeNumbered(inserts: RowChanges['inserts'], updates: RowChanges['updates'], unnumbered: Set<string>): Promise<void> {
  for (const { ID } of updates) unnumbered.delete(ID)
  if (updates.length) await changeRows(updates, await nextChangeNumbers(updates.length))
  const pending = pendingHere()
  pending.isLast = true
  for (let from = 0; from < inserts.length; from += BATCH) await writeRepairCosts(inserts.slice(from, from + BATCH) as unknown as RepairCostRow[])
}

async function eachBatch(IDs: string[], work: (IDs: string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < IDs.length; from += BATCH) await work(IDs.slice(from, from + BATCH))
}

/** Databases give short decimals back as numbers. */
const textual = (row: StoredRow): StoredRow => ({ ...row, amount: String(row.amount), sharePercent: String(row.sharePercent) })

const now = () => cds.context!.timestamp.toISOString()
