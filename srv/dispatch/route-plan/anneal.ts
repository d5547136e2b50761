import { placesOf, type Places, type Weights } from './insertion'
import { next as draw, randomOf, type Random } from './random'
import { recreate, recreation, weigh, type Recreation } from './recreate'
import { neighboursOf, ruin, type Neighbours, type RuinSize } from './ruin'
import { sequencesOf, type Sequences, type Solution } from './solution'
import { begin, settle, undo, undoLog, type UndoLog } from './undo'

/** One search: a current plan, the best one seen, and the working memory. */
export interface Search {
  current: Solution
  random: Random
  near: Neighbours
  log: UndoLog
  work: Recreation
  places: Places
  weights: Weights
  size: RuinSize
  best: Sequences
  bestScore: Score
}

/** Levels of the objective: compared one after the other. */
export interface Score { lost: number; breaches: number; cost: number }

/** Temperatures in ticks at the start and at the end of a leg, and what ends it: iterations, milliseconds, or a time (milliseconds since 1970) wherever it began. */
export interface Leg {
  hot: number; cold: number; iterations: number; milliseconds: number; end?: number; stopped?: () => boolean
  onAccept?: (search: Search) => void
}

const EPSILON = 1e-6

export const better = (a: Score, b: Score): boolean =>
  a.lost < b.lost - EPSILON || (a.lost < b.lost + EPSILON && (a.breaches < b.breaches || (a.breaches === b.breaches && a.cost < b.cost - EPSILON)))

export function startSearch(current: Solution, weights: Weights, size: RuinSize, seed: number, near = neighboursOf(current)): Search {
  const search: Search = {
    current, random: randomOf(seed), near, log: undoLog(current), work: recreation(current), places: placesOf(current), weights, size,
    best: sequencesOf(current), bestScore: scoreOf(current)
  }
  fill(search)
  return search
}

/** A first plan: greedy insertion only. */
export const constructed = (current: Solution, weights: Weights, seed: number): Solution =>
  startSearch(current, weights, { orders: 1, string: 1 }, seed, { list: new Int32Array(0), width: 0 }).current

/** Inserts what fits without a ruin; every unserved order is tried on every route, and again in case its only place was overlooked. */
function fill(search: Search): void {
  const { current, log } = search
  for (let i = 0; i < 3 && current.absentCount; i++) {
    begin(current, log)
    log.absentCount = 0
    recreate(current, log, search.random, search.work, search.places, search.weights)
  }
  search.best = sequencesOf(current)
  search.bestScore = scoreOf(current)
}

export const scoreOf = (s: Solution): Score => ({ lost: s.lost, breaches: s.totalBreaches, cost: s.totalCost })

/** Simulated annealing over ruin and recreate for one leg; returns the iterations done. */
export function anneal(search: Search, leg: Leg): number {
  const { current: s, random, log, weights } = search
  const started = performance.now()
  const milliseconds = Math.max(1, Math.min(leg.milliseconds, (leg.end ?? Infinity) - Date.now()))
  const cooling = Math.log(leg.cold / leg.hot)
  let temperature = leg.hot
  let value = weigh(s, weights)
  let i = 0
  for (; i < leg.iterations; i++) {
    if ((i & 63) === 0) {
      const elapsed = milliseconds < Infinity ? (performance.now() - started) / milliseconds : 0
      if (elapsed >= 1 || ((i & 1023) === 0 && leg.stopped?.())) break
      temperature = leg.hot * Math.exp(cooling * Math.max(elapsed, i / leg.iterations))
    }
    begin(s, log)
    const limit = value - temperature * Math.log(draw(random))
    const inTime = ruin(s, log, random, search.near, search.size, s.model.orders - s.absentCount)
    if (inTime && recreate(s, log, random, search.work, search.places, weights, limit)) {
      leg.onAccept?.(search)
      settle(s, log)
      if (!log.count) continue
      value = weigh(s, weights)
      if (isBetter(s, search.bestScore)) {
        search.bestScore = scoreOf(s)
        search.best = sequencesOf(s)
      }
    } else undo(s, log)
  }
  return i
}

/** The same without making a score: asked once per accepted change. */
function isBetter(s: Solution, best: Score): boolean {
  if (s.lost < best.lost - EPSILON) return true
  return s.lost < best.lost + EPSILON && (s.totalBreaches < best.breaches || (s.totalBreaches === best.breaches && s.totalCost < best.cost - EPSILON))
}
