import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Happened } from '../../work-orders/service'
import { workOrders } from '../claims/orders'
import { reconsider } from './reconsider'

const STEPS = ['New', 'Released', 'Assigned', 'InProgress', 'OnHold', 'Completed', 'Accepted', 'Closed', 'Cancelled'].map(status => `WorkOrder.${status}`)

/** Dates and alerts follow the pieces, and the order that they are for, in the same transaction. */
export function implementExpectations(service: cds.ApplicationService): void {
  service.on('Reservation.Changed', ({ data: { ID } }: { data: { ID: string } }) => reconsider([ID]))
  cds.once('served', () => workOrders()?.on(STEPS, async ({ data: { ID, event } }: { data: Happened }) => {
    if (event === 'Created') return
    const { Reservations } = entities()
    const rows = (await SELECT.from(Reservations).columns('ID').where({ workOrder_ID: ID, state_code: { 'not in': ['Consumed', 'Returned', 'Scrapped', 'Released'] } } as never)) as { ID: string }[]
    if (rows.length) await reconsider(rows.map(row => row.ID))
  }))
}
