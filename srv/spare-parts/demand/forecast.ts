import { backTest, chooseMethod, type BackTest } from './back-test'
import { fit } from './constants'
import { errorsOfSums } from './errors'
import type { Constants, ForecastMethod } from './methods'
import { shapeOf, type DemandShape, type MonthlyDemand } from './series'

export interface DemandForecast {
  method: ForecastMethod
  constants: Constants
  /** Pieces a month, the same for every month ahead. */
  monthly: number
  /** What the method said of each month of the history one month before; null of the first. */
  expected: (number | null)[]
  /** Of the chosen method in the back-test, and of the naive one; null without a scale. */
  scaledError: number | null
  naiveError: number | null
  shape: DemandShape
  backTest: BackTest
  /** The demand of so many months in a row, less what had been forecast for them, of all origins of the back-test. */
  errorsOver(months: number): number[]
}

/**
 * What a part's own history says about its next months. Deterministic; a multiple of the history has the multiple as its forecast.
 *
 * @param demand monthly, from the first month with demand; none at all is a forecast of zero
 * @param horizon months ahead that errors are measured at
 */
export function forecastDemand(demand: MonthlyDemand, horizon = 3): DemandForecast {
  const test = backTest(demand, horizon)
  const method = chooseMethod(test)
  const { constants, forecasts } = fit(method, demand, horizon)
  const scaled = (wanted: ForecastMethod) => test.scores.find(each => each.method === wanted)?.scaledError ?? null
  return {
    method, constants, monthly: forecasts.at(-1) ?? 0, expected: Array.from(demand, (_, month) => (month ? forecasts[month - 1] : null)),
    scaledError: scaled(method), naiveError: scaled('naive'), shape: shapeOf(demand), backTest: test,
    errorsOver: months => errorsOfSums(demand, fit(method, demand, horizon, test.training).forecasts, months, test.scores.length ? test.training : 1)
  }
}
