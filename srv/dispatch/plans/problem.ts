import type { OrderToPlan, RouteProblem, TechnicianDay } from '../route-plan'
import { nameOfDay, type PlanDay } from './days'
import type { Eligibility } from './eligibility'
import type { Places } from './places'
import type { PlanSettings } from './settings'
import type { PlannedOrder, PlanningWorld, VisitBefore } from './world'

const MINUTE = 60_000
const DAY = 1440
/** What stands and what can't wait weighs more than everything else together could. */
const STANDS = 1_000_000
const URGENT = 100
/** Of two orders of a priority the one that somebody was told of stays. */
const TOLD = 0.5

export interface Wish {
  keepsPromises: boolean
  isReplan: boolean
}

export type Rules = Pick<PlanSettings, 'lost' | 'move' | 'moveInReplan' | 'retell' | 'retellInReplan' | 'lateness' | 'balance'>

/** The route planner's instants: minutes from midnight (UTC) of the day before the first, so that all of them are whole and above zero. */
export const originOf = ({ firstDay }: PlanningWorld): number => (firstDay - 1) * DAY * MINUTE

/** Name of a visit that stands among the problem's orders. */
export const pinnedName = (assignment_ID: string): string => `visit ${assignment_ID}`

/** The world in the words of the route planner; days and orders keep their places in the lists, visits that stand follow the orders. */
export function problemOf(world: PlanningWorld, days: PlanDay[], places: Places, eligibility: Eligibility, wish: Wish, rules: Rules): RouteProblem {
  const origin = originOf(world)
  const minute = (instant: number) => (instant - origin) / MINUTE
  const context = { world, days, wish, rules, minute, eligibility, places, spans: spansByDay(days, minute) }
  return {
    travel: places.minutes,
    days: days.map(day => dayOf(day, world, minute)),
    orders: [...world.orders.map(order => orderOf(order, context)), ...days.flatMap((day, r) => pinnedOrders(day, r, context))],
    weights: {
      overtime: 1, lateness: rules.lateness, balance: rules.balance, move: wish.isReplan ? rules.moveInReplan : rules.move, retell: wish.isReplan ? rules.retellInReplan : rules.retell,
      tolerance: wish.isReplan ? 5 : 30
    }
  }
}

function dayOf({ technician, day, work, start, end, begun, blocking }: PlanDay, world: PlanningWorld, minute: (instant: number) => number): TechnicianDay {
  const person = world.technicians[technician], { capacity } = person.technician
  return {
    ID: nameOfDay(person, day), day, start, end, from: minute(work.from), until: minute(work.until), overtime: minute(work.limit) - minute(work.until),
    capacity: capacity === null ? undefined : Math.max(0, capacity - begun.length - blocking.length),
    breaks: work.gaps.map(gap => ({ from: minute(gap.from), to: minute(gap.from), minutes: (gap.to - gap.from) / MINUTE }))
  }
}

interface Context {
  world: PlanningWorld
  days: PlanDay[]
  wish: Wish
  rules: Rules
  minute: (instant: number) => number
  eligibility: Eligibility
  places: Places
  spans: Map<number, [number, number]>
}

function orderOf(order: PlannedOrder, context: Context): OrderToPlan {
  const { rules, minute, eligibility, places } = context
  const { ID, spot, job: { needs: { minutes } }, visit } = order
  const eligible = eligibility.of(order.job)
  const published = visit && publishedOn(visit, context)
  return {
    ID, place: places.of(spot), minutes, eligible, demand: 1, lost: lostWith(order, rules) + (visit ? TOLD : 0),
    earliest: minute(order.earliest), deadline: order.deadline === null ? undefined : minute(order.deadline), published,
    windows: windowsOf(order, published, context), preferences: preferencesOf(order, eligible, context)
  }
}

export const lostWith = ({ priority, isUrgent }: Pick<PlannedOrder, 'priority' | 'isUrgent'>, { lost }: Pick<PlanSettings, 'lost'>): number =>
  isUrgent ? URGENT * Math.max(...Object.values(lost)) : (lost[priority ?? ''] ?? Math.min(...Object.values(lost)))

/** The technician-day of the visit that an order has, if there is such a day to plan. */
export function dayOfVisit({ technician_ID, from }: VisitBefore, { technicians }: PlanningWorld, days: PlanDay[]): number {
  return days.findIndex(day => from !== null && technicians[day.technician].technician.ID === technician_ID && from >= day.opens && from < day.closes)
}

function publishedOn(visit: VisitBefore, { world, days, minute }: Context): OrderToPlan['published'] {
  const day = dayOfVisit(visit, world, days)
  return day < 0 ? undefined : { day, start: minute(visit.from!) }
}

/**
 * A promise to be kept bounds the start. When a plan is mended nobody comes earlier than told: on that day the visit starts then or
 * later, on others whenever it fits.
 */
function windowsOf(order: PlannedOrder, published: OrderToPlan['published'], { wish, minute, days, spans }: Context): [number, number][] | undefined {
  const { earliest, deadline, job: { needs: { minutes } } } = order
  const latest = wish.keepsPromises && deadline !== null ? minute(deadline) - minutes : Infinity
  const close = latest >= minute(earliest) ? latest : Infinity
  if (!wish.isReplan || !published) return close < Infinity ? [[minute(earliest), close]] : undefined
  const told = days[published.day].day
  return [...spans].map(([day, [from, to]]): [number, number] => [day === told ? Math.max(from, Math.min(published.start!, to)) : from, Math.min(to, close)]).filter(([from, to]) => from <= to)
}

function spansByDay(days: PlanDay[], minute: (instant: number) => number): Map<number, [number, number]> {
  const spans = new Map<number, [number, number]>()
  for (const { day, work } of days) {
    const [from, to] = spans.get(day) ?? [Infinity, -Infinity]
    spans.set(day, [Math.min(from, minute(work.from)), Math.max(to, minute(work.limit))])
  }
  return spans
}

/** Who is not preferred by the customer costs, and so does somebody else than the person who knows of the order already. */
function preferencesOf({ job, preferredMinutes, visit }: PlannedOrder, eligible: Uint32Array, { world, days, rules }: Context): OrderToPlan['preferences'] {
  const expected = visit && visit.from === null ? visit.technician_ID : undefined
  const prefers = job.preferred.size > 0 && preferredMinutes > 0
  if (!prefers && !expected) return undefined
  return Array.from(eligible, day => {
    const { ID } = world.technicians[days[day].technician].technician
    return { day, cost: (prefers && !job.preferred.has(ID) ? preferredMinutes : 0) + (expected && ID !== expected ? rules.move : 0) }
  }).filter(({ cost }) => cost > 0)
}

function pinnedOrders({ pinned }: PlanDay, r: number, { minute, places }: Context): OrderToPlan[] {
  return pinned.map(visit => ({
    ID: pinnedName(visit.assignment_ID), place: places.of(visit.spot), minutes: (visit.to - visit.from) / MINUTE, eligible: [r], demand: 1, lost: STANDS,
    pinned: { day: r, start: minute(visit.from) }
  }))
}
