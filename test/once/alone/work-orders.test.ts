import { action, takeOrder, technicianID } from '../../setup/app'
import { startAlone } from '../../setup/alone'

const app = startAlone('work-orders')

test('the page is told that there is nothing else to show', async () => {
  const { data } = await app.as('admin').get('/odata/v4/work-orders/CurrentUser')
  expect(data).toMatchObject({ maySeeClocks: false, maySeeNotices: false, maySeeQuality: false, maySeeFinance: false, maySeeParts: false, maySeeCosts: true })
})

test('a request is taken, given out, worked on and closed where nothing but work orders was picked', async () => {
  const ID = await takeOrder(app)
  const step = async (user: string, name: string, data: object = {}) => expect([name, (await app.as(user).post(action(ID, name), data)).status]).toEqual([name, 200])
  await step('dispatcher', 'release')
  await step('dispatcher', 'assign', { technician_ID: await technicianID(app) })
  await step('technician', 'start')
  await step('technician', 'complete', { resolution_code: 'PARTREPLACED', summary: 'Part replaced, tested.' })
  await step('agent', 'accept', { rating: 5 })
  await step('agent', 'close')
})
