import cds from '@sap/cds'
import { entities } from '../../entities'

/** As many milestones at once, so that others are not kept waiting. */
const BATCH = 100

/**
 * Orders with milestones whose due date has passed since somebody was last told, a batch at a time.
 *
 * @param after the last order of the batch before
 * @returns the orders, and after which one to go on; nothing when these were the last
 */
export async function overdueOrders(after = ''): Promise<{ orders: string[]; next?: string }> {
  const { Milestones } = entities()
  const rows = (await SELECT.from(Milestones).columns('workOrder_ID')
    .where`status_code in ('waiting', 'open') and dueAt < ${cds.context!.timestamp} and workOrder_ID > ${after}
      and (lateNotedFor is null or lateNotedFor != dueAt or lateNotedAs = 'forecast')`
    .orderBy('workOrder_ID').limit(BATCH)) as { workOrder_ID: string }[]
  return { orders: [...new Set(rows.map(({ workOrder_ID }) => workOrder_ID))], next: rows.length < BATCH ? undefined : rows.at(-1)!.workOrder_ID }
}
