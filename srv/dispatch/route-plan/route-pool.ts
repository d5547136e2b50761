import type { Search } from './anneal'
import { float64, int32, type Model } from './model'
import type { Part } from './part'
import { next as draw, randomOf } from './random'
import { weigh } from './recreate'
import type { Solution } from './solution'

/** A route by itself. */
export interface Column { route: number; nodes: Int32Array; cost: number; breaches: number }

/**
 * Routes that were part of good plans, on shared memory: whose day (or kind of day), the nodes in sequence (`nodes[from[j]..from[j + 1]]`),
 * cost and breached deadlines.
 */
export interface Columns { route: Int32Array; from: Int32Array; nodes: Int32Array; cost: Float64Array; breaches: Int32Array }

/** `value` is that of the best plan the route was part of. */
interface Entry extends Column { value: number }

const columnsFor = (count: number, nodes: number): Columns =>
  ({ route: int32(count), from: int32(count + 1), nodes: int32(nodes), cost: float64(count), breaches: int32(count) })

/** So many routes more than asked for are kept before the worst go. */
const SPARE = 5000

/** Remembers the routes of accepted plans: the cheapest sequence of each set of orders on each kind of day. Bounded: routes of the worst plans go first. */
export class RoutePool {
  private entries = new Map<number, Entry>()
  private hashes: Float64Array

  constructor(private part: Part, private most: number) {
    const random = randomOf(7)
    const half = () => Math.floor(draw(random) * 2 ** 26)
    this.hashes = Float64Array.from({ length: part.model.orders + part.model.routes }, () => half() * 2 ** 26 + half())
  }

  /** Keeps the routes that the last accepted change made. */
  gather({ current, log, weights }: Search): void {
    const value = weigh(current, weights)
    for (let i = 0; i < log.count; i++) this.add(current, log.touched[i], value)
  }

  private add(s: Solution, r: number, value: number): void {
    if (!s.visits[r]) return
    const { orders, breaks, kind } = s.model
    const nodes = orders + breaks
    let hash = this.hashes[orders + kind[r]]
    for (let q = s.next[nodes + r]; q < nodes; q = s.next[q]) if (q < orders) hash = (hash + this.hashes[q]) % 2 ** 52
    const known = this.entries.get(hash)
    const better = !known || s.breaches[r] < known.breaches || (s.breaches[r] === known.breaches && s.cost[r] < known.cost - 1e-6)
    if (!better) {
      if (value < known.value) known.value = value
      return
    }
    const list: number[] = []
    for (let q = s.next[nodes + r]; q < nodes; q = s.next[q]) list.push(q)
    this.entries.set(hash, { route: kind[r], nodes: Int32Array.from(list), cost: s.cost[r], breaches: s.breaches[r], value: Math.min(value, known?.value ?? Infinity) })
    if (this.entries.size > this.most + SPARE) this.shrink()
  }

  /** The routes in the whole problem's numbers. */
  columns(model: Model): Columns {
    this.shrink()
    const { orders, routes, breaks } = this.part
    const entries = [...this.entries.values()]
    const columns = columnsFor(entries.length, entries.reduce((sum, { nodes }) => sum + nodes.length, 0))
    entries.forEach(({ route, nodes, cost, breaches }, j) => {
      const at = columns.from[j]
      nodes.forEach((node, k) => (columns.nodes[at + k] = node < orders.length ? orders[node] : model.orders + breaks[node - orders.length]))
      columns.from[j + 1] = at + nodes.length
      columns.route[j] = routes[route]
      columns.cost[j] = cost
      columns.breaches[j] = breaches
    })
    return columns
  }

  private shrink(): void {
    if (this.entries.size <= this.most) return
    this.entries = new Map([...this.entries].sort(([, a], [, b]) => a.value - b.value).slice(0, this.most))
  }
}
