import { constructed, scoreOf, type Score } from './anneal'
import { Budget } from './budget'
import { compile } from './compile'
import type { Searchers } from './crew'
import { explain } from './explain'
import { fewestRoutes } from './fewest-routes'
import type { Weights } from './insertion'
import { searchLanes } from './lanes'
import type { Model } from './model'
import { searchParts } from './parts'
import type { PlanOptions, RoutePlan, RouteProblem } from './problem'
import { emptySolution, sequencesOf, type Sequences, type Solution } from './solution'
import { TICKS } from './ticks'

/** What all rounds of a plan's search share. */
export interface Campaign {
  model: Model
  crew: Searchers
  /** Routes that may be used. */
  routes: Int32Array
  budget: Budget
  seed: number
  weights: Weights
  /** Mean leg of the first plan: temperatures are multiples of it. */
  scale: number
  best: { sequences: Sequences; score: Score }
  stopped: () => boolean
  report: () => void
}

/** Above so many orders the plan is cut into parts that are searched apart. */
const WHOLE = 300

/** An unserved order weighs at least so many mean legs, a breached deadline so many; the best plan is chosen level by level all the same. */
const LEGS_PER_LOST = 12
const LEGS_PER_BREACH = 10

/** Leads the search of a plan by a crew, which is dismissed at the end. */
export async function coordinate(problem: RouteProblem, options: PlanOptions & { startedAt?: number }, crew: Searchers, stop: Int32Array): Promise<RoutePlan> {
  const { seed = 1, seconds, startedAt = Date.now(), onProgress } = options
  const iterations = options.iterations ?? (seconds === undefined ? 100_000 : Infinity)
  try {
    const { model, orders } = compile(problem)
    crew.brief(model)
    const budget = new Budget(startedAt, seconds, iterations)
    const first = constructed(emptySolution(model), { lost: Number.MAX_SAFE_INTEGER, breach: TICKS }, seed)
    const scale = meanLeg(first)
    const campaign: Campaign = {
      model, crew, budget, seed, scale, routes: Int32Array.from({ length: model.routes }, (_, r) => r), best: { sequences: sequencesOf(first), score: scoreOf(first) },
      weights: { lost: Math.max(LEGS_PER_LOST * scale, 2 * largest(model.fixed)) / leastLost(model), breach: LEGS_PER_BREACH * scale },
      stopped: () => Atomics.load(stop, 0) !== 0,
      report: () => onProgress?.({ share: budget.share(), ...inMinutes(campaign.best.score), iterations: budget.total })
    }
    if (model.orders && options.objective === 'routes') await fewestRoutes(campaign)
    if (model.orders) await (model.orders > WHOLE ? searchParts(campaign) : searchLanes(campaign))
    return { ...explain(problem, model, orders, campaign.best.sequences), iterations: budget.total, seconds: budget.elapsed }
  } finally {
    await crew.dismiss()
  }
}

const inMinutes = ({ lost, breaches, cost }: Score): Score => ({ lost, breaches, cost: cost / TICKS })

/** Mean leg of a plan, or where technicians stand beside their work a twentieth of the mean travel between any two stops. */
function meanLeg({ model, visits, travelled }: Solution): number {
  let legs = 0, travel = 0
  for (let r = 0; r < model.routes; r++) {
    if (!visits[r]) continue
    legs += visits[r] + 1
    travel += travelled[r]
  }
  return Math.max(travel / Math.max(legs, 1), model.travel.reduce((sum, each) => sum + each, 0) / model.travel.length / 20, TICKS / 10)
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0)

const leastLost = (model: Model): number => model.lost.reduce((least, lost) => (lost > 0 ? Math.min(least, lost) : least), Infinity)
