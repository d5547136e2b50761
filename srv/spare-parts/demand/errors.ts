import type { MonthlyDemand } from './series'

/**
 * Mean absolute error of flat forecasts per month, over all origins whose horizon lies within the months from `from` to before `until`,
 * and over all months of each horizon.
 *
 * @returns null when no horizon fits in
 */
export function meanAbsoluteError(demand: MonthlyDemand, forecasts: ArrayLike<number>, horizon: number, from: number, until: number): number | null {
  let [sum, count] = [0, 0]
  for (let origin = Math.max(0, from - 1); origin + horizon < until; origin++) {
    for (let step = 1; step <= horizon; step++) sum += Math.abs(demand[origin + step] - forecasts[origin])
    count += horizon
  }
  return count ? sum / count : null
}

/** What was asked for within so many months from each origin on, less what had been forecast for them; the oldest first. */
export function errorsOfSums(demand: MonthlyDemand, forecasts: ArrayLike<number>, months: number, from: number): number[] {
  const errors: number[] = []
  for (let origin = Math.max(0, from - 1); origin + months < demand.length; origin++) {
    let sum = 0
    for (let step = 1; step <= months; step++) sum += demand[origin + step]
    errors.push(sum - months * forecasts[origin])
  }
  return errors
}

/**
 * The scale of Hyndman and Koehler (2006): the mean absolute change from one month to the next, up to a month. An error of one scale is as
 * large as that of taking each month for the next.
 *
 * @returns null when nothing ever changed (or no month has a next one): there is no scale then, and scaled errors are not told
 */
export function naiveScale(demand: MonthlyDemand, until: number): number | null {
  let sum = 0
  for (let month = 1; month < until; month++) sum += Math.abs(demand[month] - demand[month - 1])
  return sum > 0 ? sum / (until - 1) : null
}
