import type { TravelTimeProvider } from '../../../srv/dispatch/travel/provider'
import type { FixedVisit, PlannedOrder, PlanningWorld } from '../../../srv/dispatch/plans/world'
import { dayNumber } from '../../../srv/dispatch/matching/technician'
import type { Technician } from '../../../srv/dispatch/matching/technician'
import { at, DAY, job, technician } from './matching-world'

/** A minute a kilometre on a straight road: the longitude is the kilometre. */
export const road: TravelTimeProvider = {
  table: async places => ({ seconds: Float32Array.from(places.flatMap(from => places.map(to => Math.abs(from.longitude - to.longitude) * 60))), estimated: 0 })
}
export const spot = (kilometre: number) => ({ latitude: 0, longitude: kilometre })

/** Work of an hour at kilometre 0, at any time from eight o'clock on. */
export const order = (ID: string, changes: Partial<PlannedOrder> & { minutes?: number; skill?: string } = {}): PlannedOrder => {
  const { minutes = 60, skill, ...rest } = changes
  const needs = { minutes, skills: skill ? [{ skill, level: 1 }] : [] }
  return {
    ID, number: ID, eventCount: 1, priority: '3', spot: spot(0), job: job({ workOrder_ID: ID, needs: needs as never }), earliest: at('06:00'), deadline: null, preferredMinutes: 0,
    isUrgent: false, ...rest
  }
}

export const fixed = (technician_ID: string, from: string, to: string, changes: Partial<FixedVisit> = {}): FixedVisit =>
  ({ assignment_ID: `${technician_ID} ${from}`, workOrder_ID: `fixed ${from}`, technician_ID, from: at(from), to: at(to), spot: spot(0), isStarted: false, ...changes })

/** One day, with people at kilometre 0 who work from 8 to 12 and from 13 to 17. */
export function world(people: Partial<Technician>[], orders: PlannedOrder[], changes: Partial<PlanningWorld> = {}): PlanningWorld {
  const spans = [{ from: at('08:00'), to: at('12:00') }, { from: at('13:00'), to: at('17:00') }]
  return {
    area: 'A', roads: { detour: 1, speed: 60 }, currency: 'EUR', now: at('06:00'), firstDay: dayNumber(DAY), lastDay: dayNumber(DAY), orders, fixed: [],
    technicians: people.map((person, i) => ({
      technician: technician(String(i), { ID: `T${i}`, costRate: 60, currency: 'EUR', ...person }), base: spot(0), days: [{ from: at('00:00'), to: at('00:00') + 86_400_000, spans }]
    })), ...changes
  }
}
