/**
 * The problem as the search sees it: typed arrays over shared memory, so that workers read one copy.
 *
 * Units: times are whole ticks (1/1000 minute) from the plan's origin; costs are ticks of travel. Nodes are numbered: orders
 * `0..orders-1`, then breaks, then the start of each route, then the end of each route. A matrix row or column is a *stop*: orders
 * first, then the distinct places where routes start and end.
 */
export interface Model {
  orders: number
  routes: number
  breaks: number
  /** Days with windows of their own; `opens`/`closes` hold one row of orders + breaks for each. */
  days: number
  /** Width of the travel matrix. */
  stops: number
  travel: Int32Array
  /** Earliest and latest start of work, [day × (orders + breaks) + node]. */
  opens: Int32Array
  closes: Int32Array
  /** Ticks of work at the site or of the break, [orders + breaks]. */
  service: Int32Array
  demand: Int32Array
  /** What it costs to leave the order out: first level of the objective. */
  lost: Float64Array
  /** Start of work after which the deadline is breached (second level), and the cost of each tick after it. */
  due: Int32Array
  lateness: Float64Array
  /** Start that people were told (-1: none), and the cost of another one. */
  told: Int32Array
  toldTolerance: Int32Array
  toldCost: Float64Array
  breakRoute: Int32Array
  day: Int32Array
  startStop: Int32Array
  endStop: Int32Array
  /** The shift: start, planned end, and the end that overtime must not pass. */
  from: Int32Array
  until: Int32Array
  limit: Int32Array
  capacity: Int32Array
  /** Cost of using the route at all, of a tick of overtime, and of a tick of work at full load (balance). */
  fixed: Float64Array
  overtime: Float64Array
  balance: Float64Array
  /** Bit set: may the order be on the route? [order × words + route >> 5]. */
  eligible: Int32Array
  /** Extra cost of an order on a route (preference, stability), [order × routes + route], or empty. */
  preference: Float32Array
  /** Routes with the same number are interchangeable while empty. */
  kind: Int32Array
}

export const NEVER = 0x3fffffff

export const words = (routes: number): number => (routes + 31) >> 5

export const isEligible = (model: Model, order: number, route: number): boolean =>
  (model.eligible[order * words(model.routes) + (route >> 5)] & (1 << (route & 31))) !== 0

/** First node number of the breaks, and of the routes' starts: below it are orders and breaks, which have windows. */
export const firstBreak = (model: Model): number => model.orders
export const firstStart = (model: Model): number => model.orders + model.breaks
/** The nodes where a route starts and ends. */
export const startNode = (model: Model, route: number): number => firstStart(model) + route
export const endNode = (model: Model, route: number): number => firstStart(model) + model.routes + route
/** Where the windows of a route's day begin in `opens` and `closes`. */
export const windowRow = (model: Model, route: number): number => model.day[route] * firstStart(model)

/** An array on shared memory, filled from `values` or with zeros. */
export const int32 = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))
export const float64 = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(length * 8))
export const float32 = (length: number): Float32Array => new Float32Array(new SharedArrayBuffer(length * 4))
