import type cds from '@sap/cds'
import { ifPresent } from '../../present'
import type WorkOrderService from '../../work-orders/service'
import { textOf } from '../../words'

export const workOrders = () => ifPresent<WorkOrderService & cds.ApplicationService>('work-orders')

/** Writes into the order's history what quality does about it. */
export async function noteOnOrder(ID: string, event: 'QualityRaised' | 'QualityProposed', key: string, values: Record<string, string | number>): Promise<void> {
  await workOrders()?.noteQuality(ID, event, (textOf(key, values) ?? key).slice(0, 1000), event === 'QualityProposed')
}
