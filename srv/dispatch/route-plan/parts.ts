import type { Score } from './anneal'
import type { Campaign } from './coordinate'
import { cut, planeOf } from './cut'
import { COLD, HOT, SIZE, take } from './lanes'
import { sequencesFrom } from './polish'
import { next as draw, randomOf } from './random'
import type { Sequences } from './solution'
import type { Outcome } from './task'

/** Orders in a part, and rounds of cutting. */
const PART = 150
const ROUNDS = 30

/** From this share of the budget on, rounds start from the best plan. */
const SETTLED = 0.8

/** Searches parts of the plan side by side and cuts it anew each round, so that every two neighbours meet. */
export async function searchParts(campaign: Campaign): Promise<void> {
  const { crew, budget, model, scale } = campaign
  const plane = planeOf(model)
  const random = randomOf(campaign.seed)
  const count = Math.ceil(model.orders / PART / crew.size) * crew.size
  const begun = budget.share()
  let current = campaign.best.sequences
  for (let round = 0; round < ROUNDS && !campaign.stopped() && budget.share() < 1; round++) {
    const until = begun + ((1 - begun) * (round + 1)) / ROUNDS
    const temperature = (share: number) => scale * HOT * (COLD / HOT) ** ((share - begun) / (1 - begun))
    const cuts = cut(model, plane, current, campaign.routes, count, random)
    const leg = { ...budget.leg(until, count, crew.size), hot: temperature(budget.share()), cold: temperature(until) }
    const outcomes = await crew.run('search', cuts.map(({ routes, orders }) => ({
      routes, orders, sequences: current, seed: Math.floor(draw(random) * 2 ** 31), weights: campaign.weights, size: SIZE, leg, columns: 0
    })))
    for (const { iterations } of outcomes) budget.spend(iterations)
    take(campaign, joined(current, cuts, outcomes, 'best'), sum(outcomes.map(({ bestScore }) => bestScore)))
    current = until < SETTLED ? joined(current, cuts, outcomes, 'current') : campaign.best.sequences
    campaign.report()
  }
}

function joined({ nodes, from }: Sequences, cuts: { routes: Int32Array }[], outcomes: Outcome[], which: 'best' | 'current'): Sequences {
  const lists: ArrayLike<number>[] = Array.from({ length: from.length - 1 }, (_, r) => nodes.subarray(from[r], from[r + 1]))
  cuts.forEach((part, i) => {
    const own = outcomes[i][which]
    part.routes.forEach((r, k) => (lists[r] = own.nodes.subarray(own.from[k], own.from[k + 1])))
  })
  return sequencesFrom(lists)
}

const sum = (scores: Score[]): Score => scores.reduce((a, b) => ({ lost: a.lost + b.lost, breaches: a.breaches + b.breaches, cost: a.cost + b.cost }))
