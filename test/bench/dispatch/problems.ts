import type { RoutePlan, RouteProblem } from '../../../srv/dispatch/route-plan'
import { cutLeg, LOST, type Instance, type Solution, type TechnicianInstance, type VehicleInstance } from './instances'

/** The instance as the planner is asked: one unit of distance is one minute. */
export const problemOf = (instance: Instance): RouteProblem => (instance.kind === 'vehicles' ? vehicleProblem(instance) : technicianProblem(instance))

function vehicleProblem({ customers, vehicles, capacity }: VehicleInstance): RouteProblem {
  const [depot, ...rest] = customers
  const travel = new Float64Array(customers.length ** 2)
  customers.forEach((a, i) => customers.forEach((b, j) => (travel[i * customers.length + j] = cutLeg(a, b))))
  return {
    travel,
    days: Array.from({ length: vehicles }, (_, i) => ({ ID: String(i + 1), start: 0, end: 0, from: depot.ready, until: depot.due, capacity })),
    orders: rest.map(({ id, demand, ready, due, service }, i) => ({ ID: String(id), place: i + 1, minutes: service, demand, windows: [[ready, due]], lost: 1 }))
  }
}

function technicianProblem({ techs, orders }: TechnicianInstance): RouteProblem {
  const travel = orders.map(({ x, y }) => ({ x, y }))
  const place = (point: { x: number; y: number }) => travel.push(point) - 1
  return {
    travel,
    days: techs.map(({ id, start, end, shift }) => ({ ID: String(id), start: place(start), end: place(end), from: shift[0], until: shift[1] })),
    orders: orders.map(({ id, tw, service, skills, priority }, i) => ({
      ID: String(id), place: i, minutes: service, windows: [tw], lost: LOST[priority],
      eligible: techs.flatMap((person, r) => (skills.every(skill => person.skills.includes(skill)) ? [r] : []))
    }))
  }
}

export const solutionOf = (instance: Instance, { routes }: RoutePlan): Solution => ({
  routes: routes.filter(({ stops }) => stops.length).map(({ day, stops }) =>
    ({ [instance.kind === 'vehicles' ? 'vehicle' : 'technician']: Number(day), stops: stops.map(({ order }) => Number(order)) }))
})
