import cds from '@sap/cds'
import { errorOf, letTechnicianDoAll } from '../../setup/app'
import { startAlone } from '../../setup/alone'

const DISPATCH = '/odata/v4/dispatch', NAMESPACE = 'aftersales.DispatchService'
const app = startAlone('dispatch')
letTechnicianDoAll()
const onOrder = (ID: string, call: string) => `${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.${call}`
const orders = async () => (await cds.db.run(SELECT.from('aftersales.WorkOrders').columns('ID').where({ status_code: 'Released' }))) as { ID: string }[]
const stored = async (ID: string) => (await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('status_code', 'technician_ID', 'eventCount').where({ ID })))!

test('an order is recommended, assigned and given back where nobody else keeps orders', async () => {
  const dispatcher = app.as('dispatcher')
  const recommended: { ID: string; best: any }[] = []
  for (const { ID } of await orders()) {
    const { data } = await dispatcher.get(onOrder(ID, 'recommend()'))
    if (data.ranked?.length) recommended.push({ ID, best: data.ranked[0] })
  }
  const [{ ID, best }] = recommended
  const before = await stored(ID)
  const assigned = await dispatcher.post(onOrder(ID, 'assign'), { technician_ID: best.technician_ID, plannedStart: best.plannedStart })
  expect([assigned.status, assigned.data.error]).toEqual([200, undefined])
  expect(await stored(ID)).toEqual({ status_code: 'Assigned', technician_ID: best.technician_ID, eventCount: before.eventCount + 1 })
  const again = await dispatcher.post(onOrder(ID, 'assign'), { technician_ID: best.technician_ID, plannedStart: best.plannedStart })
  expect(errorOf(again).status).toBe(409)
})
