import { forecastsOf } from '../../../srv/spare-parts/demand/methods'
import { monthlyDemand, monthNumber, monthOf, shapeOf } from '../../../srv/spare-parts/demand/series'

const rounded = (values: ArrayLike<number>) => Array.from(values, value => Math.round(value * 10_000) / 10_000)

// Sizes 3, 5, 2 in months 1, 5 and 7: intervals 4 and 2.
const rare = [3, 0, 0, 0, 5, 0, 2, 0]

test('Croston smooths sizes and intervals apart, and forecasts their quotient', () => {
  // Size 3 + 0.2·2 = 3.4 by interval 4; then 3.4 − 0.2·1.4 = 3.12 by 4 − 0.2·2 = 3.6. Before, the one demand is spread over the months since.
  expect(rounded(forecastsOf('croston', rare, { alpha: 0.2, beta: 0.2 }))).toEqual([3, 1.5, 1, 0.75, 0.85, 0.85, 0.8667, 0.8667])
})

test('Syntetos and Boylan take off half of the constant of the intervals', () => {
  expect(rounded(forecastsOf('sba', rare, { alpha: 0.2, beta: 0.2 }).slice(4))).toEqual([0.765, 0.765, 0.78, 0.78])
})

test('Teunter, Syntetos and Babai lower the probability of demand in each month without one', () => {
  // Probabilities 1, 0.9, 0.81, then 0.81 + 0.1·0.19 = 0.829, 0.7461; sizes 2, then 2 + 0.2·2 = 2.4.
  expect(rounded(forecastsOf('tsb', [2, 0, 0, 4, 0], { alpha: 0.2, beta: 0.1 }))).toEqual([2, 1.8, 1.62, 1.9896, 1.7906])
})

test('the moving average takes what months there are, then the last ones', () => {
  expect(rounded(forecastsOf('movingAverage', [6, 0, 3, 0, 0], { window: 3 }))).toEqual([6, 3, 3, 1, 1])
})

test('naive takes the last month for the next', () => {
  expect(rounded(forecastsOf('naive', rare))).toEqual(rare)
})

test('months are summed from the first demand to the last full month; returns lower a month to zero at the most', () => {
  const points = [
    { day: '2026-01-31', quantity: 0 }, { day: '2026-03-05', quantity: 2 }, { day: '2026-03-30T10:00:00Z', quantity: 1 },
    { day: '2026-05-02', quantity: -1 }, { day: '2026-06-09', quantity: 4 }, { day: '2026-07-01', quantity: 9 }
  ]
  expect(monthlyDemand(points, '2026-06')).toEqual({ first: '2026-03', demand: [3, 0, 0, 4] })
  expect(monthlyDemand(points, '2026-06', '2026-05')).toEqual({ first: '2026-06', demand: [4] })
  expect(monthlyDemand([], '2026-06')).toEqual({ first: null, demand: [] })
})

test('months are counted across years', () => {
  expect(monthOf(monthNumber('2026-12') + 1)).toBe('2027-01')
  expect(monthNumber('2027-01-15') - monthNumber('2025-11')).toBe(14)
})

test.each([
  ['none', [0, 0, 0]], ['smooth', [4, 5, 4, 5]], ['erratic', [1, 9, 1, 1]], ['intermittent', [2, 0, 0, 2, 0, 2]], ['lumpy', [1, 0, 0, 12, 0, 1]]
])('demand is called %s by the distance between demands and the differences of their sizes', (pattern, demand) => {
  expect(shapeOf(demand).pattern).toBe(pattern)
})

test('the distance of demands is months by demands, the variation that of the sizes alone', () => {
  // Sizes 1 and 3: mean 2, variance 1, squared coefficient 1/4; six months by two demands.
  expect(shapeOf([1, 0, 0, 3, 0, 0])).toEqual({ pattern: 'intermittent', interval: 3, variation: 0.25 })
})
