import { api } from '../../srv/host-erp/s4/connection'
import { anonymous } from '../host-erp/client'
import { startApp } from '../setup/app'
import { startHost } from '../setup/host'

jest.setTimeout(90_000)

const app = startApp()
const host = startHost(app)

const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '1', unit: 'EA' }
const counters = async () => (await anonymous(host.erp()).get('/__counters')).data

describe('reading an API of the host', () => {
  test('in OData V2 counts the list and goes on where the host ended a page', async () => {
    await anonymous(host.erp()).post('/__generate', { equipment: 5100 })
    const equipment = api('API_EQUIPMENT')
    const first = await equipment.get('Equipment?$select=Equipment&$inlinecount=allpages&$orderby=Equipment')
    expect(first.rows).toHaveLength(5000)
    expect(first.count).toBeGreaterThanOrEqual(5100)
    const second = await equipment.get(first.next!)
    expect([first.rows.length + second.rows.length, second.next]).toEqual([first.count, undefined])
  })

  test('in OData V4 brings rows and their count', async () => {
    await host.until((await host.submit('requisition.create', { items: [{ ...part, neededOn: '2026-12-24' }] })).ID, 'Confirmed')
    const { rows, count, next } = await api('CE_PURCHASEREQUISITION_0001', { odata: 'v4' }).get('PurchaseReqnItem?$count=true&$top=1')
    expect([rows.length, count! >= 1, next]).toEqual([1, true, undefined])
  })

  test('sends a question that is too long for an address as $batch', async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => `Equipment%20eq%20'${20_000_001 + i}'`)
    const { rows } = await api('API_EQUIPMENT').get(`Equipment?$select=Equipment&$filter=${numbers.join('%20or%20')}`)
    expect(rows).toHaveLength(60)
  })

  test('finds bills of material at the second version of their service', async () => {
    const { rows } = await api('API_BILL_OF_MATERIAL_SRV').get('MaterialBOM?$top=1')
    expect(rows).toHaveLength(1)
  })
})

describe('changing a record', () => {
  const orders = api('API_SERVICE_ORDER_SRV')
  const requisitions = api('CE_PURCHASEREQUISITION_0001', { odata: 'v4' })

  test('in OData V2 and V4 sends the ETag that it was read with', async () => {
    const order = await host.submit('serviceOrder.create', { type: 'SVO1', description: 'Noise', customer: '0010000101' })
    const number = (await host.until(order.ID, 'Confirmed')).hostDocument
    await orders.update(`A_ServiceOrder('${number}')`, { ServiceOrderDescription: 'Vibration' })
    expect(await orders.read(`A_ServiceOrder?$filter=ServiceOrder%20eq%20'${number}'`)).toMatchObject([{ ServiceOrderDescription: 'Vibration' }])
    const [{ PurchaseRequisition }] = await requisitions.read('PurchaseReqnItem?$top=1')
    await requisitions.update(`PurchaseReqnItem(PurchaseRequisition='${PurchaseRequisition}',PurchaseRequisitionItem='00010')`, { PurchasingGroup: '007' })
    expect(await requisitions.read(`PurchaseReqnItem?$filter=PurchaseRequisition%20eq%20'${PurchaseRequisition}'`)).toMatchObject([{ PurchasingGroup: '007' }])
  })
})

describe('the CSRF token', () => {
  test('is fetched once for many documents, and once again when the host has forgotten it', async () => {
    const submitAll = async () => {
      const sent = await Promise.all(Array.from({ length: 12 }, () => host.submit('movement.transfer', { postingDate: '2026-11-22', items: [{ ...part, toStorageLocation: 'V001' }] })))
      return Promise.all(sent.map(({ ID }) => host.until(ID, 'Confirmed', 'NeedsAttention')))
    }
    const before = await counters()
    await submitAll()
    const fresh = await counters()
    expect(fresh.tokensFetched - before.tokensFetched).toBe(1)
    await host.faults({ next: ['expiredToken'] })
    const messages = await submitAll()
    expect(messages.map(message => [message.state_code, message.attempts])).toEqual(messages.map(() => ['Confirmed', 1]))
    expect((await counters()).tokensFetched - fresh.tokensFetched).toBe(1)
  })
})
