import { firstBreak, firstStart, float32, float64, int32, isEligible, words, type Model } from './model'
import type { Sequences } from './solution'

/** Some routes and the orders on them or near them, as a problem of its own with numbers of its own. */
export interface Part { model: Model; orders: Int32Array; routes: Int32Array; breaks: Int32Array }

/** Cuts a part out of the model; everything is copied, so that the search works on little memory. */
export function partOf(model: Model, routes: Int32Array, orders: Int32Array): Part {
  const own = new Set(routes)
  const breaks = Int32Array.from({ length: model.breaks }, (_, b) => b).filter(b => own.has(model.breakRoute[b]))
  const local = new Map(Array.from(routes, (r, i) => [r, i] as const))
  const nodes = [...orders, ...Array.from(breaks, b => firstBreak(model) + b)]
  const depots = [...new Set([...routes].flatMap(r => [model.startStop[r], model.endStop[r]]))]
  const stops = [...orders, ...depots]
  const depotAt = new Map(depots.map((stop, i) => [stop, orders.length + i]))
  const width = firstStart(model)
  const pick = <T extends Int32Array | Float64Array>(to: T, from: T, which: ArrayLike<number>): T => {
    for (let i = 0; i < which.length; i++) to[i] = from[which[i]]
    return to
  }
  const ints = (from: Int32Array, which: ArrayLike<number>) => pick(int32(which.length), from, which)
  const floats = (from: Float64Array, which: ArrayLike<number>) => pick(float64(which.length), from, which)
  const byDay = (from: Int32Array) => {
    const to = int32(model.days * nodes.length)
    for (let d = 0; d < model.days; d++) for (let i = 0; i < nodes.length; i++) to[d * nodes.length + i] = from[d * width + nodes[i]]
    return to
  }
  const part: Model = {
    orders: orders.length, routes: routes.length, breaks: breaks.length, days: model.days, stops: stops.length, travel: travelOf(model, stops),
    opens: byDay(model.opens), closes: byDay(model.closes), service: ints(model.service, nodes), demand: ints(model.demand, orders),
    lost: floats(model.lost, orders), due: ints(model.due, orders), lateness: floats(model.lateness, orders), told: ints(model.told, orders),
    toldTolerance: ints(model.toldTolerance, orders), toldCost: floats(model.toldCost, orders),
    breakRoute: int32(breaks.length).map((_, i) => local.get(model.breakRoute[breaks[i]])!), day: ints(model.day, routes),
    startStop: int32(routes.length).map((_, i) => depotAt.get(model.startStop[routes[i]])!),
    endStop: int32(routes.length).map((_, i) => depotAt.get(model.endStop[routes[i]])!),
    from: ints(model.from, routes), until: ints(model.until, routes), limit: ints(model.limit, routes), capacity: ints(model.capacity, routes),
    fixed: floats(model.fixed, routes), overtime: floats(model.overtime, routes), balance: floats(model.balance, routes),
    eligible: eligibleOf(model, routes, orders), preference: preferenceOf(model, routes, orders), kind: int32(routes.length)
  }
  kindsWithin(part, ints(model.kind, routes))
  return { model: part, orders, routes, breaks }
}

function travelOf(model: Model, stops: number[]): Int32Array {
  const travel = int32(stops.length * stops.length)
  for (let a = 0, k = 0; a < stops.length; a++) {
    const row = stops[a] * model.stops
    for (let b = 0; b < stops.length; b++) travel[k++] = model.travel[row + stops[b]]
  }
  return travel
}

function eligibleOf(model: Model, routes: Int32Array, orders: Int32Array): Int32Array {
  const width = words(routes.length)
  const eligible = int32(orders.length * width)
  orders.forEach((x, i) => routes.forEach((r, k) => {
    if (isEligible(model, x, r)) eligible[i * width + (k >> 5)] |= 1 << (k & 31)
  }))
  return eligible
}

function preferenceOf(model: Model, routes: Int32Array, orders: Int32Array): Float32Array {
  if (!model.preference.length) return model.preference
  const preference = float32(orders.length * routes.length)
  orders.forEach((x, i) => routes.forEach((r, k) => (preference[i * routes.length + k] = model.preference[x * model.routes + r])))
  return preference
}

/** Kinds are numbered by their first route within the part. */
function kindsWithin(part: Model, kinds: Int32Array): void {
  const first = new Map<number, number>()
  kinds.forEach((kind, i) => {
    if (!first.has(kind)) first.set(kind, i)
    part.kind[i] = first.get(kind)!
  })
}

/** The part's own numbers for the sequences of its routes. */
export function toPart(part: Part, model: Model, sequences: Sequences): Sequences {
  const local = new Map<number, number>()
  part.orders.forEach((x, i) => local.set(x, i))
  part.breaks.forEach((b, i) => local.set(model.orders + b, part.orders.length + i))
  return gather(part.routes, sequences, node => local.get(node)!)
}

/** The whole problem's numbers for the part's sequences; routes in the part's own sequence. */
export function fromPart(part: Part, model: Model, sequences: Sequences): Sequences {
  const { orders } = part
  return { nodes: sequences.nodes.map(node => (node < orders.length ? orders[node] : model.orders + part.breaks[node - orders.length])), from: sequences.from }
}

function gather(routes: Int32Array, { nodes, from }: Sequences, number: (node: number) => number): Sequences {
  const lists = Array.from(routes, r => Array.from(nodes.subarray(from[r], from[r + 1]), number))
  const starts = new Int32Array(routes.length + 1)
  lists.forEach((list, i) => (starts[i + 1] = starts[i] + list.length))
  return { nodes: Int32Array.from(lists.flat()), from: starts }
}
