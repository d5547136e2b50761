import { anneal, scoreOf, startSearch, type Leg, type Score } from './anneal'
import type { Weights } from './insertion'
import type { Model } from './model'
import { fromPart, partOf, toPart } from './part'
import { RoutePool, type Columns } from './route-pool'
import type { RuinSize } from './ruin'
import { loaded, sequencesOf, type Sequences } from './solution'

/** A leg of search on some routes, as a worker gets it. */
export interface Task {
  routes: Int32Array
  /** Orders that may be on these routes: those on them and unserved ones. */
  orders: Int32Array
  sequences: Sequences
  seed: number
  weights: Weights
  size: RuinSize
  leg: Leg
  /** Most routes to keep for set partitioning. */
  columns: number
}

/** What became of it; sequences are those of the task's routes, in the whole problem's numbers. */
export interface Outcome { current: Sequences; currentScore: Score; best: Sequences; bestScore: Score; iterations: number; columns: Columns }

export function runTask(model: Model, task: Task, stopped: () => boolean): Outcome {
  const part = partOf(model, task.routes, task.orders)
  const search = startSearch(loaded(part.model, toPart(part, model, task.sequences)), task.weights, task.size, task.seed)
  const pool = new RoutePool(part, task.columns)
  const iterations = anneal(search, { ...task.leg, stopped, onAccept: task.columns ? near => pool.gather(near) : undefined })
  return {
    current: fromPart(part, model, sequencesOf(search.current)), currentScore: scoreOf(search.current),
    best: fromPart(part, model, search.best), bestScore: search.bestScore, iterations, columns: pool.columns(model)
  }
}
