import cds from '@sap/cds'
import { errorOf, startApp } from '../setup/app'
import { claimNext } from '../../srv/host-erp/messages'
import { HOST_ERP, startHost } from '../setup/host'

jest.setTimeout(90_000)

const app = startApp()
const host = startHost(app, { lease: 4_000 }, { requestTimeout: 1_000 })

const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '1', unit: 'EA' }
const costObject = { costCenter: '10101301' }
const issue = (changes: object = {}) => ({ costObject, postingDate: '2026-11-22', items: [{ ...part, ...changes }] })
const SENTENCE = { internalError: 'an error 500', unavailable: '503', dropBefore: 'a connection that broke before the commit',
  dropAfter: 'a connection that broke after the commit', expiredToken: 'an expired token', wrongJson: 'half an answer', hang: 'no answer' }
const act = (ID: string, action: string, data: object = {}) => app.as('admin').post(`${HOST_ERP}/HostMessages(${ID})/aftersales.HostErpService.${action}`, data)
const changed = (ID: string, values: object) => cds.tx({ user: cds.User.privileged } as never, (() => UPDATE('aftersales.HostMessages', { ID } as never).with(values as never)) as never)

describe.each(['reservation.create', 'movement.issue', 'requisition.create'] as const)('%s', kind => {
  const request = kind === 'requisition.create' ? { items: [{ ...part, neededOn: '2026-12-24' }] } : kind === 'movement.issue' ? issue() : { costObject, items: [part] }

  test.each(Object.entries(SENTENCE))('after %s (%s) the document exists exactly once', async fault => {
    await host.faults({ next: [fault, fault], retryAfter: 0 })
    const { ID } = await host.submit(kind, request as never)
    const message = await host.until(ID, 'Confirmed', 'NeedsAttention')
    expect([message.state_code, message.lastError]).toEqual(['Confirmed', null])
    expect(message.attempts).toBeGreaterThan(1)
    expect(await host.documents(message.idempotencyKey)).toMatchObject([{ number: message.hostDocument.split('/')[0] }])
  })
})

test('an issue that the network delivers twice moves the stock once', async () => {
  await host.faults({ next: ['duplicate'] })
  const { ID } = await host.submit('movement.issue', issue())
  const { idempotencyKey, hostDocument } = await host.until(ID, 'Confirmed')
  const documents = await host.documents(idempotencyKey)
  const surplus = documents.filter(document => document.number !== hostDocument.split('/')[0])
  expect([documents.length, surplus.length]).toEqual([2, 1])
  expect(await host.documents(surplus[0].number)).toMatchObject([{ type: 'reversal' }])
})

test('a reservation that the network delivers twice exists once, a requisition needs a person', async () => {
  await host.faults({ next: ['duplicate'] })
  const reservation = await host.submit('reservation.create', { costObject, items: [part] })
  expect(await host.documents((await host.until(reservation.ID, 'Confirmed')).idempotencyKey)).toHaveLength(1)
  await host.faults({ next: ['duplicate'] })
  const requisition = await host.submit('requisition.create', { items: [{ ...part, neededOn: '2026-12-24' }] })
  expect(await host.until(requisition.ID, 'NeedsAttention')).toMatchObject({ lastErrorCode: 'HOST_DOCUMENT_TWICE' })
})

describe('what the host refuses', () => {
  test('needs attention at once, with the host\'s own words, and is confirmed by a retry when its reason is gone', async () => {
    const { ID } = await host.submit('movement.issue', issue({ storageLocation: 'V002', quantity: '9999' }))
    const refused = await host.until(ID, 'NeedsAttention', 'Confirmed')
    expect(refused).toMatchObject({ state_code: 'NeedsAttention', attempts: 1, hostDocument: null })
    expect(refused.lastError).toContain('Deficit of SL Unrestricted-use')
    const stock = await host.submit('movement.transfer', { postingDate: '2026-11-22', items: [{ ...part, toStorageLocation: 'V002' }] })
    await host.until(stock.ID, 'Confirmed')
    await changed(ID, { payload: JSON.stringify(issue({ storageLocation: 'V002' })) })
    expect((await act(ID, 'retry')).data).toMatchObject({ state_code: 'Pending', failures: 0 })
    const confirmed = await host.until(ID, 'Confirmed', 'NeedsAttention')
    expect(confirmed).toMatchObject({ state_code: 'Confirmed', attempts: 2, lastError: null })
    expect(await host.documents(confirmed.idempotencyKey)).toHaveLength(1)
  })

  test('is tried again when another user only holds the material', async () => {
    await host.faults({ locks: [{ object: 'SP-1004', user: 'MMUELLER' }] })
    const { ID } = await host.submit('movement.issue', issue())
    await until(async () => (await host.message(ID)).failures > 0)
    expect(await host.message(ID)).toMatchObject({ lastErrorCode: 'M3/024', lastError: expect.stringContaining('MMUELLER') })
    await host.faults({})
    expect(await host.until(ID, 'Confirmed', 'NeedsAttention')).toMatchObject({ state_code: 'Confirmed' })
  })

  test('needs attention after too many failures, and can be given up with a reason', async () => {
    await host.faults({ rates: { internalError: 1 } })
    const { ID } = await host.submit('movement.issue', issue())
    expect(await host.until(ID, 'NeedsAttention')).toMatchObject({ failures: 5, attempts: 5, lastErrorCode: 'SY/530' })
    expect(errorOf(await act(ID, 'giveUp', { reason: '  ' }))).toMatchObject({ status: 400, code: 'ASSERT_MANDATORY', target: 'reason' })
    expect((await act(ID, 'giveUp', { reason: 'Posted by hand' })).data).toMatchObject({ state_code: 'GivenUp', givenUpReason: 'Posted by hand', givenUpBy: 'admin' })
    expect(errorOf(await act(ID, 'retry'))).toMatchObject({ status: 409, code: 'HOST_MESSAGE_WRONG_STATE', message: expect.stringContaining('Given Up') })
  })

  test('a message that does not exist is 404', async () => {
    expect(errorOf(await act(cds.utils.uuid(), 'retry'))).toMatchObject({ status: 404, code: 'HOST_MESSAGE_UNKNOWN' })
  })

  test('of two people who retry at once one wins', async () => {
    await host.faults({ rates: { internalError: 1 } })
    const { ID } = await host.submit('movement.issue', issue())
    await host.until(ID, 'NeedsAttention')
    await host.faults({})
    const statuses = (await Promise.all([act(ID, 'retry'), act(ID, 'retry'), act(ID, 'retry')])).map(answer => answer.status).sort()
    expect(statuses).toEqual([200, 409, 409])
    const { idempotencyKey } = await host.until(ID, 'Confirmed')
    expect(await host.documents(idempotencyKey)).toHaveLength(1)
  })
})

describe('order and crashes', () => {
  const workOrder_ID = cds.utils.uuid()

  test('what an order wants arrives in the order in which it was wanted, whatever fails on the way', async () => {
    await host.faults({ next: ['unavailable', 'dropAfter', 'internalError'], retryAfter: 0 })
    const sent = []
    for (let i = 0; i < 4; i++) sent.push(await host.submit('movement.issue', issue(), { workOrder_ID }))
    const messages = []
    for (const { ID } of sent) messages.push(await host.until(ID, 'Confirmed'))
    const documents = messages.map(message => message.hostDocument)
    expect(documents).toEqual([...documents].sort())
  })

  test('a message that needs attention holds up only what depends on it', async () => {
    const order = cds.utils.uuid()
    const wrong = await host.submit('reservation.create', { costObject, items: [{ ...part, material: 'NO-SUCH' }] }, { workOrder_ID: order })
    const dependent = await host.submit('movement.issue', issue({ reservation: { item: '1' } }), { workOrder_ID: order, dependsOn: wrong.ID })
    await host.until(wrong.ID, 'NeedsAttention')
    const free = await host.submit('movement.issue', issue())
    await host.until(free.ID, 'Confirmed')
    expect(await host.message(dependent.ID)).toMatchObject({ state_code: 'Pending', attempts: 0 })
    await changed(wrong.ID, { payload: JSON.stringify({ costObject, items: [part] }) })
    await act(wrong.ID, 'retry')
    expect(await host.until(dependent.ID, 'Confirmed', 'NeedsAttention')).toMatchObject({ state_code: 'Confirmed' })
  })

  describe('taken by hand', () => {
    const delivery = () => (cds.env.requires as unknown as Record<string, { delivery: { parallel?: number } }>).S4HANA.delivery
    const alone = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>
    const waiting = (number: string, secondsAgo: number, more: object = {}) => ({
      ID: cds.utils.uuid(), number, kind_code: 'movement.issue', state_code: 'Pending', payload: '{}', idempotencyKey: number, dueAt: new Date(Date.now() - secondsAgo * 1000).toISOString(), ...more
    })
    const insert = (...entries: object[]) => alone(async () => INSERT.into('aftersales.HostMessages').entries(entries as never))
    beforeEach(() => { delivery().parallel = 0 })
    afterEach(async () => {
      await alone(async () => UPDATE('aftersales.HostMessages').with({ state_code: 'GivenUp' } as never).where({ number: { like: 'HM-BY-HAND-%' } }))
      delete delivery().parallel
    })

    test('of instances that take a message at the same time one gets it', async () => {
      const message = waiting('HM-BY-HAND-0', 1)
      await insert(message)
      const taken = await Promise.all(Array.from({ length: 5 }, () => alone(() => claimNext(5))))
      expect(taken.flat()).toMatchObject([{ ID: message.ID, attempts: 1 }])
    })

    test('who is due longest goes first, of an order its first, and nobody before what it depends on', async () => {
      const [first, second] = [waiting('HM-BY-HAND-1', 10, { workOrder_ID: cds.utils.uuid() }), waiting('HM-BY-HAND-2', 40)]
      const behind = waiting('HM-BY-HAND-3', 50, { workOrder_ID: (first as unknown as { workOrder_ID: string }).workOrder_ID })
      const dependent = waiting('HM-BY-HAND-4', 50, { dependsOn_ID: second.ID })
      const later = waiting('HM-BY-HAND-5', -50)
      await insert(first, second, behind, dependent, later)
      expect((await alone(() => claimNext(9))).map(({ number }) => number)).toEqual([second.number, first.number])
      expect(await alone(() => claimNext(9))).toEqual([])
    })
  })

  test('a message whose sender died after the host had posted it is found, not posted again', async () => {
    const { ID } = await host.submit('movement.issue', issue())
    const { hostDocument, idempotencyKey } = await host.until(ID, 'Confirmed')
    await changed(ID, { state_code: 'Sent', hostDocument: null, dueAt: new Date(Date.now() - 1000).toISOString() })
    expect(await host.until(ID, 'Confirmed')).toMatchObject({ hostDocument, attempts: 2 })
    expect(await host.documents(idempotencyKey)).toHaveLength(1)
  })

  test('when another capability cannot take in the number, the document is kept and a person is told', async () => {
    const service = (await cds.connect.to('aftersales.HostErpService')) as cds.ApplicationService
    let isBroken = true
    service.on('HostMessage.Confirmed' as never, ((event: { data: { cause: { entity?: string } } }) => {
      if (isBroken && event.data.cause.entity === 'broken') throw new Error('cannot take it in')
    }) as never)
    const { ID } = await host.submit('movement.issue', issue(), { cause: { entity: 'broken', ID: '1' } })
    const message = await host.until(ID, 'NeedsAttention', 'Confirmed')
    expect(message).toMatchObject({ lastErrorCode: 'REACTION_FAILED', lastError: 'cannot take it in', hostDocument: expect.stringContaining('/2026') })
    isBroken = false
    await act(ID, 'retry')
    expect(await host.until(ID, 'Confirmed')).toMatchObject({ hostDocument: message.hostDocument })
    expect(await host.documents(message.idempotencyKey)).toHaveLength(1)
  })
})

async function until(condition: () => Promise<boolean>) {
  const deadline = Date.now() + 15_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('did not happen in time')
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}
