import { plausibleMeans, type Baseline } from './baseline'
import { probabilities, upperQuantile } from './count-distribution'

/**
 * Limits of a u-chart, events to a unit of exposure (Montgomery, Introduction to Statistical Quality Control, 7.3; ISO 7870-2). Three standard deviations are too
 * narrow for rare and for clustered events; the limit is therefore the count that is passed as seldom as three standard deviations are in a normal distribution, once in
 * 740 weeks, divided by the exposure.
 *
 * @param rate events to a unit of exposure
 * @param dispersion variance to mean of the counts
 */
export function uChartLimits(rate: number, dispersion: number, exposure: number): { center: number; upper: number } {
  return { center: rate, upper: exposure > 0 ? (upperQuantile(rate * exposure, dispersion, 0.00135) + 0.5) / exposure : rate }
}

/**
 * How likely so many events or more are in some weeks, over all rates that the past leaves possible. A chart of the latest weeks together finds a sudden rise sooner than the
 * cumulative sum, which is made for any rise.
 *
 * @param exposure of those weeks together
 */
export function chanceOf(count: number, exposure: number, { rate, dispersion, events }: Baseline): number {
  if (count <= rate * exposure) return 1
  const means = plausibleMeans(rate * exposure, events / dispersion)
  const below = means.map(mean => probabilities(mean, dispersion).slice(0, count).reduce((sum, chance) => sum + chance, 0))
  return Math.max(0, 1 - below.reduce((sum, chance) => sum + chance, 0) / means.length)
}
