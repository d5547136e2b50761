import { startApp, takeOrder } from '../setup/app'
import { HOST_ERP, startHost } from '../setup/host'

const app = startApp()
const host = startHost(app, { firstDelay: 60_000, longestDelay: 60_000, settle: 60_000 })

const reservation = (quantity = '1') =>
  ({ costObject: { costCenter: '10101301' }, items: [{ material: 'SP-1001', plant: '1010', storageLocation: '0001', quantity, unit: 'EA' }] })
const list = async (query: string) => (await app.as('admin').get(`${HOST_ERP}/HostMessages?${query}`)).data.value as Record<string, any>[]

test('a message is found by its work order, its document and the host\'s words', async () => {
  const workOrder_ID = await takeOrder(app)
  const { ID } = await host.submit('reservation.create', reservation(), { workOrder_ID })
  const { workOrderNumber, hostDocument } = await host.until(ID, 'Confirmed')
  expect(workOrderNumber).toMatch(/^WO-/)
  const refused = await host.submit('movement.issue', { ...reservation('99999'), postingDate: '2026-11-20' }, { workOrder_ID })
  await host.until(refused.ID, 'NeedsAttention')

  expect((await list(`$search=${workOrderNumber}`)).map(row => row.ID).sort()).toEqual([ID, refused.ID].sort())
  expect((await list(`$filter=workOrderNumber eq '${workOrderNumber}' and state_code eq 'NeedsAttention'`)).map(row => row.ID)).toEqual([refused.ID])
  expect((await list(`$search=${hostDocument}`)).map(row => row.ID)).toEqual([ID])
  expect((await list('$search=Deficit')).map(row => row.ID)).toEqual([refused.ID])
})

test('the next attempt is shown while a message waits for it, and never otherwise', async () => {
  await host.faults({ rates: { dropBefore: 1 }, applyTo: 'all' })
  const { ID } = await host.submit('reservation.create', reservation())
  const deadline = Date.now() + 20_000
  let waiting = await host.message(ID)
  while (!(waiting.state_code === 'Pending' && waiting.lastErrorCode) && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50))
    waiting = await host.message(ID)
  }
  expect(waiting.nextAttemptAt).toBe(waiting.dueAt)
  expect(new Date(waiting.nextAttemptAt).getTime()).toBeGreaterThan(Date.now())
  const others = await list(`$filter=ID ne ${ID}&$select=state_code,nextAttemptAt`)
  expect(others.length).toBeGreaterThan(0)
  for (const other of others) expect([other.state_code, other.nextAttemptAt]).toEqual([other.state_code, null])
})
