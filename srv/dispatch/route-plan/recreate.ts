import { findPlace, type Places, type Weights } from './insertion'
import { isEligible } from './model'
import { below, trialsUntil, type Random } from './random'
import { insert, type Solution } from './solution'
import { retime } from './times'
import { touch, type UndoLog } from './undo'

/** Chance that a place is overlooked, which keeps the greedy insertion from always doing the same. */
const BLINK = 0.01

/** Working memory of the recreation. */
export interface Recreation { order: Int32Array; key: Float64Array; was: Uint8Array; seen: Int32Array; round: number; blink: number; sorts: Float64Array[]; shares: number[] }

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
  return { order: new Int32Array(orders), key: new Float64Array(orders), was: new Uint8Array(orders), seen: new Int32Array(routes), round: 0, blink: 0, sorts, shares: [4, ...shares] }
}

/** Greedy insertion with blinks of the unserved orders, in an order drawn from the paper's sorts. */
export function recreate(s: Solution, log: UndoLog, random: Random, work: Recreation, places: Places, weights: Weights): void {
  const { absent, absentCount, model } = s
  const { order } = work
  for (let i = 0; i < absentCount; i++) {
    order[i] = absent[i]
    work.was[absent[i]] = i < log.absentCount ? 1 : 0
  }
  sort(work, random, absentCount)
  for (let i = 0; i < absentCount; i++) {
    const x = order[i]
    const r = work.was[x] ? bestTouched(s, log, random, work, places, weights, x) : bestRoute(s, random, work, places, weights, x)
    if (r < 0) continue
    touch(s, log, r)
    insert(s, x, r, places.after[x * model.routes + r])
    retime(s, r)
  }
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

/** The cheapest route of an order that was just taken out: any it may be on. */
function bestRoute(s: Solution, random: Random, work: Recreation, places: Places, weights: Weights, x: number): number {
  const { routesFrom, routesOf, version, visits } = s
  const { routes, kind } = s.model
  const round = ++work.round
  const mostCost = weights.lost * s.model.lost[x]
  let best = mostCost
  let chosen = -1
  for (let k = routesFrom[x]; k < routesFrom[x + 1]; k++) {
    const r = routesOf[k]
    if (!visits[r]) {
      if (work.seen[kind[r]] === round) continue
      work.seen[kind[r]] = round
    }
    const at = x * routes + r
    if (places.version[at] !== version[r]) findPlace(s, places, weights, x, r)
    if (places.cost[at] < best) {
      if (--work.blink < 0) {
        work.blink = trialsUntil(random, BLINK)
        continue
      }
      best = places.cost[at]
      chosen = r
    }
  }
  return chosen
}

/** The cheapest route of an order that was unserved before: nothing has changed for it but on the routes that were touched. */
function bestTouched(s: Solution, log: UndoLog, random: Random, work: Recreation, places: Places, weights: Weights, x: number): number {
  const { routes } = s.model
  let best = weights.lost * s.model.lost[x]
  let chosen = -1
  for (let i = 0; i < log.count; i++) {
    const r = log.touched[i]
    if (!isEligible(s.model, x, r)) continue
    const at = x * routes + r
    if (places.version[at] !== s.version[r]) findPlace(s, places, weights, x, r)
    if (places.cost[at] < best) {
      if (--work.blink < 0) {
        work.blink = trialsUntil(random, BLINK)
        continue
      }
      best = places.cost[at]
      chosen = r
    }
  }
  return chosen
}
