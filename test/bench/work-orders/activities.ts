import { Client } from './client'
import { EQUIPMENT, serialNumber } from './master-data'
import type { Activity } from './measurements'
import { orderID } from './orders'
import { FLOOR, flatPage, flatRows, furtherSections, listPage, objectPage, viewCounts, WORK_ORDERS } from './requests'

const SEARCHED = 'pump'

/** What people do on one server with so many orders, as activities to be measured. */
export function activitiesOn(url: string, orders: number) {
  const users = Object.fromEntries(['dispatcher', 'technician', 'agent'].map(user => [user, new Client(url, user)]))
  const as = (user: string, requests: string[], service = WORK_ORDERS) => users[user].batch(service, requests)
  const someOrder = (round: number) => orderID((round * 7907) % orders)
  const page = async (batches: string[][]) => { for (const batch of batches) await as('dispatcher', batch) }

  const reading: Activity[] = [
    { name: 'floor', run: () => as('dispatcher', flatPage(), FLOOR) },
    { name: 'floor, all columns', run: () => as('dispatcher', flatRows(), FLOOR) },
    { name: 'list', run: () => as('dispatcher', listPage()) },
    { name: 'list of a technician', run: () => as('technician', listPage()) },
    { name: 'counts of the views', run: () => as('dispatcher', viewCounts()) },
    { name: 'counts of the views for a technician', run: () => as('technician', viewCounts()) },
    { name: 'view mine', run: () => as('technician', listPage('mine')) },
    { name: 'view overdue', run: () => as('dispatcher', listPage('overdue')) },
    { name: 'view all', run: () => as('dispatcher', listPage('all')) },
    { name: 'search', run: () => as('dispatcher', listPage('open', SEARCHED)) },
    { name: 'search in all', every: 4, run: () => as('dispatcher', listPage('all', SEARCHED)) },
    { name: 'counts while searching', every: 4, run: () => as('dispatcher', viewCounts(SEARCHED)) },
    { name: 'object page', run: round => page(objectPage(someOrder(round))) },
    { name: 'further sections', run: round => page(furtherSections(someOrder(round))) }
  ]
  const intake: Activity = {
    name: 'intake',
    run: round => users.agent.call(`${WORK_ORDERS}/intake`, {
      channel_code: 'phone', serialNumber: serialNumber((round * 37) % EQUIPMENT), symptom: 'Alarm E-204, then a loud noise', contactName: 'Station 3'
    })
  }
  return { reading, intake, close: () => Object.values(users).forEach(user => user.close()) }
}
