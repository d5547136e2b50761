import { endNode, startNode, windowRow } from './model'
import type { Solution } from './solution'

/** Cost of starting work on an order at `t`: tardiness after its deadline, and telling people another time. Breaches are counted apart. */
export function softCost({ model }: Solution, order: number, t: number): number {
  const late = t - model.due[order]
  const told = model.told[order]
  return (late > 0 ? model.lateness[order] * late : 0) + (told >= 0 && Math.abs(t - told) > model.toldTolerance[order] ? model.toldCost[order] : 0)
}

/** What a day costs beyond travel, for so many ticks of work and an end: overtime and the growing price of a full day. */
export function dayCost({ model }: Solution, r: number, worked: number, end: number): number {
  const over = end - model.until[r]
  return (over > 0 ? model.overtime[r] * over : 0) + (model.balance[r] * worked * worked) / (2 * (model.until[r] - model.from[r] || 1))
}

/**
 * Recomputes times and cost of a route from its sequence and gives it a new version. Returns whether all windows hold: on matrices
 * without the triangle inequality even a removal can make a visit late.
 */
export function retime(s: Solution, r: number): boolean {
  const inTime = forward(s, r)
  backward(s, r)
  s.version[r] = ++s.lastVersion
  return inTime
}

/**
 * The same after one insertion, as far as times change: forward until waiting absorbs the delay, backward until a window binds. Routes
 * with overtime, balance, breaks, soft times or preferences are recomputed whole.
 */
export function retimeAfterInsertion(s: Solution, r: number, x: number): void {
  if (s.rich[r] || s.softRoutes || s.model.preference.length) {
    retime(s, r)
    return
  }
  const { model, next, prev, stop, starts, leaves, latest, leg } = s
  const { travel, stops, service, opens, closes } = model
  const first = startNode(model, r)
  const end = endNode(model, r)
  const base = windowRow(model, r)
  const p = prev[x]
  const to = travel[stop[p] * stops + x]
  const on = travel[x * stops + stop[next[x]]]
  const detour = to + on - leg[p]
  const cost = detour + (s.visits[r] ? 0 : model.fixed[r])
  leg[p] = to
  leg[x] = on
  let t = leaves[p] + to
  for (let q = x; q !== end; q = next[q]) {
    if (t < opens[base + q]) t = opens[base + q]
    if (q !== x && t === starts[q]) break
    starts[q] = t
    t += service[q]
    leaves[q] = t
    t += leg[q]
    if (next[q] === end) starts[end] = leaves[end] = t
  }
  for (let q = x, last = latest[next[x]]; q !== first; q = prev[q]) {
    last -= leg[q] + service[q]
    if (last > closes[base + q]) last = closes[base + q]
    if (q !== x && last === latest[q]) break
    latest[q] = last
  }
  s.visits[r]++
  s.load[r] += model.demand[x]
  s.travelled[r] += detour
  s.worked[r] += detour + service[x]
  s.cost[r] += cost
  s.totalCost += cost
  s.version[r] = ++s.lastVersion
}

function forward(s: Solution, r: number): boolean {
  const { model, next, stop, starts, leaves, leg } = s
  const { travel, stops, service, opens, closes, orders, preference } = model
  const first = startNode(model, r)
  const end = endNode(model, r)
  const base = windowRow(model, r)
  let node = first
  let t = model.from[r]
  let row = stop[node] * stops
  let inTime = true
  let visits = 0, load = 0, travelled = 0, served = 0, soft = 0, breaches = 0
  starts[node] = leaves[node] = t
  for (let q = next[node]; q !== end; q = next[q]) {
    let d = 0
    if (q < orders) {
      d = travel[row + q]
      row = q * stops
      travelled += d
      visits++
      load += model.demand[q]
    } else stop[q] = stop[node]
    leg[node] = d
    t += d
    if (t < opens[base + q]) t = opens[base + q]
    if (t > closes[base + q]) inTime = false
    if (q < orders) {
      if (s.soft[q]) {
        soft += softCost(s, q, t)
        if (t > model.due[q]) breaches++
      }
      if (preference.length) soft += preference[q * model.routes + r]
      served += service[q]
    }
    starts[q] = t
    t += service[q]
    leaves[q] = t
    node = q
  }
  const home = visits ? travel[row + stop[end]] : 0
  leg[node] = home
  t += home
  travelled += home
  starts[end] = leaves[end] = t
  s.visits[r] = visits
  s.load[r] = load
  s.travelled[r] = travelled
  s.worked[r] = travelled + served
  const cost = visits ? travelled + soft + model.fixed[r] + (s.rich[r] ? dayCost(s, r, travelled + served, t) : 0) : 0
  s.totalCost += cost - s.cost[r]
  s.totalBreaches += breaches - s.breaches[r]
  s.cost[r] = cost
  s.breaches[r] = breaches
  return inTime && t <= model.limit[r]
}

function backward(s: Solution, r: number): void {
  const { model, prev, latest, leg, tail, tailEnd } = s
  const { service, opens, closes } = model
  const first = startNode(model, r)
  const end = endNode(model, r)
  const base = windowRow(model, r)
  let last = model.limit[r]
  let sum = 0, earliestEnd = 0, open = 0
  latest[end] = last
  tail[end] = tailEnd[end] = 0
  for (let q = prev[end]; q !== first; q = prev[q]) {
    const d = leg[q] + service[q]
    last -= d
    if (last > closes[base + q]) last = closes[base + q]
    latest[q] = last
    if (open + sum > earliestEnd) earliestEnd = open + sum
    sum += d
    tail[q] = sum
    tailEnd[q] = earliestEnd
    open = opens[base + q]
  }
}
