import { float32, float64, int32, NEVER, words, type Model } from './model'
import { compileWindows } from './compile-windows'
import { legs } from './compile-travel'
import { DEFAULT_WEIGHTS, type RouteProblem, type TechnicianDay } from './problem'
import { down, TICKS, up } from './ticks'

/** The compiled problem: the model, and which order each of its numbers means. Frozen visits are no orders any more. */
export interface Compiled { model: Model; orders: number[] }

/**
 * Turns the problem into typed arrays. Visits done or under way become the place and the time where their day goes on.
 */
export function compile(problem: RouteProblem): Compiled {
  const frozen = new Set(problem.days.flatMap(day => day.frozen?.map(({ order }) => order) ?? []))
  const orders = problem.orders.flatMap((order, i) => (frozen.has(order.ID) ? [] : [i]))
  const starts = problem.days.map(day => startOf(problem, day))
  const { travel, stops, startStop, endStop } = legs(problem, orders, starts.map(({ place }) => place))
  const breaks = problem.days.flatMap((day, r) => (day.breaks ?? []).filter(pause => pause.to * TICKS >= starts[r].time).map(pause => ({ r, ...pause })))
  const model: Model = {
    orders: orders.length, routes: problem.days.length, breaks: breaks.length, stops, travel, startStop, endStop,
    ...compileWindows(problem, orders, breaks), ...orderColumns(problem, orders), ...dayColumns(problem, starts.map(({ time }) => time)),
    breakRoute: int32(breaks.length), kind: int32(problem.days.length)
  }
  breaks.forEach(({ r, minutes }, b) => {
    model.breakRoute[b] = r
    model.service[orders.length + b] = up(minutes)
  })
  kinds(model)
  return { model, orders }
}

/** Where and when a day starts: at its own start, or behind its last frozen visit. */
function startOf({ orders }: RouteProblem, day: TechnicianDay) {
  const last = day.frozen?.at(-1)
  if (!last) return { place: day.start, time: up(day.from) }
  const order = orders.find(({ ID }) => ID === last.order)
  if (!order) throw new Error(`The frozen visit ${last.order} is none of the orders`)
  return { place: order.place, time: up(last.start + order.minutes) }
}

function orderColumns(problem: RouteProblem, orders: number[]) {
  const weights = { ...DEFAULT_WEIGHTS, ...problem.weights }
  const routes = problem.days.length
  const n = orders.length
  const needsPreference = orders.some(i => problem.orders[i].preferences?.length || (weights.move && problem.orders[i].published))
  const columns = {
    service: int32(n + problem.days.reduce((sum, day) => sum + (day.breaks?.length ?? 0), 0)), demand: int32(n), lost: float64(n), due: int32(n).fill(NEVER),
    lateness: float64(n), told: int32(n).fill(-1), toldTolerance: int32(n), toldCost: float64(n), eligible: int32(n * words(routes)),
    preference: float32(needsPreference ? n * routes : 0)
  }
  orders.forEach((i, x) => {
    const order = problem.orders[i]
    columns.service[x] = up(order.minutes)
    columns.demand[x] = Math.ceil(order.demand ?? 0)
    columns.lost[x] = order.lost
    if (order.deadline !== undefined) columns.due[x] = down(order.deadline - order.minutes)
    columns.lateness[x] = weights.lateness
    if (weights.retell && order.published?.start !== undefined) {
      columns.told[x] = up(order.published.start)
      columns.toldTolerance[x] = up(weights.tolerance)
      columns.toldCost[x] = weights.retell * TICKS
    }
    const may = Array.from(order.eligible ?? Array.from(problem.days.keys()))
    for (const r of order.pinned ? may.filter(each => each === order.pinned!.day) : may) columns.eligible[x * words(routes) + (r >> 5)] |= 1 << (r & 31)
    if (!needsPreference) return
    if (order.published) for (let r = 0; r < routes; r++) if (r !== order.published.day) columns.preference[x * routes + r] = weights.move * TICKS
    for (const { day, cost } of order.preferences ?? []) columns.preference[x * routes + day] += cost * TICKS
  })
  return columns
}

function dayColumns({ days, weights }: RouteProblem, starts: number[]) {
  const { overtime, balance } = { ...DEFAULT_WEIGHTS, ...weights }
  const r = days.length
  return {
    from: int32(r).map((_, i) => starts[i]), until: int32(r).map((_, i) => down(days[i].until)),
    limit: int32(r).map((_, i) => down(days[i].until + (days[i].overtime ?? 0))), capacity: int32(r).map((_, i) => Math.floor(days[i].capacity ?? NEVER)),
    fixed: float64(r).map((_, i) => (days[i].cost ?? 0) * TICKS), overtime: float64(r).map((_, i) => (days[i].overtime ? overtime : 0)), balance: float64(r).fill(balance)
  }
}

/** Days that differ in nothing but their name are of one kind: while empty, one of them stands for all. */
function kinds(model: Model): void {
  const known = new Map<string, number>()
  const width = words(model.routes)
  const breaks = new Set(model.breakRoute)
  for (let r = 0; r < model.routes; r++) {
    const { day, startStop, endStop, from, until, limit, capacity, fixed, overtime, preference } = model
    let set = ''
    for (let x = 0; x < model.orders; x++) set += (model.eligible[x * width + (r >> 5)] >> (r & 31)) & 1
    const own = preference.length || breaks.has(r) ? r : ''
    const key = [day[r], startStop[r], endStop[r], from[r], until[r], limit[r], capacity[r], fixed[r], overtime[r], set, own].join()
    model.kind[r] = known.get(key) ?? r
    known.set(key, model.kind[r])
  }
}
