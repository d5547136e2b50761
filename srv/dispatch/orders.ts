import cds from '@sap/cds'
import { followSteps, idsOf } from '../order-steps'
import { ifPresent } from '../present'
import { schedule } from '../schedule'
import type WorkOrderService from '../work-orders/service'
import type { Happened } from '../work-orders/service'
import { areaOfOrder, placeOrders } from './order-areas'
import { refreshFigures } from './technicians/figures'
import { noteCompletion, noteRating, noteReopening, type Touched } from './technicians/repairs'

/** Changes of areas come in groups: one round serves them all. */
const SOON = 1000

/** An order knows its area from the start; a technician's figures follow the work. Each in the transaction of what happened. */
export function followOrders(service: cds.ApplicationService): void {
  const orders = ifPresent<WorkOrderService & cds.ApplicationService>('work-orders')
  if (!orders) return
  orders.on('WorkOrder.New', async ({ data: { ID } }: { data: Happened }) => {
    const area = await areaOfOrder(ID)
    if (area) await orders.setServiceArea(ID, area)
  })
  orders.on('WorkOrder.Completed', async ({ data: { ID } }: { data: Happened }) => refresh(await noteCompletion(ID)))
  orders.on('WorkOrder.Accepted', async ({ data: { ID } }: { data: Happened }) => refresh(await noteRating(ID)))
  followSteps(orders, ['Released'], async happened => {
    if (happened[0].event === 'Reopened') for (const ID of idsOf(happened)) await refresh(await noteReopening(ID))
  })
  orders.after('importHistory', () => placeSoon(service))
}

/** Orders follow changed places a batch of addresses at a time, each in a transaction of its own. */
export function keepOrderAreas(service: cds.ApplicationService): void {
  const { ServiceAreas } = service.entities
  service.after(['CREATE', 'UPDATE', 'DELETE'], ServiceAreas, () => placeSoon(service))
  service.on('placeOrders', () => continuePlacing(service))
  service.on('continuePlacing', () => continuePlacing(service))
}

async function continuePlacing(service: cds.ApplicationService): Promise<number> {
  const { moved, more } = await placeOrders()
  if (more) await placeSoon(service, 0)
  return moved
}

const placeSoon = (service: cds.ApplicationService, delay = SOON) =>
  schedule(service, 'continuePlacing').after(delay).as('place orders')

const refresh = async (touched: Touched | undefined) => { if (touched) await refreshFigures(touched) }
