import cds from '@sap/cds'
import { startApp, takeOrder } from '../setup/app'
const app = startApp()
test('smoke', async () => {
  const ID = await takeOrder(app)
  const r = await app.as('dispatcher').get(`/odata/v4/dispatch/WorkOrders(${ID})/aftersales.DispatchService.recommend(limit=3)`)
  console.log(r.status, JSON.stringify(r.data, null, 1))
  const p = await app.as('dispatcher').post(`/odata/v4/dispatch/previewWeights`, { workOrder_ID: ID, weights: [{ factor_code: 'travel', minutes: 0 }] })
  console.log(p.status, JSON.stringify(p.data))
})
