import type { Campaign } from './coordinate'
import { SIZE, take } from './lanes'
import type { Model } from './model'
import { COLD, hotFor } from './rounds'
import { loaded } from './solution'
import { visits } from './spare'
import { scoreOf } from './anneal'

/** Shares of the budget: until then for serving more where the first plan leaves orders out, and for using fewer routes; the rest is for their cost. */
const SERVING = 0.2
const SHARE = 0.5

/** Lets every worker look for fewer routes and goes on with the routes of the best. */
export async function fewestRoutes(campaign: Campaign): Promise<void> {
  const { crew, budget, model, routes, weights, seed } = campaign
  const orders = Int32Array.from({ length: model.orders }, (_, i) => i)
  if (campaign.best.score.lost > 0) await serveMore(campaign, orders)
  const leg = { ...budget.leg(SHARE, crew.size, crew.size), hot: 1, cold: 1 }
  const task = { sequences: campaign.best.sequences, routes, orders, weights: { ...weights, lost: Number.MAX_SAFE_INTEGER }, size: SIZE, leg, fewest: fewest(model) }
  const fleets = await crew.run('fleet', Array.from({ length: crew.size }, (_, i) => ({ ...task, seed: seed + i })))
  for (const { iterations } of fleets) budget.spend(iterations)
  const { sequences } = fleets.reduce((best, fleet) => (fleet.used < best.used ? fleet : best))
  campaign.best = { sequences, score: scoreOf(loaded(model, sequences)) }
  campaign.routes = routes.filter(r => visits(model, sequences, r))
  campaign.report()
}

/** An order that is left out weighs more than a route, so first of all as many as possible are served. */
async function serveMore(campaign: Campaign, orders: Int32Array): Promise<void> {
  const { crew, budget, routes, weights, scale, seed } = campaign
  const leg = { ...budget.leg(SERVING, crew.size, crew.size), hot: scale * hotFor(campaign.best.score), cold: scale * COLD }
  const outcomes = await crew.run('search', Array.from({ length: crew.size }, (_, i) =>
    ({ routes, orders, sequences: campaign.best.sequences, seed: seed + i, weights, size: SIZE, leg, columns: 0 })))
  for (const { best, bestScore, iterations } of outcomes) {
    budget.spend(iterations)
    take(campaign, best, bestScore)
  }
}

/** No fewer routes can carry all there is to carry. */
function fewest({ demand, capacity }: Model): number {
  let left = demand.reduce((sum, each) => sum + each, 0)
  let count = 0
  for (const size of Array.from(capacity).sort((a, b) => b - a)) {
    if (left <= 0) break
    left -= size
    count++
  }
  return Math.max(1, count)
}

