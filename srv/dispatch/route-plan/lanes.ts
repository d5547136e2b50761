import { better, type Score } from './anneal'
import type { Campaign } from './coordinate'
import type { Columns } from './route-pool'
import type { Sequences } from './solution'
import type { Task } from './task'

/** Temperatures at the start and at the end, in mean legs. */
const HOT = 1
const COLD = 0.03
/** Ruin of the paper. */
const SIZE = { orders: 10, string: 10 }
const COLUMNS = 8000
const ROUNDS = 12

interface Lane { sequences: Sequences; score: Score; columns: Columns[] }

export const temperature = (share: number, scale: number, hot = HOT, cold = COLD): number => scale * hot * (cold / hot) ** share

/**
 * Searches the whole plan in as many lanes as there are workers, each with its own random numbers. From the middle on the lane that is
 * behind goes on from the best plan; a set partitioning over the routes of all lanes joins what is good in each.
 */
export async function searchLanes(campaign: Campaign): Promise<void> {
  const { crew, budget, model } = campaign
  const lanes: Lane[] = Array.from({ length: crew.size }, () => ({ ...campaign.best, columns: [] }))
  for (let round = 0; round < ROUNDS && !campaign.stopped() && budget.share() < 1; round++) {
    const share = (round + 1) / ROUNDS
    const polishing = [0.6, 0.8, 1].some(at => share >= at && share - 1 / ROUNDS < at)
    const from = budget.share()
    const searching = polishing && lanes.length > 1 ? lanes.slice(1) : lanes
    const leg = budget.leg(share, searching.length + (polishing ? 1 : 0), crew.size)
    const tasks = searching.map((lane, i): Task => ({
      routes: all(model.routes), orders: all(model.orders), sequences: lane.sequences, seed: campaign.seed + 7919 * round + 104729 * i, weights: campaign.weights, size: SIZE,
      leg: { ...leg, hot: temperature(from, campaign.scale), cold: temperature(share, campaign.scale) }, columns: share > 0.25 ? COLUMNS : 0
    }))
    const polishes = polishing ? [{
      pools: lanes.flatMap(({ columns }) => columns), routes: all(model.routes), orders: all(model.orders), incumbent: campaign.best.sequences,
      weights: strict(campaign), seconds: leg.milliseconds / 1000, nodes: 1000
    }] : []
    const [[polished], outcomes] = await Promise.all([crew.polish(polishes), crew.search(tasks)])
    outcomes.forEach((outcome, i) => {
      searching[i].sequences = outcome.current
      searching[i].score = outcome.bestScore
      searching[i].columns = [...searching[i].columns.slice(-2), outcome.columns]
      budget.spend(outcome.iterations)
      take(campaign, outcome.best, outcome.bestScore)
    })
    if (polished) take(campaign, polished.sequences, polished.score)
    if (polishing) lanes[0].sequences = campaign.best.sequences
    if (share >= 0.5) {
      const last = searching.reduce((worst, lane) => (better(worst.score, lane.score) ? lane : worst))
      last.sequences = campaign.best.sequences
    }
    campaign.report()
  }
}

export function take(campaign: Campaign, sequences: Sequences, score: Score): void {
  if (better(score, campaign.best.score)) campaign.best = { sequences, score }
}

/** Weights that keep the levels of the objective apart. */
export const strict = ({ weights, best }: Campaign) => ({ lost: Math.max(weights.lost, best.score.cost / 5), breach: Math.max(weights.breach, best.score.cost / 50) })

const all = (length: number): Int32Array => Int32Array.from({ length }, (_, i) => i)
