import type cds from '@sap/cds'
import type { Happened } from './work-orders/service'

/**
 * Has a capability follow orders into some statuses, in the transaction in which they get there. Orders that take a step together are
 * told together: they share event and reason.
 */
export function followSteps(orders: cds.Service, statuses: string[], follow: (happened: Happened[]) => unknown): void {
  orders.on(statuses.map(status => `WorkOrder.${status}`) as never, ({ data }: { data: Happened }) => (data.isOneOfMany ? undefined : follow([data])))
  orders.on(statuses.map(status => `WorkOrders.${status}`) as never, ({ data }: { data: { happened: Happened[] } }) => follow(data.happened))
}

export const idsOf = (happened: Happened[]): string[] => happened.map(({ ID }) => ID)
