import type { DemandForecast } from './forecast'

/** On what terms a part is supplied to a place. */
export interface SupplyTerms {
  /** From the order until the part lies in its place. */
  leadTimeDays: number
  /** Until the next look at whether to order. */
  reviewDays: number
  /** Share of the spans of lead time and review in which everything asked for is there, between 0 and 1. */
  serviceLevel: number
  /** Months that one order is to last. */
  coverMonths: number
  /** Least quantity of an order, and what it is a multiple of. */
  minimumLot?: number | null
  rounding?: number | null
  /** Stock with what is on order is never to be more. */
  maximumStock?: number | null
  /** Metres and litres come in thousandths, pieces whole. */
  isDivisible?: boolean
}

export interface StockLevels {
  /** Whole months that lead time and review take: what happens within a month is not known. */
  months: number
  /** Forecast of them. */
  expectedDemand: number
  safetyStock: number
  /** To order when stock and what is on order are less. */
  reorderPoint: number
  /** What an order usually brings; 0 where nothing is expected. */
  orderQuantity: number
  /** The history is too short for this service level: the normal distribution takes over. */
  isHistoryShort: boolean
}

const DAYS_A_MONTH = 365.25 / 12

/**
 * Reorder point and safety stock from the errors that the forecast really made over lead time and review: their empirical quantile at the
 * service level. Errors of rare demand are skewed and come in whole pieces: a normal distribution of the same spread holds up to twice the
 * stock at levels below 95 %, and covers hardly more. The quantile is that of rank p(n+1), which does not fall short in a small sample.
 * Where the level lies beyond the largest error the history can't tell, and the larger of that error and the normal distribution's stands
 * for it. Before there are errors at all it is the largest month.
 */
export function stockLevels(forecast: DemandForecast, history: readonly number[], terms: SupplyTerms): StockLevels {
  const months = Math.max(1, Math.ceil((terms.leadTimeDays + terms.reviewDays) / DAYS_A_MONTH))
  const expectedDemand = forecast.monthly * months
  const { error, isHistoryShort } = worstError(forecast, history, months, terms.serviceLevel)
  const isNeeded = history.some(quantity => quantity > 0)
  const reorderPoint = isNeeded ? up(Math.max(0, expectedDemand + error), step(terms)) : 0
  return {
    months, expectedDemand, reorderPoint, safetyStock: Math.max(0, reorderPoint - expectedDemand),
    orderQuantity: isNeeded ? lot(forecast.monthly * terms.coverMonths, terms) : 0, isHistoryShort: isNeeded && isHistoryShort
  }
}

/** A quantity as it can be ordered: at least the minimum lot, and a multiple of the rounding. */
export function lot(quantity: number, terms: Pick<SupplyTerms, 'minimumLot' | 'rounding' | 'isDivisible'>): number {
  return quantity > 0 ? up(up(Math.max(quantity, terms.minimumLot ?? 0), step(terms)), terms.rounding || step(terms)) : 0
}

/** The smallest quantity that differs. */
export const step = ({ isDivisible }: Pick<SupplyTerms, 'isDivisible'>): number => (isDivisible ? 0.001 : 1)

/** The next multiple; a rest that only comes from binary fractions is none. Thousandths, as quantities have. */
export const up = (quantity: number, multiple: number): number => thousandths(Math.ceil(quantity / multiple - 1e-9) * multiple)
export const thousandths = (quantity: number): number => Math.round(quantity * 1000) / 1000

function worstError(forecast: DemandForecast, history: readonly number[], months: number, serviceLevel: number): { error: number; isHistoryShort: boolean } {
  const errors = forecast.errorsOver(months).sort((a, b) => a - b)
  if (!errors.length) return { error: history.reduce((most, quantity) => Math.max(most, quantity), 0), isHistoryShort: true }
  const rank = Math.max(1, Math.ceil(serviceLevel * (errors.length + 1)))
  if (rank <= errors.length) return { error: errors[rank - 1], isHistoryShort: false }
  const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length)
  return { error: Math.max(errors.at(-1)!, normalQuantile(serviceLevel) * deviation), isHistoryShort: true }
}

/** Of the standard normal distribution, for 0.5 ≤ p < 1, to 0.0005 (Abramowitz and Stegun, 26.2.23). */
function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(1 - Math.min(Math.max(p, 0.5), 0.9999)))
  return t - (2.515517 + 0.802853 * t + 0.010328 * t ** 2) / (1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3)
}
