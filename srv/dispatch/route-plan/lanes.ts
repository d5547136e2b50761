import { better, type Score } from './anneal'
import type { Campaign } from './coordinate'
import type { Columns } from './route-pool'
import { next as draw, randomOf } from './random'
import { hotFor, roundsFor } from './rounds'
import { joined, type Sequences } from './solution'
import { inReach } from './spare'
import type { Task } from './task'

/** Ruin of the paper. */
export const SIZE = { orders: 10, string: 10 }

/** Routes each lane keeps of a round for set partitioning. */
const COLUMNS = 1500

/** Unused days of a kind that a lane may open in a round. */
const SPARE = 3

/** Set partitioning in less than so many milliseconds finds nothing; the time goes to searching. */
const SHORTEST_POLISH = 300

interface Lane { sequences: Sequences; score: Score }

/**
 * Searches the whole plan in as many lanes as there are workers, each with its own random numbers. Given time, set partitioning over the
 * routes of all lanes joins what is good in each; the joint plan is shaken once more by all lanes.
 */
export async function searchLanes(campaign: Campaign): Promise<void> {
  const { crew, budget, model, routes } = campaign
  const lanes: Lane[] = Array.from({ length: crew.size }, () => ({ ...campaign.best }))
  const orders = Int32Array.from({ length: model.orders }, (_, i) => i)
  const random = randomOf(campaign.seed)
  let pools: Columns[] = []
  const begun = budget.share()
  const rounds = roundsFor(budget, model.orders, crew.size, hotFor(campaign.best.score))
  const needsColumns = rounds.some(({ polish }) => polish)
  for (const { until: share, hot, cold, fresh, polish: wanted } of rounds) {
    const until = begun + (1 - begun) * share
    if (campaign.stopped() || budget.share() >= 1) return
    if (budget.share() >= until) continue
    const polish = wanted && budget.leg(until, 1, 1).milliseconds >= SHORTEST_POLISH
    if (fresh) for (const lane of lanes) lane.sequences = campaign.best.sequences
    const searching = polish && lanes.length > 1 ? lanes.slice(1) : lanes
    const leg = budget.leg(until, searching.length + (polish ? 1 : 0), crew.size)
    const tasks = searching.map((lane): Task => ({
      routes: inReach(model, routes, lane.sequences, SPARE), orders, sequences: lane.sequences, seed: Math.floor(draw(random) * 2 ** 31),
      weights: campaign.weights, size: SIZE,
      leg: { ...leg, end: budget.endOf(until), hot: hot * campaign.scale, cold: cold * campaign.scale }, columns: needsColumns ? COLUMNS : 0
    }))
    const polishes = polish ? [{ pools, routes, orders, incumbent: campaign.best.sequences, weights: strict(campaign), seconds: leg.milliseconds / 1000 }] : []
    const [[polished], outcomes] = await Promise.all([crew.run('polish', polishes), crew.run('search', tasks)])
    outcomes.forEach((outcome, i) => {
      const { sequences } = searching[i]
      searching[i].sequences = joined(sequences, [tasks[i]], [outcome.current])
      budget.spend(outcome.iterations)
      take(campaign, joined(sequences, [tasks[i]], [outcome.best]), outcome.bestScore)
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
