import { Decimal } from 'decimal.js'

/** What sums need of a row. */
export interface SummedRow {
  state_code: string
  incompleteReason?: string | null
  amount: string
  companyCodeAmount: string | null
  companyCode?: string | null
  companyCodeCurrency_code?: string | null
  accountingIndicator_code?: string | null
  recoveredAmount?: string | null
  performedOn?: string | null
  fiscalYear?: number | null
  fiscalPeriod?: number | null
}

/** What is stored of an order already. */
export interface StoredFinance { state_code?: string | null; closedAt?: string | null; reopenedAt?: string | null }

const INDICATORS = ['warranty', 'contract', 'goodwill', 'billable']
const FINISHED = ['Closed', 'Cancelled']

/**
 * Where an order stands in finance, in its company code's currency.
 *
 * @param status of the order itself: once it has ended and nothing is open, finance is closed as well
 * @param now ISO instant
 */
export function financeOf(all: readonly SummedRow[], status: string, stored: StoredFinance | undefined, now: string): Record<string, unknown> {
  const rows = all.filter(({ state_code }) => state_code !== 'Cancelled')
  const sum = (of: SummedRow[], field: 'companyCodeAmount' | 'recoveredAmount' = 'companyCodeAmount') => Decimal.sum(0, ...of.map(row => row[field] ?? 0)).toFixed()
  const inState = (...states: string[]) => rows.filter(({ state_code }) => states.includes(state_code))
  const waiting = inState('Open'), incomplete = inState('Incomplete')
  const last = waiting.reduce<SummedRow | undefined>((latest, row) => (!latest || (row.performedOn ?? '') > (latest.performedOn ?? '') ? row : latest), undefined)
  const placed = rows.find(({ companyCode }) => companyCode)
  return {
    ...(placed && { companyCode: placed.companyCode, currency_code: placed.companyCodeCurrency_code }),
    actual: sum(rows), posted: sum(inState('Posted')), open: sum([...waiting, ...incomplete]), recovered: sum(rows, 'recoveredAmount'),
    ...Object.fromEntries(INDICATORS.map(indicator => [indicator, sum(rows.filter(row => row.accountingIndicator_code === indicator))])),
    openCount: waiting.length, costDate: last?.performedOn ?? null, fiscalYear: last?.fiscalYear ?? null, fiscalPeriod: last?.fiscalPeriod ?? null,
    incompleteCount: incomplete.length, incompleteReason: incomplete[0]?.incompleteReason ?? null,
    ...stateOf(rows.length > 0, inState('Open', 'Incomplete', 'Posting').length > 0, status, stored, now)
  }
}

function stateOf(hasCosts: boolean, isOpen: boolean, status: string, stored: StoredFinance | undefined, now: string): Record<string, unknown> {
  const wasClosed = stored?.state_code === 'Closed'
  if (!hasCosts) return { state_code: 'NoCosts' }
  if (isOpen) return { state_code: 'Open', ...(wasClosed && { reopenedAt: now, closedAt: null }) }
  if (wasClosed) return {}
  return FINISHED.includes(status) ? { state_code: 'Closed', closedAt: now } : { state_code: 'Posted' }
}
