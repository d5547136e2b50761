import { Decimal } from 'decimal.js'

/** A row of RepairCosts, as far as billing needs it. */
export interface BillableRow {
  ID: string; state_code: string; amount: Decimal.Value; currency: string; quantity: Decimal.Value | null; unit: string | null; description: string | null; taxCode: string | null
  costType: string | null; companyCode: string; indicator: string | null
  /** The customer bears it, and it can be asked for. */
  isBillable?: boolean
  /** What it costs is certain: a row that is open again after a reversal says nothing yet. */
  isSettled?: boolean
}

/** What the customer is charged for a row; with its sign. */
export interface Charge {
  repairCost_ID: string; netAmount: string; currency: string; companyCode: string; quantity: string | null; unit: string | null; description: string | null; taxCode: string | null; costType: string | null
}

/**
 * What is still to be charged: what each row costs the customer less what has been charged for it. A row that is borne by somebody else now,
 * or that fell away, costs the customer nothing.
 *
 * @param charged by row, with signs
 */
export function chargesOf(rows: readonly BillableRow[], charged: ReadonlyMap<string, string>): Charge[] {
  return rows.filter(({ isSettled }) => isSettled).flatMap(row => {
    const before = new Decimal(charged.get(row.ID) ?? 0)
    const netAmount = (row.isBillable ? new Decimal(row.amount) : new Decimal(0)).minus(before)
    if (netAmount.isZero()) return []
    const { ID: repairCost_ID, currency, companyCode, unit, description, taxCode, costType } = row
    // A difference has no quantity of its own: it is one of whatever it is.
    const quantity = before.isZero() && row.quantity != null && !new Decimal(row.quantity).isZero() ? new Decimal(row.quantity).toFixed() : null
    return [{ repairCost_ID, netAmount: netAmount.toFixed(), currency, companyCode, quantity, unit: quantity ? unit : null, description, taxCode, costType }]
  })
}
