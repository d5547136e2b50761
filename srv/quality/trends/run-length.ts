import { plausibleMeans } from './baseline'
import { evidence, probabilities } from './count-distribution'

/**
 * How long a cumulative sum runs until it signals: the sum is a Markov chain on a grid between 0 and its limit (Brook & Evans 1972; for counts Lucas 1985), and
 * the expected run lengths solve a linear system. Between two points of the grid the probability is shared out so that the mean is kept: weekly steps of rare events are
 * smaller than the grid.
 */
const STATES = 48
const LONGEST = 1e7

/** What the sum goes by: the mean and dispersion that the weights were made for, and how many times as high the rate is that is to be found. */
export interface Design { mean: number; dispersion: number; ratio: number }

/**
 * Weeks until the first signal, on average, from a sum of 0.
 *
 * @param mean of the weekly counts as they really are, which need not be the mean that the sum was designed for
 */
export function averageRunLength(design: Design, limit: number, mean: number): number {
  const chances = probabilities(mean, design.dispersion)
  const weights = evidence(design.mean, design.dispersion, design.ratio, chances.length - 1)
  const step = limit / (STATES - 1)
  const rows = Array.from({ length: STATES }, (_, from) => {
    const row = new Float64Array(STATES + 1)
    row[from] += 1
    row[STATES] = 1
    for (let count = 0; count < chances.length; count++) {
      const at = Math.max(0, from * step + weights[count]) / step
      if (at > STATES - 1) break
      const low = Math.floor(at), share = at - low
      row[low] -= chances[count] * (1 - share)
      if (share) row[low + 1] -= chances[count] * share
    }
    return row
  })
  const length = firstUnknown(rows)
  return length > 0 && length < LONGEST ? length : LONGEST
}

/**
 * The first unknown by Gauss's elimination. A sum falls little in one week: below the diagonal most of the matrix is empty. It is diagonally dominant, so that no pivot
 * need be looked for.
 */
function firstUnknown(rows: Float64Array[]): number {
  const count = rows.length
  for (let pivot = 0; pivot < count; pivot++) for (let below = pivot + 1; below < count; below++) {
    const factor = rows[below][pivot] / rows[pivot][pivot]
    if (factor) for (let column = pivot; column <= count; column++) rows[below][column] -= factor * rows[pivot][column]
  }
  const unknowns = new Float64Array(count)
  for (let row = count - 1; row >= 0; row--) {
    let rest = rows[row][count]
    for (let column = row + 1; column < count; column++) rest -= rows[row][column] * unknowns[column]
    unknowns[row] = rest / rows[row][row]
  }
  return unknowns[0]
}

/**
 * The limit that gives a false alarm in `runLength` weeks, over all rates that the past leaves possible: after few events the true rate may be far from the
 * estimated one, and a limit for the latter would be passed too often (Jensen et al. 2006 on estimated parameters).
 *
 * @param events seen in the baseline, counting a cluster as one
 */
export function limitFor(design: Design, events: number, runLength: number): number {
  const means = plausibleMeans(design.mean, events)
  const falseAlarms = (limit: number) => means.reduce((sum, mean) => sum + 1 / averageRunLength(design, limit, mean), 0) / means.length
  // The logarithm of the run length is nearly linear in the limit.
  const lack = (limit: number) => Math.log(falseAlarms(limit) * runLength)
  let [low, high] = [0.05, 3]
  let [lackLow, lackHigh] = [lack(low), lack(high)]
  while (lackHigh > 0 && high < 200) [low, lackLow, high, lackHigh] = [high, lackHigh, high * 2, lack(high * 2)]
  while (lackLow > 0 && high - low > 0.02 * high) {
    const even = low + ((high - low) * lackLow) / (lackLow - lackHigh)
    const next = Math.min(Math.max(even, low + 0.1 * (high - low)), high - 0.1 * (high - low))
    const lackNext = lack(next)
    if (lackNext > 0) [low, lackLow] = [next, lackNext]
    else [high, lackHigh] = [next, lackNext]
    if (Math.abs(lackNext) < 0.02) return next
  }
  return high
}
