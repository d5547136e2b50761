import type { AxiosInstance, AxiosResponse } from 'axios'

export const WORK_ORDERS = '/odata/v4/work-orders'

/** What people do with an order in any release, through its services: taken, noted on, released, paid for. Answers its ID and number. */
export async function orderJourney(as: (user: string) => AxiosInstance, symptom: string): Promise<{ ID: string; number: string }> {
  const agent = as('agent')
  const { ID, number } = done(await agent.post(`${WORK_ORDERS}/intake`, { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom })) as { ID: string; number: string }
  const order = `${WORK_ORDERS}/WorkOrders(ID=${ID},IsActiveEntity=true)`
  done(await agent.post(`${order}/aftersales.WorkOrderService.addNote`, { text: `Said by phone: ${symptom}` }))
  done(await agent.post(`${order}/aftersales.WorkOrderService.release`, {}))
  return { ID, number }
}

export function done({ status, data, config }: AxiosResponse): Record<string, unknown> {
  if (status >= 300) throw new Error(`${config.method} ${config.url}: ${status} ${JSON.stringify(data)}`)
  return data as Record<string, unknown>
}
