import { endNode, firstStart, isEligible, startNode, type Model } from './model'
import { retime } from './times'

/**
 * One plan in the making: doubly linked routes with the times that make an insertion's feasibility O(1). `starts` is the earliest start
 * of work, `leaves` its end, `latest` the last start that keeps all that follows in time.
 */
export interface Solution {
  model: Model
  next: Int32Array
  prev: Int32Array
  /** Route of an order, -1 while it is unserved. */
  route: Int32Array
  /** Matrix stop of a node; a break happens where its predecessor is. */
  stop: Int32Array
  starts: Int32Array
  leaves: Int32Array
  latest: Int32Array
  /** Travel from a node to its successor. */
  leg: Int32Array
  /** End of the day when work at the node starts at t: max(t + tail, tailEnd). */
  tail: Int32Array
  tailEnd: Int32Array
  /** Per route: visits, load, ticks of travel and service, cost, breached deadlines. */
  visits: Int32Array
  load: Int32Array
  travelled: Int32Array
  worked: Int32Array
  cost: Float64Array
  breaches: Int32Array
  /** Routes whose times need more than the plain checks: overtime, balance, breaks or orders with soft times. */
  rich: Uint8Array
  soft: Uint8Array
  /** Does any order have soft times? */
  softRoutes: boolean
  absent: Int32Array
  absentCount: number
  /** Place in `absent` of an order. */
  absentAt: Int32Array
  /** Each state of a route has a number of its own; undoing a change brings the old number back. */
  version: Int32Array
  lastVersion: number
  lost: number
  totalCost: number
  totalBreaches: number
  /** Routes an order may be on, in one list. */
  routesFrom: Int32Array
  routesOf: Int32Array
}

export function emptySolution(model: Model): Solution {
  const { orders, breaks, routes } = model
  const nodes = firstStart(model) + 2 * routes
  const ints = (length: number) => new Int32Array(length)
  const solution: Solution = {
    model, next: ints(nodes), prev: ints(nodes), route: ints(orders).fill(-1), stop: ints(nodes), starts: ints(nodes), leaves: ints(nodes), latest: ints(nodes),
    leg: ints(nodes), tail: ints(nodes), tailEnd: ints(nodes), visits: ints(routes), load: ints(routes), travelled: ints(routes), worked: ints(routes),
    cost: new Float64Array(routes), breaches: ints(routes), rich: new Uint8Array(routes), soft: new Uint8Array(orders), softRoutes: false,
    absent: Int32Array.from({ length: orders }, (_, i) => i), absentCount: orders, absentAt: Int32Array.from({ length: orders }, (_, i) => i),
    version: ints(routes), lastVersion: 0, lost: model.lost.reduce((sum, each) => sum + each, 0), totalCost: 0, totalBreaches: 0, ...eligibleRoutes(model)
  }
  const lastEnd = model.limit.reduce((latest, end) => Math.max(latest, end), 0)
  for (let i = 0; i < orders; i++) {
    solution.stop[i] = i
    solution.soft[i] = model.due[i] < lastEnd || model.told[i] >= 0 ? 1 : 0
  }
  solution.softRoutes = solution.soft.includes(1)
  for (let r = 0; r < routes; r++) {
    solution.stop[startNode(model, r)] = model.startStop[r]
    solution.stop[endNode(model, r)] = model.endStop[r]
    solution.rich[r] = model.overtime[r] > 0 || model.balance[r] > 0 ? 1 : 0
    link(solution, startNode(model, r), endNode(model, r))
  }
  for (let b = 0; b < breaks; b++) {
    const end = endNode(model, model.breakRoute[b])
    solution.rich[model.breakRoute[b]] = 1
    link(solution, solution.prev[end], orders + b)
    link(solution, orders + b, end)
  }
  for (let r = 0; r < routes; r++) retime(solution, r)
  return solution
}

export function link({ next, prev }: Solution, a: number, b: number): void {
  next[a] = b
  prev[b] = a
}

function eligibleRoutes(model: Model) {
  const routesFrom = new Int32Array(model.orders + 1)
  const list: number[] = []
  for (let i = 0; i < model.orders; i++) {
    for (let r = 0; r < model.routes; r++) if (isEligible(model, i, r)) list.push(r)
    routesFrom[i + 1] = list.length
  }
  return { routesFrom, routesOf: Int32Array.from(list) }
}

/** Takes a served order out of its route; the caller retimes the route. */
export function remove(s: Solution, x: number): void {
  link(s, s.prev[x], s.next[x])
  s.route[x] = -1
  s.absentAt[x] = s.absentCount
  s.absent[s.absentCount++] = x
  s.lost += s.model.lost[x]
}

/** Puts an unserved order behind a node of a route; the caller retimes the route. */
export function insert(s: Solution, x: number, r: number, after: number): void {
  link(s, x, s.next[after])
  link(s, after, x)
  serve(s, x, r)
}

function serve(s: Solution, x: number, r: number): void {
  s.route[x] = r
  const last = s.absent[--s.absentCount]
  s.absent[s.absentAt[x]] = last
  s.absentAt[last] = s.absentAt[x]
  s.lost -= s.model.lost[x]
}

/** Orders (and breaks) of each route, one after the other; route r is `nodes[from[r]..from[r + 1]]`. */
export interface Sequences { nodes: Int32Array; from: Int32Array }

export function sequencesOf(s: Solution): Sequences {
  const { routes } = s.model
  const beyond = firstStart(s.model)
  const nodes = new Int32Array(beyond)
  const from = new Int32Array(routes + 1)
  let used = 0
  for (let r = 0; r < routes; r++) {
    for (let q = s.next[startNode(s.model, r)]; q < beyond; q = s.next[q]) nodes[used++] = q
    from[r + 1] = used
  }
  return { nodes: nodes.slice(0, used), from }
}

/** The plan with these sequences; what is in none of them is unserved. */
export function loaded(model: Model, { nodes, from }: Sequences): Solution {
  const s = emptySolution(model)
  for (let r = 0; r < model.routes; r++) {
    let node = startNode(model, r)
    for (let k = from[r]; k < from[r + 1]; k++) {
      const q = nodes[k]
      if (q < model.orders) serve(s, q, r)
      link(s, node, q)
      node = q
    }
    link(s, node, endNode(model, r))
    retime(s, r)
  }
  return s
}

export function sequencesFrom(lists: ArrayLike<number>[]): Sequences {
  const from = new Int32Array(lists.length + 1)
  lists.forEach((list, r) => (from[r + 1] = from[r] + list.length))
  return { nodes: Int32Array.from(lists.flatMap(list => Array.from(list))), from }
}

/** The plan with the sequences of some routes put in place: one list of routes and their sequences for each part. */
export function joined({ nodes, from }: Sequences, parts: { routes: Int32Array }[], own: Sequences[]): Sequences {
  const lists: ArrayLike<number>[] = Array.from({ length: from.length - 1 }, (_, r) => nodes.subarray(from[r], from[r + 1]))
  parts.forEach(({ routes }, i) => routes.forEach((r, k) => (lists[r] = own[i].nodes.subarray(own[i].from[k], own[i].from[k + 1]))))
  return sequencesFrom(lists)
}
