import cds from '@sap/cds'
import { byState, inTransaction, serve } from './serving'

/**
 * The service as a process of its own that passes offers on, and may be killed at any moment. Its parent has it offer visits, and asks
 * what became of them.
 */
type Order = { offer?: number; seconds?: number }

const { FAULTS_DISPATCH } = process.env
const HOUR = 3_600_000

/** Offers to the first technician who may do it, a visit after the other, to be answered within so many seconds. */
async function offer(count: number, seconds: number): Promise<void> {
  const { WorkOrders, Assignments, Events, Technicians, WorkRequirements } = cds.entities('aftersales')
  await DELETE.from(WorkRequirements)
  const { ID: technician_ID } = (await SELECT.one.from(Technicians).columns('ID').where({ userId: 'technician' }))!
  const orders = Array.from({ length: count }, (_, i) => ({
    ID: cds.utils.uuid(), intakeKey: `fault ${cds.utils.uuid()}`, number: `F-${i}`, shortText: 'Spindle makes a loud noise', receivedAt: new Date().toISOString(), status_code: 'Assigned', isOpen: true,
    eventCount: 1, serviceArea_code: 'DE-SOUTH', executionMode_code: 'onsite', orderType_code: 'SM01', latitude: '48.8', longitude: '9.0', technician_ID, plannedStart: new Date(Date.now() + (i + 30) * HOUR).toISOString()
  }))
  await INSERT.into(WorkOrders).entries(orders)
  await INSERT.into(Events).entries(orders.map(({ ID }) => ({ ID: cds.utils.uuid(), workOrder_ID: ID, sequence: 1, type_code: 'Assigned', at: new Date().toISOString(), toStatus_code: 'Assigned' })))
  await INSERT.into(Assignments).entries(orders.map(({ ID, plannedStart }) => ({
    ID: cds.utils.uuid(), workOrder_ID: ID, technician_ID, role: 'lead', state_code: 'Offered', offeredAt: new Date().toISOString(), plannedStart,
    plannedEnd: new Date(Date.parse(plannedStart) + HOUR).toISOString(), answerBy: new Date(Date.now() + seconds * 1000).toISOString()
  })))
}

/** States of the visits of the orders, and how often their histories say that an offer ran out. */
async function counts() {
  const { Assignments, Events } = cds.entities('aftersales')
  const visits = await SELECT.from(Assignments).columns('state_code', 'count(*) as count').where`workOrder.intakeKey like ${'fault %'}`.groupBy('state_code')
  const expired = await SELECT.one.from(Events).columns('count(*) as count', 'count(distinct workOrder_ID) as orders').where`workOrder.intakeKey like ${'fault %'} and type_code = 'VisitExpired'`
  const offers = (await SELECT.from(Assignments).columns('workOrder_ID', 'count(*) as count').where`workOrder.intakeKey like ${'fault %'} and state_code = 'Offered'`.groupBy('workOrder_ID')) as { count: number }[]
  return { visits: byState(visits as never), expired: Number(expired?.count), orders: Number(expired?.orders), mostOffers: Math.max(0, ...offers.map(({ count }) => Number(count))) }
}

serve<Order>(() => { cds.env.requires.dispatch = { ...(cds.env.requires.dispatch as object), ...JSON.parse(FAULTS_DISPATCH!) } as never },
  ({ offer: count, seconds }) => inTransaction(() => (count ? offer(count, seconds!) : counts()) as Promise<unknown>))
