import { startApp } from '../setup/app'
import { startHost } from '../setup/host'

jest.setTimeout(60_000)

const app = startApp()
const host = startHost(app)

const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '1', unit: 'EA' }
const costObject = { costCenter: '10101301' }
const postingDate = '2026-11-22'

describe('writing to the host', () => {
  test('a reservation gets its number, and the document carries the reference', async () => {
    const { ID } = await host.submit('reservation.create', { costObject, neededOn: '2026-12-01', items: [{ ...part, quantity: '2' }] },
      { cause: { entity: 'aftersales.Reservations', ID: 'a1' } })
    const message = await host.until(ID, 'Confirmed', 'NeedsAttention')
    expect(message).toMatchObject({ state_code: 'Confirmed', attempts: 1, actingUser: 'parts', causeEntity: 'aftersales.Reservations', lastError: null })
    expect(message.hostDocument).toMatch(/^\d{10}$/)
    expect(await host.documents(message.idempotencyKey)).toMatchObject([{ type: 'reservation', number: message.hostDocument }])
  })

  test('an issue may be asked for before its reservation has a number, and is reversed once', async () => {
    const reservation = await host.submit('reservation.create', { costObject, items: [part] })
    const issue = await host.submit('movement.issue', { costObject, postingDate, items: [{ ...part, reservation: { item: '1' } }] }, { dependsOn: reservation.ID })
    const reversal = await host.submit('movement.reverse', {}, { dependsOn: issue.ID })
    expect(await host.until(issue.ID, 'Confirmed', 'NeedsAttention')).toMatchObject({ state_code: 'Confirmed', hostDocument: expect.stringMatching(/^49\d{8}\/2026$/) })
    expect(await host.until(reversal.ID, 'Confirmed', 'NeedsAttention')).toMatchObject({ state_code: 'Confirmed' })
  })

  test.each([
    ['movement.transfer', { postingDate, items: [{ ...part, toStorageLocation: 'V001' }] }, 'materialDocument'],
    ['requisition.create', { items: [{ ...part, neededOn: '2026-12-24', costObject }] }, 'requisition'],
    ['serviceOrder.create', { type: 'SVO1', description: 'Spindle makes a loud noise', customer: '0010000101', from: '2026-11-23T08:00:00Z' }, 'serviceOrder']
  ] as const)('%s makes its document', async (kind, request, type) => {
    const { ID } = await host.submit(kind, request as never)
    const message = await host.until(ID, 'Confirmed', 'NeedsAttention')
    expect([message.state_code, message.lastError]).toEqual(['Confirmed', null])
    expect(await host.documents(message.idempotencyKey)).toMatchObject([{ type }])
  })

  test('a reservation that is withdrawn is gone, and withdrawing it again is no error', async () => {
    const { ID } = await host.submit('reservation.create', { costObject, items: [part] })
    const { hostDocument: document, idempotencyKey } = await host.until(ID, 'Confirmed')
    for (let time = 0; time < 2; time++) {
      const { ID: withdrawal } = await host.submit('reservation.withdraw', { document })
      expect(await host.until(withdrawal, 'Confirmed', 'NeedsAttention')).toMatchObject({ state_code: 'Confirmed' })
    }
    expect(await host.documents(idempotencyKey)).toEqual([])
  })

  test('a transaction that is rolled back sends nothing', async () => {
    const before = await app.as('admin').get('/odata/v4/host-erp/HostMessages/$count')
    const cds = (await import('@sap/cds')).default
    await expect(cds.tx({ user: new cds.User('parts') } as never, (async () => {
      const service = (await cds.connect.to('aftersales.HostErpService')) as any
      await service.submit('reservation.create', { costObject, items: [part] })
      throw new Error('changed my mind')
    }) as never)).rejects.toThrow('changed my mind')
    expect((await app.as('admin').get('/odata/v4/host-erp/HostMessages/$count')).data).toBe(before.data)
  })
})

describe('messages to the host', () => {
  test('are for the Admin alone', async () => {
    for (const user of ['agent', 'dispatcher', 'technician', 'parts', 'auditor'])
      expect([user, (await app.as(user).get('/odata/v4/host-erp/HostMessages')).status]).toEqual([user, 403])
    expect((await app.as('admin').get('/odata/v4/host-erp/HostMessages?$expand=state,kind')).status).toBe(200)
  })

  test('are not changed by hand', async () => {
    const { ID } = await host.submit('reservation.create', { costObject, items: [part] })
    expect((await app.as('admin').patch(`/odata/v4/host-erp/HostMessages(${ID})`, { state_code: 'Confirmed' })).status).toBe(405)
    expect((await app.as('admin').delete(`/odata/v4/host-erp/HostMessages(${ID})`)).status).toBe(405)
    await host.until(ID, 'Confirmed')
  })
})
