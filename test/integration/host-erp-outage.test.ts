import cds from '@sap/cds'
import { outOfOrder } from '../faults/checks'
import type { MessageRow } from '../faults/service-under-fire'
import { anonymous } from '../host-erp/client'
import { startApp, takeOrder } from '../setup/app'
import { HOST_ERP, startHost } from '../setup/host'

jest.setTimeout(90_000)

const app = startApp()
const host = startHost(app, { hostFailures: 3, probe: 200, lease: 4_000 }, { requestTimeout: 1_000 })

const reservation = { costObject: { costCenter: '10101301' }, items: [{ material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '1', unit: 'EA' }] }
const claim = (workOrder_ID: string) => host.submit('reservation.create', reservation, { workOrder_ID })
const all = async (IDs: string[]) => Promise.all(IDs.map(ID => host.message(ID))) as Promise<(MessageRow & { failures: number })[]>
const retry = (ID: string) => app.as('admin').post(`${HOST_ERP}/HostMessages(${ID})/aftersales.HostErpService.retry`, {})

async function until<T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 15_000; ;) {
    const found = await look()
    if (isSo(found)) return found
    if (Date.now() > deadline) throw new Error(`did not happen in time: ${JSON.stringify(found).slice(0, 400)}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

describe.each([['breaks off every connection', { rates: { dropBefore: 1 }, applyTo: 'all' }], ['is in maintenance (503)', { rates: { unavailable: 1 }, applyTo: 'all', retryAfter: 0 }]])(
  'while the host %s', (_, faults) => {
    test('orders and claims go on, each message says why it waits, and then all is sent in the order of its work order', async () => {
      await host.until((await claim(cds.utils.uuid())).ID, 'Confirmed')
      await host.faults(faults)
      const IDs: string[] = []
      for (let i = 0; i < 4; i++) {
        const order = await takeOrder(app)
        for (let part = 0; part < 3; part++) IDs.push((await claim(order)).ID)
      }
      const waiting = await until(() => all(IDs), rows => rows.every(row => row.lastErrorCode && row.state_code !== 'Sent'))
      expect(new Set(waiting.map(row => row.state_code))).toEqual(new Set(['Pending']))
      await new Promise(resolve => setTimeout(resolve, 2_500))
      expect(Math.max(...(await all(IDs)).map(row => row.failures))).toBeLessThan(5)
      await host.faults({})
      const confirmed = await until(() => all(IDs), rows => rows.every(row => row.state_code === 'Confirmed'))
      expect(outOfOrder(confirmed)).toEqual([])
    })
  })

describe('when the host refuses our sign-in', () => {
  const credentials = () => (cds.env.requires as unknown as Record<string, { credentials: { username: string } }>).S4HANA.credentials
  const refused = async () => (await anonymous(host.erp()).get('/__counters')).data.logonsRefused

  test('it hears of it once, one message asks for a person, and a retry frees all', async () => {
    const { username } = credentials()
    credentials().username = 'LOCKED'
    const before = await refused()
    const IDs: string[] = []
    for (let i = 0; i < 10; i++) IDs.push((await claim(cds.utils.uuid())).ID)
    const waiting = await until(() => all(IDs), rows => rows.every(row => row.lastErrorCode) && rows.some(row => row.state_code === 'NeedsAttention'))
    await new Promise(resolve => setTimeout(resolve, 1_500))
    expect(await refused()).toBe(before + 1)
    const attention = (await all(IDs)).filter(row => row.state_code === 'NeedsAttention')
    expect(attention).toMatchObject([{ ID: waiting[0].ID, lastErrorCode: 'HTTP 401', lastError: expect.stringContaining('Logon failed') }])
    expect((await all(IDs)).filter(row => row.state_code === 'Pending')).toHaveLength(9)
    credentials().username = username
    expect((await retry(attention[0].ID)).status).toBe(200)
    await until(() => all(IDs), rows => rows.every(row => row.state_code === 'Confirmed'))
  })
})
