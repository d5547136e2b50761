import type { OrderToPlan, PlannedRoute, TechnicianDay } from '../route-plan'
import { Gaps } from './gaps'

/** People are told times on the five minutes. */
const STEP = 5

interface Halt {
  order: string
  planned: number
  travel: number
  minutes: number
  opens: number
  closes: number
  told?: number
}

/**
 * The starts to tell, by order: the one that was told already where nothing speaks against it, else on the five minutes, else as early
 * as can be. Nothing becomes later than its window, its deadline or the end of the day allow; what is late gets no later than planned.
 *
 * @param r index of the day
 */
export function startsToTell(route: PlannedRoute, r: number, day: TechnicianDay, orders: ReadonlyMap<string, OrderToPlan>): Map<string, number> {
  const halts = route.stops.map(stop => haltOf(stop, orders.get(stop.order)!, r, day)), gaps = new Gaps(route.breaks.map(({ start, end }) => ({ from: start, to: end })))
  const latest = latestStarts(halts, gaps, route, day)
  const starts = new Map<string, number>()
  let free = day.from
  halts.forEach(({ order, travel, minutes, opens, told }, i) => {
    const earliest = gaps.firstRoom(Math.max(gaps.after(free, travel), opens), minutes)
    const isFree = (at: number) => at >= earliest && at <= latest[i] && gaps.firstRoom(at, minutes) === at
    const start = [told, Math.ceil(earliest / STEP) * STEP].find(at => at !== undefined && isFree(at)) ?? earliest
    starts.set(order, start)
    free = start + minutes
  })
  return starts
}

function haltOf({ order: ID, start, travel }: PlannedRoute['stops'][number], order: OrderToPlan, r: number, day: TechnicianDay): Halt {
  const [opens, closes] = windowOn(order, day)
  const due = order.deadline === undefined ? Infinity : order.deadline - order.minutes
  const told = order.pinned?.start ?? (order.published?.day === r ? order.published.start : undefined)
  return { order: ID, planned: start, travel, minutes: order.minutes, opens, closes: Math.min(closes, Math.max(due, start)), told }
}

function windowOn({ windows, earliest = -Infinity, pinned }: OrderToPlan, { from, until, overtime = 0 }: TechnicianDay): [number, number] {
  if (pinned?.start !== undefined) return [pinned.start, pinned.start]
  const [opens, closes] = windows?.find(([a, b]) => a <= until + overtime && b >= from) ?? [-Infinity, Infinity]
  return [Math.max(opens, earliest), closes]
}

/** The way home ends with the shift; overtime that is planned gets no longer. */
function latestStarts(halts: Halt[], gaps: Gaps, route: PlannedRoute, { until }: TechnicianDay): number[] {
  const latest: number[] = []
  let before = Math.max(until, route.end), travel = halts.reduce((rest, halt) => rest - halt.travel, route.travel)
  for (let i = halts.length - 1; i >= 0; i--) {
    const { planned, minutes, closes } = halts[i]
    // Ticks of the planner are finer than a minute: what it has is never too late.
    latest[i] = Math.max(gaps.lastRoom(Math.min(closes, gaps.before(before, travel) - minutes), minutes), planned)
    before = latest[i]
    travel = halts[i].travel
  }
  return latest
}
