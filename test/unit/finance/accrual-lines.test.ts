import { accrualLines, type AccruedCost } from '../../../srv/finance/accruals/lines'
import { runID } from '../../../srv/finance/accruals/runs'
import { imbalances } from '../../../srv/finance/postings/document'
import { seededRandom } from '../../host-erp/wire/random'

const cost = (companyCodeAmount: string, more: Partial<AccruedCost> = {}): AccruedCost =>
  ({ glAccount: '61000000', costCenter: 'CC1', offsetAccount: '21980000', companyCodeAmount, companyCodeCurrency_code: 'EUR', ...more })
const told = (lines: ReturnType<typeof accrualLines>) => lines.map(line => [line.line, line.debitCredit, line.glAccount, line.costCenter ?? line.internalOrder, line.amount])

test('costs of the same account and object are one pair; credits turn it round, and nothing is written of nothing', () => {
  expect(told(accrualLines([cost('10.01'), cost('5'), cost('-7', { costCenter: null, internalOrder: '400105' }), cost('3', { costCenter: 'CC2' }), cost('-3', { costCenter: 'CC2' })], 'x'))).toEqual([
    [1, 'S', '61000000', 'CC1', '15.01'], [2, 'H', '21980000', null, '15.01'], [3, 'H', '61000000', '400105', '7'], [4, 'S', '21980000', null, '7']
  ])
})

test('hours are taken from the cost centre of who worked', () => {
  expect(told(accrualLines([cost('195', { offsetAccount: '65308000', offsetCostCenter: 'CC-T' })], 'x'))).toEqual([[1, 'S', '61000000', 'CC1', '195'], [2, 'H', '65308000', 'CC-T', '195']])
})

test('every accrual balances', () => {
  const random = seededRandom(11)
  for (let i = 0; i < 200; i++) {
    const costs = Array.from({ length: 1 + Math.floor(random() * 30) }, () => cost(((random() - 0.4) * 1000).toFixed(3), { costCenter: `C${Math.floor(random() * 3)}`, offsetAccount: random() < 0.5 ? '65308000' : '21980000' }))
    expect(imbalances(accrualLines(costs, 'x'))).toEqual([])
  }
})

test('a period of a company code is one run, whoever proposes it', () => {
  expect(runID('1010', 2026, 10)).toBe(runID('1010', 2026, 10))
  expect(new Set([runID('1010', 2026, 10), runID('1010', 2026, 11), runID('1110', 2026, 10), runID('1010', 2025, 10)]).size).toBe(4)
  expect(runID('1010', 2026, 10)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
})
