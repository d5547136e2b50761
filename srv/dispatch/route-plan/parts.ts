import { scoreOf, type Score } from './anneal'
import type { Campaign } from './coordinate'
import { cut, planeOf, type Plane } from './cut'
import { SIZE, strict, take } from './lanes'
import { next as draw, randomOf, type Random } from './random'
import type { Columns } from './route-pool'
import { cooled, hotFor } from './rounds'
import { joined, loaded, type Sequences } from './solution'
import { inReach } from './spare'

/** Orders in a part: more where some stay unserved, as then it counts how many technicians see an order. */
const PART = 150
const PART_WITH_UNSERVED = 400

/** Rounds of cutting. */
const ROUNDS = 30

/** Rounds that choose among known routes in place of searching; from the first of them on, rounds start from the best plan. */
const POLISHING = [22, 26, 29]

/** Routes each part keeps of a round for that, and rounds whose routes are kept. */
const COLUMNS = 200
const KEPT = 12

interface State { plane: Plane; random: Random; count: number; begun: number; hot: number; current: Sequences; pools: Columns[][] }

/** Searches parts of the plan side by side and cuts it anew each round, so that every two neighbours meet. */
export async function searchParts(campaign: Campaign): Promise<void> {
  const { crew, budget, model } = campaign
  const state: State = {
    plane: planeOf(model), random: randomOf(campaign.seed), count: crew.size, begun: budget.share(), hot: hotFor(campaign.best.score),
    current: campaign.best.sequences, pools: []
  }
  for (let round = 0; round < ROUNDS && !campaign.stopped() && budget.share() < 1; round++) {
    const until = state.begun + ((1 - state.begun) * (round + 1)) / ROUNDS
    state.count = Math.ceil(model.orders / (campaign.best.score.lost > 0 ? PART_WITH_UNSERVED : PART) / crew.size) * crew.size
    if (POLISHING.includes(round)) await polishRound(campaign, state, until)
    else await searchRound(campaign, state, until, round >= POLISHING[0] - KEPT ? COLUMNS : 0)
    if (round >= POLISHING[0]) state.current = campaign.best.sequences
    campaign.report()
  }
}

async function searchRound(campaign: Campaign, state: State, until: number, columns: number): Promise<void> {
  const { model, crew, budget, scale, weights } = campaign
  const { current, begun, hot, random } = state
  const temperature = (share: number) => scale * cooled((share - begun) / (1 - begun), hot)
  const cuts = cut(model, state.plane, current, inReach(model, campaign.routes, current, 2 * state.count), state.count, random)
  const leg = { ...budget.leg(until, cuts.length, crew.size), hot: temperature(budget.share()), cold: temperature(until) }
  const outcomes = await crew.run('search', cuts.map(({ routes, orders }) =>
    ({ routes, orders, sequences: current, seed: Math.floor(draw(random) * 2 ** 31), weights, size: SIZE, leg, columns })))
  for (const { iterations } of outcomes) budget.spend(iterations)
  take(campaign, joined(current, cuts, outcomes.map(({ best }) => best)), sum(outcomes.map(({ bestScore }) => bestScore)))
  state.current = joined(current, cuts, outcomes.map(outcome => outcome.current))
  state.pools = [...state.pools, outcomes.map(outcome => outcome.columns)].slice(-KEPT)
}

/** Parts are twice as large here, so that more of the known routes lie within one. */
async function polishRound(campaign: Campaign, state: State, until: number): Promise<void> {
  const { model, crew, budget } = campaign
  const incumbent = campaign.best.sequences
  const cuts = cut(model, state.plane, incumbent, campaign.routes, Math.max(crew.size, state.count >> 1), state.random)
  const { milliseconds } = budget.leg(until, cuts.length, crew.size)
  const pools = state.pools.flat()
  const task = { pools, incumbent, weights: strict(campaign), seconds: milliseconds / 1000 }
  const polished = await crew.run('polish', cuts.map(({ routes, orders }) => ({ ...task, routes, orders })))
  const found = cuts.map((part, i) => ({ ...part, polished: polished[i] })).filter(part => part.polished)
  const sequences = joined(incumbent, found, found.map(part => part.polished!.sequences))
  take(campaign, sequences, scoreOf(loaded(model, sequences)))
}

const sum = (scores: Score[]): Score => scores.reduce((a, b) => ({ lost: a.lost + b.lost, breaches: a.breaches + b.breaches, cost: a.cost + b.cost }))
