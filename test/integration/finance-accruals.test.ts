import cds from '@sap/cds'
import axios from 'axios'
import { errorOf, startApp } from '../setup/app'
import { booksHere, booksThere, doneOrder, FINANCE, onPosting, post, postingOf, rowsOf, settled } from '../setup/finance'
import { startHost } from '../setup/host'

/** Month end: October 2026 is open, and November is when its accruals are taken back. */
const app = startApp()
const host = startHost(app)
const SERVICE = 'aftersales.FinanceService'
const OCTOBER = { companyCode: '1010', fiscalYear: 2026, fiscalPeriod: 10 }
const LABOUR = { type_code: 'labour', quantity: 2.5, rate: 78, performedOn: '2026-10-28' }
const TRAVEL = { type_code: 'travel', quantity: 1, rate: 45.01, performedOn: '2026-10-28' }

type Row = Record<string, any>

const controller = () => app.as('controller')
const propose = (period: object = OCTOBER) => controller().post(`${FINANCE}/proposeAccruals`, period)
const onRun = (ID: string, action: string) => controller().post(`${FINANCE}/AccrualRuns(${ID})/${SERVICE}.${action}`, {})
const onItem = (ID: string, action: string) => controller().post(`${FINANCE}/AccrualItems(${ID})/${SERVICE}.${action}`, {})
const run = async (ID: string): Promise<Row> => (await cds.db.run(SELECT.one.from('aftersales.AccrualRuns').where({ ID })))!
const items = (run_ID: string): Promise<Row[]> => cds.db.run(SELECT.from('aftersales.AccrualItems').where({ run_ID }).orderBy('performedOn', 'repairCost_ID'))
const itemsOf = async (run_ID: string, workOrder_ID: string) => (await items(run_ID)).filter(item => item.workOrder_ID === workOrder_ID)
const lines = (posting_ID: string): Promise<Row[]> => cds.db.run(SELECT.from('aftersales.CostPostingLines').where({ posting_ID }).orderBy('line'))
const period = (fiscalPeriod: number, isOpen: boolean) => axios.put(`${host.erp().url}/__periods`, { companyCode: '1010', fiscalYear: 2026, fiscalPeriod, isOpen })
const balanced = async () => expect(await booksHere()).toEqual(await booksThere(host.erp()))
const nothingStays = async () => expect(await booksHere()).toEqual({})

/** Runs are one a period for good: each test has its own. */
async function forget() {
  for (const entity of ['AccrualItems', 'AccrualRuns']) await cds.db.run(DELETE.from(`aftersales.${entity}`))
}

afterEach(async () => {
  await period(10, true)
  await period(11, true)
  await controller().post(`${FINANCE}/setPeriod`, { ...OCTOBER, isOpen: true })
  await forget()
})

test('what was done by the end of the month and is not in the books is booked on its last day and taken back on the next', async () => {
  const ID = await doneOrder(app, [LABOUR, TRAVEL, { ...TRAVEL, performedOn: '2026-11-02' }], { accountingIndicator_code: 'warranty' })
  const { status, data } = await propose()
  expect([status, data.error]).toEqual([200, undefined])
  expect(data).toMatchObject({ state_code: 'Proposed', keyDate: '2026-10-31', reversalDate: '2026-11-01', currency_code: 'EUR' })
  const own = await itemsOf(data.ID, ID)
  expect(own.map(item => [item.costType_code, Number(item.companyCodeAmount), item.glAccount, item.costCenter, item.offsetAccount, item.offsetCostCenter])).toEqual(expect.arrayContaining([
    ['labour', 195, '65300000', '10101601', '65308000', 'CC-1010-S'], ['travel', 45.01, '65300000', '10101601', '21980000', null]
  ]))
  expect(own).toHaveLength(2)
  for (const item of (await items(data.ID)).filter(each => !own.some(({ ID: mine }) => mine === each.ID))) await onItem(item.ID, 'exclude')
  expect(Number((await run(data.ID)).total)).toBe(240.01)

  const answers = await Promise.all([onRun(data.ID, 'postAccruals'), onRun(data.ID, 'postAccruals')])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  await settled()
  const { posting_ID, reversalPosting_ID, state_code } = await run(data.ID)
  expect(state_code).toBe('Reversed')
  expect(await postingOf(posting_ID)).toMatchObject({ kind_code: 'accrual', postingDate: '2026-10-31', fiscalPeriod: 10, state_code: 'Reversed', workOrder_ID: null })
  expect(await postingOf(reversalPosting_ID)).toMatchObject({ kind_code: 'accrualReversal', postingDate: '2026-11-01', fiscalPeriod: 11, state_code: 'Posted', reversalOf_ID: posting_ID })
  expect((await lines(posting_ID)).map(line => [line.debitCredit, line.glAccount, line.costCenter, Number(line.companyCodeAmount)])).toEqual([
    ['S', '65300000', '10101601', 45.01], ['H', '21980000', null, 45.01], ['S', '65300000', '10101601', 195], ['H', '65308000', 'CC-1010-S', 195]
  ])
  await nothingStays()
  await balanced()
  // The costs themselves are posted as always, later.
  expect((await rowsOf(ID)).map(row => row.state_code)).toEqual(['Open', 'Open', 'Open'])
  expect(errorOf(await propose())).toMatchObject({ status: 409, code: 'ACCRUAL_RUN_WRONG_STATE' })
})

test('a cost that is accrued is posted after the key date, and is in the books once', async () => {
  const ID = await doneOrder(app, [TRAVEL])
  const { data } = await propose()
  await onRun(data.ID, 'postAccruals')
  await settled()
  expect(errorOf(await post(app, ID, { postingDate: '2026-10-30' }))).toMatchObject({ status: 422, code: 'PERIOD_ACCRUED', message: expect.stringContaining('2026-11-01') })
  const { status, data: posted } = await post(app, ID, { postingDate: '2026-11-03' })
  expect([status, posted.error]).toEqual([200, undefined])
  await settled()
  expect(Object.values(await booksHere()).map(Number).sort((a, b) => a - b)).toEqual([-45.01, 45.01])
  await balanced()
})

test('a proposal is made anew, items can be left out, and what was posted meanwhile falls out by itself', async () => {
  const [kept, left, posted] = [await doneOrder(app, [TRAVEL]), await doneOrder(app, [TRAVEL]), await doneOrder(app, [TRAVEL])]
  const { data: { ID } } = await propose()
  const [[item], [other]] = [await itemsOf(ID, left), await itemsOf(ID, posted)]
  const total = Number((await run(ID)).total)
  expect((await onItem(item.ID, 'exclude')).data.isExcluded).toBe(true)
  expect(Number((await run(ID)).total)).toBeCloseTo(total - 45.01)
  expect((await onItem(item.ID, 'include')).data.isExcluded).toBe(false)
  expect((await propose()).data.ID).toBe(ID)
  expect(errorOf(await onItem(item.ID, 'exclude'))).toMatchObject({ status: 404, code: 'ACCRUAL_ITEM_UNKNOWN' })
  await onItem((await itemsOf(ID, left))[0].ID, 'exclude')
  await post(app, posted, { postingDate: '2026-10-30' })
  await settled()
  expect((await onRun(ID, 'postAccruals')).status).toBe(200)
  expect((await itemsOf(ID, kept))[0].isExcluded).toBeFalsy()
  expect((await itemsOf(ID, posted))[0].isExcluded).toBeTruthy()
  expect(other.isExcluded).toBeFalsy()
  expect(Number((await run(ID)).total)).toBeCloseTo(total - 90.02)
  expect(errorOf(await onItem((await itemsOf(ID, kept))[0].ID, 'exclude'))).toMatchObject({ status: 409, code: 'ACCRUAL_RUN_WRONG_STATE' })
  await settled()
  await balanced()
})

test('what the host refuses is sent again or cancelled, and never booked twice', async () => {
  await doneOrder(app, [TRAVEL])
  const { data: { ID } } = await propose()
  await period(10, false)
  await onRun(ID, 'postAccruals')
  await settled()
  const { posting_ID, state_code } = await run(ID)
  expect(state_code).toBe('Failed')
  expect(errorOf(await propose())).toMatchObject({ status: 409 })
  expect((await onRun(ID, 'cancelAccruals')).data.state_code).toBe('Cancelled')
  expect((await postingOf(posting_ID)).state_code).toBe('Withdrawn')
  await nothingOfIt(posting_ID)

  expect((await propose()).data.ID).toBe(ID)
  await onRun(ID, 'postAccruals')
  await settled()
  const again = (await run(ID)).posting_ID
  await period(10, true)
  await period(11, false)
  expect((await controller().post(onPosting(again, 'resend'))).status).toBe(200)
  await settled()
  // The accrual is in the books, its reversal is refused: it can only be sent again.
  expect((await run(ID)).state_code).toBe('Failed')
  expect(errorOf(await onRun(ID, 'cancelAccruals'))).toMatchObject({ status: 409, code: 'ACCRUAL_IN_BOOKS' })
  await period(11, true)
  expect((await controller().post(onPosting((await run(ID)).reversalPosting_ID, 'resend'))).status).toBe(200)
  await settled()
  expect((await run(ID)).state_code).toBe('Reversed')
  await balanced()
})

async function nothingOfIt(posting_ID: string) {
  const documents = await cds.db.run(SELECT.from('aftersales.CostPostingDocuments').where({ posting_ID })) as Row[]
  expect(documents.map(({ hostDocument }) => hostDocument)).toEqual([null])
}

test('a run that breaks off on its way is a proposal as before, and is booked once when it is taken up again', async () => {
  await doneOrder(app, [TRAVEL])
  const { data: { ID } } = await propose()
  const door = cds.services['aftersales.HostErpService'] as unknown as { submit: unknown }
  const breaking = jest.spyOn(door as never, 'submit' as never).mockRejectedValueOnce(new Error('the process ends here') as never)
  expect((await onRun(ID, 'postAccruals')).status).toBe(500)
  breaking.mockRestore()
  expect(await run(ID)).toMatchObject({ state_code: 'Proposed', posting_ID: null })
  expect(await cds.db.run(SELECT.from('aftersales.CostPostings').where({ accrualRun_ID: ID, state_code: { in: ['Queued', 'Failed'] } }))).toEqual([])
  expect((await onRun(ID, 'postAccruals')).status).toBe(200)
  await settled()
  expect((await run(ID)).state_code).toBe('Reversed')
  await balanced()
})

test('answers that get lost double nothing', async () => {
  await doneOrder(app, [TRAVEL])
  const before = await booksThere(host.erp())
  const { data: { ID } } = await propose()
  await host.faults({ next: ['dropAfter', 'dropAfter'] })
  await onRun(ID, 'postAccruals')
  await settled()
  expect((await run(ID)).state_code).toBe('Reversed')
  expect(await booksThere(host.erp())).toEqual(before)
  await balanced()
})

test('a run needs a period that has begun and is open, a company code, and something to accrue', async () => {
  expect(errorOf(await propose({ ...OCTOBER, fiscalPeriod: 13 }))).toMatchObject({ status: 400, code: 'FISCAL_PERIOD_UNKNOWN' })
  expect(errorOf(await propose({ ...OCTOBER, fiscalYear: 2099 }))).toMatchObject({ status: 422, code: 'ACCRUAL_PERIOD_NOT_BEGUN' })
  expect(errorOf(await propose({ ...OCTOBER, companyCode: '4711' }))).toMatchObject({ status: 422, code: 'COMPANY_CODE_UNKNOWN' })
  const { data: empty } = await propose({ companyCode: '1910', fiscalYear: 2026, fiscalPeriod: 7 })
  expect(empty).toMatchObject({ keyDate: '2026-10-31', itemCount: 0 })
  expect(errorOf(await onRun(empty.ID, 'postAccruals'))).toMatchObject({ status: 422, code: 'ACCRUAL_EMPTY' })
  expect((await run(empty.ID)).state_code).toBe('Proposed')
  await doneOrder(app, [TRAVEL])
  const { data } = await propose()
  await controller().post(`${FINANCE}/setPeriod`, { ...OCTOBER, isOpen: false })
  expect(errorOf(await onRun(data.ID, 'postAccruals'))).toMatchObject({ status: 422, code: 'ACCRUAL_PERIOD_CLOSED' })
  expect((await onRun(data.ID, 'cancelAccruals')).data.state_code).toBe('Cancelled')
  expect((await app.as('auditor').post(`${FINANCE}/proposeAccruals`, OCTOBER)).status).toBe(403)
})

test('what was set aside for a model is set against its warranty costs, less what suppliers paid', async () => {
  const figures = async () => {
    const { data } = await controller().get(`${FINANCE}/ProvisionComparison?$filter=companyCode eq '1010' and fiscalYear eq 2026 and model eq 'PM-800'`)
    expect(data.value).toHaveLength(1)
    return data.value[0]
  }
  const sums = async () => (await controller().get(`${FINANCE}/ProvisionComparison?$apply=filter(companyCode eq '1010')/groupby((fiscalYear,currency_code),aggregate(provision with sum as provision,net with sum as net))`)).data.value
  const before = await figures()
  expect(before).toMatchObject({ provision: expect.stringMatching(/^26000(\.0*)?$/), currency_code: 'EUR', fiscalYearText: '2026', criticality: 3 })
  const ID = await doneOrder(app, [TRAVEL, { ...TRAVEL, rate: 20 }], { accountingIndicator_code: 'warranty', model: 'PM-800' })
  const [row] = await rowsOf(ID)
  await cds.db.run(UPDATE('aftersales.RepairCosts').with({ recoveredAmount: 15.5 } as never).where({ ID: row.ID }))
  const after = await figures()
  const more = (field: string) => Number((Number(after[field]) - Number(before[field])).toFixed(3))
  expect(['provision', 'actual', 'recovered', 'net', 'remaining'].map(more)).toEqual([0, 65.01, 15.5, 49.51, -49.51])
  const year = (await sums()).find(({ fiscalYear }: Row) => fiscalYear === 2026)
  expect(Number(year.provision)).toBe(26000 + 19500 + 6500 + 4200 + 31000)
})
