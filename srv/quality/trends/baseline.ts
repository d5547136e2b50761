/** What the past of a series lets expect: events to a unit of exposure and week, and how much they cluster. */
export interface Baseline { rate: number; dispersion: number; weeks: number; events: number; exposure: number }
/** What is known of like series; it counts where a series has too little past of its own. */
export interface Prior { dispersion: number }

/** So uncertain is the dispersion of one series when that of like ones is known: a variance of 1 / 4. */
const PRIOR_PRECISION = 4

/**
 * Rate and dispersion of some weeks. The rate is Jeffreys' estimate, half an event above what was seen, so that a series without any event has one too. The dispersion is
 * Pearson's chi-square to its degrees of freedom, drawn towards that of like series, the more the rarer the events are.
 */
export function baselineOf(counts: number[], exposures: number[], { dispersion: usual }: Prior): Baseline {
  const events = sum(counts), exposure = sum(exposures)
  const rate = (events + 0.5) / exposure
  const { precision, dispersion } = scatter(counts, exposures)
  const drawn = (precision * dispersion + PRIOR_PRECISION * usual) / (precision + PRIOR_PRECISION)
  // What chance alone makes of single events is no cluster.
  const isClustered = drawn > 1 + 1 / Math.sqrt(precision + PRIOR_PRECISION)
  return { rate, dispersion: isClustered ? drawn : 1, weeks: counts.length, events, exposure }
}

/** Pearson's dispersion, and one over its variance where events come singly: weeks / (2 + 1 / mean). */
export function scatter(counts: number[], exposures: number[]): { precision: number; dispersion: number } {
  const events = sum(counts), rate = events / sum(exposures)
  if (!events || counts.length < 2) return { precision: 0, dispersion: 1 }
  const chiSquare = counts.reduce((total, count, week) => total + (exposures[week] ? (count - rate * exposures[week]) ** 2 / (rate * exposures[week]) : 0), 0)
  return { precision: counts.length / (2 + counts.length / events), dispersion: chiSquare / (counts.length - 1) }
}

/** The dispersion that like series have in common. */
export function commonDispersion(series: { counts: number[]; exposures: number[] }[]): Prior {
  let [weights, total] = [0, 0]
  for (const { counts, exposures } of series) {
    const { precision, dispersion } = scatter(counts, exposures)
    weights += precision
    total += precision * dispersion
  }
  return { dispersion: weights ? Math.max(1, total / weights) : 1 }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

/** Normal quantiles in the middle of eight equally likely parts. */
const PARTS = [-1.5341, -0.8871, -0.4888, -0.1573, 0.1573, 0.4888, 0.8871, 1.5341]

/**
 * Eight equally likely true means, where an estimate rests on so many events: quantiles of the rate's posterior distribution, a gamma distribution (Jeffreys), by Wilson & Hilferty.
 *
 * @param events seen in the baseline, counting a cluster as one
 */
export function plausibleMeans(mean: number, events: number): number[] {
  const shape = events + 0.5
  return PARTS.map(z => mean * Math.max(0.02, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3)
}
