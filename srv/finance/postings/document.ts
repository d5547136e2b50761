import { Decimal } from 'decimal.js'
import { grouped } from '../../grouped'

/**
 * From cost rows to the lines of a balanced document. Amounts are decimals with their sign in the rows and without one in the lines, where
 * S is debit and H is credit. Each cost is a pair of lines, so that a document balances in each currency whatever is left out of it by pairs.
 */

export type PostedBy = 'goodsIssue' | 'timeConfirmation' | 'serviceConfirmation' | 'journalEntry'

/** Who bears a cost: one real object, or none. A service order's item may be known before its order. */
export interface CostObject {
  costCenter?: string | null
  internalOrder?: string | null
  wbsElement?: string | null
  serviceOrder?: string | null
  serviceOrderItem?: string | null
}

/** A row of RepairCosts, as far as its document needs it. */
export interface CostRow {
  ID: string
  costItem_ID: string | null
  share: number
  amount: Decimal.Value
  currency: string
  companyCodeAmount: Decimal.Value
  companyCodeCurrency: string
  glAccount: string
  /** Where the host books the cost by itself, if it does. */
  hostAccount?: string | null
  offsetAccount: string
  /** What our journal entries use for the host's account, and for the offset, where only the host itself may post to those. */
  transferAccount?: string | null
  transferOffsetAccount?: string | null
  object: CostObject
  /** On whom the host books it, where it has done so already. */
  hostObject?: CostObject
  postedBy: PostedBy
  hostDocument?: string | null
  taxCode?: string | null
  accountingIndicator?: string | null
  costType?: string | null
  quantity?: Decimal.Value | null
  unit?: string | null
  activityType?: string | null
  text?: string | null
}

export interface Line extends CostObject {
  line: number
  /** Empty where the line is about several rows: the shares of one item. */
  repairCost_ID: string | null
  costItem_ID: string | null
  debitCredit: 'S' | 'H'
  glAccount: string
  amount: string
  currency: string
  companyCodeAmount: string
  companyCodeCurrency: string
  taxCode: string | null
  accountingIndicator: string | null
  costType: string | null
  quantity: string | null
  unit: string | null
  activityType: string | null
  postedBy: PostedBy
  hostDocument: string | null
  text: string | null
}

interface Pair { debit: Side; credit: Side; amount: Decimal; companyCodeAmount: Decimal; of: Omit<Line, 'line' | 'debitCredit' | 'glAccount' | 'amount' | 'companyCodeAmount' | 'taxCode' | keyof CostObject> }
interface Side { account: string; object?: CostObject; taxCode?: string | null }

/** The lines of an order's costs, numbered from 1: what the host books by itself, and what is ours. */
export function linesOf(rows: CostRow[]): Line[] {
  return numbered([...grouped(rows, row => (isHostPosted(row) ? row.costItem_ID ?? row.ID : row.ID)).values()].flatMap(pairsOf).flatMap(linesOfPair))
}

const isHostPosted = ({ postedBy, hostAccount }: CostRow) => postedBy !== 'journalEntry' && Boolean(hostAccount)

/** An item that the host books whole, and whoever bears it elsewhere; or one of ours. */
function pairsOf(rows: CostRow[]): Pair[] {
  if (!isHostPosted(rows[0])) return rows.map(row => pair(row, { account: ours(row, row.glAccount), object: row.object, taxCode: row.taxCode }, { account: row.transferOffsetAccount || row.offsetAccount }, 'journalEntry'))
  const bearer = hostObjectOf(rows)
  const alike = grouped(rows, row => [row.hostAccount, row.offsetAccount, row.currency, row.companyCodeCurrency].join('/'))
  const booked = [...alike.values()].map(same => {
    const [first] = same
    const whole = { ...first, ID: '', amount: sum(same, row => row.amount), companyCodeAmount: sum(same, row => row.companyCodeAmount), quantity: sum(same, row => row.quantity ?? 0) }
    return pair({ ...whole, ID: same.length === 1 ? first.ID : '' }, { account: first.hostAccount!, object: bearer }, { account: first.offsetAccount }, first.postedBy)
  })
  const elsewhere = rows.filter(row => row.glAccount !== row.hostAccount || !isSame(row.object, bearer))
  const moved = elsewhere.map(row => pair(
    row, { account: ours(row, row.glAccount), object: row.object, taxCode: row.taxCode }, { account: ours(row, row.hostAccount!), object: bearer }, 'journalEntry'
  ))
  return [...booked, ...moved]
}

/** Secondary cost elements are written by the host's own allocations alone. */
const ours = ({ hostAccount, transferAccount }: CostRow, account: string): string => (account === hostAccount && transferAccount) || account

/** On whom the host books an item: known where it has done so; otherwise whoever bears most of it. */
export function hostObjectOf(rows: Pick<CostRow, 'hostObject' | 'object' | 'amount' | 'share'>[]): CostObject {
  const known = rows.find(({ hostObject }) => hostObject && objectText(hostObject))
  if (known) return known.hostObject!
  const byAmount = [...rows].sort((a, b) => new Decimal(b.amount).abs().cmp(new Decimal(a.amount).abs()) || a.share - b.share)
  return byAmount[0].object
}

function pair(row: CostRow, debit: Side, credit: Side, postedBy: PostedBy): Pair {
  return {
    debit, credit, amount: new Decimal(row.amount), companyCodeAmount: new Decimal(row.companyCodeAmount),
    of: {
      repairCost_ID: row.ID || null, costItem_ID: row.costItem_ID, currency: row.currency, companyCodeCurrency: row.companyCodeCurrency,
      accountingIndicator: row.accountingIndicator ?? null, costType: row.costType ?? null, quantity: row.quantity == null ? null : new Decimal(row.quantity).abs().toFixed(),
      unit: row.unit ?? null, activityType: row.activityType ?? null, postedBy, hostDocument: postedBy === 'journalEntry' ? null : row.hostDocument ?? null, text: row.text ?? null
    }
  }
}

/** Nothing for nothing. Amounts of different signs, as rounding or two rates may leave them, need a pair for each currency. */
function linesOfPair({ amount, companyCodeAmount, ...rest }: Pair): Omit<Line, 'line'>[] {
  if (amount.isZero() && companyCodeAmount.isZero()) return []
  if (amount.times(companyCodeAmount).isNegative() && !amount.isZero() && !companyCodeAmount.isZero())
    return [...linesOfPair({ amount, companyCodeAmount: new Decimal(0), ...rest }), ...linesOfPair({ amount: new Decimal(0), companyCodeAmount, ...rest })]
  const isNegative = amount.isZero() ? companyCodeAmount.isNegative() : amount.isNegative()
  const line = ({ account, object, taxCode }: Side, debitCredit: 'S' | 'H'): Omit<Line, 'line'> => ({
    ...rest.of, debitCredit, glAccount: account, ...objectOf(object), taxCode: taxCode ?? null, amount: amount.abs().toFixed(), companyCodeAmount: companyCodeAmount.abs().toFixed()
  })
  return [line(rest.debit, isNegative ? 'H' : 'S'), line(rest.credit, isNegative ? 'S' : 'H')]
}

const objectOf = (object: CostObject = {}): Required<CostObject> => ({
  costCenter: object.costCenter ?? null, internalOrder: object.internalOrder ?? null, wbsElement: object.wbsElement ?? null,
  serviceOrder: object.serviceOrder ?? null, serviceOrderItem: object.serviceOrderItem ?? null
})

/** As people read it: its number, a service order's with its item. */
export const objectText = ({ costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem }: CostObject): string =>
  costCenter || internalOrder || wbsElement || [serviceOrder, serviceOrderItem].filter(Boolean).join('/')

export const objectKind = ({ costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem }: CostObject): string | null =>
  costCenter ? 'costCenter' : internalOrder ? 'order' : wbsElement ? 'wbsElement' : serviceOrder || serviceOrderItem ? 'serviceItem' : null

export const isSame = (a: CostObject, b: CostObject): boolean => objectKind(a) === objectKind(b) && objectText(a) === objectText(b)

/** The same lines the other way round. */
export const mirrored = <L extends { debitCredit: 'S' | 'H' }>(lines: L[]): L[] => lines.map(line => ({ ...line, debitCredit: line.debitCredit === 'S' ? 'H' : 'S' }))

/** Debits less credits by currency, in the transaction's and the company code's: all of them zero, or it is no document. */
export function imbalances(lines: Pick<Line, 'debitCredit' | 'amount' | 'currency' | 'companyCodeAmount' | 'companyCodeCurrency'>[]): { currency: string; difference: string; isOfCompanyCode: boolean }[] {
  const sums = new Map<string, Decimal>()
  const add = (key: string, amount: Decimal.Value, sign: number) => sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(new Decimal(amount).times(sign)))
  for (const line of lines) {
    const sign = line.debitCredit === 'S' ? 1 : -1
    add(`T ${line.currency}`, line.amount, sign)
    add(`C ${line.companyCodeCurrency}`, line.companyCodeAmount, sign)
  }
  return [...sums].filter(([, difference]) => !difference.isZero())
    .map(([key, difference]) => ({ currency: key.slice(2), difference: difference.toFixed(), isOfCompanyCode: key.startsWith('C') }))
}

/** Debits in the company code's currency. */
export const totalOf = (lines: Pick<Line, 'debitCredit' | 'companyCodeAmount'>[]): string => sum(lines.filter(line => line.debitCredit === 'S'), line => line.companyCodeAmount).toFixed()

/** Lines of one journal entry: the host's documents have one currency, and at most so many lines, which are kept in pairs. */
export function journalEntriesOf<L extends Pick<Line, 'postedBy' | 'currency'>>(lines: L[], limit = 998): L[][] {
  return [...grouped(lines.filter(({ postedBy }) => postedBy === 'journalEntry'), ({ currency }) => currency).values()]
    .flatMap(same => Array.from({ length: Math.ceil(same.length / limit) }, (_, i) => same.slice(i * limit, (i + 1) * limit)))
}

const numbered = (lines: Omit<Line, 'line'>[]): Line[] => lines.map((line, i) => ({ ...line, line: i + 1 }) as Line)

const sum = <T>(rows: T[], of: (row: T) => Decimal.Value): Decimal => rows.reduce((total, row) => total.plus(of(row)), new Decimal(0))
