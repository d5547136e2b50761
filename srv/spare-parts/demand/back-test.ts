import { fit, type Fitted } from './constants'
import { meanAbsoluteError, naiveScale } from './errors'
import { METHODS, type Constants, type ForecastMethod } from './methods'
import type { MonthlyDemand } from './series'

export interface MethodScore {
  method: ForecastMethod
  /** As they were chosen from the training part. */
  constants: Constants
  /** Mean absolute error in pieces a month, in the part after the training. */
  error: number
  /** The same by the naive scale of the training part; null where that has none. */
  scaledError: number | null
}

export interface BackTest {
  /** Months that constants were chosen from; errors are those of the months after. */
  training: number
  /** Months with demand after the training. */
  demands: number
  /** Of every method, the simpler before the more elaborate; none when the history is too short to be parted. */
  scores: MethodScore[]
}

/** Of the history, the part that constants are chosen from, and the fewest months that allow it. */
const TRAINING = 0.25
const FEWEST = 6

/** The method that stands where the history can't decide. */
export const STANDARD: ForecastMethod = 'tsb'
/** Months with demand that it takes to decide, and by how much less another method must have erred. */
const ENOUGH = 6
const CLEARLY = 0.9

/**
 * Rolling origin: constants are chosen from the first quarter, then every later month is forecast from what was known before, the next
 * `horizon` months at a time. The scale is that of the first quarter; when nothing changed in it, it is that of the whole history; a
 * history that never changes has none, and its scaled errors are null while its errors still count.
 *
 * @param horizon months ahead, at least 1
 */
export function backTest(demand: MonthlyDemand, horizon = 3): BackTest {
  const training = Math.max(FEWEST, Math.floor(demand.length * TRAINING))
  if (training + horizon > demand.length) return { training: demand.length, demands: 0, scores: [] }
  const scale = naiveScale(demand, training) ?? naiveScale(demand, demand.length)
  const scores = METHODS.map(method => score(fit(method, demand, horizon, training), demand, horizon, training, scale))
  return { training, demands: demand.slice(training).filter(quantity => quantity > 0).length, scores }
}

function score({ method, constants, forecasts }: Fitted, demand: MonthlyDemand, horizon: number, training: number, scale: number | null): MethodScore {
  const error = meanAbsoluteError(demand, forecasts, horizon, training, demand.length) ?? 0
  return { method, constants, error, scaledError: scale === null ? null : error / scale }
}

/**
 * The method for a history: TSB, unless another erred less by a tenth in at least six months with demand; of several such, the one that
 * erred least, and between equals the simpler. Naive is the yardstick and never chosen. Of rare demand, most back-tests are ties that
 * chance decides: on the maintenance history of excavators, taking whichever erred least was worse than naive, this rule is better (see
 * `docs/spare-parts-planning.md`).
 */
export function chooseMethod({ scores, demands }: BackTest): ForecastMethod {
  const standard = scores.find(({ method }) => method === STANDARD)
  if (!standard || demands < ENOUGH) return STANDARD
  const clear = scores.filter(({ method, error }) => method !== 'naive' && method !== STANDARD && error < standard.error * CLEARLY)
  return clear.reduce<MethodScore>((best, each) => (best === standard || each.error < best.error * (1 - 1e-9) ? each : best), standard).method
}
