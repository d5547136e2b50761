import { travelBetween } from './places'
import type { Schedule, Slot } from './schedule'
import type { PlanningWorld } from './world'

const MINUTE = 60_000

/** What days cost, however they came about: minutes, money in the area's currency (unless rates have others), percentage points. */
export interface Figures {
  served: number
  /** By priority. */
  unserved: Record<string, number>
  breaches: number
  travel: number
  overtime: number
  money: number | null
  /** Standard deviation of the share of a day that work and travel take. */
  balance: number
}

const PRIORITIES = ['1', '2', '3', '4']

/** Measures days with some visits, those that stand included: the same figures for what is and for what would be. */
export function figuresOf(slots: Slot[], { days, places }: Pick<Schedule, 'days' | 'places'>, world: PlanningWorld): Figures {
  const routes = days.map((day, r) => {
    const standing = [...day.begun, ...day.pinned, ...day.blocking].map(({ from, to, spot }) => ({ from, to, place: places.of(spot) }))
    return { day, visits: [...standing, ...slots.filter(slot => slot.day === r).map(({ from, to, order }) => ({ from, to, place: places.of(order.spot) }))].sort((a, b) => a.from - b.from) }
  })
  const costs = routes.map(({ day, visits }) => {
    let travel = 0, place = day.end, work = 0
    for (const visit of visits) {
      travel += travelBetween(places, place, visit.place)
      work += (visit.to - visit.from) / MINUTE
      place = visit.place
    }
    const home = travelBetween(places, place, day.end)
    const end = visits.length ? visits.at(-1)!.to / MINUTE + home : -Infinity
    const { costRate, currency } = world.technicians[day.technician].technician
    const overtime = Math.max(0, Math.round(end - day.shiftEnd / MINUTE))
    const isForeign = costRate !== null && currency !== world.currency
    return { travel: travel + home, overtime, load: ((travel + home + work) * 100 * MINUTE) / day.available, money: isForeign ? NaN : ((costRate ?? 0) * (travel + home + overtime)) / 60 }
  })
  const served = new Set(slots.map(({ order }) => order.ID))
  const money = sum(costs.map(cost => (cost.travel + cost.overtime ? cost.money : 0)))
  return {
    served: slots.length,
    unserved: Object.fromEntries(PRIORITIES.map(priority => [priority, world.orders.filter(order => !served.has(order.ID) && (order.priority ?? '4') === priority).length])),
    breaches: slots.filter(({ order, to }) => order.deadline !== null && to > order.deadline).length,
    travel: sum(costs.map(cost => cost.travel)), overtime: sum(costs.map(cost => cost.overtime)), money: Number.isNaN(money) ? null : money,
    balance: deviation(costs.map(cost => cost.load))
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

function deviation(values: number[]): number {
  const mean = sum(values) / (values.length || 1)
  return Math.sqrt(sum(values.map(value => (value - mean) ** 2)) / (values.length || 1))
}
