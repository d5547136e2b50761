import type { Score } from './anneal'
import type { Campaign } from './coordinate'
import { cut, planeOf } from './cut'
import { take, temperature } from './lanes'
import { randomOf } from './random'
import { sequencesFrom } from './polish'
import type { Sequences } from './solution'
import type { Outcome } from './task'

/** Orders in a part, and rounds of cutting. */
const PART = 130
const ROUNDS = 30
const SIZE = { orders: 10, string: 10 }

/** Searches parts of the plan side by side and cuts it anew each round. */
export async function searchParts(campaign: Campaign): Promise<void> {
  const { crew, budget, model } = campaign
  const plane = planeOf(model)
  const random = randomOf(campaign.seed)
  const count = Math.ceil(model.orders / PART / crew.size) * crew.size
  let current = campaign.best.sequences
  for (let round = 0; round < ROUNDS && !campaign.stopped() && budget.share() < 1; round++) {
    const share = (round + 1) / ROUNDS
    const cuts = cut(model, plane, current, count, random)
    const leg = budget.leg(share, count, crew.size)
    const from = budget.share()
    const outcomes = await crew.search(cuts.map(({ routes, orders }, i) => ({
      routes, orders, sequences: current, seed: campaign.seed + 7919 * round + 104729 * i, weights: campaign.weights, size: SIZE,
      leg: { ...leg, hot: temperature(from, campaign.scale), cold: temperature(share, campaign.scale) }, columns: 0
    })))
    for (const { iterations } of outcomes) budget.spend(iterations)
    take(campaign, joined(model.routes, cuts, outcomes, 'best'), sum(outcomes.map(({ bestScore }) => bestScore)))
    current = share < 0.8 ? joined(model.routes, cuts, outcomes, 'current') : campaign.best.sequences
    campaign.report()
  }
}

function joined(routes: number, cuts: { routes: Int32Array }[], outcomes: Outcome[], which: 'best' | 'current'): Sequences {
  const lists: ArrayLike<number>[] = new Array(routes)
  cuts.forEach((part, i) => {
    const { nodes, from } = outcomes[i][which]
    part.routes.forEach((r, k) => (lists[r] = nodes.subarray(from[k], from[k + 1])))
  })
  return sequencesFrom(lists)
}

const sum = (scores: Score[]): Score => scores.reduce((a, b) => ({ lost: a.lost + b.lost, breaches: a.breaches + b.breaches, cost: a.cost + b.cost }))

