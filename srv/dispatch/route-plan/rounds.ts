import type { Budget } from './budget'
import type { Score } from './anneal'

/**
 * Temperatures in mean legs: of a first plan, of one that leaves orders out, of a good plan that is shaken once more, and at the end. An unserved
 * order weighs so many legs that a cooler search would never give up one to serve others.
 */
const HOT = 1
const HOT_WITH_UNSERVED = 4
const SHAKEN = 0.4
export const COLD = 0.03

export const hotFor = ({ lost }: Score): number => (lost > 0 ? HOT_WITH_UNSERVED : HOT)

export const cooled = (share: number, hot: number): number => hot * (COLD / hot) ** share

/** A round lasts until a share of the budget; `fresh`: every lane starts from the best plan; `polish`: one lane does set partitioning. */
export interface Round { until: number; hot: number; cold: number; fresh?: true; polish?: true }

/** Iterations per order and lane, or seconds per order, from which set partitioning pays, and a second anneal. */
const POLISHED = { iterations: 1000, seconds: 0.01 }
const LONG = { iterations: 2500, seconds: 0.02 }

/** The rounds that fit the budget: the less there is, the fewer, as lanes wait for each other and warm up anew in each. */
export function roundsFor(budget: Budget, orders: number, lanes: number, hot: number): Round[] {
  const polish = { hot: COLD, cold: COLD, polish: true } as const
  const allows = ({ iterations, seconds }: typeof LONG) => budget.isLong(orders, lanes, iterations, seconds)
  if (!allows(POLISHED)) return [{ until: 1, hot, cold: COLD }]
  if (!allows(LONG)) return [{ until: 0.85, hot, cold: COLD }, { until: 1, ...polish }]
  return [
    { until: 0.18, hot, cold: cooled(0.36, hot) },
    { until: 0.36, hot: cooled(0.36, hot), cold: cooled(0.73, hot) },
    { until: 0.5, hot: cooled(0.73, hot), cold: COLD },
    { until: 0.62, ...polish },
    { until: 0.74, hot: SHAKEN, cold: cooled(0.5, SHAKEN), fresh: true },
    { until: 0.86, hot: cooled(0.5, SHAKEN), cold: COLD },
    { until: 1, ...polish }
  ]
}
