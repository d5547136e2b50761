import cds from '@sap/cds'
import { startApp } from '../setup/app'

const app = startApp()
const PATH = '/odata/v4/quality'
const SERVICE = 'aftersales.QualityService'

test('a technician sees the notifications of own orders and what is below them, by every way', async () => {
  const mine = (await cds.db.run(SELECT.from('aftersales.WorkOrders').columns('ID').where("technician.userId = 'technician'"))).map(({ ID }: { ID: string }) => ID)
  const foreign = (await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('ID').where({ ID: { 'not in': mine } })))!.ID
  const own = cds.utils.uuid(), other = cds.utils.uuid()
  const notification = { type_code: 'Q1', shortText: 'Sensor drifts' }
  await cds.db.run(INSERT.into('aftersales.QualityNotifications').entries(
    { ...notification, ID: own, number: 'T-OWN', workOrder_ID: mine[0], tasks: [{ position: 1, text: 'Mine' }] }, { ...notification, ID: other, number: 'T-OTHER', workOrder_ID: foreign, tasks: [{ position: 1, text: 'Not mine' }] }
  ))
  const get = async (path: string) => (await app.as('technician').get(`${PATH}/${path}`))
  const orders = (await get('QualityNotifications?$select=workOrder_ID')).data.value.map((row: { workOrder_ID: string }) => row.workOrder_ID)
  expect(orders.length).toBeGreaterThan(0)
  expect(orders.every((ID: string) => mine.includes(ID))).toBe(true)
  expect((await get(`QualityNotifications(ID=${own},IsActiveEntity=true)?$expand=tasks`)).data.tasks).toHaveLength(1)
  expect((await get(`QualityNotifications(ID=${other},IsActiveEntity=true)`)).status).toBe(404)
  expect((await get(`NotificationTasks?$filter=notification_ID eq ${other}`)).data.value).toEqual([])
  expect((await get(`QualityNotifications(ID=${other},IsActiveEntity=true)/tasks`)).data.value ?? []).toEqual([])
  const [task] = await cds.db.run(SELECT.from('aftersales.NotificationTasks').columns('ID').where({ notification_ID: other }))
  expect([403, 404]).toContain((await app.as('technician').post(`${PATH}/NotificationTasks(ID=${task.ID},IsActiveEntity=true)/${SERVICE}.complete`, { result: 'x' })).status)
  expect([403, 404]).toContain((await app.as('technician').post(`${PATH}/WorkOrders(${foreign})/${SERVICE}.raiseNotification`, { type_code: 'Q1', text: 'x' })).status)
})
