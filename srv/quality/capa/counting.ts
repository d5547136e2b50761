import { entities } from '../../entities'
import { codesOf } from './checks'
import { type Failure, type Match, matchOf, type Scope } from './effect'

/** Days are ISO dates (UTC), both counted. */
export interface Span { from: string; to: string }
export interface Counted { notification_ID: string | null; workOrder_ID: string | null; happenedOn: string; matchedBy_code: Match }
export interface Count { failures: Counted[]; repairs: number }

const DONE = ['Completed', 'Accepted', 'Closed']
/** Parameters of one statement. */
const BLOCK = 500

/**
 * Failures that are the same, from notifications and from finished orders of those days, and the repairs of the models in question. A failure that has a
 * notification counts by that, since it is better coded; one that somebody dismissed does not speak for its order.
 */
export async function countFailures(scopes: Scope[], span: Span): Promise<Count> {
  const notifications = await notificationsIn(scopes, span)
  const orders = await ordersIn(scopes, span)
  const known = await ordersWithNotification(orders.map(({ ID }) => ID))
  const failures = [
    ...counted(notifications, scopes, row => ({ notification_ID: row.ID, workOrder_ID: row.workOrder_ID })),
    ...counted(orders.filter(({ ID }) => !known.has(ID)), scopes, row => ({ notification_ID: null, workOrder_ID: row.ID }))
  ]
  return { failures, repairs: orders.length }
}

interface Candidate extends Failure { ID: string; workOrder_ID: string | null; happenedOn: string }

const counted = (rows: Candidate[], scopes: Scope[], keys: (row: Candidate) => Pick<Counted, 'notification_ID' | 'workOrder_ID'>): Counted[] =>
  rows.flatMap(row => {
    const match = matchOf(row, scopes)
    return match ? [{ ...keys(row), happenedOn: row.happenedOn, matchedBy_code: match }] : []
  })

/** Whatever happened in the window cannot have been written down before it. */
async function notificationsIn(scopes: Scope[], { from, to }: Span): Promise<Candidate[]> {
  const { QualityNotifications } = entities()
  const columns = ['ID', 'workOrder_ID', 'model', 'part_ID', 'faultCategory_code', 'eventDate', 'reportedOn', 'createdAt']
  const query = SELECT.from(QualityNotifications).columns(...columns).where({ createdAt: { '>=': `${from}T00:00:00.000Z` }, dismissedReason: null, ...ofModels(scopes) })
  const rows = (await query) as unknown as { ID: string; workOrder_ID: string | null; model: string | null; part_ID: string | null; faultCategory_code: string | null; eventDate: string | null; reportedOn: string | null; createdAt: string }[]
  const dated = rows.map(row => ({ ...row, happenedOn: row.eventDate ?? row.reportedOn ?? day(row.createdAt) })).filter(row => row.happenedOn >= from && row.happenedOn <= to)
  const codes = await inBlocks(dated.map(({ ID }) => ID), codesOf)
  return dated.map(row => ({ ...row, parts: row.part_ID ? [row.part_ID] : [], ...merged(codes, row.ID) }))
}

/** Finished orders that came in on those days; the fault is that of the order, the parts are those that were taken out. */
async function ordersIn(scopes: Scope[], { from, to }: Span): Promise<Candidate[]> {
  const { WorkOrders, FittedParts } = entities()
  const query = SELECT.from(WorkOrders).columns('ID', 'model', 'faultCategory_code', 'receivedAt')
    .where({ status_code: { in: DONE }, receivedAt: { between: `${from}T00:00:00.000Z`, and: `${to}T23:59:59.999Z` }, ...ofModels(scopes) } as never)
  const rows = (await query) as unknown as { ID: string; model: string | null; faultCategory_code: string | null; receivedAt: string }[]
  const removed = (await inBlocks(rows.map(({ ID }) => ID), IDs => SELECT.from(FittedParts).columns('removedBy_ID', 'part_ID').where({ removedBy_ID: { in: IDs } }))).flat() as unknown as
    { removedBy_ID: string; part_ID: string }[]
  const parts = new Map<string, string[]>()
  for (const { removedBy_ID, part_ID } of removed) parts.set(removedBy_ID, [...(parts.get(removedBy_ID) ?? []), part_ID])
  return rows.map(row => ({ ...row, workOrder_ID: row.ID, happenedOn: day(row.receivedAt), parts: parts.get(row.ID) ?? [], defects: [], causes: [] }))
}

async function ordersWithNotification(IDs: string[]): Promise<Set<string>> {
  const { QualityNotifications } = entities()
  const rows = (await inBlocks(IDs, block => SELECT.from(QualityNotifications).columns('workOrder_ID').where({ workOrder_ID: { in: block }, dismissedReason: null }))).flat()
  return new Set((rows as unknown as { workOrder_ID: string }[]).map(row => row.workOrder_ID))
}

/** Of the models that the scopes name; of all where one of them names none. */
function ofModels(scopes: Scope[]): { model?: { in: string[] } } {
  const models = [...new Set(scopes.map(({ model }) => model))]
  return models.includes(null) ? {} : { model: { in: models as string[] } }
}

const day = (instant: string) => instant.slice(0, 10)

async function inBlocks<T>(IDs: string[], read: (IDs: string[]) => PromiseLike<T>): Promise<T[]> {
  const results: T[] = []
  for (let i = 0; i < IDs.length; i += BLOCK) results.push(await read(IDs.slice(i, i + BLOCK)))
  return results
}

type Codes = Awaited<ReturnType<typeof codesOf>>

const merged = (blocks: Codes[], ID: string) => blocks.map(codes => codes(ID)).reduce((all, { defects, causes }) => ({ defects: [...all.defects, ...defects], causes: [...all.causes, ...causes] }), { defects: [], causes: [] })
