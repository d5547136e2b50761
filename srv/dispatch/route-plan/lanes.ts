import { better, type Score } from './anneal'
import type { Campaign } from './coordinate'
import type { Columns } from './route-pool'
import { next as draw, randomOf } from './random'
import { joined, type Sequences } from './solution'
import type { Task } from './task'

/** Temperatures in mean legs: of a first plan, of a good plan that is shaken once more, and at the end. */
export const HOT = 1
const SHAKEN = 0.4
export const COLD = 0.03
/** Ruin of the paper. */
export const SIZE = { orders: 10, string: 10 }

/** Routes each lane keeps of a round for set partitioning. */
const COLUMNS = 1500

/** A round lasts until a share of the budget; `fresh`: every lane starts from the best plan; `polish`: one lane does set partitioning. */
interface Round { until: number; hot: number; cold: number; fresh?: true; polish?: true }

const cooled = (share: number, hot: number): number => hot * (COLD / hot) ** share

const SHORT: Round[] = [0.3, 0.6, 0.85].map((until, i): Round => ({ until, hot: cooled([0, 0.34, 0.68][i], HOT), cold: cooled([0.34, 0.68, 1][i], HOT) }))
  .concat({ until: 1, hot: COLD, cold: COLD, polish: true })

const LONG: Round[] = [
  ...[0.18, 0.36, 0.5].map((until, i): Round => ({ until, hot: cooled([0, 0.36, 0.73][i], HOT), cold: cooled([0.36, 0.73, 1][i], HOT) })),
  { until: 0.62, hot: COLD, cold: COLD, polish: true },
  { until: 0.74, hot: SHAKEN, cold: cooled(0.5, SHAKEN), fresh: true },
  { until: 0.86, hot: cooled(0.5, SHAKEN), cold: COLD },
  { until: 1, hot: COLD, cold: COLD, polish: true }
]

/** Set partitioning in less than so many milliseconds finds nothing; the time goes to searching. */
const SHORTEST_POLISH = 300

/** Iterations per order and lane, and seconds per order, from which a second anneal pays. */
const LONG_ITERATIONS = 2500
const LONG_SECONDS = 0.02

interface Lane { sequences: Sequences; score: Score }

/**
 * Searches the whole plan in as many lanes as there are workers, each with its own random numbers. Set partitioning over the routes of
 * all lanes then joins what is good in each; the joint plan is shaken once more by all lanes.
 */
export async function searchLanes(campaign: Campaign): Promise<void> {
  const { crew, budget, model, routes } = campaign
  const lanes: Lane[] = Array.from({ length: crew.size }, () => ({ ...campaign.best }))
  const orders = Int32Array.from({ length: model.orders }, (_, i) => i)
  const random = randomOf(campaign.seed)
  let pools: Columns[] = []
  for (const { until, hot, cold, fresh, polish: wanted } of budget.isLong(model.orders, crew.size, LONG_ITERATIONS, LONG_SECONDS) ? LONG : SHORT) {
    if (campaign.stopped() || budget.share() >= 1) return
    if (budget.share() >= until) continue
    const polish = wanted && budget.leg(until, 1, 1).milliseconds >= SHORTEST_POLISH
    if (fresh) for (const lane of lanes) lane.sequences = campaign.best.sequences
    const searching = polish && lanes.length > 1 ? lanes.slice(1) : lanes
    const leg = budget.leg(until, searching.length + (polish ? 1 : 0), crew.size)
    const tasks = searching.map((lane): Task => ({
      routes, orders, sequences: lane.sequences, seed: Math.floor(draw(random) * 2 ** 31), weights: campaign.weights, size: SIZE,
      leg: { ...leg, hot: hot * campaign.scale, cold: cold * campaign.scale }, columns: COLUMNS
    }))
    const polishes = polish ? [{ pools, routes, orders, incumbent: campaign.best.sequences, weights: strict(campaign), seconds: leg.milliseconds / 1000 }] : []
    const [[polished], outcomes] = await Promise.all([crew.run('polish', polishes), crew.run('search', tasks)])
    outcomes.forEach((outcome, i) => {
      const { sequences } = searching[i]
      searching[i].sequences = joined(sequences, [{ routes }], [outcome.current])
      budget.spend(outcome.iterations)
      take(campaign, joined(sequences, [{ routes }], [outcome.best]), outcome.bestScore)
    })
    pools = [...pools, ...outcomes.map(({ columns }) => columns)].slice(-4 * crew.size)
    if (polished) take(campaign, joined(campaign.best.sequences, [{ routes }], [polished.sequences]), polished.score)
    campaign.report()
  }
}

export function take(campaign: Campaign, sequences: Sequences, score: Score): void {
  if (better(score, campaign.best.score)) campaign.best = { sequences, score }
}

/** Weights that keep the levels of the objective apart. */
export const strict = ({ weights, best }: Campaign) => ({ lost: Math.max(weights.lost, best.score.cost / 5), breach: Math.max(weights.breach, best.score.cost / 50) })
