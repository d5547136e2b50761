import cds from '@sap/cds'
import axios from 'axios'
import { errorOf, startApp } from '../setup/app'
import { bookCost, booksHere, booksThere, documentsOf, doneOrder, FINANCE, financeOf, onFinance, onPosting, post, postingOf, reverse, rowsOf, settled } from '../setup/finance'
import { createOrder, heal, play, stepsOf, unfinished, verdict } from '../faults/posting-game'
import { HOST_ERP, startHost } from '../setup/host'

const app = startApp()
const host = startHost(app)
/** `npm run test:finance` plays many more, while the service is killed. */
const [RUNS, SEED] = [process.env.FINANCE_RUNS ?? 9, process.env.FINANCE_SEED ?? 8].map(Number)
const controller = () => app.as('controller')
const LABOUR = { type_code: 'labour', quantity: 2.5 }
const TRAVEL = { type_code: 'travel', quantity: 1, rate: 45.01 }
const count = async (entity: string) => (await cds.db.run(SELECT.from(`aftersales.${entity}`).columns('ID'))).length
const period = (companyCode: string, fiscalPeriod: number, isOpen: boolean) => axios.put(`${host.erp().url}/__periods`, { companyCode, fiscalYear: 2026, fiscalPeriod, isOpen })
const setPeriod = (companyCode: string, fiscalPeriod: number, isOpen: boolean) => controller().post(`${FINANCE}/setPeriod`, { companyCode, fiscalYear: 2026, fiscalPeriod, isOpen })
const configure = (changes: object) => Object.assign((cds.env.requires as Record<string, any>).finance ??= {}, changes)
const balanced = async () => expect(await booksHere()).toEqual(await booksThere(host.erp()))
const inState = async (ID: string, state: string) => expect(await postingOf(ID)).toMatchObject({ state_code: state })
const worklist = async (ID: string) => (await controller().get(`${FINANCE}/PostingWorklist?$filter=workOrder_ID eq ${ID}`)).data.value[0]

afterEach(async () => {
  delete (cds.env.requires as Record<string, any>).finance
  await setPeriod('1010', 11, true)
  await period('1010', 11, true)
})

describe('posting an order', () => {
  test('shows the balanced document with what the host books itself, and writes nothing', async () => {
    const ID = await doneOrder(app, [LABOUR, TRAVEL], { accountingIndicator_code: 'billable' })
    const before = [await count('CostPostings'), await count('HostMessages'), await rowsOf(ID), await financeOf(ID)]
    const { status, data } = await post(app, ID, { simulate: true })
    expect([status, data.isSimulated, data.canPost, data.posting_ID, data.messages]).toEqual([200, true, true, null, []])
    expect(data.lines.map((line: any) => [line.debitCredit, line.glAccount, line.costObject, Number(line.companyCodeAmount), line.postedBy, line.taxCode]).map(String).sort()).toEqual([
      ['S', '94308000', '10101301', 195, 'timeConfirmation', null], ['H', '94309000', '', 195, 'timeConfirmation', null],
      ['S', '50301000', '10101301', 195, 'journalEntry', 'A1'], ['H', '65308000', '10101301', 195, 'journalEntry', null],
      ['S', '50301000', '10101301', 45.01, 'journalEntry', 'A1'], ['H', '21900000', '', 45.01, 'journalEntry', null]
    ].map(String).sort())
    expect([await count('CostPostings'), await count('HostMessages'), await rowsOf(ID), await financeOf(ID)]).toEqual(before)
    expect(errorOf(await app.as('dispatcher').post(`${FINANCE}/post`, { workOrder_ID: ID, simulate: true })).status).toBe(403)
  })

  test('writes it once, has the host post it, and tells each cost its document', async () => {
    const ID = await doneOrder(app, [LABOUR, TRAVEL], { accountingIndicator_code: 'billable' })
    expect(await worklist(ID)).toMatchObject({ category_code: 'ready', openCount: 2, costDate: '2026-11-20', fiscalPeriod: 11 })
    await host.faults({ latency: { ms: 700 } })
    const answers = await Promise.all([post(app, ID), post(app, ID), post(app, ID)])
    await host.faults({})
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(answers.filter(({ status }) => status === 409).map(({ data }) => data.error.code)).toEqual(['POSTING_UNDERWAY', 'POSTING_UNDERWAY'])
    const { posting_ID, number } = answers.find(({ status }) => status === 200)!.data
    await settled()
    const documents = await documentsOf(posting_ID)
    expect(documents.map(({ kind_code, state_code }) => [kind_code, state_code])).toEqual([['timeConfirmation.create', 'Confirmed'], ['journalEntry.post', 'Confirmed']])
    await inState(posting_ID, 'Posted')
    for (const row of await rowsOf(ID)) expect(row).toMatchObject({ state_code: 'Posted', postingNumber: number, accountingDocument: documents[1].hostDocument, postingDate: '2026-11-20', fiscalPeriod: 11 })
    expect(await financeOf(ID)).toMatchObject({ state_code: 'Posted', openCount: 0, currentPosting_ID: null, posted: expect.stringMatching(/^240.01/) })
    expect(await worklist(ID)).toBeUndefined()
    const { data: { lines } } = await axios.get(`${host.erp().url}/__ledger`, { params: { document: documents[1].hostDocument } })
    expect(lines.every((line: any) => line.companyCodeCurrency === 'EUR')).toBe(true)
    expect(errorOf(await post(app, ID))).toMatchObject({ status: 422, code: 'NOTHING_TO_POST' })
    await balanced()
  })

  test('waits until the work is done, and for costs that are complete', async () => {
    const ID = await doneOrder(app, [TRAVEL])
    await cds.db.run(UPDATE('aftersales.WorkOrders').with({ status_code: 'InProgress' } as never).where({ ID }))
    expect(errorOf(await post(app, ID))).toMatchObject({ status: 409, code: 'POSTING_ORDER_NOT_DONE' })
    const { data } = await post(app, ID, { simulate: true })
    expect([data.canPost, data.messages[0]]).toEqual([false, { code: 'POSTING_ORDER_NOT_DONE', text: expect.stringContaining('In Progress'), repairCost_ID: null, isError: true }])
    expect(errorOf(await post(app, crypto.randomUUID())).status).toBe(404)
  })

  test('goes into an open period: refused with the next one, or moved there by configuration', async () => {
    const ID = await doneOrder(app, [TRAVEL])
    await setPeriod('1010', 11, false)
    expect(await worklist(ID)).toMatchObject({ category_code: 'closedPeriod' })
    expect(errorOf(await post(app, ID))).toEqual({ status: 422, code: 'PERIOD_CLOSED', message: 'Period 11/2026 of company code 1010 is closed. Post on 2026-12-01 or later, or open the period.' })
    expect((await post(app, ID, { simulate: true })).data).toMatchObject({ canPost: false, messages: [{ code: 'PERIOD_CLOSED', isError: true }] })
    configure({ closedPeriod: 'next' })
    expect((await post(app, ID, { simulate: true })).data).toMatchObject({ canPost: true, postingDate: '2026-12-01', messages: [{ code: 'PERIOD_MOVED', isError: false }] })
    const { data } = await post(app, ID)
    expect(data).toMatchObject({ postingDate: '2026-12-01', fiscalPeriod: 12, documentDate: '2026-11-20' })
    await settled()
    await inState(data.posting_ID, 'Posted')
    await balanced()
  })

  test('has the hours valued as the host does, or not at all', async () => {
    const ID = await doneOrder(app, [{ ...LABOUR, rate: 80 }])
    expect(errorOf(await post(app, ID))).toMatchObject({ status: 422, code: 'TIME_VALUE_DIFFERS', message: expect.stringContaining('195') })
  })
})

describe('what the host refuses', () => {
  test('fails with its words, goes through when sent again, and is in the books once', async () => {
    const ID = await doneOrder(app, [TRAVEL])
    await period('1010', 11, false)
    const { data: { posting_ID } } = await post(app, ID)
    await settled()
    expect(await postingOf(posting_ID)).toMatchObject({ state_code: 'Failed', error: expect.stringContaining('Posting period 011 2026 is not open') })
    expect(await worklist(ID)).toMatchObject({ category_code: 'failed', posting_ID, error: expect.stringContaining('is not open') })
    await period('1010', 11, true)
    expect((await controller().post(onPosting(posting_ID, 'resend'))).status).toBe(200)
    expect(errorOf(await controller().post(onPosting(posting_ID, 'resend'))).status).toBe(409)
    await settled()
    await inState(posting_ID, 'Posted')
    await balanced()
  })

  test('is withdrawn where nothing is in the books, and its costs are open again', async () => {
    const ID = await doneOrder(app, [TRAVEL])
    await period('1010', 11, false)
    const { data: { posting_ID } } = await post(app, ID)
    await settled()
    const { status, data } = await reverse(app, posting_ID)
    expect([status, data.ID, data.state_code]).toEqual([200, posting_ID, 'Withdrawn'])
    expect((await rowsOf(ID)).map(row => [row.state_code, row.posting_ID])).toEqual([['Open', null]])
    expect(await financeOf(ID)).toMatchObject({ openCount: 1, currentPosting_ID: null })
    await period('1010', 11, true)
    await post(app, ID)
    await settled()
    await balanced()
  })

  test('leaves only what was confirmed to be reversed', async () => {
    const ID = await doneOrder(app, [LABOUR, TRAVEL])
    await period('1010', 11, false)
    const { data: { posting_ID } } = await post(app, ID)
    await settled()
    expect((await documentsOf(posting_ID)).map(({ state_code }) => state_code)).toEqual(['Confirmed', 'NeedsAttention'])
    await balanced()
    const { data: mirror } = await reverse(app, posting_ID, { postingDate: '2026-12-02' })
    await settled()
    expect((await documentsOf(mirror.ID)).map(({ kind_code, state_code }) => [kind_code, state_code])).toEqual([['timeConfirmation.cancel', 'Confirmed']])
    expect((await documentsOf(posting_ID)).map(({ state_code }) => state_code)).toEqual(['Confirmed', 'GivenUp'])
    await inState(posting_ID, 'Reversed')
    expect((await rowsOf(ID)).every(row => row.state_code === 'Open' && row.reversalNumber === mirror.number)).toBe(true)
    await balanced()
  })

  test('is not taken back while the host may have it', async () => {
    const ID = await doneOrder(app, [TRAVEL])
    await host.faults({ rates: { internalError: 1 } })
    const { data: { posting_ID } } = await post(app, ID)
    await settled()
    await inState(posting_ID, 'Failed')
    expect(errorOf(await reverse(app, posting_ID))).toMatchObject({ status: 409, code: 'POSTING_DOCUMENT_UNCLEAR' })
    await host.faults({})
    const [{ hostMessage_ID }] = await documentsOf(posting_ID)
    await app.as('admin').post(`${HOST_ERP}/HostMessages(${hostMessage_ID})/aftersales.HostErpService.giveUp`, { reason: 'Not in the host' })
    expect((await reverse(app, posting_ID)).data).toMatchObject({ state_code: 'Withdrawn' })
    await balanced()
  })
})

describe('reversal', () => {
  test('is the mirror, once, and opens the costs for posting anew', async () => {
    const ID = await doneOrder(app, [LABOUR, TRAVEL], { accountingIndicator_code: 'warranty' })
    const { data: { posting_ID } } = await post(app, ID)
    await settled()
    expect(errorOf(await reverse(app, posting_ID, { postingDate: '2026-11-01' }))).toMatchObject({ status: 422, code: 'REVERSAL_BEFORE_POSTING' })
    await host.faults({ latency: { ms: 700 } })
    const answers = await Promise.all([reverse(app, posting_ID), reverse(app, posting_ID)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const mirror = answers.find(({ status }) => status === 200)!.data
    await inState(posting_ID, 'Reversing')
    expect(errorOf(await post(app, ID)).status).toBe(409)
    await host.faults({})
    await settled()
    await inState(posting_ID, 'Reversed')
    await inState(mirror.ID, 'Posted')
    expect((await documentsOf(mirror.ID)).map(({ kind_code }) => kind_code)).toEqual(['journalEntry.reverse', 'timeConfirmation.cancel'])
    expect(await booksHere()).toEqual(await booksThere(host.erp()))
    expect(errorOf(await reverse(app, posting_ID))).toMatchObject({ status: 409, code: 'POSTING_WRONG_STATE' })
    expect(errorOf(await reverse(app, mirror.ID))).toMatchObject({ status: 409, code: 'POSTING_REVERSAL_REVERSED' })
    const again = await post(app, ID)
    expect(again.status).toBe(200)
    await settled()
    await inState(again.data.posting_ID, 'Posted')
    await balanced()
  })

  test('is sent again when the host refused it, and then counts', async () => {
    const ID = await doneOrder(app, [TRAVEL])
    const { data: { posting_ID } } = await post(app, ID)
    await settled()
    await period('1010', 11, false)
    const { data: mirror } = await reverse(app, posting_ID)
    await settled()
    await inState(mirror.ID, 'Failed')
    await inState(posting_ID, 'Reversing')
    expect((await reverse(app, mirror.ID)).data.state_code).toBe('Withdrawn')
    await inState(posting_ID, 'Posted')
    const { data: second } = await reverse(app, posting_ID)
    await settled()
    await period('1010', 11, true)
    await controller().post(onPosting(second.ID, 'resend'))
    await settled()
    await inState(posting_ID, 'Reversed')
    await balanced()
  })
})

describe('the end of an order for finance', () => {
  test('comes when nothing is open, and late costs open finance alone', async () => {
    const ID = await doneOrder(app, [TRAVEL])
    expect(errorOf(await controller().post(onFinance(ID, 'closeFinance')))).toMatchObject({ status: 422, code: 'FINANCE_STILL_OPEN' })
    await post(app, ID)
    await settled()
    expect((await controller().post(onFinance(ID, 'closeFinance'))).data).toMatchObject({ state_code: 'Closed', closedAt: expect.any(String) })
    expect(errorOf(await controller().post(onFinance(ID, 'closeFinance'))).status).toBe(409)
    const late = await controller().post(`${FINANCE}/addLateCost`, { workOrder_ID: ID, type_code: 'external', description: 'Crane', quantity: '1', rate: '99.90', performedOn: '2026-11-21' })
    expect(late.status).toBe(200)
    expect(await financeOf(ID)).toMatchObject({ state_code: 'Open', reopenedAt: expect.any(String), openCount: 1 })
    expect(await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('status_code').where({ ID }))).toEqual({ status_code: 'Completed' })
    await post(app, ID)
    await settled()
    expect((await rowsOf(ID)).map(row => row.state_code)).toEqual(['Posted', 'Posted'])
    await balanced()
  })
})

describe('billing', () => {
  test('is asked once for what the customer bears, and its number is kept', async () => {
    const ID = await doneOrder(app, [TRAVEL], { accountingIndicator_code: 'billable' })
    const bill = () => controller().post(onFinance(ID, 'requestBilling'))
    expect(errorOf(await bill())).toMatchObject({ status: 422, code: 'BILLING_NOTHING' })
    expect((await controller().post(onFinance('null', 'requestBilling'))).status).toBe(404)
    const { data: { posting_ID } } = await post(app, ID)
    await settled()
    await host.faults({ latency: { ms: 700 } })
    const answers = await Promise.all([bill(), bill()])
    await host.faults({})
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [request] = answers.find(({ status }) => status === 200)!.data.value
    expect(request).toMatchObject({ state_code: 'Queued', isCredit: false, currency_code: 'EUR' })
    await settled()
    expect((await controller().get(`${FINANCE}/BillingRequests(${request.ID})`)).data).toMatchObject({ state_code: 'Requested', hostDocument: expect.stringMatching(/\d+/), error: null })
    expect(errorOf(await bill())).toMatchObject({ status: 422, code: 'BILLING_NOTHING' })
    await reverse(app, posting_ID)
    await settled()
    await cds.db.run(UPDATE('aftersales.CostItems').with({ quantity: 0, amount: 0 } as never).where({ workOrder_ID: ID }))
    await bookCost(app, ID, { ...TRAVEL, rate: 5 })
    await post(app, ID)
    await settled()
    const [credit] = (await bill()).data.value
    expect([credit.isCredit, Number(credit.netAmount)]).toEqual([true, 40.01])
    await settled()
    expect((await controller().get(`${FINANCE}/BillingRequests(${credit.ID})`)).data).toMatchObject({ state_code: 'Requested' })
  })
})

describe('the cost model of service items', () => {
  test('asks for the service order first and charges its item', async () => {
    configure({ costModel: 'serviceItem' })
    await cds.db.run(INSERT.into('aftersales.CostObjectRules').entries({ ID: crypto.randomUUID(), companyCode_code: '1010', costObjectKind_code: 'serviceItem', priority: 1, accountingIndicator_code: 'goodwill', costType_code: 'travel' }))
    await cds.db.run(INSERT.into('aftersales.CostObjectRules').entries({ ID: crypto.randomUUID(), companyCode_code: '1010', costObjectKind_code: 'serviceItem', priority: 1, accountingIndicator_code: 'goodwill', costType_code: 'labour' }))
    const ID = await doneOrder(app, [LABOUR, TRAVEL], { accountingIndicator_code: 'goodwill' })
    const { status, data } = await post(app, ID)
    expect(status).toBe(200)
    await settled()
    const documents = await documentsOf(data.posting_ID)
    expect(documents.map(({ kind_code, state_code, error }) => [kind_code, state_code, error])).toEqual([['serviceOrder.create', 'Confirmed', null], ['serviceConfirmation.create', 'Confirmed', null], ['journalEntry.post', 'Confirmed', null]])
    const serviceOrder = documents[0].hostDocument
    expect(await financeOf(ID)).toMatchObject({ serviceOrder, state_code: 'Posted' })
    expect((await rowsOf(ID)).map(row => [row.serviceOrder, row.serviceOrderItem])).toEqual([[serviceOrder, '10'], [serviceOrder, '10']])
    await balanced()
    await reverse(app, data.posting_ID)
    await settled()
    await inState(data.posting_ID, 'Reversed')
    const again = await post(app, ID)
    await settled()
    expect((await documentsOf(again.data.posting_ID)).map(({ kind_code }) => kind_code)).toEqual(['serviceConfirmation.create', 'journalEntry.post'])
    await balanced()
  })
})

describe('random lives of orders with a host that fails', () => {
  test('end with the same books on both sides, no document twice and no cost lost', async () => {
    await cds.db.run(UPDATE('aftersales.CostObjectRules').with({ validTo: '2020-01-01' } as never).where({ priority: 1 }))
    await host.faults({ seed: 5, rates: { internalError: 0.05, unavailable: 0.05, dropBefore: 0.05, dropAfter: 0.08, duplicate: 0.05, wrongJson: 0.05, expiredToken: 0.05 }, retryAfter: 0 })
    const said = new Map<string, number>()
    await Promise.all([0, 1, 2].map(async player => {
      for (let run = player; run < RUNS; run += 3) {
        const order_ID = await createOrder(run, SEED)
        for (const { step, draw } of stepsOf(run, SEED)) {
          const answer = await play(order_ID, step, draw)
          said.set(answer, (said.get(answer) ?? 0) + 1)
          await new Promise(resolve => setTimeout(resolve, draw * 120))
        }
      }
    }))
    await host.faults({})
    const isThrough = async () => { const { messages, postings } = await unfinished(); return !messages && !postings.length }
    for (let round = 0; round < 8 && !((await heal()).length === 0 && (await isThrough())); round++) for (const end = Date.now() + 20_000; Date.now() < end && (await unfinished()).messages;) await new Promise(resolve => setTimeout(resolve, 60))
    expect([...said.keys()].filter(answer => answer.startsWith('ERROR'))).toEqual([])
    expect((await unfinished()).postings).toEqual([])
    expect((await verdict(host.erp().url)).wrong).toEqual([])
  })
})
