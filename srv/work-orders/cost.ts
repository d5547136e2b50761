import { Decimal } from 'decimal.js'

/**
 * Amount of a cost item: quantity × rate, rounded half away from zero to the currency's decimals.
 *
 * @param decimals minor units of the currency (ISO 4217): EUR 2, JPY 0, KWD 3
 * @returns a decimal string, or null while quantity or rate is missing
 */
export function costAmount(
  quantity: string | number | null | undefined,
  rate: string | number | null | undefined,
  decimals = 2
): string | null {
  if (quantity == null || rate == null) return null
  return new Decimal(quantity).times(rate).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals)
}
