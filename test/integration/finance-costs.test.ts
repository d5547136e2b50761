import cds from '@sap/cds'
import { readHostValues } from '../../srv/finance/costs/handlers'
import { CatchUpRound } from '../../srv/finance/costs/catching-up'
import { action, errorOf, letTechnicianDoAll, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'
import { startHost } from '../setup/host'
import { onNeed, partID, settled, SPARE_PARTS } from '../setup/parts'

jest.setTimeout(120_000)

const app = startApp()
startHost(app)
letTechnicianDoAll()

const FINANCE = '/odata/v4/finance'
const rowsOf = (workOrder_ID: string) => cds.db.run(SELECT.from('aftersales.RepairCosts').where({ workOrder_ID }).orderBy('changeNumber')) as unknown as Promise<any[]>
const financeOf = (workOrder_ID: string) => cds.db.run(SELECT.one.from('aftersales.OrderFinances').where({ workOrder_ID })) as Promise<any>
const itemsOf = (workOrder_ID: string) => cds.db.run(SELECT.from('aftersales.CostItems').where({ workOrder_ID }).orderBy('createdAt')) as unknown as Promise<any[]>
const figures = (rows: any[]) => rows.map(({ accountingIndicator_code, quantity, amount, state_code }) => [accountingIndicator_code, Number(quantity), Number(amount), state_code])
const post = (user: string, ID: string, name: string, data: object = {}, isActive = true) => app.as(user).post(action(ID, name, isActive), data)
const item = (workOrder_ID: string, ID: string, isActive = true) => `${order(workOrder_ID, isActive)}/costItems(ID=${ID},IsActiveEntity=${isActive})`
/** As a posting does. */
const markPosted = (workOrder_ID: string, state_code = 'Posted', from = 'Open') =>
  cds.db.run(UPDATE('aftersales.RepairCosts').with({ state_code } as never).where({ workOrder_ID, state_code: from }))

const COVERED = { serialNumber: 'VEN-3107-0012' }

async function book(workOrder_ID: string, cost: Record<string, unknown>): Promise<any> {
  const { status, data } = await app.as('agent').post(`${order(workOrder_ID)}/costItems`, { description: 'Cost', ...cost })
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(data)}`)
  return data
}

async function takeThrough(ID: string, last: 'start' | 'complete' | 'close'): Promise<void> {
  const step = async (user: string, name: string, data: object = {}) => expect([name, (await post(user, ID, name, data)).status]).toEqual([name, 200])
  await step('dispatcher', 'release')
  await step('dispatcher', 'assign', { technician_ID: await technicianID(app) })
  await step('technician', 'start')
  if (last === 'start') return
  await step('technician', 'complete', { resolution_code: 'PARTREPLACED', summary: 'Part replaced, tested.' })
  if (last === 'complete') return
  await step('agent', 'accept', { rating: 5 })
  await step('controller', 'close')
}

async function issuePart(workOrder_ID: string, part: string, quantity: number): Promise<string> {
  const { data } = await app.as('parts').post(`${SPARE_PARTS}/reserve`, { workOrder_ID, part_ID: await partID(part), quantity, plant: '1010', storageLocation: '0001' })
  const answer = await app.as('parts').post(onNeed(data.ID, 'issue'), {})
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.data))
  return data.ID
}

describe('what an order costs', () => {
  test('is a row for each item and each bearer, with accounts, cost object, two currencies and period, and its sums', async () => {
    const ID = await takeOrder(app, COVERED)
    await book(ID, { type_code: 'lumpSum', quantity: 1, rate: '100.01', accountingIndicator_code: 'contract', performedOn: '2026-11-20' })
    const rows = await rowsOf(ID)
    expect(figures(rows)).toEqual([['contract', 0.8, 80.01, 'Open'], ['billable', 0.2, 20, 'Open']])
    expect(rows[0]).toMatchObject({
      companyCode: '1010', glAccount: '65008000', offsetAccount: '21900000', internalOrder: '400105', costObjectKind_code: 'order', postedBy_code: 'journalEntry', fiscalYear: 2026, fiscalPeriod: 11,
      month: '2026-11-01', serviceContract: 'SC40000105', serialNumber: 'VEN-3107-0012', companyCodeCurrency_code: 'EUR', debitCredit: 'S'
    })
    expect(Number(rows[0].companyCodeAmount)).toBe(80.01)
    const finance = await financeOf(ID)
    expect(finance).toMatchObject({ state_code: 'Open', companyCode: '1010', currency_code: 'EUR', openCount: 2, costDate: '2026-11-20', incompleteCount: 0 })
    expect([finance.actual, finance.open, finance.contract, finance.billable].map(Number)).toEqual([100.01, 100.01, 80.01, 20])
  })

  test('has hours at the rate of the technician\'s activity on the day, and the host confirms their time', async () => {
    const ID = await takeOrder(app)
    const technician_ID = await technicianID(app)
    const hours = await book(ID, { type_code: 'labour', quantity: '2.5', unit: 'H', technician_ID, performedOn: '2025-06-30' })
    expect([hours.rate, hours.amount].map(Number)).toEqual([76, 190])
    const later = (await app.as('agent').patch(item(ID, hours.ID), { performedOn: '2026-01-02' })).data
    expect([later.rate, later.amount].map(Number)).toEqual([78, 195])
    const given = await book(ID, { type_code: 'labour', quantity: 1, unit: 'H', rate: 50, technician_ID, performedOn: '2026-01-01' })
    expect(Number((await app.as('agent').patch(item(ID, given.ID), { performedOn: '2025-06-30' })).data.amount)).toBe(50)
    expect((await rowsOf(ID)).map(row => [row.source_code, row.activityType, row.technicianNumber, row.postedBy_code, row.hostAccount])).toEqual(
      [1, 2].map(() => ['time', 'SERV01', 'T-1001', 'timeConfirmation', '94308000']))
  })

  test('in another currency is converted at the rate of the day; without one the row waits, and is not worth nothing', async () => {
    const ID = await takeOrder(app)
    await cds.db.run(INSERT.into('aftersales.ExchangeRates').entries({ fromCurrency_code: 'KWD', toCurrency_code: 'EUR', validFrom: '2026-11-01', rate: '2.99125' }))
    await book(ID, { type_code: 'external', quantity: 1, rate: '12.345', currency_code: 'KWD', performedOn: '2026-11-20' })
    await book(ID, { type_code: 'external', quantity: 1, rate: '5', currency_code: 'SEK', performedOn: '1999-01-01' })
    const [dinar, crown] = await rowsOf(ID)
    expect(dinar).toMatchObject({ currency_code: 'KWD', state_code: 'Open', exchangeRateDate: '2026-11-01' })
    expect([dinar.amount, dinar.companyCodeAmount, dinar.exchangeRate].map(Number)).toEqual([12.345, 36.93, 2.99125])
    expect(crown).toMatchObject({ state_code: 'Incomplete', incompleteReason: 'MISSING_EXCHANGE_RATE', companyCodeAmount: null })
    expect(await financeOf(ID)).toMatchObject({ incompleteCount: 1, incompleteReason: 'MISSING_EXCHANGE_RATE' })
    const { costTotal } = (await app.as('agent').get(order(ID))).data
    expect(Number(costTotal)).toBe(0)
  })

  test('follows its items: what is deleted stays as a row of nothing with a new number', async () => {
    const ID = await takeOrder(app)
    const one = await book(ID, { type_code: 'lumpSum', quantity: 1, rate: 10 })
    await book(ID, { type_code: 'lumpSum', quantity: 1, rate: 20 })
    const [first] = await rowsOf(ID)
    expect((await app.as('agent').patch(item(ID, one.ID), { quantity: 3 })).status).toBe(200)
    expect(figures(await rowsOf(ID))).toEqual([['contract', 1, 20, 'Open'], ['contract', 3, 30, 'Open']])
    expect((await app.as('agent').delete(item(ID, one.ID))).status).toBe(204)
    const rows = await rowsOf(ID)
    expect(rows.map(row => [row.ID === first.ID, Number(row.amount), row.state_code])).toEqual([[false, 20, 'Open'], [true, 0, 'Cancelled']])
    expect(Number((await financeOf(ID)).actual)).toBe(20)
    expect(Number((await app.as('agent').get(order(ID))).data.costTotal)).toBe(20)
  })

  test('can not be changed by hand once it is posted, whether directly or in a draft; a draft that leaves it alone is saved', async () => {
    const ID = await takeOrder(app)
    const posted = await book(ID, { type_code: 'lumpSum', quantity: 1, rate: 10, description: 'Scaffold' })
    await markPosted(ID)
    expect(errorOf(await app.as('agent').patch(item(ID, posted.ID), { rate: 11 }))).toMatchObject({ status: 409, code: 'COST_ITEM_POSTED', message: expect.stringContaining('Scaffold') })
    expect(errorOf(await app.as('agent').delete(item(ID, posted.ID)))).toMatchObject({ status: 409, code: 'COST_ITEM_POSTED' })
    expect((await app.as('agent').patch(item(ID, posted.ID), { rate: '10.00', description: 'Scaffolding' })).status).toBe(200)
    expect((await post('agent', ID, 'draftEdit', { PreserveChanges: true })).status).toBe(201)
    expect(errorOf(await app.as('agent').patch(item(ID, posted.ID, false), { quantity: 2 }))).toMatchObject({ status: 409, code: 'COST_ITEM_POSTED' })
    expect(errorOf(await app.as('agent').delete(item(ID, posted.ID, false)))).toMatchObject({ status: 409, code: 'COST_ITEM_POSTED' })
    expect((await app.as('agent').post(`${order(ID, false)}/costItems`, { type_code: 'lumpSum', quantity: 1, rate: -4, description: 'Too much' })).status).toBe(201)
    expect((await post('agent', ID, 'draftActivate', {}, false)).status).toBe(200)
    expect(figures(await rowsOf(ID))).toEqual([['contract', 1, 10, 'Posted'], ['contract', 1, -4, 'Open']])
  })
})

describe('what parts cost', () => {
  test('is an item for each need with what was issued and not brought back, whatever the order\'s status', async () => {
    const ID = await takeOrder(app)
    await cds.db.run(UPSERT.into('aftersales.PartSupplies').entries({ part_ID: await partID('SP-1004'), plant: '1010', value: '12.34', currency_code: 'EUR' }))
    const need = await issuePart(ID, 'SP-1004', 3)
    expect(figures(await rowsOf(ID))).toEqual([['contract', 2.1, 25.91, 'Open'], ['billable', 0.9, 11.11, 'Open']])
    const [part] = await itemsOf(ID)
    expect(part).toMatchObject({ type_code: 'part', source_code: 'goodsIssue', reservation_ID: need, unit: 'EA' })
    expect(errorOf(await app.as('agent').patch(item(ID, part.ID), { quantity: 1 }))).toMatchObject({ status: 409, code: 'COST_ITEM_OF_PARTS' })
    expect(errorOf(await app.as('agent').delete(item(ID, part.ID)))).toMatchObject({ status: 409, code: 'COST_ITEM_OF_PARTS' })

    await markPosted(ID)
    expect((await app.as('parts').post(onNeed(need, 'returnUnused'), { quantity: 1 })).status).toBe(200)
    const rows = await rowsOf(ID)
    expect(figures(rows)).toEqual([['contract', 2.1, 25.91, 'Posted'], ['billable', 0.9, 11.11, 'Posted'], ['contract', -0.7, -8.63, 'Open'], ['billable', -0.3, -3.71, 'Open']])
    expect(rows[2]).toMatchObject({ correction: 1, debitCredit: 'H', glAccount: rows[0].glAccount, internalOrder: rows[0].internalOrder })
    expect((await app.as('parts').post(onNeed(need, 'returnUnused'), { quantity: 2 })).status).toBe(200)
    expect((await rowsOf(ID)).reduce((sum, row) => sum + Math.round(Number(row.amount) * 100), 0)).toBe(0)
    await markPosted(ID, 'Open', 'Posted')
    await cds.tx({ user: new cds.User.Privileged() } as never, async () => (await import('../../srv/finance/costs/ledger')).bringUpToDate([ID]))
    expect(new Set((await rowsOf(ID)).map(row => row.state_code))).toEqual(new Set(['Cancelled']))
  })

  test('is what the host has booked, once it has, with what came back', async () => {
    const ID = await takeOrder(app)
    const need = await issuePart(ID, 'SP-1004', 3)
    await app.as('parts').post(onNeed(need, 'returnUnused'), { quantity: 1 })
    await readHostValues()
    expect((await itemsOf(ID))[0]).toMatchObject({ hostAmount: null })
    await settled()
    await readHostValues()
    const [part] = await itemsOf(ID)
    expect(part).toMatchObject({ hostDocument: expect.stringMatching(/^49\d+\/\d{4}$/), currency_code: 'EUR' })
    const value = (await (cds.services['aftersales.HostErpService'] as any).reading.postedValues(part.hostDocument))[0]
    expect([Number(part.quantity), Number(part.amount), Number(part.hostAmount)]).toEqual([2, 2 * Number(value.amount), 2 * Number(value.amount)])
    expect((await rowsOf(ID)).reduce((sum, row) => sum + Number(row.amount), 0)).toBeCloseTo(Number(part.amount), 5)
    await post('agent', ID, 'draftEdit', { PreserveChanges: true })
    expect((await post('agent', ID, 'draftActivate', {}, false)).status).toBe(200)
    expect((await itemsOf(ID))[0]).toMatchObject({ amount: part.amount, hostAmount: part.hostAmount })
  })

  test('is recovered from the supplier by what it pays, each bearer his share', async () => {
    const ID = await takeOrder(app)
    await cds.db.run(UPSERT.into('aftersales.PartSupplies').entries({ part_ID: await partID('SP-1002'), plant: '1010', supplier: '17300001', value: '96', currency_code: 'EUR' }))
    const need = await issuePart(ID, 'SP-1002', 1)
    await app.as('parts').post(onNeed(need, 'scrap'), { quantity: 1, isSupplierDefect: true, reason: 'Does not charge' })
    const { data: { value: [claim] } } = await app.as('parts').get(`${SPARE_PARTS}/WarrantyReturns?$filter=reservation_ID eq ${need}`)
    const onReturn = (name: string, data: object = {}) => app.as('parts').post(`${SPARE_PARTS}/WarrantyReturns(${claim.ID})/aftersales.SparePartsService.${name}`, data)
    await onReturn('sendToSupplier')
    await settled()
    expect((await onReturn('credit', { amount: '75.55' })).status).toBe(200)
    expect((await rowsOf(ID)).map(row => [Number(row.amount), Number(row.recoveredAmount), row.warrantyReturn_ID])).toEqual([[67.2, 52.89, claim.ID], [28.8, 22.66, claim.ID]])
    expect(Number((await financeOf(ID)).recovered)).toBe(75.55)
  })

  test('is neither lost nor turned back by a draft that was opened before', async () => {
    const ID = await takeOrder(app)
    await cds.db.run(UPSERT.into('aftersales.PartSupplies').entries({ part_ID: await partID('SP-1004'), plant: '1010', value: '10', currency_code: 'EUR' }))
    const need = await issuePart(ID, 'SP-1004', 2)
    await post('agent', ID, 'draftEdit', { PreserveChanges: true })
    await app.as('parts').post(onNeed(need, 'returnUnused'), { quantity: 1 })
    await issuePart(ID, 'SP-1004', 5)
    const [part] = await itemsOf(ID)
    expect(errorOf(await app.as('agent').patch(item(ID, part.ID, false), { quantity: 9 }))).toMatchObject({ status: 409, code: 'COST_ITEM_OF_PARTS' })
    expect((await app.as('agent').patch(item(ID, part.ID, false), { accountingIndicator_code: 'goodwill' })).status).toBe(200)
    expect((await post('agent', ID, 'draftActivate', {}, false)).status).toBe(200)
    expect((await itemsOf(ID)).map(row => [Number(row.quantity), Number(row.amount), row.accountingIndicator_code])).toEqual([[1, 10, 'goodwill'], [5, 50, 'contract']])
    expect((await rowsOf(ID)).filter(row => row.state_code === 'Open').reduce((sum, row) => sum + Number(row.amount), 0)).toBe(60)
  })
})

describe('an order in finance', () => {
  test('closes with the order once nothing is open, and late costs open finance alone', async () => {
    const ID = await takeOrder(app)
    await book(ID, { type_code: 'lumpSum', quantity: 1, rate: 10 })
    await markPosted(ID)
    await takeThrough(ID, 'close')
    expect(await financeOf(ID)).toMatchObject({ state_code: 'Closed', reopenedAt: null })
    expect((await rowsOf(ID))[0]).toMatchObject({ resolution_code: 'PARTREPLACED', state_code: 'Posted' })
    const { status, data } = await app.as('controller').post(`${FINANCE}/addLateCost`, { workOrder_ID: ID, type_code: 'external', description: 'Crane', quantity: 1, rate: 99.5 })
    expect([status, data.source_code, Number(data.amount)]).toEqual([200, 'late', 99.5])
    expect(await financeOf(ID)).toMatchObject({ state_code: 'Open', reopenedAt: expect.anything(), closedAt: null })
    expect((await app.as('agent').get(order(ID))).data).toMatchObject({ status_code: 'Closed', costTotal: '109.500' })
    expect(errorOf(await app.as('agent').post(`${FINANCE}/addLateCost`, { workOrder_ID: ID, type_code: 'external', description: 'Crane', quantity: 1, rate: 1 }))).toMatchObject({ status: 403 })
    expect(errorOf(await app.as('controller').post(`${FINANCE}/addLateCost`, { workOrder_ID: ID, type_code: 'nothing', description: 'Crane', quantity: 1, rate: 1 }))).toMatchObject({ status: 400 })
  })

  test('has expected costs from its visit and its parts, which stay once work has started', async () => {
    const ID = await takeOrder(app)
    await cds.db.run(UPSERT.into('aftersales.PartSupplies').entries({ part_ID: await partID('SP-1004'), plant: '1010', value: '10', currency_code: 'EUR' }))
    await app.as('parts').post(`${SPARE_PARTS}/need`, { workOrder_ID: ID, part_ID: await partID('SP-1004'), quantity: 4 })
    expect(Number((await financeOf(ID)).planned)).toBe(40)
    await takeThrough(ID, 'start')
    const planned = Number((await financeOf(ID)).planned)
    await app.as('parts').post(`${SPARE_PARTS}/need`, { workOrder_ID: ID, part_ID: await partID('SP-1004'), quantity: 7 })
    expect(Number((await financeOf(ID)).planned)).toBe(planned)
    expect(planned).toBeGreaterThanOrEqual(40)
    const { data } = await app.as('controller').get(`${FINANCE}/OrderFinances(${ID})?$expand=planned_items`)
    expect(data.planned_items.map((each: any) => each.costType_code)).toContain('part')
  })
})

describe('costs from before', () => {
  test('of an imported history are rows of history, which nobody posts', async () => {
    const csv = 'OrderID,Date,Asset,Cost\nH-1,2020-03-04,LAT-0420-1105,12.50\nH-2,2020-03-05,LAT-0420-1105,-2.50\nH-3,2020-03-05,LAT-0420-1105,0\n'
    const { data } = await app.as('admin').post(`${WORK_ORDERS}/importHistory`, { csv: Buffer.from(csv).toString('base64') })
    expect(data).toMatchObject({ imported: 3 })
    const rows = (await cds.db.run(SELECT.from('aftersales.RepairCosts').where({ source_code: 'import' }).orderBy('amount'))) as any[]
    expect(rows.map(row => [Number(row.amount), row.state_code, row.month, row.debitCredit])).toEqual([[-2.5, 'Historical', '2020-03-01', 'H'], [12.5, 'Historical', '2020-03-01', 'S']])
    expect(await financeOf(rows[1].workOrder_ID)).toMatchObject({ state_code: 'Closed' })
  })

  test('of this module\'s orders are caught up with, and not a second time', async () => {
    const missing = () => cds.db.run(`SELECT count(*) as missing from aftersales_CostItems c where not exists (select 1 from aftersales_RepairCosts r where r.costItem_ID = c.ID)`) as Promise<any[]>
    expect(Number((await missing())[0].missing)).toBeGreaterThan(50)
    await new CatchUpRound().start()
    expect(Number((await missing())[0].missing)).toBe(0)
    const last = () => cds.db.run(SELECT.one.from('aftersales.ChangeCounters').where({ object: 'RepairCosts' })) as Promise<any>
    const { last: before } = await last()
    await new CatchUpRound().start()
    expect((await last()).last).toBe(before)
    const wrong = await cds.db.run(`SELECT c.ID from aftersales_CostItems c join aftersales_RepairCosts r on r.costItem_ID = c.ID group by c.ID, c.amount having abs(sum(r.amount) - c.amount) > 0.0001`)
    expect(wrong).toEqual([])
    const compared = await cds.db.run(SELECT.from('aftersales.OrderFinances').columns('workOrder_ID').where('planned > 0 and actual > 0' as never))
    expect(compared.length).toBeGreaterThan(0)
  })
})
