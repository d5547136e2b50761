import { Decimal } from 'decimal.js'
import { grouped } from '../../grouped'
import { isWhole, splitAmount } from '../rules/share-out'
import type { CostedItem } from './costing'

/** A stored row of RepairCosts, as far as it decides what is to be written. */
export interface StoredRow {
  ID: string
  costItem_ID: string
  workOrder_ID: string | null
  share: number
  correction: number
  sharePercent: string
  state_code: string
  amount: string
  companyCodeAmount: string | null
  quantity: string | null
  [field: string]: unknown
}

export interface RowChanges {
  inserts: (Record<string, unknown> & { ID: string; workOrder_ID: string })[]
  updates: { ID: string; changes: Record<string, unknown> }[]
}

interface Figures { quantity: Decimal | null; amount: Decimal; companyCodeAmount: Decimal | null }
interface WantedShare extends Figures { share: number; percent: string; fields: Record<string, unknown>; recoveredAmount: string | null; missing?: string }

/** Their amounts and accounts don't change any more. */
const FIXED = ['Posting', 'Posted']
/** Follow the order whatever is posted: words to report by, nothing that the books know. */
const DESCRIPTIONS = ['faultCategory_code', 'resolution_code', 'warrantyStatus_code', 'equipment_ID', 'equipmentNumber', 'serialNumber', 'model', 'manufacturer', 'functionalLocation',
  'customer_ID', 'customerNumber', 'customerName', 'warrantyReturn_ID']
/** Where a share is in the books; further rows of it go to the same place. */
const PLACE = ['accountingIndicator_code', 'glAccount', 'costElement', 'offsetAccount', 'hostAccount', 'taxCode', 'costObjectKind_code', 'costCenter', 'internalOrder', 'wbsElement',
  'serviceOrder', 'serviceOrderItem', 'costObjectRule_ID', 'accountRule_ID', 'coverageRule_ID', 'companyCode', 'companyCodeCurrency_code', 'exchangeRate', 'exchangeRateDate',
  'postedBy_code']
const PERIOD = ['performedOn', 'month', 'fiscalYear', 'fiscalPeriod']
const NOTHING = { quantity: '0.000', amount: '0', companyCodeAmount: '0', recoveredAmount: null }

/**
 * The rows to write so that the rows of every item add up to the item, whatever of it is posted already: of a posted share only the difference is
 * written, as a correction. Rows of items that are gone come to nothing.
 *
 * @param items all of the orders at hand
 * @param existing all rows of those orders
 */
export function rowsToWrite(items: readonly CostedItem[], existing: readonly StoredRow[], newID: () => string): RowChanges {
  const changes: RowChanges = { inserts: [], updates: [] }
  const rowsOf = grouped(existing, ({ costItem_ID }) => costItem_ID)
  for (const item of items) writeItem(item, rowsOf.get(item.ID) ?? [], newID, changes)
  const known = new Set(items.map(({ ID }) => ID))
  for (const [ID, rows] of rowsOf) if (!known.has(ID)) for (const row of rows) cancel(row, changes)
  return changes
}

function writeItem(item: CostedItem, rows: StoredRow[], newID: () => string, changes: RowChanges): void {
  const wanted = wantedShares(item, rows)
  const ofShare = byShare(rows)
  for (const share of wanted) writeShare(item, share, ofShare.get(String(share.share)) ?? [], newID, changes)
  const known = new Set(wanted.map(({ share }) => share))
  for (const row of rows) if (!known.has(row.share)) cancel(row, changes, { sharePercent: '0' })
}

/** By the rules, or as it was shared out when something of it was posted. */
function wantedShares(item: CostedItem, rows: StoredRow[]): WantedShare[] {
  const shares = sharedOut(item, rows) ?? item.shares.map((share, index) => ({ ...share, share: index + 1 }))
  const percents = shares.map(({ percent }) => percent)
  const split = (value: string | null, decimals: number) => (value == null ? shares.map(() => null) : splitAmount(value, percents, decimals).map(part => new Decimal(part)))
  const amounts = split(item.amount, item.decimals), inCompanyCode = split(companyCodeAmount(item, rows.filter(isFixed)), item.companyDecimals)
  const quantities = split(item.quantity, 3), recovered = split(item.recoveredAmount, item.companyDecimals)
  return shares.map((share, index) => ({
    ...share, missing: item.missing ?? share.missing,
    amount: amounts[index]!, companyCodeAmount: inCompanyCode[index], quantity: quantities[index], recoveredAmount: recovered[index]?.toFixed(item.companyDecimals) ?? null
  }))
}

/** As long as something is posted, rules that have changed since don't share it out in another way. */
function sharedOut(item: CostedItem, rows: StoredRow[]): { share: number; percent: string; fields: Record<string, unknown>; missing?: string }[] | undefined {
  if (!rows.some(isFixed)) return undefined
  const firsts = [...byShare(rows).values()].map(of => of.find(isFixed) ?? of.reduce((first, row) => (row.correction < first.correction ? row : first)))
  const shares = firsts.filter(({ sharePercent }) => !new Decimal(sharePercent).isZero()).sort((a, b) => a.share - b.share)
  if (!isWhole(shares.map(({ sharePercent }) => sharePercent))) return undefined
  return shares.map(row => ({ share: row.share, percent: row.sharePercent, ...(isFixed(row) ? { fields: pick(row, PLACE) } : sameShare(item, row)) }))
}

/** By the rate of what is posted, so that nothing is left over when it comes back. */
function companyCodeAmount(item: CostedItem, [posted]: StoredRow[]): string | null {
  const rate = posted?.exchangeRate as string | null
  if (rate == null || (item.exchangeRate && new Decimal(item.exchangeRate.rate).equals(rate))) return item.companyCodeAmount
  return new Decimal(item.amount).times(rate).toDecimalPlaces(item.companyDecimals, Decimal.ROUND_HALF_UP).toFixed(item.companyDecimals)
}

/** What the rules say now of a share that is not posted yet, found by who bears it. */
function sameShare(item: CostedItem, row: StoredRow): { fields: Record<string, unknown>; missing?: string } {
  const found = item.shares.find(({ fields }) => fields.accountingIndicator_code === row.accountingIndicator_code)
  return found ? { fields: found.fields, missing: found.missing } : { fields: pick(row, PLACE) }
}

function writeShare(item: CostedItem, share: WantedShare, rows: StoredRow[], newID: () => string, changes: RowChanges): void {
  const fixed = rows.filter(isFixed), [loose, ...rest] = rows.filter(row => !isFixed(row)).sort((a, b) => a.correction - b.correction)
  for (const row of fixed) update(row, { ...pick(item.fields, DESCRIPTIONS), ...(row === fixed[0] && { recoveredAmount: share.recoveredAmount }) }, changes)
  for (const row of rest) cancel(row, changes)
  const open = less(share, fixed)
  const isNothing = open.amount.isZero() && (open.companyCodeAmount?.isZero() ?? true) && !share.missing
  if (isNothing && fixed.length) return loose && cancel(loose, changes)
  const period = !fixed.length ? {} : loose && loose.state_code !== 'Cancelled' ? pick(loose, PERIOD) : item.correctedOn
  const fields = {
    ...item.fields, ...share.fields, ...period, sharePercent: share.percent, ...stateOf(item, share, isNothing), ...shown(open, item),
    recoveredAmount: fixed.length ? null : share.recoveredAmount, debitCredit: open.amount.isNegative() && !open.amount.isZero() ? 'H' : 'S'
  }
  if (loose) return update(loose, fields, changes)
  const correction = fixed.length ? Math.max(...fixed.map(row => row.correction)) + 1 : 0
  changes.inserts.push({ ID: newID(), workOrder_ID: item.workOrder_ID, costItem_ID: item.ID, share: share.share, correction, ...fields })
}

function stateOf(item: CostedItem, { missing }: WantedShare, isNothing: boolean) {
  if (item.isHistorical) return { state_code: 'Historical', incompleteReason: null }
  if (missing) return { state_code: 'Incomplete', incompleteReason: missing }
  return { state_code: isNothing ? 'Cancelled' : 'Open', incompleteReason: null }
}

function less(share: Figures, fixed: StoredRow[]): Figures {
  const sum = (field: 'amount' | 'companyCodeAmount' | 'quantity') => Decimal.sum(0, ...fixed.map(row => row[field] ?? 0))
  return {
    amount: share.amount.minus(sum('amount')),
    companyCodeAmount: share.companyCodeAmount && share.companyCodeAmount.minus(sum('companyCodeAmount')),
    quantity: share.quantity && share.quantity.minus(sum('quantity'))
  }
}

const shown = ({ amount, companyCodeAmount, quantity }: Figures, item: CostedItem) => ({
  amount: amount.toFixed(Math.max(item.decimals, amount.decimalPlaces())),
  companyCodeAmount: companyCodeAmount?.toFixed(item.companyDecimals) ?? null,
  quantity: quantity?.toFixed(3) ?? null
})

const byShare = (rows: StoredRow[]) => grouped(rows, ({ share }) => String(share))
const isFixed = ({ state_code }: StoredRow) => FIXED.includes(state_code)
const pick = (row: Record<string, unknown>, names: string[]) => Object.fromEntries(names.filter(name => name in row).map(name => [name, row[name]]))

/** Never deleted: whoever pulls has to learn of it. */
function cancel(row: StoredRow, changes: RowChanges, also: Record<string, unknown> = {}): void {
  if (!isFixed(row)) update(row, { state_code: 'Cancelled', incompleteReason: null, ...NOTHING, ...also }, changes)
}

function update(row: StoredRow, fields: Record<string, unknown>, { updates }: RowChanges): void {
  const changes = Object.fromEntries(Object.entries(fields).filter(([name, value]) => !isSame(row[name], value)))
  if (Object.keys(changes).length) updates.push({ ID: row.ID, changes })
}

/** Databases give decimals back with other zeros. */
function isSame(a: unknown, b: unknown): boolean {
  if (a == null || b == null || a === '' || b === '') return (a ?? '') === (b ?? '')
  if (String(a) === String(b)) return true
  return isNumber(a) && isNumber(b) && new Decimal(a as string).equals(b as string)
}

const isNumber = (value: unknown) => typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(String(value))
