import type cds from '@sap/cds'
import { entities } from '../../entities'
import { followSteps, idsOf } from '../../order-steps'
import { ifPresent } from '../../present'
import { idOf } from '../../request-key'
import type { CostsChanged, CostsChanging } from '../../work-orders/cost-items'
import type { Changed } from '../../work-orders/service'
import { guardCosts } from './guarding'
import { touch, touchPlan } from './ledger'
import { followReservation } from './part-items'

/** Steps after which rows say something else: what was the matter, or whether the order has ended. */
const TOLD = ['Completed', 'Closed', 'Cancelled', 'InProgress']
const PLANNED = ['Released', 'Assigned']
/** What rows take from their order. */
const TAKEN = ['orderType_code', 'warrantyStatus_code', 'faultCategory_code', 'resolution_code', 'plant', 'reference', 'equipment_ID', 'serialNumber', 'model', 'manufacturer', 'functionalLocation',
  'customer_ID', 'customerName', 'currency_code']

/** Costs follow orders and their parts, in the transactions that change them. */
export function followOrders(): void {
  const orders = ifPresent('work-orders'), parts = ifPresent('spare-parts')
  if (!orders) return
  orders.on('WorkOrder.CostsChanging', ({ data }: { data: CostsChanging }) => guardCosts(data))
  orders.on('WorkOrder.CostsChanged', ({ data }: { data: CostsChanged }) => touch(data.IDs))
  orders.on('WorkOrder.Changed', ({ data: { ID, fields } }: { data: Changed }) => { if (fields.some(field => TAKEN.includes(field))) touch([ID]) })
  followSteps(orders, TOLD, happened => touch(idsOf(happened)))
  followSteps(orders, PLANNED, happened => touchPlan(idsOf(happened)))
  if (parts) followParts(parts)
}

function followParts(parts: cds.ApplicationService): void {
  parts.on('Reservation.Changed', async ({ data: { ID } }: { data: { ID: string } }) => {
    await followReservation(ID)
    const need = await SELECT.one.from(entities().Reservations).columns('workOrder_ID').where({ ID })
    if (need) touchPlan([need.workOrder_ID])
  })
  // What a supplier pays for a part is recovered of its cost.
  parts.after(['credit', 'refuseCredit'], 'WarrantyReturns', async (_, req) => {
    const claim = await SELECT.one.from(entities().WarrantyReturns).columns('workOrder_ID').where({ ID: idOf(req.params.at(-1)) })
    if (claim?.workOrder_ID) touch([claim.workOrder_ID])
  })
}
