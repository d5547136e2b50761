import type { MonthlyDemand } from './series'

/** Forecasting methods, the simpler before the more elaborate: between equals the first is chosen. */
export const METHODS = ['naive', 'movingAverage', 'croston', 'sba', 'tsb'] as const
export type ForecastMethod = (typeof METHODS)[number]

/** Constants of a method: months of the moving average, or smoothing constants between 0 and 1. */
export interface Constants {
  window?: number
  /** For sizes of demands. */
  alpha?: number
  /** For intervals between demands (Croston, SBA), or for the probability of demand (TSB). */
  beta?: number
}

/**
 * What each method says after each month: element t is the demand of a month after month t, seen from its end. All five are flat: they
 * forecast the same for every month ahead. Nothing later than month t is looked at, so that one pass makes the forecasts of all origins.
 */
export function forecastsOf(method: ForecastMethod, demand: MonthlyDemand, constants: Constants = {}): Float64Array {
  const { window = 6, alpha = 0.1, beta = 0.1 } = constants
  if (method === 'naive') return Float64Array.from(demand)
  if (method === 'movingAverage') return movingAverage(demand, window)
  if (method === 'tsb') return tsb(demand, alpha, beta)
  return croston(demand, alpha, beta, method === 'sba' ? 1 - beta / 2 : 1)
}

/** The mean of the last months; of all, as long as there are fewer. */
function movingAverage(demand: MonthlyDemand, window: number): Float64Array {
  const forecasts = new Float64Array(demand.length)
  for (let t = 0; t < demand.length; t++) {
    let sum = 0
    const from = Math.max(0, t - window + 1)
    for (let i = from; i <= t; i++) sum += demand[i]
    forecasts[t] = sum / (t - from + 1)
  }
  return forecasts
}

/**
 * Croston (1972): sizes of demands and intervals between them are smoothed apart, each when there is a demand; the forecast is their
 * quotient. It overrates demand; Syntetos and Boylan (2005) take off half the intervals' constant (SBA). With the second demand the first
 * interval is known; until then the one demand is spread over the months since.
 */
function croston(demand: MonthlyDemand, alpha: number, beta: number, factor: number): Float64Array {
  const forecasts = new Float64Array(demand.length)
  let [size, interval, since] = [0, 0, 0]
  for (let t = 0; t < demand.length; t++) {
    since++
    if (demand[t] > 0) {
      if (size) interval = interval ? interval + beta * (since - interval) : since
      size = size ? size + alpha * (demand[t] - size) : demand[t]
      since = 0
    }
    forecasts[t] = interval ? (factor * size) / interval : size / (since + 1)
  }
  return forecasts
}

/**
 * Teunter, Syntetos and Babai (2011): the probability of a demand is smoothed every month, so that the forecast falls while nobody asks:
 * it sees a part become obsolete. Begins with the first demand, as if its month were one of as many.
 */
function tsb(demand: MonthlyDemand, alpha: number, beta: number): Float64Array {
  const forecasts = new Float64Array(demand.length)
  let [size, probability] = [0, 0]
  for (let t = 0; t < demand.length; t++) {
    if (demand[t] > 0) {
      const isFirst = !size
      size = isFirst ? demand[t] : size + alpha * (demand[t] - size)
      probability = isFirst ? 1 / (t + 1) : probability + beta * (1 - probability)
    } else probability -= beta * probability
    forecasts[t] = probability * size
  }
  return forecasts
}
