import { Decimal } from 'decimal.js'
import { grouped } from '../../grouped'
import type { CostObject, Line } from '../postings/document'

/** An item of a run, as far as its document needs it. Amounts are in the company code's currency and may be negative. */
export interface AccruedCost extends CostObject {
  glAccount: string
  offsetAccount: string
  offsetCostCenter?: string | null
  companyCodeAmount: Decimal.Value
  companyCodeCurrency_code: string
}

/**
 * The lines of an accrual: costs of the same account and object are one pair, so that a month's document stays short. What adds up to nothing is left out.
 *
 * @param text of all lines
 */
export function accrualLines(costs: readonly AccruedCost[], text: string): Line[] {
  const alike = grouped([...costs], cost => JSON.stringify([cost.glAccount, objectOf(cost), cost.offsetAccount, cost.offsetCostCenter ?? null]))
  const sides = [...alike].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, same]) => pair(same))
  return sides.map((side, i) => ({ ...NOTHING, ...side, line: i + 1, text }))
}

type Side = Pick<Line, 'debitCredit' | 'glAccount' | 'amount' | 'currency' | 'companyCodeAmount' | 'companyCodeCurrency'> & CostObject

const NOTHING = {
  repairCost_ID: null, costItem_ID: null, costCenter: null, internalOrder: null, wbsElement: null, serviceOrder: null, serviceOrderItem: null, taxCode: null,
  accountingIndicator: null, costType: null, quantity: null, unit: null, activityType: null, postedBy: 'journalEntry' as const, hostDocument: null
}

function pair(same: AccruedCost[]): Side[] {
  const [first] = same
  const sum = same.reduce((total, cost) => total.plus(cost.companyCodeAmount), new Decimal(0))
  if (sum.isZero()) return []
  const amount = sum.abs().toFixed(), currency = first.companyCodeCurrency_code
  const money = { amount, currency, companyCodeAmount: amount, companyCodeCurrency: currency }
  const [debit, credit] = sum.isNegative() ? ['H', 'S'] as const : ['S', 'H'] as const
  return [
    { ...money, debitCredit: debit, glAccount: first.glAccount, ...objectOf(first) },
    { ...money, debitCredit: credit, glAccount: first.offsetAccount, ...(first.offsetCostCenter && { costCenter: first.offsetCostCenter }) }
  ]
}

function objectOf({ costCenter, internalOrder, wbsElement, serviceOrder, serviceOrderItem }: CostObject): CostObject {
  return {
    ...(costCenter && { costCenter }), ...(internalOrder && { internalOrder }), ...(wbsElement && { wbsElement }), ...(serviceOrder && { serviceOrder }),
    ...(serviceOrderItem && { serviceOrderItem })
  }
}
