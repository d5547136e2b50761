import cds from '@sap/cds'
import { entities } from '../../entities'

export interface RepairCostRow { ID: string; workOrder_ID: string | null; state_code: string; changeNumber?: string | number; [field: string]: unknown }

/** What a transaction still has to do before it commits. */
interface Pending {
  /** Orders whose rows are brought up to date. */
  orders: Set<string>
  /** Orders whose expected costs are worked out anew. */
  plans: Set<string>
  /** Rows that were written before the end and wait for their numbers. */
  unnumbered: Set<string>
  /** Orders whose sums are made anew. */
  sums: Set<string>
  /** The last step: numbers are given at once. */
  isLast: boolean
}

type Root = cds.EventContext & { before(event: 'commit', work: () => Promise<void>): void }

const COUNTER = 'RepairCosts'
/** Rows whose numbers are set by one statement. */
const BATCH = 200

const pendings = new WeakMap<object, Pending>()
let finish: (pending: Pending) => Promise<void> = async () => {}

/** Who does the work of the end: set once by the ledger, which needs this file. */
export const atTheEnd = (work: typeof finish): void => { finish = work }

/**
 * What the transaction at hand has to do at its end. The change numbers come last of all: the row of their counter stays locked until the
 * transaction has ended, so that numbers grow in the order of commits, and nobody waits for it longer than a commit takes.
 */
export function pendingHere(): Pending {
  const root = (cds.context as unknown as { context: Root }).context
  const known = pendings.get(root)
  if (known) return known
  const pending: Pending = { orders: new Set(), plans: new Set(), unnumbered: new Set(), sums: new Set(), isLast: false }
  pendings.set(root, pending)
  root.before('commit', async () => {
    await finish(pending)
    pending.isLast = true
    await numberWritten(pending)
  })
  return pending
}

/** So many numbers that follow each other. Whoever takes them holds up all others that change costs until the transaction ends. */
export async function nextChangeNumbers(count: number): Promise<number[]> {
  const { ChangeCounters } = entities()
  const taken = await UPDATE(ChangeCounters, { object: COUNTER } as never).with({ last: { '+=': count } } as never)
  if (!taken) throw new Error(`There is no counter for ${COUNTER}`)
  const { last } = (await SELECT.one.from(ChangeCounters, { object: COUNTER } as never).columns('last')) as { last: string | number }
  return Array.from({ length: count }, (_, index) => Number(last) - count + 1 + index)
}

/** Writes new rows. Their sums and numbers follow at the end of the transaction. */
export async function writeRepairCosts(rows: RepairCostRow[]): Promise<void> {
  if (!rows.length) return
  const pending = pendingHere(), at = cds.context!.timestamp.toISOString()
  const numbers = pending.isLast ? await nextChangeNumbers(rows.length) : []
  await insertRows(rows.map((row, index) => ({ ...row, changeNumber: numbers[index] ?? 0, createdAt: at, changedAt: at })))
  if (!pending.isLast) for (const { ID, workOrder_ID } of rows) note(pending, ID, workOrder_ID)
}

/** Changes rows, all of them alike. */
export async function changeRepairCosts(IDs: string[], fields: Record<string, unknown>): Promise<void> {
  if (!IDs.length) return
  const { RepairCosts } = entities()
  const pending = pendingHere(), changedAt = cds.context!.timestamp.toISOString()
  await UPDATE(RepairCosts).with({ ...fields, changedAt } as never).where({ ID: { in: IDs } })
  const rows = (await SELECT.from(RepairCosts).columns('ID', 'workOrder_ID').where({ ID: { in: IDs } })) as RepairCostRow[]
  for (const { ID, workOrder_ID } of rows) note(pending, ID, workOrder_ID)
  if (pending.isLast) await numberWritten(pending)
}

function note(pending: Pending, ID: string, workOrder_ID: string | null): void {
  pending.unnumbered.add(ID)
  if (workOrder_ID) pending.sums.add(workOrder_ID)
}

/** Only the columns that the rows fill: naming all of them costs the database most of the time of an import. */
async function insertRows(rows: Record<string, unknown>[]): Promise<void> {
  const { RepairCosts } = entities()
  const columns = [...new Set(rows.flatMap(row => Object.keys(row).filter(name => row[name] != null)))].filter(name => RepairCosts.elements[name])
  await INSERT.into(RepairCosts).columns(...(columns as never[])).rows(rows.map(row => columns.map(name => row[name])) as never)
}

async function numberWritten(pending: Pending): Promise<void> {
  const IDs = [...pending.unnumbered]
  pending.unnumbered.clear()
  if (!IDs.length) return
  const numbers = await nextChangeNumbers(IDs.length)
  for (let from = 0; from < IDs.length; from += BATCH) await giveNumbers(IDs.slice(from, from + BATCH), numbers.slice(from, from + BATCH))
}

function giveNumbers(IDs: string[], numbers: number[]): Promise<unknown> {
  const { RepairCosts } = entities()
  const cases = IDs.flatMap((ID, index) => ['when', { val: ID }, 'then', { val: numbers[index] }])
  const changeNumber = { xpr: ['case', { ref: ['ID'] }, ...cases, 'end'] }
  return UPDATE(RepairCosts).with({ changeNumber } as never).where({ ID: { in: IDs } }) as unknown as Promise<unknown>
}
