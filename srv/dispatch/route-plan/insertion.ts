import { endNode, firstStart, startNode, windowRow } from './model'
import { dayCost, softCost } from './times'
import type { Solution } from './solution'

/**
 * Cheapest places found so far, valid while the route's version is the one they were computed for. There are two for each order and route,
 * [(order × routes + route) × 2]: the second is for versions that a running change has made, so that the first is still there when it is undone.
 */
export interface Places { version: Int32Array; cost: Float64Array; after: Int32Array }

export function placesOf({ model: { orders, routes } }: Solution): Places {
  const count = orders * routes * 2
  return { version: new Int32Array(count), cost: new Float64Array(count), after: new Int32Array(count) }
}

/**
 * Where the cheapest place of an order on a route stands in `places`; it is found anew when the route has changed. `since`: versions above it
 * are of the running change.
 */
export function placeOn(s: Solution, places: Places, weights: Weights, x: number, r: number, since: number): number {
  const at = (x * s.model.routes + r) * 2
  const version = s.version[r]
  if (places.version[at] === version) return at
  if (places.version[at + 1] === version) return at + 1
  const free = version > since ? at + 1 : at
  findPlace(s, places, weights, x, r, free)
  return free
}

/** What a breached deadline weighs against ticks of travel while the search compares places. */
export interface Weights { lost: number; breach: number }

/** Finds the cheapest feasible place of an order on a route and keeps it in `places`; cost is Infinity when there is none. */
function findPlace(s: Solution, places: Places, weights: Weights, x: number, r: number, at: number): void {
  places.version[at] = s.version[r]
  places.cost[at] = Infinity
  if (s.load[r] + s.model.demand[x] > s.model.capacity[r]) return
  if (s.rich[r] || s.soft[x] || s.softRoutes) findRichPlace(s, places, weights, x, r, at)
  else findPlainPlace(s, places, x, r, at)
}

function findPlainPlace(s: Solution, places: Places, x: number, r: number, at: number): void {
  const { model, next, stop, leaves, latest, leg } = s
  const { travel, stops } = model
  const first = startNode(model, r)
  const end = endNode(model, r)
  const base = windowRow(model, r) + x
  const open = model.opens[base]
  const close = model.closes[base]
  const service = model.service[x]
  const row = x * stops
  let best = Infinity
  let after = -1
  for (let p = first; p !== end; ) {
    const q = next[p]
    const left = leaves[p]
    if (left > close) break
    if (open + service <= latest[q]) {
      const to = travel[stop[p] * stops + x]
      let t = left + to
      if (t < open) t = open
      if (t <= close) {
        const on = travel[row + stop[q]]
        if (t + service + on <= latest[q]) {
          const cost = to + on - leg[p]
          if (cost < best) {
            best = cost
            after = p
          }
        }
      }
    }
    p = q
  }
  if (after >= 0) keep(s, places, x, r, at, best, after)
}

function findRichPlace(s: Solution, places: Places, weights: Weights, x: number, r: number, at: number): void {
  const { model, next, stop, starts, leaves, latest, leg, tail, tailEnd } = s
  const { travel, stops, orders, opens } = model
  const starters = firstStart(model)
  const first = startNode(model, r)
  const end = endNode(model, r)
  const base = windowRow(model, r)
  const open = opens[base + x]
  const close = model.closes[base + x]
  const service = model.service[x]
  const dayNow = dayCost(s, r, s.visits[r] ? s.worked[r] : 0, s.visits[r] ? starts[end] : 0)
  let best = Infinity
  let after = -1
  for (let p = first; p !== end; p = next[p]) {
    if (leaves[p] > close) break
    const to = travel[stop[p] * stops + x]
    const start = Math.max(leaves[p] + to, open)
    if (start > close) continue
    let q = next[p]
    let t = start + service
    let was = leg[p]
    while (q >= orders && q < starters) {
      t = Math.max(t, opens[base + q])
      if (t > model.closes[base + q]) break
      t += model.service[q]
      was += leg[q]
      q = next[q]
    }
    if (q >= orders && q < starters) continue
    const on = travel[x * stops + stop[q]]
    t += on
    if (t > latest[q]) continue
    if (q < orders && t < opens[base + q]) t = opens[base + q]
    const detour = to + on - was
    let cost = detour + dayCost(s, r, (s.visits[r] ? s.worked[r] : 0) + detour + service, Math.max(t + tail[q], tailEnd[q])) - dayNow
    if (s.soft[x]) cost += softCost(s, x, start) + (start > model.due[x] ? weights.breach : 0)
    if (cost < best && s.softRoutes) cost += pushed(s, weights, r, q, t)
    if (cost < best) {
      best = cost
      after = p
    }
  }
  if (after >= 0) keep(s, places, x, r, at, best, after)
}

/** The cheapest place, with what the order costs on this route wherever it stands. */
function keep({ model, visits }: Solution, places: Places, x: number, r: number, at: number, best: number, after: number): void {
  places.cost[at] = best + (visits[r] ? 0 : model.fixed[r]) + (model.preference.length ? model.preference[x * model.routes + r] : 0)
  places.after[at] = after
}

/** Soft cost that is added on the rest of the route when work at `q` starts at `t` in place of its present start. */
function pushed(s: Solution, weights: Weights, r: number, q: number, t: number): number {
  const { model, next, starts, soft, leg } = s
  const { due, opens, service, orders } = model
  const end = endNode(model, r)
  const base = windowRow(model, r)
  let added = 0
  while (q !== end && t > starts[q]) {
    if (q < orders && soft[q]) added += softCost(s, q, t) - softCost(s, q, starts[q]) + (t > due[q] && starts[q] <= due[q] ? weights.breach : 0)
    t += service[q] + leg[q]
    q = next[q]
    if (q !== end && t < opens[base + q]) t = opens[base + q]
  }
  return added
}
