import { costItem, type Costing, type ItemFacts, type OrderFacts } from '../../../srv/finance/costs/costing'
import { expectedCosts } from '../../../srv/finance/costs/expected'
import { financeOf, type SummedRow } from '../../../srv/finance/costs/finances'

const RULE = { priority: 10, validFrom: null, validTo: null }
const costing = (changes: object = {}): Costing => ({
  rules: {
    companyCodes: new Map([['1610', { code: '1610', name: 'Japan', country: 'JP', currency: 'JPY', fiscalYearVariant: 'V3' }]]), plants: new Map([['1610', '1610']]),
    costObjectRules: [{ ...RULE, ID: 'object', costObjectKind: 'costCenter', costObject: '16101301' }], accountRules: [{ ...RULE, ID: 'account', glAccount: '61008000', offsetAccount: '21120000' }],
    coverageRules: [], activityRates: [], closedPeriods: new Set(), minorUnits: new Map([['JPY', 0], ['KWD', 3]]), ...changes
  },
  rates: [{ fromCurrency: 'KWD', toCurrency: 'JPY', validFrom: '2026-01-01', rate: '508.12' }], costModel: 'order', today: '2026-11-22'
})
const ORDER = { ID: 'order', number: 'WO-1', status_code: 'Completed', channel_code: 'phone', plant: '1610', currency_code: 'JPY', serviceContract: 'SC1', serviceContractEnd: '2026-06-30' } as unknown as OrderFacts
const item = (changes: Partial<ItemFacts> = {}): ItemFacts =>
  ({ ID: 'item', workOrder_ID: 'order', type_code: 'external', source_code: 'manual', quantity: '1', amount: '1.001', currency_code: 'KWD', accountingIndicator_code: 'billable', performedOn: '2026-02-10', ...changes }) as ItemFacts

describe('what an item costs', () => {
  test('is in the company code\'s currency with its decimals, at the rate of the day, in its fiscal period', () => {
    const costed = costItem(item(), ORDER, costing())
    expect(costed).toMatchObject({ amount: '1.001', companyCodeAmount: '509', decimals: 3, companyDecimals: 0, missing: undefined })
    expect(costed.fields).toMatchObject({ companyCode: '1610', fiscalYear: 2025, fiscalPeriod: 11, month: '2026-02-01', exchangeRate: '508.12', exchangeRateDate: '2026-01-01', serviceContract: 'SC1' })
    expect(costItem(item({ performedOn: '2026-07-01' }), ORDER, costing()).fields.serviceContract).toBeNull()
  })

  test('waits for what is missing', () => {
    expect(costItem(item({ amount: null }), ORDER, costing()).missing).toBe('MISSING_RATE')
    expect(costItem(item(), { ...ORDER, plant: '9999' }, costing()).missing).toBe('MISSING_COMPANY_CODE')
    expect(costItem(item({ performedOn: '2025-12-31' }), ORDER, costing())).toMatchObject({ missing: 'MISSING_EXCHANGE_RATE', companyCodeAmount: null })
    expect(costItem(item(), ORDER, costing({ accountRules: [] })).shares[0].missing).toBe('MISSING_ACCOUNT')
  })

  test('on a service item does not wait for the service order, which posting makes', () => {
    const [share] = costItem(item(), ORDER, costing({ costObjectRules: [{ ...RULE, ID: 'object', costObjectKind: 'serviceItem' }] })).shares
    expect([share.missing, share.fields.costObjectKind_code]).toEqual([undefined, 'serviceItem'])
  })

  test('is booked by the host where it hears of it: hours of technicians and goods issues', () => {
    const by = (changes: Partial<ItemFacts>, costModel: Costing['costModel'] = 'order') => costItem(item(changes), ORDER, { ...costing(), costModel }).fields.postedBy_code
    const hours = { type_code: 'labour', unit: 'H', technician_ID: 'T' }
    expect([by(hours), by(hours, 'serviceItem'), by({ ...hours, technician_ID: null }), by({ ...hours, type_code: 'travel' }), by({ type_code: 'part' }), by({ type_code: 'part', source_code: 'goodsIssue' })])
      .toEqual(['timeConfirmation', 'serviceConfirmation', 'journalEntry', 'journalEntry', 'journalEntry', 'goodsIssue'])
  })

  test('of an imported order is history, except for what comes late', () => {
    const imported = { ...ORDER, channel_code: 'import' }
    expect([costItem(item(), imported, costing()).isHistorical, costItem(item({ source_code: 'late' }), imported, costing()).isHistorical]).toEqual([true, false])
  })
})

describe('an order in finance', () => {
  const row = (state_code: string, companyCodeAmount: string | null, changes: Partial<SummedRow> = {}): SummedRow => ({ state_code, amount: companyCodeAmount ?? '5', companyCodeAmount, accountingIndicator_code: 'warranty', ...changes })

  test('is open as long as a row is, even where open rows come to nothing together', () => {
    expect(financeOf([row('Open', '10'), row('Open', '-10')], 'Closed', undefined, 'now')).toMatchObject({ state_code: 'Open', open: '0', openCount: 2 })
    expect(financeOf([row('Posting', '10')], 'Closed', undefined, 'now')).toMatchObject({ state_code: 'Open', open: '0' })
    expect(financeOf([row('Incomplete', null, { incompleteReason: 'MISSING_RATE' })], 'Closed', undefined, 'now')).toMatchObject({ state_code: 'Open', incompleteCount: 1, incompleteReason: 'MISSING_RATE' })
  })

  test('closes with its order, stays closed when a person closed it, and is opened by what comes late', () => {
    const posted = [row('Posted', '10')]
    expect(financeOf(posted, 'Completed', undefined, 'now')).toMatchObject({ state_code: 'Posted' })
    expect(financeOf(posted, 'Closed', undefined, 'now')).toMatchObject({ state_code: 'Closed', closedAt: 'now' })
    expect(financeOf(posted, 'Completed', { state_code: 'Closed', closedAt: 'before' }, 'now')).not.toHaveProperty('state_code')
    expect(financeOf([...posted, row('Open', '1')], 'Closed', { state_code: 'Closed' }, 'now')).toMatchObject({ state_code: 'Open', reopenedAt: 'now', closedAt: null })
    expect(financeOf([row('Cancelled', '0')], 'Closed', undefined, 'now')).toMatchObject({ state_code: 'NoCosts' })
  })

  test('adds up exactly, by who bears it', () => {
    const rows = [row('Posted', '0.1'), row('Open', '0.2', { accountingIndicator_code: 'billable', performedOn: '2026-11-03', fiscalYear: 2026, fiscalPeriod: 11 }), row('Historical', '1')]
    expect(financeOf(rows, 'Completed', undefined, 'now')).toMatchObject({ actual: '1.3', posted: '0.1', open: '0.2', warranty: '1.1', billable: '0.2', costDate: '2026-11-03', fiscalPeriod: 11 })
  })
})

describe('what a repair is expected to cost', () => {
  test('is time and way of its visits and its parts', () => {
    const visit = { plannedStart: '2026-11-23T08:00:00Z', plannedEnd: '2026-11-23T09:40:00Z', travelMinutes: 30, rate: { rate: '78', currency: 'EUR' }, name: 'Jonas' }
    const parts = [{ name: 'Sensor', quantity: '2', unit: 'EA', value: '12.345', currency: 'EUR' }, { name: 'Not any more', quantity: '0', unit: 'EA', value: '1', currency: 'EUR' }]
    expect(expectedCosts([visit], parts, () => 2).map(({ costType_code, quantity, amount }) => [costType_code, quantity, amount])).toEqual(
      [['labour', '1.667', '130.03'], ['travel', '0.5', '39'], ['part', '2', '24.69']])
  })

  test('says what it does not know', () => {
    expect(expectedCosts([], [{ name: 'Sensor', quantity: '2', unit: 'EA', value: null, currency: null }], () => 2)).toEqual([expect.objectContaining({ amount: null })])
  })
})
