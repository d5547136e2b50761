import { Decimal } from 'decimal.js'

/** One unit of the first currency is worth so many of the second from that day on. */
export interface RateOfDay {
  fromCurrency: string
  toCurrency: string
  /** YYYY-MM-DD */
  validFrom: string
  rate: string
}

export interface ExchangeRate {
  /** Decimal string with at most nine decimals, as it is stored; of an inverse rate rounded for people: amounts are computed by `quoted`. */
  rate: string
  /** The day from which it holds. */
  date: string
  /** The rate as it was entered, and whether to divide by it. */
  quoted: string
  isInverse: boolean
}

const SAME: Omit<ExchangeRate, 'date'> = { rate: '1', quoted: '1', isInverse: false }

/**
 * The rate that holds on a day: the latest one in that direction, else the latest one of the other direction, by which amounts are divided.
 *
 * @returns nothing where none is known, or none yet on that day
 */
export function exchangeRate(rates: readonly RateOfDay[], from: string, to: string, day: string): ExchangeRate | undefined {
  if (from === to) return { ...SAME, date: day }
  const direct = latest(rates, from, to, day)
  if (direct) return { rate: new Decimal(direct.rate).toString(), date: direct.validFrom, quoted: direct.rate, isInverse: false }
  const inverse = latest(rates, to, from, day)
  if (!inverse) return undefined
  return { rate: new Decimal(1).dividedBy(inverse.rate).toDecimalPlaces(9, Decimal.ROUND_HALF_UP).toFixed(), date: inverse.validFrom, quoted: inverse.rate, isInverse: true }
}

function latest(rates: readonly RateOfDay[], from: string, to: string, day: string): RateOfDay | undefined {
  return rates
    .filter(each => each.fromCurrency === from && each.toCurrency === to && each.validFrom <= day && new Decimal(each.rate).isPositive() && !new Decimal(each.rate).isZero())
    .reduce<RateOfDay | undefined>((best, each) => (!best || each.validFrom > best.validFrom ? each : best), undefined)
}

/**
 * An amount in another currency, rounded half up (away from zero) to that currency's decimals.
 *
 * @param decimals of the currency it is converted to
 */
export function convert(amount: string | number, { quoted, isInverse }: Pick<ExchangeRate, 'quoted' | 'isInverse'>, decimals: number): string {
  const converted = isInverse ? new Decimal(amount).dividedBy(quoted) : new Decimal(amount).times(quoted)
  return converted.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals)
}
