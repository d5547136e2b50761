import { backTest, chooseMethod } from '../../../srv/spare-parts/demand/back-test'
import { fit } from '../../../srv/spare-parts/demand/constants'
import { errorsOfSums, meanAbsoluteError, naiveScale } from '../../../srv/spare-parts/demand/errors'
import { forecastDemand } from '../../../srv/spare-parts/demand/forecast'
import { METHODS, type ForecastMethod } from '../../../srv/spare-parts/demand/methods'
import { stockLevels, up } from '../../../srv/spare-parts/demand/stock-levels'

export type Scored = ForecastMethod | 'chosen'

/** Mean over all series of the scaled errors after the hold-out began. */
export interface HoldOut {
  series: number
  chosen: Partial<Record<ForecastMethod, number>>
  /** Mean absolute scaled error of a month. */
  month: Record<Scored, number>
  /** The same of what is asked for within the whole horizon. */
  horizon: Record<Scored, number>
}

/**
 * Everything is chosen from the first part of each series, method and constants, and scored on what came after; a series without a scale
 * (nothing changed in its first part) is left out.
 *
 * @param share of each series that may be looked at
 */
export function holdOut(histories: number[][], horizon = 3, share = 0.7): HoldOut {
  const result: HoldOut = { series: 0, chosen: {}, month: zeros(), horizon: zeros() }
  for (const demand of histories) {
    const cut = Math.floor(demand.length * share)
    const past = demand.slice(0, cut)
    const scale = naiveScale(past, cut)
    const sums = meanOf(errorsOfSums(past, past, horizon, 1).map(Math.abs))
    if (!scale || !sums) continue
    const chosen = chooseMethod(backTest(past, horizon))
    const methods: [Scored, ForecastMethod][] = [...METHODS.map(method => [method, method] as [Scored, ForecastMethod]), ['chosen', chosen]]
    for (const [name, method] of methods) {
      const { forecasts } = fit(method, demand, horizon, cut)
      result.month[name] += meanAbsoluteError(demand, forecasts, horizon, cut, demand.length)! / scale
      result.horizon[name] += meanOf(errorsOfSums(demand, forecasts, horizon, cut).map(Math.abs)) / sums
    }
    result.chosen[chosen] = (result.chosen[chosen] ?? 0) + 1
    result.series++
  }
  for (const scores of [result.month, result.horizon]) for (const name of Object.keys(scores) as Scored[]) scores[name] /= result.series
  return result
}

export interface Coverage { parts: number; covered: number; stock: number }

/** How many of the spans after the hold-out began a reorder point would have covered, and how high it was, by quantile and by normal distribution. */
export function coverage(histories: number[][], months: number, serviceLevel: number, z: number, share = 0.6): Record<'quantile' | 'normal', Coverage> {
  const result = { quantile: { parts: 0, covered: 0, stock: 0 }, normal: { parts: 0, covered: 0, stock: 0 } }
  let spans = 0
  for (const demand of histories) {
    const cut = Math.floor(demand.length * share)
    const past = demand.slice(0, cut)
    if (past.filter(quantity => quantity > 0).length < 2) continue
    const forecast = forecastDemand(past)
    const terms = { leadTimeDays: 0, reviewDays: (months * 365.25) / 12, serviceLevel, coverMonths: 1 }
    const deviation = Math.sqrt(meanOf(forecast.errorsOver(months).map(error => error ** 2)))
    const points = { quantile: stockLevels(forecast, past, terms).reorderPoint, normal: Math.max(0, up(forecast.monthly * months + z * deviation, 1)) }
    const asked = errorsOfSums(demand, new Float64Array(demand.length), months, cut)
    spans += asked.length
    for (const [name, point] of Object.entries(points) as ['quantile' | 'normal', number][]) {
      result[name].parts++
      result[name].stock += point
      result[name].covered += asked.filter(quantity => quantity <= point).length
    }
  }
  for (const each of Object.values(result)) [each.covered, each.stock] = [each.covered / spans, each.stock / each.parts]
  return result
}

const zeros = () => Object.fromEntries([...METHODS, 'chosen'].map(name => [name, 0])) as Record<Scored, number>
const meanOf = (values: number[]) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0)
