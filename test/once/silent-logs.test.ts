import cds from '@sap/cds'
import { format } from 'node:util'
import { action, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'
import { startHost } from '../setup/host'

/** Loggers of this module: all of them speak, as loud as they can. */
const OWN = ['data-privacy', 'dispatch', 'finance', 'host-erp', 'observing', 'quality', 'replication', 'service-levels', 'spare-parts']
Object.assign((cds.env.log as unknown as { levels: Record<string, string> }).levels, Object.fromEntries(OWN.map(name => [name, 'debug'])))

const said: string[] = []
const app = startApp()
const host = startHost(app)
beforeAll(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) jest.spyOn(console, method).mockImplementation((...args) => { said.push(format(...args)) })
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation(((chunk: unknown) => { said.push(String(chunk)); return true }) as never)
})
afterAll(() => jest.restoreAllMocks())

const PERSON = { contactName: 'Hildegard Unverwechselbar', contactPhone: '+49 30 5550199', contactEmail: 'hildegard@unverwechselbar.test' }

test('a repair leaves no password, no name, no phone number and no mail address in the log, also where it fails', async () => {
  const ID = await takeOrder(app, PERSON), technician = await technicianID(app)
  const step = (user: string, name: string, data: object = {}) => app.as(user).post(action(ID, name), data)
  await step('agent', 'addNote', { text: `Please call ${PERSON.contactName}, ${PERSON.contactPhone}` })
  await step('dispatcher', 'release')
  await step('dispatcher', 'assign', { technician_ID: technician })
  await step('technician', 'start')
  // Refusals of all kinds, with the person in the request.
  await app.as('agent').post(`${WORK_ORDERS}/intake`, { channel_code: 'none', serialNumber: PERSON.contactName, symptom: PERSON.contactPhone, ...PERSON })
  await app.as('agent').patch(order(ID), { contactName: PERSON.contactName.repeat(20) })
  await app.as('agent').get(`${WORK_ORDERS}/WorkOrders?$filter=year(contactName) eq 1 and contactPhone eq '${encodeURIComponent(PERSON.contactPhone)}'`)
  await app.as('quality').get(`${WORK_ORDERS}/WorkOrders?$filter=contactName eq '${PERSON.contactName}'`)
  // The host refuses and breaks: its sign-in must not be told either.
  await host.faults({ rates: { internalError: 1 } })
  const { ID: message } = await host.submit('reservation.create' as never, { costObject: { costCenter: '10101301' }, items: [{ material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '1' }] } as never)
  await host.until(message, 'NeedsAttention')
  // And a fault of our own, whose row is the person's.
  const service = await cds.connect.to('aftersales.WorkOrderService')
  service.prepend(() => service.on('READ', 'Channels', () => { throw new Error('broken on purpose') }))
  expect((await app.as('agent').get(`${WORK_ORDERS}/Channels`)).status).toBe(500)

  const log = said.join('\n')
  expect(log).toContain('broken on purpose')
  for (const secret of [...Object.values(PERSON), PERSON.contactPhone.replaceAll(' ', '%20'), 'Unverwechselbar', host.erp().auth.password, Buffer.from(`${host.erp().auth.username}:${host.erp().auth.password}`).toString('base64'), 'Marta', 'Basic ']) {
    const at = log.indexOf(secret)
    expect([secret, at < 0 ? '' : log.slice(Math.max(0, at - 200), at + 60)]).toEqual([secret, ''])
  }
}, 90_000)
