import type { OrderToPlan, PlannedRoute, TechnicianDay } from '../route-plan'

/** People are told times on the five minutes. */
const STEP = 5

interface Halt {
  order?: string
  travel: number
  minutes: number
  opens: number
  closes: number
  told?: number
}

/**
 * The starts to tell, by order: the one that was told already where nothing speaks against it, else on the five minutes, else as the
 * planner has it. Nothing becomes later than its window, its deadline or the end of the day allow; what is late gets no later.
 *
 * @param r index of the day
 */
export function startsToTell(route: PlannedRoute, r: number, day: TechnicianDay, orders: ReadonlyMap<string, OrderToPlan>): Map<string, number> {
  const halts = haltsOf(route, r, day, orders)
  const latest = latestStarts(halts, Math.max(day.until, route.end) - lastLeg(route, halts))
  const starts = new Map<string, number>()
  let free = day.from
  halts.forEach(({ order, travel, minutes, opens, told }, i) => {
    const earliest = Math.max(free + travel, opens)
    const start = [told, Math.ceil(earliest / STEP) * STEP].find(at => at !== undefined && at >= earliest && at <= latest[i]) ?? earliest
    if (order !== undefined) starts.set(order, start)
    free = start + minutes
  })
  return starts
}

function haltsOf({ stops, breaks }: PlannedRoute, r: number, day: TechnicianDay, orders: ReadonlyMap<string, OrderToPlan>): (Halt & { start: number })[] {
  const visits = stops.map(stop => {
    const order = orders.get(stop.order)!
    const [opens, closes] = windowOn(order, day)
    const due = order.deadline === undefined ? Infinity : order.deadline - order.minutes
    const told = order.pinned?.start ?? (order.published?.day === r ? order.published.start : undefined)
    return { order: stop.order, start: stop.start, travel: stop.travel, minutes: order.minutes, opens, closes: Math.min(closes, Math.max(due, stop.start)), told }
  })
  const pauses = breaks.map(({ start, end }) => ({ start, travel: 0, minutes: end - start, opens: start, closes: start }))
  return [...visits, ...pauses].sort((a, b) => a.start - b.start)
}

function windowOn({ windows, earliest = -Infinity, pinned }: OrderToPlan, { from, until, overtime = 0 }: TechnicianDay): [number, number] {
  if (pinned?.start !== undefined) return [pinned.start, pinned.start]
  const [opens, closes] = windows?.find(([a, b]) => a <= until + overtime && b >= from) ?? [-Infinity, Infinity]
  return [Math.max(opens, earliest), closes]
}

/** From the last halt home. */
const lastLeg = ({ end }: PlannedRoute, halts: { start: number; minutes: number }[]): number => {
  const last = halts.at(-1)
  return last ? end - last.start - last.minutes : 0
}

function latestStarts(halts: (Halt & { start: number })[], end: number): number[] {
  const latest: number[] = []
  let before = end
  for (let i = halts.length - 1; i >= 0; i--) {
    // Ticks of the planner are finer than a minute: what it has is never too late.
    latest[i] = Math.max(Math.min(halts[i].closes, before - halts[i].minutes), halts[i].start)
    before = latest[i] - halts[i].travel
  }
  return latest
}
