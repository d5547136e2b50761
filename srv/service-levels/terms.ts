import { Decimal } from 'decimal.js'

/** A penalty, a bonus or paid stand-by hours as an agreement grants them. Amounts are decimal strings, as databases answer them. */
export interface Term {
  kind_code: string
  /** The clock that it is about; empty: any. */
  clock_code?: string | null
  /** One amount for each unit that has begun; empty or zero: one amount for all. */
  unitMinutes?: number | null
  amount?: string | number | null
  maximum?: string | number | null
  currency_code?: string | null
}

/** A sum of money, exact to the digits of its terms. */
export interface Grant { amount: string; currency: string }

/** What the customer gets for a clock that is so many working minutes late, a sum for each currency; nothing when it is in time. */
export const penaltiesFor = (terms: Term[], clock: string, lateMinutes: number): Grant[] => summed(terms, 'penalty', clock, lateMinutes)

/** What the customer pays for a clock that stops so many working minutes early. */
export const bonusesFor = (terms: Term[], clock: string, earlyMinutes: number): Grant[] => summed(terms, 'bonus', clock, earlyMinutes)

/** What so many minutes of stand-by cost, whatever happens in them. */
export const standbyFor = (terms: Term[], minutes: number): Grant[] => summed(terms, 'standby', undefined, minutes)

function summed(terms: Term[], kind: string, clock: string | undefined, minutes: number): Grant[] {
  const sums = new Map<string, Decimal>()
  if (!(minutes > 0)) return []
  for (const term of terms) {
    if (term.kind_code !== kind || (term.clock_code && term.clock_code !== clock)) continue
    const currency = term.currency_code ?? ''
    sums.set(currency, (sums.get(currency) ?? new Decimal(0)).plus(grantedBy(term, minutes)))
  }
  return [...sums].filter(([, sum]) => sum.gt(0)).map(([currency, sum]) => ({ amount: sum.toFixed(), currency }))
}

/** A unit counts from its first minute on; the maximum caps each term by itself. */
function grantedBy({ unitMinutes, amount, maximum }: Term, minutes: number): Decimal {
  const units = unitMinutes && unitMinutes > 0 ? Math.ceil(minutes / unitMinutes) : 1
  const sum = new Decimal(amount ?? 0).times(units)
  return maximum == null ? sum : Decimal.min(sum, maximum)
}
