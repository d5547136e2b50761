import cds from '@sap/cds'
import type { Changed } from '../../work-orders/service'
import { ifPresent } from '../../present'
import { noteOccasion } from '../notices/occasions'
import { noticeSettings } from '../notices/settings'
import { followSteps, idsOf } from '../../order-steps'
import { forecastIsDue } from './refreshing'
import { ForecastRound } from './round'

const STEPS = ['Released', 'Assigned', 'InProgress', 'OnHold', 'Completed', 'Accepted', 'Cancelled']
/** What happens to an order, and what its customer is told of it. */
const OCCASIONS: Record<string, string> = { Created: 'received', Assigned: 'visit', Held: 'waiting', Completed: 'completed' }
/** What a forecast rests on. */
const FACTS = new Set(['promisedAt', 'priority_code', 'plannedStart', 'faultCategory_code', 'model', 'equipment_ID', 'executionMode_code'])

const round = new ForecastRound()

/** Forecasts follow what happens to orders and their shipments; customers are told. */
export function keepForecasts(service: cds.ApplicationService): void {
  const { Shipments } = service.entities
  service.after('CREATE', Shipments, (_, req) => forecastIsDue(req.data.workOrder_ID))
  service.after('report', Shipments, async shipment => {
    const { workOrder_ID } = (shipment ?? {}) as { workOrder_ID?: string }
    if (workOrder_ID) await forecastIsDue(workOrder_ID)
  })
  service.after('redetermine', (_, req) => forecastIsDue((req.data as { workOrder_ID: string }).workOrder_ID))
  cds.once('served', followOrders)
  round.wakeBy(service, {
    event: 'keepForecasts', interval: '1m', task: 'keep forecasts', look: () => noticeSettings().look,
    otherwise: 'Forecasts are kept by each instance alone, since they could not be scheduled'
  })
}

/** Computes what is due, tells customers and sends it; done when nothing is due any more. */
export const keepForecastsNow = (): Promise<void> => round.start()

function followOrders(): void {
  const orders = ifPresent('work-orders')
  if (!orders) return
  followSteps(orders, ['New', ...STEPS], async happened => {
    const [{ event }] = happened
    await forecastIsDue(...idsOf(happened))
    if (OCCASIONS[event]) await noteOccasion(idsOf(happened), OCCASIONS[event])
  })
  orders.on('WorkOrder.Changed', async ({ data: { ID, fields } }: { data: Changed }) => {
    if (fields.some(field => FACTS.has(field))) await forecastIsDue(ID)
  })
}
