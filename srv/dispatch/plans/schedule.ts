import { planRoutes, type PlanOptions, type RoutePlan, type RouteProblem } from '../route-plan'
import type { TravelTimeProvider } from '../travel/provider'
import { nameOfDay, planDays, type PlanDay } from './days'
import { Eligibility } from './eligibility'
import { placesOf, type Places } from './places'
import { originOf, pinnedName, problemOf, type Rules, type Wish } from './problem'
import { startsToTell } from './telling'
import type { PlannedOrder, PlanningWorld } from './world'

const MINUTE = 60_000

/** Where an order is in the days: instants in milliseconds. */
export interface Slot {
  order: PlannedOrder
  /** Index of the technician-day. */
  day: number
  from: number
  to: number
}

export interface Schedule {
  days: PlanDay[]
  places: Places
  eligibility: Eligibility
  slots: Slot[]
  plan: RoutePlan
}

/** Between two steps of the preparation others have their turn. */
const breath = () => new Promise<void>(resolve => setImmediate(resolve))

/**
 * Plans a world. Where a visit that stands finds no place in its route, its day is planned once more around it.
 *
 * @returns nothing when nobody works on these days
 */
export async function planWorld(world: PlanningWorld, wish: Wish, rules: Rules, travel: TravelTimeProvider, options: PlanOptions): Promise<Schedule | undefined> {
  const places = await placesOf(world, travel)
  const crowded = new Set<string>()
  const started = Date.now()
  for (;;) {
    await breath()
    const days = planDays(world, places, crowded)
    if (!days.length) return undefined
    const eligibility = new Eligibility(world.technicians.map(({ technician }) => technician), days)
    for (const order of world.orders) if (eligibility.isNew(order.job)) await breath().then(() => eligibility.of(order.job))
    const problem = problemOf(world, days, places, eligibility, wish, rules)
    const seconds = options.seconds && Math.max(1, options.seconds - (Date.now() - started) / 1000)
    const plan = await planRoutes(problem, { ...options, seconds, givesWay: true })
    const homeless = days.filter(day => day.pinned.some(visit => plan.unserved.some(({ order }) => order === pinnedName(visit.assignment_ID))))
    if (!homeless.length) return { days, places, eligibility, plan, slots: slotsOf(world, problem, plan) }
    for (const { technician, day } of homeless) crowded.add(nameOfDay(world.technicians[technician], day))
  }
}

function slotsOf(world: PlanningWorld, problem: RouteProblem, plan: RoutePlan): Slot[] {
  const origin = originOf(world)
  const orders = new Map(world.orders.map(order => [order.ID, order])), asked = new Map(problem.orders.map(order => [order.ID, order]))
  return plan.routes.flatMap((route, day) =>
    [...startsToTell(route, day, problem.days[day], asked)].flatMap(([ID, start]) => {
      const order = orders.get(ID), from = origin + Math.round(start * MINUTE)
      return order ? [{ order, day, from, to: from + order.job.needs.minutes * MINUTE }] : []
    }))
}
