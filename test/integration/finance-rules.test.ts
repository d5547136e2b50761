import { startApp } from '../setup/app'

/** Rules of finance through the service: what they say, what they refuse. */
const app = startApp()
const PATH = '/odata/v4/finance'
const SERVICE = 'aftersales.FinanceService'

const controller = () => app.as('controller')
const create = (entity: string, data: object) => controller().post(`${PATH}/${entity}`, { ...data, IsActiveEntity: true })
const code = ({ status, data }: { status: number; data: any }) => `${status} ${data.error?.code}${data.error?.details ? ` ${data.error.details.map((each: { code: string }) => each.code).join(' ')}` : ''}`

async function determine(parameters: Record<string, string | number | undefined>, language = 'en') {
  const given = Object.entries(parameters).filter(([, value]) => value != null)
  const literal = (name: string, value: string | number) => (name === 'amount' || name === 'workOrder_ID' || name === 'performedOn' ? String(value) : `'${value}'`)
  const list = given.map(([name]) => `${name}=@${name}`).join()
  const query = given.map(([name, value]) => `@${name}=${encodeURIComponent(literal(name, value!))}`).join('&')
  const { status, data } = await controller().get(`${PATH}/determine(${list})?${query}`, { headers: { 'accept-language': language } })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`)
  return data
}

const hits = (data: any, kind: string) => data.rules.filter((rule: any) => rule.kind === kind && rule.isHit)
const orderOf = async (serialNumber: string) => (await app.as('admin').get(`/odata/v4/work-orders/WorkOrders?$filter=serialNumber eq '${serialNumber}'&$orderby=number&$top=1`)).data.value[0]

describe('a determination', () => {
  test('shares a cost under a contract 80 to 20, each share with its own cost object and accounts', async () => {
    const order = await orderOf('VEN-3107-0012')
    const found = await determine({ workOrder_ID: order.ID, costType_code: 'labour', accountingIndicator_code: 'contract', performedOn: '2026-11-20', amount: 100.01 })
    expect(found).toMatchObject({ companyCode: '1010', companyCodeCurrency: 'EUR', fiscalYear: 2026, fiscalPeriod: 11, isPeriodOpen: true, missing: [] })
    expect(found.shares).toMatchObject([
      { share: 1, accountingIndicator: 'contract', percent: '80', amount: '80.01', costObjectKind: 'order', costObject: '400105', glAccount: '94308000', hostAccount: '94308000', offsetAccount: '94309000' },
      { share: 2, accountingIndicator: 'billable', amount: '20.00', costObjectKind: 'costCenter', costObject: '10101301', glAccount: '50301000', taxCode: 'A1' }
    ].map(share => ({ ...share, percent: expect.anything() })))
    expect(found.shares.map(({ percent }: { percent: string }) => Number(percent))).toEqual([80, 20])
  })

  test('says which rule hit and why the others did not, in the reader\'s language', async () => {
    const made = { companyCode: '1010', costType_code: 'part', accountingIndicator_code: 'warranty', model: 'PM-800', performedOn: '2026-11-20' }
    const english = await determine(made), chinese = await determine(made, 'zh-CN')
    const [object] = hits(english, 'costObject')
    expect(object).toMatchObject({ text: 'Company Code 1010, Accounting Indicator Warranty → Cost Center 10101601', reason: 'This one holds.', specificity: 2 })
    const reasons = english.rules.filter((rule: any) => rule.kind === 'costObject' && !rule.isHit).map(({ reason }: any) => reason)
    expect(reasons).toContain('Fits, but another rule names more criteria.')
    expect(reasons).toContain('Does not fit: Company Code is 1010, the rule is for 1110.')
    expect(english.rules.filter(({ text, reason, kindName }: any) => !text || !reason || !kindName || /\{|costRule/.test(text + reason))).toEqual([])
    expect(hits(chinese, 'costObject')[0]).toMatchObject({ text: '公司代码 1010, 记账标识 保修 → 成本中心 10101601', reason: '适用此规则。' })
  })

  test('converts by the rate of the day and says when one is missing', async () => {
    const made = { companyCode: '1110', costType_code: 'external', accountingIndicator_code: 'billable', performedOn: '2026-08-01', amount: 10, currency_code: 'KWD' }
    expect(await determine(made)).toMatchObject({ companyCodeCurrency: 'GBP', exchangeRateDate: '2026-07-01', missing: [] })
    expect((await determine({ ...made, performedOn: '2020-01-01' })).missing).toEqual(['MISSING_EXCHANGE_RATE'])
  })

  test('takes the activity rate of the cost centre before that of the company code', async () => {
    const made = { companyCode: '1010', activityType: 'SERV02', costType_code: 'labour', accountingIndicator_code: 'warranty' }
    expect(await determine({ ...made, costCenter: 'CC-1010-S', performedOn: '2025-06-01' })).toMatchObject({ activityRate: '82.000', activityRateUnit: 'H', activityRateCurrency: 'EUR' })
    expect(await determine({ ...made, costCenter: 'CC-1010-X', performedOn: '2026-06-01' })).toMatchObject({ activityRate: '82.000' })
    expect((await determine({ ...made, performedOn: '2019-06-01' })).activityRate ?? null).toBeNull()
  })
})

describe('rules', () => {
  test('follow at once when a more specific one is added, and go by when it is valid', async () => {
    const made = { companyCode: '1010', costType_code: 'travel', accountingIndicator_code: 'warranty', model: 'DF-50' }
    const { status, data } = await create('CostObjectRules', {
      companyCode_code: '1010', accountingIndicator_code: 'warranty', model: 'DF-50', validFrom: '2026-11-01', validTo: '2026-11-30', costObjectKind_code: 'wbsElement', costObject: 'RC.DF50', priority: 10
    })
    expect([status, data.error]).toEqual([201, undefined])
    expect((await determine({ ...made, performedOn: '2026-11-30' })).shares[0].costObject).toBe('RC.DF50')
    const later = await determine({ ...made, performedOn: '2026-12-01' })
    expect(later.shares[0].costObject).toBe('10101601')
    expect(later.rules.find(({ rule_ID }: any) => rule_ID === data.ID).reason).toBe('Held until 2026-11-30.')
  })

  test('refuse what can\'t be', async () => {
    const rate = { companyCode_code: '1710', activityType: 'SERV09', unit: 'H', currency_code: 'USD', rate: 10 }
    expect((await create('ActivityRates', { ...rate, validFrom: '2026-01-01', validTo: '2026-06-30' })).status).toBe(201)
    expect(code(await create('ActivityRates', { ...rate, validFrom: '2026-06-30' }))).toBe('422 ACTIVITY_RATE_OVERLAPS')
    expect((await create('ActivityRates', { ...rate, validFrom: '2026-07-01' })).status).toBe(201)
    expect((await create('ActivityRates', { ...rate, validFrom: '2026-09-01' })).status).toBe(201)
    expect(code(await create('ActivityRates', { ...rate, validFrom: '2026-12-02', validTo: '2026-12-01' }))).toContain('VALIDITY_REVERSED')
    expect(code(await create('ExchangeRates', { fromCurrency_code: 'EUR', toCurrency_code: 'EUR', validFrom: '2026-10-01', rate: 1 }))).toContain('EXCHANGE_RATE_SAME_CURRENCY')
    expect(code(await create('ExchangeRates', { fromCurrency_code: 'EUR', toCurrency_code: 'USD', validFrom: '2026-10-01', rate: 0 }))).toContain('EXCHANGE_RATE_NOT_POSITIVE')
    expect(code(await create('CostObjectRules', { companyCode_code: '1010', costObjectKind_code: 'order', priority: 10 }))).toContain('COST_OBJECT_WITHOUT_NUMBER')
    expect(code(await create('CostObjectRules', { companyCode_code: '9999', costObjectKind_code: 'costCenter', costObject: '1', priority: 10 }))).toMatch(/^4\d\d/)
    expect(code(await create('AccountRules', { glAccount: '61003000', offsetAccount: '61003000', priority: 10 }))).toContain('OFFSET_IS_ACCOUNT')
  })

  test('share a cost only as a whole, however the shares are changed', async () => {
    const rule = { name: 'Half each', companyCode_code: '1910', priority: 10 }
    expect(code(await create('CoverageRules', { ...rule, shares: [{ accountingIndicator_code: 'warranty', percent: 60 }, { accountingIndicator_code: 'billable', percent: 39.999 }] }))).toBe('422 COVERAGE_NOT_WHOLE')
    expect(code(await create('CoverageRules', rule))).toBe('422 COVERAGE_NOT_WHOLE')
    const { status, data } = await create('CoverageRules', { ...rule, shares: [{ position: 1, accountingIndicator_code: 'warranty', percent: 66.667 }, { position: 2, accountingIndicator_code: 'billable', percent: 33.333 }] })
    expect([status, data.error]).toEqual([201, undefined])
    const one = `${PATH}/CoverageRules(ID=${data.ID},IsActiveEntity=true)`
    const [{ ID }] = (await controller().get(`${one}/shares`)).data.value
    expect((await controller().patch(`${PATH}/CoverageShares(ID=${ID},IsActiveEntity=true)`, { percent: 50 })).status).toBeGreaterThanOrEqual(400)
    expect((await controller().delete(`${PATH}/CoverageShares(ID=${ID},IsActiveEntity=true)`)).status).toBeGreaterThanOrEqual(400)
    expect(code(await controller().patch(one, { shares: [{ ID, percent: 50 }] }))).toBe('422 COVERAGE_NOT_WHOLE')
    const found = await determine({ companyCode: '1910', costType_code: 'part', accountingIndicator_code: 'warranty', performedOn: '2026-11-20', amount: 100 })
    expect(found.shares.map(({ amount }: { amount: number }) => amount)).toEqual(['66.67', '33.33'])
  })

  test('are edited in a draft', async () => {
    const draft = await controller().post(`${PATH}/CoverageRules/${SERVICE}.draftNew`, {})
    expect([draft.status, draft.data.error]).toEqual([201, undefined])
    const one = `${PATH}/CoverageRules(ID=${draft.data.ID},IsActiveEntity=false)`
    expect((await controller().patch(one, { name: 'Drafted', companyCode_code: '1610' })).status).toBe(200)
    expect((await controller().post(`${one}/shares`, { accountingIndicator_code: 'warranty', percent: 90 })).status).toBe(201)
    expect(code(await controller().post(`${one}/${SERVICE}.draftActivate`, {}))).toBe('422 COVERAGE_NOT_WHOLE')
    expect((await controller().post(`${one}/shares`, { accountingIndicator_code: 'billable', percent: 10, position: 2 })).status).toBe(201)
    expect((await controller().post(`${one}/${SERVICE}.draftActivate`, {})).status).toBe(201)
  })
})

test('a period is closed and opened again, with its days by the company code\'s fiscal year', async () => {
  const set = (isOpen: boolean, more = {}) => controller().post(`${PATH}/setPeriod`, { companyCode: '1610', fiscalYear: 2027, fiscalPeriod: 12, isOpen, ...more })
  expect((await set(false)).data).toMatchObject({ isOpen: false, firstDay: '2028-03-01', lastDay: '2028-03-31' })
  const made = { companyCode: '1610', costType_code: 'part', accountingIndicator_code: 'warranty', performedOn: '2028-03-31' }
  expect(await determine(made)).toMatchObject({ fiscalYear: 2027, fiscalPeriod: 12, isPeriodOpen: false })
  expect((await set(true)).data.isOpen).toBe(true)
  expect(await determine(made)).toMatchObject({ isPeriodOpen: true })
  expect(code(await set(false, { fiscalPeriod: 13 }))).toBe('400 FISCAL_PERIOD_UNKNOWN')
  expect(code(await set(false, { companyCode: '4711' }))).toBe('422 COMPANY_CODE_UNKNOWN')
  expect((await app.as('auditor').post(`${PATH}/setPeriod`, { companyCode: '1610', fiscalYear: 2027, fiscalPeriod: 12, isOpen: false })).status).toBe(403)
})
