import cds from '@sap/cds'
import type { AxiosInstance } from 'axios'
import type { JournalEntryLine, JournalEntryRequest } from '../../srv/host-erp/ports'
import type HostErpService from '../../srv/host-erp/service'
import { anonymous, issue, PATHS, signedIn } from '../host-erp/client'
import { startApp } from '../setup/app'
import { startHost } from '../setup/host'

jest.setTimeout(90_000)

const app = startApp()
const host = startHost(app)

let door: AxiosInstance
beforeAll(() => { door = anonymous(host.erp()) })

type Row = Record<string, any>
const ledger = async (where: object) => (await door.get('/__ledger', { params: where })).data.lines as Row[]
const balances = async () => (await door.get('/__balances')).data as Row
const setPeriod = (fiscalYear: number, fiscalPeriod: number, isOpen: boolean) => door.put('/__periods', { companyCode: '1010', fiscalYear, fiscalPeriod, isOpen })

const line = (account: string, debitCredit: 'S' | 'H', amount: string, more: Partial<JournalEntryLine> = {}): JournalEntryLine => ({ account, debitCredit, amount, currency: 'EUR', ...more })
const service = { costObject: { costCenter: '10101301' } }
/** Warranty bears what the host has booked on the service department. */
const entry = (changes: Partial<JournalEntryRequest> = {}): JournalEntryRequest => ({
  companyCode: '1010', postingDate: '2026-11-20', documentDate: '2026-11-20', text: 'WO-0000000001',
  lines: [line('65300000', 'S', '60.80', { costObject: { costCenter: '10101601' }, text: 'Labour & <travel>', assignment: 'WO-00000001' }), line('65308000', 'H', '60.80', service)], ...changes
})
const hours = (changes: object = {}) => ({ personnelNumber: 'T-1001', companyCode: '1010', workedOn: '2026-11-19', hours: '2.5', activityType: 'SERV01', costObject: { costCenter: '10101301' }, text: 'Monitor repaired', ...changes })
const charge = (changes: object = {}) => ({
  customer: '10000101', salesOrganization: '1010', distributionChannel: '10', division: '00', currency: 'EUR', pricingDate: '2026-11-20',
  items: [{ material: 'SRV_01', description: 'Labour', quantity: '2.5', unit: 'H', netAmount: '190.01' }, { material: 'SP-1004', quantity: '3', unit: 'EA', netAmount: '100' }], ...changes
})
const serviceOrder = { type: 'SVO1', description: 'Repair', customer: '10000101', equipment: '10400001', salesOrganization: '1010', items: [{ product: 'SRV_01', quantity: '1' }] }
const confirmationOf = (document: string) => ({
  type: 'SVC1', description: 'Repair done', serviceOrder: document, items: [{ serviceOrderItem: '10', product: 'SRV_01', quantity: '2', unit: 'HUR', performedOn: '2026-11-19' }]
})

async function confirmed(...[kind, request, origin]: Parameters<typeof host.submit>): Promise<Row> {
  const message = await host.until((await host.submit(kind, request, origin)).ID, 'Confirmed', 'NeedsAttention')
  expect([message.state_code, message.lastError]).toEqual(['Confirmed', null])
  return message
}

async function refused(...[kind, request]: Parameters<typeof host.submit>): Promise<Row> {
  return host.until((await host.submit(kind, request)).ID, 'Confirmed', 'NeedsAttention')
}

describe('a journal entry', () => {
  test('stands in the books with its cost objects, its texts and our key, and balances', async () => {
    const { hostDocument, idempotencyKey } = await confirmed('journalEntry.post', entry())
    expect(hostDocument).toMatch(/^01\d{8}\/1010\/2026$/)
    expect(await ledger({ document: hostDocument })).toMatchObject([
      { origin: 'BKPFF', reference: idempotencyKey, account: '65300000', debitCredit: 'S', amount: '60.8', currency: 'EUR', costCenter: '0010101601', text: 'Labour & <travel>', fiscalPeriod: 11 },
      { account: '65308000', debitCredit: 'H', amount: '60.8', costCenter: '0010101301' }
    ])
  })

  test('in a foreign currency has both amounts', async () => {
    const foreign = (debitCredit: 'S' | 'H', account: string, more: object = {}) => line(account, debitCredit, '12000', { currency: 'JPY', companyCodeAmount: '71.43', companyCodeCurrency: 'EUR', ...more })
    const { hostDocument } = await confirmed('journalEntry.post', entry({ lines: [foreign('S', '61008000', { costObject: { order: '400105' } }), foreign('H', '21120000')] }))
    expect(await ledger({ document: hostDocument })).toMatchObject([
      { amount: '12000', currency: 'JPY', companyCodeAmount: '71.43', companyCodeCurrency: 'EUR', internalOrder: '000000400105' }, { debitCredit: 'H', companyCodeAmount: '71.43' }
    ])
  })

  test.each<[string, Partial<JournalEntryRequest>, string, RegExp]>([
    ['does not balance', { lines: [line('65300000', 'S', '60.80', service), line('65308000', 'H', '60.79', service)] }, 'F5/702', /Balance/],
    ['has no cost object where one is due', { lines: [line('65300000', 'S', '1'), line('65308000', 'H', '1', service)] }, 'KI/235', /65300000 requires/],
    ['names an unknown cost centre', { lines: [line('65300000', 'S', '1', { costObject: { costCenter: '4711' } }), line('65308000', 'H', '1', service)] }, 'KI/265', /4711/],
    ['names a cost centre of another company code', { lines: [line('65300000', 'S', '1', { costObject: { costCenter: '17101301' } }), line('65308000', 'H', '1', service)] }, 'KI/265', /1010/],
    ['posts to a secondary cost element', { lines: [line('65300000', 'S', '1', service), line('94308000', 'H', '1', service)] }, 'ZHOST/018', /94308000 is a secondary cost element/],
    ['names an unknown account', { lines: [line('99', 'S', '1', service), line('65308000', 'H', '1', service)] }, 'F5/506', /99 is not defined/]
  ])('that %s needs a person, with the words of the log', async (_what, changes, code, words) => {
    const message = await refused('journalEntry.post', entry(changes))
    expect(message).toMatchObject({ state_code: 'NeedsAttention', lastErrorCode: code, lastError: expect.stringMatching(words), hostDocument: null, attempts: 1 })
    expect(await ledger({ reference: message.idempotencyKey })).toEqual([])
  })

  test('in a closed period is refused until the period is open', async () => {
    await setPeriod(2026, 10, false)
    const message = await refused('journalEntry.post', entry({ postingDate: '2026-10-31' }))
    expect(message).toMatchObject({ state_code: 'NeedsAttention', lastErrorCode: 'F5/201', lastError: expect.stringContaining('010 2026 is not open') })
    await setPeriod(2026, 10, true)
    await app.as('admin').post(`/odata/v4/host-erp/HostMessages(${message.ID})/aftersales.HostErpService.retry`, {})
    await host.until(message.ID, 'Confirmed')
    expect(await ledger({ reference: message.idempotencyKey })).toHaveLength(2)
  })

  test('is reversed by a mirror document, once, and the message that asks for it needs no number yet', async () => {
    const original = await host.submit('journalEntry.post', entry())
    const reversal = await confirmed('journalEntry.reverse', { reason: '02', postingDate: '2026-12-01' }, { dependsOn: original.ID })
    const document = (await host.message(original.ID)).hostDocument
    expect(await ledger({ document: reversal.hostDocument })).toMatchObject([
      { reverses: document, account: '65300000', debitCredit: 'H', fiscalPeriod: 12 }, { account: '65308000', debitCredit: 'S', costCenter: '0010101301' }
    ])
    expect(await refused('journalEntry.reverse', { document, reason: '01' })).toMatchObject({ state_code: 'Confirmed', hostDocument: reversal.hostDocument })
    expect(await ledger({ reverses: document })).toHaveLength(2)
  })
})

describe('hours', () => {
  test('are valued with the price of the day and of whose they are, and taken back by the cancellation', async () => {
    const created = await host.submit('timeConfirmation.create', hours({ senderCostCenter: 'CC-1010-S', costObject: { order: '400105' } }))
    const cancelled = await confirmed('timeConfirmation.cancel', {}, { dependsOn: created.ID })
    const { hostDocument, idempotencyKey } = await host.message(created.ID)
    expect(cancelled.hostDocument).toBe(hostDocument)
    expect(await ledger({ document: hostDocument })).toMatchObject([
      { origin: 'CATS', reference: idempotencyKey, account: '94308000', debitCredit: 'S', amount: '195', internalOrder: '000000400105', postingDate: '2026-11-19' },
      { account: '94309000', debitCredit: 'H', amount: '195', costCenter: 'CC-1010-S' }, { debitCredit: 'H', reverses: hostDocument }, { debitCredit: 'S', reverses: hostDocument }
    ])
    expect(await host.documents(idempotencyKey)).toHaveLength(1)
  })

  test('without a price are refused', async () => {
    expect(await refused('timeConfirmation.create', hours({ activityType: 'NOBODY' }))).toMatchObject({ state_code: 'NeedsAttention', lastError: expect.stringContaining('NOBODY has no price on 2026-11-19') })
  })

  test('against a service order are confirmed by a service confirmation', async () => {
    expect(await refused('timeConfirmation.create', hours({ costObject: { serviceOrder: '8000000000', serviceOrderItem: '10' } }))).toMatchObject({ state_code: 'NeedsAttention', lastErrorCode: 'NOT_SENDABLE' })
  })
})

describe('a service confirmation', () => {
  test('costs the item of its service order, may wait for that order, and can be cancelled', async () => {
    const order = await host.submit('serviceOrder.create', serviceOrder)
    const { serviceOrder: _, ...request } = confirmationOf('')
    const created = await confirmed('serviceConfirmation.create', request, { dependsOn: order.ID })
    const number = (await host.message(order.ID)).hostDocument
    expect(await ledger({ document: created.hostDocument })).toMatchObject([{ origin: 'SRVC', account: '94308000', debitCredit: 'S', amount: '152', serviceOrder: number, serviceOrderItem: '000010' }, { debitCredit: 'H' }])
    const performed = { ...confirmationOf(number), items: [{ ...confirmationOf('').items[0], performer: '90001001' }] }
    expect(await ledger({ document: (await confirmed('serviceConfirmation.create', performed)).hostDocument })).toMatchObject([{ amount: '156' }, { amount: '156', costCenter: 'CC-1010-S' }])
    const both = entry({ lines: [line('65300000', 'S', '152', { costObject: { costCenter: '10101601' } }), line('65308000', 'H', '152', { costObject: { serviceOrderItem: '10' } })] })
    expect(await ledger({ document: (await confirmed('journalEntry.post', both, { dependsOn: order.ID })).hostDocument })).toMatchObject([{}, { serviceOrder: number, serviceOrderItem: '000010' }])
    await confirmed('serviceConfirmation.cancel', { document: created.hostDocument })
    expect((await ledger({ document: created.hostDocument })).map(({ debitCredit }) => debitCredit)).toEqual(['S', 'H', 'H', 'S'])
    expect(await refused('serviceConfirmation.cancel', { document: created.hostDocument })).toMatchObject({ state_code: 'Confirmed' })
  })
})

describe('what billing is asked for', () => {
  const read = async (api: string, name: string, number: string) =>
    (await door.get(`/sap/opu/odata/sap/${api}/A_${name}('${number}')?$expand=to_Item/to_PricingElement`, { auth: host.erp().auth })).data.d as Row

  test('is a debit memo request whose items come to the agreed amounts to the cent', async () => {
    const { hostDocument, idempotencyKey } = await confirmed('billing.request', charge())
    const request = await read('API_DEBIT_MEMO_REQUEST_SRV', 'DebitMemoRequest', hostDocument)
    expect(request).toMatchObject({ DebitMemoRequestType: 'DR', PurchaseOrderByCustomer: idempotencyKey, SoldToParty: '0010000101', TotalNetAmount: '290.010' })
    expect(request.to_Item.results.map((item: Row) => [item.Material, item.RequestedQuantity, item.NetAmount])).toEqual([['SRV_01', '1.000', '190.010'], ['SP-1004', '3.000', '100.000']])
  })

  test('is a credit memo request where the customer gets something back', async () => {
    const { hostDocument } = await confirmed('billing.request', charge({ isCredit: true }))
    expect(await read('API_CREDIT_MEMO_REQUEST_SRV', 'CreditMemoRequest', hostDocument)).toMatchObject({ CreditMemoRequestType: 'CR', TotalNetAmount: '290.010' })
  })

  test('is refused for a customer that the host does not know', async () => {
    expect(await refused('billing.request', charge({ customer: '99999' }))).toMatchObject({ state_code: 'NeedsAttention', lastError: expect.stringContaining('BUT000') })
  })
})

describe('a network that fails', () => {
  const kinds = [['journalEntry.post', entry()], ['timeConfirmation.create', hours()], ['billing.request', charge()]] as const

  const lost = ['dropAfter', 'wrongJson'], never = ['internalError', 'dropBefore']
  test.each(kinds.flatMap(([kind, request], index) => [...lost, ...(index ? [] : never)].map(fault => [kind, fault, request] as const)))(
    '%s after %s exists exactly once', async (kind, fault, request) => {
      await host.faults({ next: [fault] })
      const { idempotencyKey } = await confirmed(kind, request)
      expect(await host.documents(idempotencyKey)).toHaveLength(1)
    })

  test.each(kinds.slice(0, 2))('%s that was delivered twice counts once in the books', async (kind, request) => {
    const before = await balances()
    await host.faults({ next: ['duplicate'] })
    const { idempotencyKey } = await confirmed(kind, request)
    const own = (await ledger({ reference: idempotencyKey })).filter(({ account }) => ['65308000', '94308000'].includes(account))
    const sum = own.reduce((total, { debitCredit, amount }) => total + (debitCredit === 'S' ? Number(amount) : -Number(amount)), 0)
    expect([own.length, Math.round(sum * 100)]).toEqual([3, kind === 'journalEntry.post' ? -6080 : 19000])
    expect((await balances()).total).toEqual(before.total)
  })

  test('a service confirmation that was delivered twice counts once, a debit memo request needs a person', async () => {
    const { hostDocument } = await confirmed('serviceOrder.create', serviceOrder)
    await host.faults({ next: ['duplicate'] })
    const { idempotencyKey } = await confirmed('serviceConfirmation.create', confirmationOf(hostDocument))
    expect((await ledger({ reference: idempotencyKey })).map(({ debitCredit }) => debitCredit).sort()).toEqual(['H', 'H', 'H', 'S', 'S', 'S'])
    await host.faults({ next: ['duplicate'] })
    expect(await refused('billing.request', charge())).toMatchObject({ state_code: 'NeedsAttention', lastErrorCode: 'HOST_DOCUMENT_TWICE' })
  })

  test.each(['dropAfter', 'wrongJson', 'duplicate'])('a reversal after %s is there once', async fault => {
    const { hostDocument } = await confirmed('journalEntry.post', entry())
    await host.faults({ next: [fault] })
    const reversal = await confirmed('journalEntry.reverse', { document: hostDocument, reason: '01' })
    const mirrored = await ledger({ reverses: hostDocument })
    expect([mirrored.length, new Set(mirrored.map(({ document }) => document))]).toEqual([2, new Set([reversal.hostDocument])])
  })
})

describe('a goods issue', () => {
  test('is in the books at the moving price, and its posted value can be read', async () => {
    const erp = await signedIn(host.erp())
    const { data: { d: document } } = await erp.post(`${PATHS.movements}/A_MaterialDocumentHeader`, issue('I-1', { QuantityInEntryUnit: '2' }))
    const number = `${document.MaterialDocument}/${document.MaterialDocumentYear}`
    expect(await ledger({ document: number })).toMatchObject([
      { origin: 'MKPF', reference: 'I-1', account: '51600000', debitCredit: 'S', amount: '620', currency: 'EUR', costCenter: '0010101301' }, { account: '13600000', debitCredit: 'H', amount: '620' }
    ])
    const { reading } = (await cds.connect.to('aftersales.HostErpService')) as unknown as HostErpService
    expect(await reading.postedValues(number)).toMatchObject([{ item: '0001', material: 'SP-1004', plant: '1010', quantity: '2', amount: '620', currency: 'EUR', debitCredit: 'H', isCancelled: false, reverses: null, postingDate: '2026-11-22' }])
    const { data: { d: reversal } } = await erp.post(`${PATHS.movements}/Cancel?MaterialDocumentYear='${document.MaterialDocumentYear}'&MaterialDocument='${document.MaterialDocument}'`, {})
    const reversed = `${reversal.MaterialDocument}/${reversal.MaterialDocumentYear}`
    expect(await ledger({ document: reversed })).toMatchObject([{ account: '51600000', debitCredit: 'H', amount: '620', reverses: number }, { account: '13600000', debitCredit: 'S' }])
    expect(await reading.postedValues(reversed)).toMatchObject([{ debitCredit: 'S', reverses: number, amount: '620' }])
    expect(await reading.postedValues(number)).toMatchObject([{ isCancelled: true }])
    expect(await reading.postedValues('4999999999/2026')).toEqual([])
  })
})

test('the books balance in every company code', async () => {
  const { total, lines } = await balances()
  expect(lines).toBeGreaterThan(40)
  expect(new Set(Object.values(total))).toEqual(new Set(['0']))
})
