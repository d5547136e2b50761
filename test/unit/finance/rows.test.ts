import fc from 'fast-check'
import { Decimal } from 'decimal.js'
import type { CostedItem } from '../../../srv/finance/costs/costing'
import { rowsToWrite, type StoredRow } from '../../../srv/finance/costs/rows'

/** Larger than in the suite: FINANCE_ROWS_RUNS=5000. */
const RUNS = Number(process.env.FINANCE_ROWS_RUNS ?? 150)

const SPLITS = [['100'], ['80', '20'], ['33.333', '33.333', '33.334'], ['50', '50']]
const RATES = ['1', '1.085', '0.006125', '157.3']

const item = (amount: string, changes: Partial<CostedItem> & { split?: string[]; rate?: string } = {}): CostedItem => {
  const { split = ['100'], rate = '1', ...rest } = changes
  return {
    ID: 'item', workOrder_ID: 'order', quantity: '1', amount, companyCodeAmount: new Decimal(amount).times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2),
    recoveredAmount: null, decimals: 2, companyDecimals: 2, exchangeRate: { rate, date: '2026-01-01', quoted: rate, isInverse: false }, correctedOn: { performedOn: '2026-02-02' },
    isHistorical: false, fields: { performedOn: '2026-01-15', exchangeRate: rate },
    shares: split.map((percent, index) => ({ percent, fields: { accountingIndicator_code: `bearer ${index + 1}`, glAccount: `account ${index + 1}` } })), ...rest
  }
}

/** What the ledger does with the changes. */
function written(rows: StoredRow[], items: CostedItem[]): StoredRow[] {
  let next = rows.length
  const { inserts, updates } = rowsToWrite(items, rows, () => `row ${++next}`)
  const changed = new Map(updates.map(({ ID, changes }) => [ID, changes]))
  return [...rows.map(row => ({ ...row, ...changed.get(row.ID) })), ...(inserts as unknown as StoredRow[])]
}

const sum = (rows: StoredRow[], field: 'amount' | 'companyCodeAmount') => Decimal.sum(0, ...rows.map(row => row[field] ?? 0)).toFixed(2)
const posted = (rows: StoredRow[]) => rows.map(row => (row.state_code === 'Open' ? { ...row, state_code: 'Posted' } : row))
const reversed = (rows: StoredRow[]) => rows.map(row => (row.state_code === 'Posted' ? { ...row, state_code: 'Open' } : row))
const states = (rows: StoredRow[]) => rows.map(({ share, correction, amount, state_code }) => [share, correction, amount, state_code])

describe('cost rows of an item', () => {
  test('are one for each share, and the cent that is left over goes to one of them', () => {
    expect(states(written([], [item('100.01', { split: ['80', '20'] })]))).toEqual([[1, 0, '80.01', 'Open'], [2, 0, '20.00', 'Open']])
  })

  test('change with the item as long as nothing is posted', () => {
    const rows = written(written([], [item('100', { split: ['80', '20'] })]), [item('50', { split: ['100'] })])
    expect(states(rows)).toEqual([[1, 0, '50.00', 'Open'], [2, 0, '0', 'Cancelled']])
  })

  test('do not change once they are posted: the difference is a further row on the same accounts, on the day of the change', () => {
    const rows = written(posted(written([], [item('100', { split: ['80', '20'] })])), [item('40', { split: ['100'] })])
    expect(states(rows)).toEqual([[1, 0, '80.00', 'Posted'], [2, 0, '20.00', 'Posted'], [1, 1, '-48.00', 'Open'], [2, 1, '-12.00', 'Open']])
    expect(rows[3]).toMatchObject({ glAccount: 'account 2', accountingIndicator_code: 'bearer 2', performedOn: '2026-02-02', debitCredit: 'H' })
  })

  test('fold their corrections when the posting is reversed', () => {
    const corrected = posted(written(posted(written([], [item('100')])), [item('40')]))
    expect(states(written(reversed(corrected), [item('40')]))).toEqual([[1, 0, '40.00', 'Open'], [1, 1, '0', 'Cancelled']])
  })

  test('come to nothing when the item is deleted, and are not deleted themselves', () => {
    expect(states(written(written([], [item('100')]), []))).toEqual([[1, 0, '0', 'Cancelled']])
  })

  test('say what is missing, and are never worth nothing for it', () => {
    const [row] = written([], [item('100', { companyCodeAmount: null, missing: 'MISSING_EXCHANGE_RATE' })])
    expect(row).toMatchObject({ state_code: 'Incomplete', incompleteReason: 'MISSING_EXCHANGE_RATE', amount: '100.00', companyCodeAmount: null })
  })

  test('are not written again when nothing changed, whatever zeros the database gives back', () => {
    const rows = written([], [item('100', { split: ['80', '20'] })]).map(row => ({ ...row, amount: `${row.amount}0`, companyCodeAmount: Number(row.companyCodeAmount) as never, quantity: `${row.quantity}` }))
    expect(rowsToWrite([item('100', { split: ['80', '20'] })], rows, () => 'new')).toEqual({ inserts: [], updates: [] })
  })

  test('add up to the item after any changes, postings and reversals', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents => new Decimal(cents).dividedBy(100).toFixed(2))
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const), amount, split: fc.constantFrom(...SPLITS), rate: fc.constantFrom(...RATES) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('post' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('empty' as const) }) }
    )
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), steps => {
      let rows: StoredRow[] = [], now = item('0')
      for (const each of steps) {
        const before = rows.filter(({ state_code }) => state_code === 'Posted')
        if (each.do === 'change') now = item(each.amount, each)
        if (each.do === 'empty') now = { ...now, amount: '0', companyCodeAmount: '0' }
        if (each.do === 'post') rows = posted(rows)
        if (each.do === 'reverse') rows = reversed(rows)
        rows = written(rows, [now])
        expect(sum(rows, 'amount')).toBe(new Decimal(now.amount).toFixed(2))
        if (new Decimal(now.amount).isZero() && !new Decimal(sum(rows, 'companyCodeAmount')).isZero()) throw new Error(`company code: ${sum(rows, 'companyCodeAmount')}`)
        if (each.do !== 'reverse') for (const row of before) expect(rows.find(({ ID }) => ID === row.ID)).toMatchObject({ amount: row.amount, companyCodeAmount: row.companyCodeAmount, glAccount: row.glAccount })
        expect(new Set(rows.map(({ share, correction }) => `${share}/${correction}`)).size).toBe(rows.length)
        expect(rows.filter(row => row.state_code === 'Open' && Number(row.amount) === 0 && Number(row.companyCodeAmount) === 0)).toEqual([])
      }
    }), { numRuns: RUNS, seed: 8 })
  })
})
