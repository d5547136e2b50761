import { excavatorHistories, inventedHistories } from '../../bench/demand/histories'
import { coverage, holdOut } from '../../bench/demand/hold-out'
import { backTest, chooseMethod, type BackTest } from '../../../srv/spare-parts/demand/back-test'
import { meanAbsoluteError, naiveScale } from '../../../srv/spare-parts/demand/errors'
import { forecastDemand } from '../../../srv/spare-parts/demand/forecast'
import { METHODS } from '../../../srv/spare-parts/demand/methods'

const months = (count: number, each: (month: number) => number) => Array.from({ length: count }, (_, i) => each(i))

test('errors are scaled by the mean change from month to month, after Hyndman and Koehler', () => {
  // Changes 2, 2, 4, 4: mean 3. Forecasts of 1 for the last two months err by 3 and 1: mean 2.
  const demand = [2, 4, 2, 6, 2]
  expect(naiveScale(demand, 5)).toBe(3)
  expect(meanAbsoluteError(demand, [0, 0, 1, 0, 0], 2, 3, 5)).toBe(3)
  expect(meanAbsoluteError(demand, [1, 1, 1, 1, 1], 1, 3, 5)).toBe(3)
})

test('naive has an error of about one scale on demand that goes on as it was', () => {
  const demand = months(60, month => [3, 0, 1, 0][month % 4])
  const naive = backTest(demand, 1).scores.find(({ method }) => method === 'naive')!
  expect(naive.scaledError).toBeCloseTo(1, 1)
})

test('a history that never changes has no scale, and its scaled errors are not told', () => {
  const forecast = forecastDemand(months(36, () => 5))
  expect(forecast).toMatchObject({ scaledError: null, naiveError: null, monthly: 5 })
  expect(forecast.backTest.scores.find(({ method }) => method === 'tsb')!.error).toBe(0)
})

test('where nothing changed at first, the scale is that of the whole history', () => {
  const demand = months(40, month => (month < 20 ? 1 : month % 2))
  expect(naiveScale(demand, 10)).toBeNull()
  expect(forecastDemand(demand).scaledError).toBeGreaterThan(0)
})

test('nothing was ever asked for: nothing is expected', () => {
  for (const demand of [[], [0], months(40, () => 0)]) expect(forecastDemand(demand)).toMatchObject({ monthly: 0, shape: { pattern: 'none' }, scaledError: null })
})

test('after one spike the forecast fades', () => {
  const spike = (since: number) => forecastDemand([12, ...months(since, () => 0)]).monthly
  expect(spike(3)).toBeGreaterThan(spike(12))
  expect(spike(12)).toBeGreaterThan(spike(48))
  expect(spike(48)).toBeLessThan(1)
})

test('a history too short to be parted is forecast all the same, without an error', () => {
  const forecast = forecastDemand([2, 0, 2])
  expect(forecast).toMatchObject({ method: 'tsb', scaledError: null, backTest: { scores: [] } })
  expect(forecast.monthly).toBeGreaterThan(0)
})

test('the expectation of a month is what was said one month before', () => {
  const { expected, method } = forecastDemand(months(36, () => 4))
  expect(method).toBe('tsb')
  expect(expected.slice(0, 3)).toEqual([null, 4, 4])
})

const tested = (errors: Partial<Record<string, number>>, demands = 10): BackTest =>
  ({ training: 9, demands, scores: METHODS.map(method => ({ method, constants: {}, error: errors[method] ?? 1, scaledError: 1 })) })

test('TSB stands unless another method erred clearly less, in enough months with demand', () => {
  expect(chooseMethod(tested({ sba: 0.95 }))).toBe('tsb')
  expect(chooseMethod(tested({ sba: 0.8 }))).toBe('sba')
  expect(chooseMethod(tested({ sba: 0.8 }, 5))).toBe('tsb')
})

test('between equals the simpler method is chosen, and naive never', () => {
  expect(chooseMethod(tested({ sba: 0.8, croston: 0.8, movingAverage: 0.8 }))).toBe('movingAverage')
  expect(chooseMethod(tested({ sba: 0.7, croston: 0.8, movingAverage: 0.8 }))).toBe('sba')
  expect(chooseMethod(tested({ naive: 0 }))).toBe('tsb')
})

test('chosen on what came before, the methods beat naive on what came after', () => {
  const { month, horizon, series } = holdOut(inventedHistories(300, 72))
  expect(series).toBeGreaterThan(250)
  expect(month.chosen).toBeLessThan(month.naive)
  expect(horizon.chosen).toBeLessThan(0.8 * horizon.naive)
})

test('they do so on the orders of real excavators', () => {
  const histories = excavatorHistories()
  if (!histories) return console.log('Not tested on real orders: excavator-work-orders.csv is not there')
  const { month, horizon, series } = holdOut(histories)
  expect(series).toBeGreaterThan(200)
  expect(month.chosen).toBeLessThan(month.naive)
  expect(horizon.chosen).toBeLessThan(horizon.naive)
})

test('reorder points cover as many spans as their service level says', () => {
  for (const level of [0.8, 0.9, 0.95]) expect(coverage(inventedHistories(300, 72), 3, level, 0).quantile.covered).toBeGreaterThan(level)
})
