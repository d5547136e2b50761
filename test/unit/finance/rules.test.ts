import { determineCost, type AccountRule, type CostFacts, type CostObjectRule, type CoverageRule, type Rules } from '../../../srv/finance/rules/determine'
import { judge } from '../../../srv/finance/rules/fitting'
import { seededRandom } from '../../host-erp/wire/random'
import { grouped, readTables, rowsOf } from '../tables'

const account = (more: Partial<AccountRule>): AccountRule => ({ ID: 'a', priority: 10, glAccount: '61000000', offsetAccount: '21000000', ...more })
const object = (more: Partial<CostObjectRule>): CostObjectRule => ({ ID: 'o', priority: 10, costObjectKind: 'costCenter', costObject: 'CC1', ...more })
const coverage = (more: Partial<CoverageRule>): CoverageRule => ({ ID: 'c', name: 'C', priority: 10, shares: [{ accountingIndicator: 'warranty', percent: '100' }], ...more })
const DE = { code: '1010', name: 'DE', country: 'DE', currency: 'EUR', fiscalYearVariant: 'K4' }

const rules = (more: Partial<Rules> = {}): Rules => ({
  companyCodes: new Map([['1010', DE]]), plants: new Map([['1010', '1010']]), costObjectRules: [object({})], accountRules: [account({})], coverageRules: [], activityRates: [],
  closedPeriods: new Set(), minorUnits: new Map(), ...more
})
const facts = (more: Partial<CostFacts> = {}): CostFacts => ({ plant: '1010', accountingIndicator: 'warranty', costType: 'part', performedOn: '2026-11-20', ...more })
const hitOf = (list: CostObjectRule[], more: Partial<CostFacts> = {}) => determineCost(facts(more), rules({ costObjectRules: list })).shares[0].costObjectRule

describe('a rule', () => {
  test('holds when it names more criteria, then by priority, then when it began later, then by its ID', () => {
    expect(hitOf([object({ ID: 'general', priority: 1 }), object({ ID: 'special', priority: 99, companyCode: '1010', costType: 'part' }), object({ ID: 'half', priority: 1, costType: 'part' })])).toBe('special')
    expect(hitOf([object({ ID: 'last', priority: 20 }), object({ ID: 'first', priority: 10 })])).toBe('first')
    expect(hitOf([object({ ID: 'old', validFrom: '2020-01-01' }), object({ ID: 'new', validFrom: '2026-01-01' }), object({ ID: 'open' })])).toBe('new')
    expect(hitOf([object({ ID: 'b' }), object({ ID: 'a' })])).toBe('a')
  })

  test('holds on its first and on its last day, not before nor after', () => {
    const only = [object({ ID: 'it', validFrom: '2026-11-01', validTo: '2026-11-30' })]
    expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(performedOn => hitOf(only, { performedOn }))).toEqual([undefined, 'it', 'it', undefined])
  })

  test('says why it does not', () => {
    const judged = judge([object({ ID: 'hit', costType: 'part' }), object({ ID: 'other', costType: 'labour' }), object({ ID: 'model', model: 'X' }), object({ ID: 'late', validFrom: '2027-01-01' }),
      object({ ID: 'gone', validTo: '2025-12-31' }), object({ ID: 'general' }), object({ ID: 'behind', costType: 'part', priority: 11 }), object({ ID: 'twin', costType: 'part' })],
    ['costType', 'model'], facts(), '2026-11-20')
    expect(Object.fromEntries(judged.map(({ rule, why, isHit }) => [rule.ID, isHit ? 'hit' : why]))).toEqual({
      hit: 'hit', other: { code: 'DIFFERS', criterion: 'costType', expected: 'labour', actual: 'part' }, model: { code: 'DIFFERS', criterion: 'model', expected: 'X' },
      late: { code: 'NOT_YET_VALID', validFrom: '2027-01-01' }, gone: { code: 'NO_LONGER_VALID', validTo: '2025-12-31' }, general: { code: 'LESS_SPECIFIC' },
      behind: { code: 'LOWER_PRIORITY' }, twin: { code: 'LATER_RULE' }
    })
  })

  test('is the same one in whatever order they are read', () => {
    const random = seededRandom(3), pick = <T>(values: T[]) => values[Math.floor(random() * values.length)]
    for (let i = 0; i < 300; i++) {
      const list = Array.from({ length: 12 }, (_, k) => object({
        ID: `r${k}`, priority: pick([10, 20]), companyCode: pick([null, '1010', '1110']), costType: pick([null, 'part', 'labour']), model: pick([null, 'X']), validFrom: pick([null, '2026-01-01', '2027-01-01'])
      }))
      const shuffled = [...list].sort(() => random() - 0.5), found = hitOf(list)
      expect(hitOf(shuffled)).toBe(found)
      const fitting = list.filter(rule => (!rule.companyCode || rule.companyCode === '1010') && (!rule.costType || rule.costType === 'part') && !rule.model && (!rule.validFrom || rule.validFrom <= '2026-11-20'))
      expect(fitting.some(({ ID }) => ID === found)).toBe(fitting.length > 0)
    }
  })
})

describe('a cost', () => {
  test('is shared by its coverage, each share with its own object and accounts', () => {
    const found = determineCost(facts({ accountingIndicator: 'contract', serviceContract: 'S1' }), rules({
      coverageRules: [coverage({ accountingIndicator: 'contract', serviceContract: 'S1', shares: [{ accountingIndicator: 'contract', percent: '80' }, { accountingIndicator: 'billable', percent: '20' }] })],
      costObjectRules: [object({}), object({ ID: 'order', accountingIndicator: 'contract', costObjectKind: 'order', costObject: '4711' })],
      accountRules: [account({}), account({ ID: 'bill', accountingIndicator: 'billable', glAccount: '50000000', taxCode: 'A1' })]
    }))
    expect(found.missing).toEqual([])
    expect(found.shares).toMatchObject([
      { share: 1, accountingIndicator: 'contract', percent: '80', costObject: { kind: 'order', internalOrder: '4711' }, glAccount: '61000000', coverageRule: 'c' },
      { share: 2, accountingIndicator: 'billable', percent: '20', costObject: { kind: 'costCenter', costCenter: 'CC1' }, glAccount: '50000000', taxCode: 'A1' }
    ])
  })

  test('that a person gave another indicator is not shared', () => {
    const list = [coverage({ accountingIndicator: 'contract', shares: [{ accountingIndicator: 'contract', percent: '80' }, { accountingIndicator: 'billable', percent: '20' }] })]
    expect(determineCost(facts({ accountingIndicator: 'goodwill' }), rules({ coverageRules: list })).shares).toMatchObject([{ accountingIndicator: 'goodwill', percent: '100' }])
  })

  test('takes what the order brings along where the rule has no number', () => {
    const found = (kind: CostObjectRule['costObjectKind'], more: Partial<CostFacts> = {}) =>
      determineCost(facts(more), rules({ costObjectRules: [object({ costObjectKind: kind, costObject: null })] })).shares[0]
    expect(found('costCenter', { costCenter: 'CC-T' }).costObject).toEqual({ kind: 'costCenter', costCenter: 'CC-T' })
    expect(found('serviceItem', { serviceOrder: '8000000001' }).costObject).toEqual({ kind: 'serviceItem', serviceOrder: '8000000001', serviceOrderItem: '10' })
    expect(found('order').missing).toEqual(['MISSING_COST_OBJECT'])
  })

  test('says all that is missing', () => {
    expect(determineCost(facts({ plant: '9999' }), rules({ costObjectRules: [], accountRules: [] })).missing).toEqual(['MISSING_COMPANY_CODE', 'MISSING_COST_OBJECT', 'MISSING_ACCOUNT'])
    expect(determineCost(facts({ plant: '9999' }), rules({ defaultCompanyCode: '1010' })).missing).toEqual([])
  })
})

test('the sample finds an object and accounts for every kind of cost and whoever bears it, in every company code', () => {
  const tables = readTables(), shares = grouped(rowsOf(tables, 'CoverageShares'), 'rule_ID')
  const named = (row: Record<string, string>) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/_code$/, ''), value || null]))
  const all = (entity: string) => rowsOf(tables, entity).map(row => ({ ...named(row), priority: Number(row.priority) }))
  const codes = rowsOf(tables, 'CompanyCodes').map(row => named(row) as unknown as typeof DE)
  const sample = rules({
    companyCodes: new Map(codes.map(code => [code.code, code])), plants: new Map(rowsOf(tables, 'CompanyCodePlants').map(row => [row.plant, row.companyCode_code])),
    costObjectRules: all('CostObjectRules') as unknown as CostObjectRule[], accountRules: all('AccountRules') as unknown as AccountRule[],
    coverageRules: all('CoverageRules').map(rule => ({ ...rule, shares: shares.get((rule as unknown as { ID: string }).ID)!.map(named) })) as unknown as CoverageRule[]
  })
  const plants = new Set(rowsOf(tables, 'WorkOrders').map(({ plant }) => plant))
  expect([...plants].filter(plant => !sample.plants.has(plant))).toEqual([])
  for (const companyCode of sample.companyCodes.keys()) for (const { code: costType } of rowsOf(tables, 'CostTypes')) for (const { code: accountingIndicator } of rowsOf(tables, 'AccountingIndicators')) {
    const found = determineCost(facts({ companyCode, plant: null, costType, accountingIndicator, serviceContract: 'SC40000105' }), sample)
    expect([companyCode, costType, accountingIndicator, found.missing]).toEqual([companyCode, costType, accountingIndicator, []])
  }
})
