import { Decimal } from 'decimal.js'

/**
 * Splits an amount by percents so that the parts add up to it exactly: each part is rounded towards zero to the currency's decimals, and the
 * minor units that are left go to the parts with the largest remainders, the first of equal ones first.
 *
 * @param amount decimal string; a negative one is split as the positive one, with the sign turned
 * @param percents at least one, none negative, together exactly 100
 * @param decimals minor units of the currency (ISO 4217): EUR 2, JPY 0, KWD 3; more of them where the amount itself has more
 * @returns decimal strings in the order of the percents
 * @throws RangeError when the percents are not a whole
 */
export function splitAmount(amount: string | number, percents: readonly (string | number)[], decimals: number): string[] {
  const shares = percents.map(percent => new Decimal(percent))
  if (!isWhole(percents)) throw new RangeError(`Shares are together 100 %, not ${percents.join(' + ')}`)
  const total = new Decimal(amount), places = Math.max(decimals, total.decimalPlaces())
  const units = total.abs().times(Decimal.pow(10, places))
  const exact = shares.map(percent => units.times(percent).dividedBy(100))
  const parts = exact.map(part => part.floor())
  const byRemainder = exact.map((part, i) => ({ i, remainder: part.minus(parts[i]) })).sort((a, b) => b.remainder.comparedTo(a.remainder) || a.i - b.i)
  const left = units.minus(Decimal.sum(...parts)).toNumber()
  for (const { i } of byRemainder.slice(0, left)) parts[i] = parts[i].plus(1)
  const sign = total.isNegative() ? -1 : 1
  return parts.map(part => (part.isZero() ? part : part.times(sign)).dividedBy(Decimal.pow(10, places)).toFixed(places))
}

/** Whether shares are together 100, and none of them is negative. */
export function isWhole(percents: readonly (string | number)[]): boolean {
  const shares = percents.map(percent => new Decimal(percent))
  return shares.length > 0 && shares.every(percent => percent.isFinite() && !percent.isNegative()) && Decimal.sum(...shares).equals(100)
}
