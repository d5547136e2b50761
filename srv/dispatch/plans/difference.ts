import { dayOfVisit, lostWith } from './problem'
import type { Schedule, Slot } from './schedule'
import type { PlannedOrder, PlanningWorld } from './world'

export type Change = 'unchanged' | 'moved' | 'reassigned' | 'added' | 'dropped'

/** The visits as they are today, as far as they can still take place: on days that people work, and not over. */
export function slotsBefore(world: PlanningWorld, { days }: Pick<Schedule, 'days'>): Slot[] {
  return world.orders.flatMap(order => {
    const { visit } = order
    if (!visit || visit.from === null || visit.to === null || visit.to <= world.now) return []
    const day = dayOfVisit(visit, world, days)
    return day < 0 ? [] : [{ order, day, from: visit.from, to: visit.to }]
  })
}

/** What a plan makes of the visit that an order has. */
export function changeOf({ visit }: PlannedOrder, planned: { technician_ID: string; from: number; to: number } | undefined): Change | undefined {
  if (!planned) return visit ? 'dropped' : undefined
  if (!visit) return 'added'
  if (visit.technician_ID !== planned.technician_ID) return 'reassigned'
  return visit.from === planned.from && visit.to === planned.to ? 'unchanged' : 'moved'
}

/** Orders without a visit, those that weigh most first. */
export function unservedOf(world: PlanningWorld, { slots }: Pick<Schedule, 'slots'>, lost: Record<string, number>): PlannedOrder[] {
  const served = new Set(slots.map(({ order }) => order.ID))
  return world.orders.filter(({ ID }) => !served.has(ID)).sort((a, b) => lostWith(b, { lost }) - lostWith(a, { lost }) || (a.number < b.number ? -1 : 1))
}
