import { placeOn, type Places, type Weights } from './insertion'
import { isEligible } from './model'
import { below, trialsUntil, type Random } from './random'
import { insert, type Solution } from './solution'
import { retimeAfterInsertion } from './times'
import { touch, type UndoLog } from './undo'

/** Chance that a place is overlooked, which keeps the greedy insertion from always doing the same. */
const BLINK = 0.01

/** So many of the orders that stayed unserved are tried again in one iteration. */
const MOST_UNSERVED = 100

/** Working memory of the recreation. */
export interface Recreation {
  order: Int32Array
  key: Float64Array
  /** Was the order unserved before this iteration? */
  was: Uint8Array
  /** Kinds of empty routes that were looked at in this round. */
  seen: Int32Array
  round: number
  /** Places until one is overlooked. */
  blink: number
  /** Node behind which the order goes on the route that was chosen for it. */
  after: number
  sorts: Float64Array[]
  shares: number[]
}

export function recreation({ model }: Solution): Recreation {
  const { orders, routes, stops, travel, opens, closes, demand, lost } = model
  const by = (key: (x: number) => number) => Float64Array.from({ length: orders }, (_, x) => key(x))
  const far = by(x => {
    let nearest = Infinity
    for (let r = 0; r < routes; r++) if (isEligible(model, x, r)) nearest = Math.min(nearest, travel[model.startStop[r] * stops + x])
    return nearest
  })
  const choice = by(x => {
    let count = 0
    for (let r = 0; r < routes; r++) if (isEligible(model, x, r)) count++
    return count
  })
  const sorts = [by(x => -demand[x]), by(x => -far[x]), by(x => far[x]), by(x => closes[x] - opens[x]), by(x => opens[x]), by(x => -closes[x]), by(x => -lost[x]), choice]
  const differs = (values: Float64Array) => values.some(value => value !== values[0])
  const shares = [4, 2, 1, 2, 2, 2, 4, 2].map((share, i) => (differs(sorts[i]) ? share : 0))
  return {
    order: new Int32Array(orders), key: new Float64Array(orders), was: new Uint8Array(orders), seen: new Int32Array(routes), round: 0, blink: 1, after: -1, sorts, shares: [4, ...shares]
  }
}

/**
 * Greedy insertion with blinks of the unserved orders, in an order drawn from the paper's sorts. Gives up, and returns false, as soon as
 * the plan would weigh more than `limit` even if all that is left could be inserted for nothing.
 */
export function recreate(s: Solution, log: UndoLog, random: Random, work: Recreation, places: Places, weights: Weights, limit = Infinity): boolean {
  const { order } = work
  const count = candidates(s, log, random, work, places, weights)
  sort(work, random, count)
  let pending = 0
  for (let i = 0; i < count; i++) pending += s.model.lost[order[i]]
  for (let i = 0; i < count; i++) {
    const x = order[i]
    const r = work.was[x] ? bestTouched(s, log, random, work, places, weights, x) : bestRoute(s, log, random, work, places, weights, x)
    pending -= s.model.lost[x]
    if (r >= 0) place(s, log, x, r, work.after)
    if (weigh(s, weights) - weights.lost * pending > limit) return false
  }
  return true
}

/**
 * The orders that were just removed, and of some that were unserved before those that fit on a ruined route: what does not fit now fits no
 * better when more is inserted.
 */
function candidates(s: Solution, log: UndoLog, random: Random, { order, was }: Recreation, places: Places, weights: Weights): number {
  const { absent, absentCount } = s
  let count = 0
  let at = log.absentCount ? below(random, log.absentCount) : 0
  for (let i = Math.min(log.absentCount, MOST_UNSERVED); i > 0; i--) {
    const x = absent[at]
    if (fitsOnTouched(s, log, places, weights, x)) {
      order[count++] = x
      was[x] = 1
    }
    if (++at === log.absentCount) at = 0
  }
  for (let i = log.absentCount; i < absentCount; i++) {
    order[count++] = absent[i]
    was[absent[i]] = 0
  }
  return count
}

function fitsOnTouched(s: Solution, log: UndoLog, places: Places, weights: Weights, x: number): boolean {
  for (let i = 0; i < log.count; i++) {
    const r = log.touched[i]
    if (isEligible(s.model, x, r) && places.cost[placeOn(s, places, weights, x, r, log.since)] < Infinity) return true
  }
  return false
}

/** Levels of the objective as one number, for the search only. */
export const weigh = (s: Solution, weights: Weights): number => weights.lost * s.lost + weights.breach * s.totalBreaches + s.totalCost

function place(s: Solution, log: UndoLog, x: number, r: number, after: number): void {
  touch(s, log, r)
  insert(s, x, r, after)
  retimeAfterInsertion(s, r, x)
}

function sort(work: Recreation, random: Random, count: number): void {
  const { order, key, sorts, shares } = work
  let draw = below(random, shares.reduce((sum, share) => sum + share, 0))
  let by = 0
  while (draw >= shares[by]) draw -= shares[by++]
  for (let i = count - 1; i > 0; i--) {
    const j = below(random, i + 1)
    const x = order[i]
    order[i] = order[j]
    order[j] = x
  }
  if (!by) return
  const values = sorts[by - 1]
  key[0] = values[order[0]]
  for (let i = 1; i < count; i++) {
    const x = order[i]
    const value = values[x]
    let j = i
    while (j > 0 && key[j - 1] > value) {
      order[j] = order[j - 1]
      key[j] = key[j - 1]
      j--
    }
    order[j] = x
    key[j] = value
  }
}

/** The cheapest route of an order that was just taken out: any it may be on. Serving it comes before all cost, unless nothing is lost without it. */
function bestRoute(s: Solution, log: UndoLog, random: Random, work: Recreation, places: Places, weights: Weights, x: number): number {
  const { routesFrom, routesOf, visits } = s
  const { kind } = s.model
  const round = ++work.round
  let best = s.model.lost[x] > 0 ? Infinity : 0
  let chosen = -1
  for (let k = routesFrom[x]; k < routesFrom[x + 1]; k++) {
    const r = routesOf[k]
    if (!visits[r]) {
      if (work.seen[kind[r]] === round) continue
      work.seen[kind[r]] = round
    }
    const at = placeOn(s, places, weights, x, r, log.since)
    if (places.cost[at] < best && !isOverlooked(work, random)) {
      best = places.cost[at]
      work.after = places.after[at]
      chosen = r
    }
  }
  return chosen
}

/** The cheapest route of an order that was unserved before: nothing has changed for it but on the routes that were touched. */
function bestTouched(s: Solution, log: UndoLog, random: Random, work: Recreation, places: Places, weights: Weights, x: number): number {
  let best = s.model.lost[x] > 0 ? Infinity : 0
  let chosen = -1
  for (let i = 0; i < log.count; i++) {
    const r = log.touched[i]
    if (!isEligible(s.model, x, r)) continue
    const at = placeOn(s, places, weights, x, r, log.since)
    if (places.cost[at] < best && !isOverlooked(work, random)) {
      best = places.cost[at]
      work.after = places.after[at]
      chosen = r
    }
  }
  return chosen
}

function isOverlooked(work: Recreation, random: Random): boolean {
  if (--work.blink >= 0) return false
  work.blink = trialsUntil(random, BLINK)
  return true
}
