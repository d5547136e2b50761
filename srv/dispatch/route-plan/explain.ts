import { endNode, isEligible, startNode, windowRow, type Model } from './model'
import type { PlannedRoute, PlannedStop, RoutePlan, RouteProblem, Terms, Unserved } from './problem'
import { DEFAULT_WEIGHTS } from './problem'
import { loaded, type Sequences, type Solution } from './solution'
import { TICKS } from './ticks'

/** Puts the plan into the problem's words: times, what each term costs, and why an order is left out. */
export function explain(problem: RouteProblem, model: Model, orders: number[], sequences: Sequences): Omit<RoutePlan, 'iterations' | 'seconds'> {
  const s = loaded(model, sequences)
  const routes = problem.days.map((_, r) => routeOf(problem, s, orders, r))
  const terms = routes.map(route => route.terms).reduce(plus, nothing())
  return {
    routes, unserved: Array.from(s.absent.subarray(0, s.absentCount)).sort((a, b) => a - b).map(x => unserved(problem, model, orders, x)),
    lost: s.lost, breaches: s.totalBreaches, cost: Object.values(terms).reduce((a, b) => a + b, 0), terms
  }
}

const nothing = (): Terms => ({ travel: 0, days: 0, overtime: 0, balance: 0, lateness: 0, moved: 0, retold: 0, preference: 0 })

const plus = (a: Terms, b: Terms): Terms => Object.fromEntries(Object.entries(a).map(([term, value]) => [term, value + b[term as keyof Terms]])) as unknown as Terms

function routeOf(problem: RouteProblem, s: Solution, orders: number[], r: number): PlannedRoute {
  const { model } = s
  const weights = { ...DEFAULT_WEIGHTS, ...problem.weights }
  const day = problem.days[r]
  const first = startNode(model, r)
  const end = endNode(model, r)
  const minutesOf = (order: string) => problem.orders.find(({ ID }) => ID === order)!.minutes
  const frozen = (day.frozen ?? []).map(({ order, start }): PlannedStop => ({ order, arrival: start, start, end: start + minutesOf(order), travel: 0, frozen: true }))
  const stops: PlannedStop[] = []
  const breaks: PlannedRoute['breaks'] = []
  const terms = { ...nothing(), travel: s.travelled[r] / TICKS }
  for (let q = s.next[first], p = first; q !== end; p = q, q = s.next[q]) {
    if (q >= model.orders) {
      breaks.push({ start: s.starts[q] / TICKS, end: s.leaves[q] / TICKS })
      continue
    }
    const order = problem.orders[orders[q]]
    const late = Math.max(0, s.starts[q] - model.due[q]) / TICKS
    const moved = order.published && order.published.day !== r
    const retold = model.told[q] >= 0 && Math.abs(s.starts[q] - model.told[q]) > model.toldTolerance[q]
    terms.lateness += late * weights.lateness
    terms.moved += moved ? weights.move : 0
    terms.retold += retold ? weights.retell : 0
    terms.preference += order.preferences?.filter(each => each.day === r).reduce((sum, { cost }) => sum + cost, 0) ?? 0
    stops.push({
      order: order.ID, arrival: (s.leaves[p] + s.leg[p]) / TICKS, start: s.starts[q] / TICKS, end: s.leaves[q] / TICKS, travel: s.leg[p] / TICKS,
      ...(late ? { late } : {}), ...(moved ? { moved } : {})
    })
  }
  if (stops.length) {
    const worked = s.worked[r] / TICKS
    const length = (model.until[r] - model.from[r]) / TICKS || 1
    terms.days = day.cost ?? 0
    terms.overtime = (Math.max(0, s.starts[end] - model.until[r]) / TICKS) * model.overtime[r]
    terms.balance = (model.balance[r] * worked * worked) / (2 * length)
  }
  const home = frozen.length && !stops.length ? model.travel[model.startStop[r] * model.stops + model.endStop[r]] : 0
  return { day: day.ID, stops: [...frozen, ...stops], breaks, end: (s.starts[end] + home) / TICKS, travel: s.travelled[r] / TICKS, terms }
}

/** An order's place on days where it would be alone tells "no one reaches it" from "the days are full". */
function unserved({ orders: all }: RouteProblem, model: Model, orders: number[], x: number): Unserved {
  const order = all[orders[x]]
  let eligible = 0, reaching = 0
  for (let r = 0; r < model.routes; r++) {
    if (!isEligible(model, x, r)) continue
    eligible++
    if (reaches(model, x, r)) reaching++
  }
  const reason = !eligible ? 'nobody-eligible' : !reaching ? 'out-of-reach' : 'days-full'
  return { order: order.ID, lost: order.lost, reason, days: reaching || eligible }
}

function reaches(model: Model, x: number, r: number): boolean {
  const { travel, stops, opens, closes, from, limit, service, startStop, endStop, demand, capacity } = model
  const at = windowRow(model, r) + x
  const start = Math.max(from[r] + travel[startStop[r] * stops + x], opens[at])
  return demand[x] <= capacity[r] && start <= closes[at] && start + service[x] + travel[x * stops + endStop[r]] <= limit[r]
}
