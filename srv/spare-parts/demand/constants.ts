import { forecastsOf, type Constants, type ForecastMethod } from './methods'
import { meanAbsoluteError } from './errors'
import type { MonthlyDemand } from './series'

const both = (value: number): Constants => ({ alpha: value, beta: value })

/** What is tried for each method, the calmest first: between equals the first is taken. */
const CANDIDATES: Record<ForecastMethod, readonly Constants[]> = {
  naive: [{}],
  movingAverage: [12, 24, 6, 3].map(window => ({ window })),
  croston: [0.1, 0.05, 0.2, 0.3].map(both),
  sba: [0.1, 0.05, 0.2, 0.3].map(both),
  tsb: [0.1, 0.05, 0.2].flatMap(alpha => [0.05, 0.02, 0.1, 0.2, 0.3].map(beta => ({ alpha, beta })))
}

/** A method as it was made for a history: its constants and what it says after each month. */
export interface Fitted {
  method: ForecastMethod
  constants: Constants
  forecasts: Float64Array
}

/**
 * The constants that would have erred least up to a month, with the forecasts that they make for the whole series.
 *
 * @param until months that may be looked at to choose, from the first; later ones are forecast, not learnt from
 */
export function fit(method: ForecastMethod, demand: MonthlyDemand, horizon: number, until = demand.length): Fitted {
  let best: Fitted | undefined
  let least = Infinity
  for (const constants of CANDIDATES[method]) {
    const forecasts = forecastsOf(method, demand, constants)
    const error = CANDIDATES[method].length > 1 ? (meanAbsoluteError(demand, forecasts, horizon, 1, until) ?? 0) : 0
    if (!best || error < least * (1 - SAME)) [best, least] = [{ method, constants, forecasts }, error]
  }
  return best!
}

/** Errors that differ by less are equal: without it the last bit of a sum would decide. */
const SAME = 1e-9
