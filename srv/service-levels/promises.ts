import type WorkOrderService from '../work-orders/service'
import type { OrderPromise } from './keeping'
import { holdChains } from './milestones/locking'

/** An order's promise that has changed. */
export interface ChangedPromise { ID: string; promise: OrderPromise }

/** Tells the orders what is promised now. Their milestones follow one by one, in the same transaction: all chains are held before. */
export async function setPromises(orders: WorkOrderService, promises: ChangedPromise[]): Promise<void> {
  if (promises.length > 1) await holdChains({ workOrder_ID: { in: promises.map(({ ID }) => ID) } })
  for (const { ID, promise } of promises) await orders.setPromise(ID, promise)
}
