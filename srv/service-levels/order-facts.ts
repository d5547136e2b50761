import { entities } from '../entities'
import { fail } from '../errors'
import { zoneOf } from '../working-time/calendars'
import type { Case } from './determination'
import { dayAt } from '../time-zones'

/** An order as far as its clocks depend on it. */
export interface OrderFacts {
  ID: string
  number: string
  status_code: string
  receivedAt: string
  promisedAt: string | null
  case: Case
}

/** Facts of an order in one statement. */
export async function factsOf(ID: string): Promise<OrderFacts> {
  const [order] = await factsOfOrders([ID])
  if (!order) fail(404, 'WORK_ORDER_UNKNOWN')
  return order
}

/** The same of several orders. */
export async function factsOfOrders(IDs: string[]): Promise<OrderFacts[]> {
  const { WorkOrders } = entities()
  const orders = (await SELECT.from(WorkOrders).columns(
    'ID', 'number', 'status_code', 'receivedAt', 'promisedAt', 'customer_ID', 'model', 'importance_code', 'priority_code', 'executionMode_code', 'country', 'region', 'timeZone',
    ...['serviceContract', 'serviceContractStart', 'serviceContractEnd'].map(field => ({ ref: ['equipment', field], as: field }) as never),
    { ref: ['priority', 'targetHours'], as: 'targetHours' } as never
  ).where({ ID: { in: IDs } })) as Record<string, any>[]
  return orders.map(factsFrom)
}

function factsFrom(order: Record<string, any>): OrderFacts {
  const { ID, number, status_code, receivedAt, promisedAt, country, region, timeZone, executionMode_code, targetHours } = order
  const start = Date.parse(receivedAt)
  const criteria = {
    serviceContract: contractOn(order, dayAt(start, zoneOf(order))),
    customer: order.customer_ID, model: order.model, importance: order.importance_code, priority: order.priority_code
  }
  const site = { country, region, timeZone }
  return { ID, number, status_code, receivedAt, promisedAt, case: { criteria, site, executionMode: executionMode_code, start, targetHours } }
}

/** A contract counts on the days it covers, the first and the last included. */
function contractOn({ serviceContract, serviceContractStart, serviceContractEnd }: Record<string, string | null>, day: string): string | null {
  return serviceContract && (serviceContractStart ?? '') <= day && day <= (serviceContractEnd ?? '9999-12-31') ? serviceContract : null
}
