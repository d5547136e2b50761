import { cutLeg, LOST, type Instance, type Solution, type TechnicianInstance, type VehicleInstance } from './instances'

/** What a solution is worth by the instance alone, and every rule it breaks. */
export interface Verdict {
  served: number
  unserved: number
  priorityLost: number
  travel: number
  vehicles: number
  distance: number
  errors: string[]
}

/** Replays each route on the instance's own numbers; it knows nothing of the planner. */
export const check = (instance: Instance, solution: Solution): Verdict =>
  instance.kind === 'vehicles' ? checkVehicles(instance, solution) : checkTechnicians(instance, solution)

/** Room for the rounding of sums, in units of the instance. */
const EPSILON = 1e-6

function checkVehicles({ customers, vehicles, capacity }: VehicleInstance, { routes }: Solution): Verdict {
  const errors: string[] = []
  const byId = new Map(customers.map(each => [each.id, each]))
  const depot = customers[0]
  const seen = new Set<number>()
  let tenths = 0
  const used = routes.filter(({ stops }) => stops.length)
  if (used.length > vehicles) errors.push(`${used.length} vehicles, ${vehicles} there are`)
  for (const { stops, vehicle } of used) {
    let at = depot, time = depot.ready, load = 0
    for (const id of stops) {
      const customer = byId.get(id)
      if (!customer || customer === depot) { errors.push(`there is no customer ${id}`); continue }
      if (seen.has(id)) errors.push(`customer ${id} is visited twice`)
      seen.add(id)
      tenths += Math.round(cutLeg(at, customer) * 10)
      time = Math.max(time + cutLeg(at, customer), customer.ready)
      if (time > customer.due + EPSILON) errors.push(`customer ${id} is served at ${time}, after ${customer.due}`)
      time += customer.service
      load += customer.demand
      at = customer
    }
    tenths += Math.round(cutLeg(at, depot) * 10)
    if (time + cutLeg(at, depot) > depot.due + EPSILON) errors.push(`vehicle ${vehicle} is back after ${depot.due}`)
    if (load > capacity) errors.push(`vehicle ${vehicle} carries ${load}, more than ${capacity}`)
  }
  const unserved = customers.length - 1 - seen.size
  if (unserved) errors.push(`${unserved} customers are not visited`)
  return { served: seen.size, unserved, priorityLost: 0, travel: tenths / 10, vehicles: used.length, distance: tenths / 10, errors }
}

function checkTechnicians({ techs, orders }: TechnicianInstance, { routes }: Solution): Verdict {
  const errors: string[] = []
  const byId = new Map(orders.map(order => [order.id, order]))
  const technicians = new Map(techs.map(each => [each.id, each]))
  const seen = new Set<number>()
  const busy = new Set<number>()
  let travel = 0
  for (const { stops, technician } of routes) {
    if (!stops.length) continue
    const person = technicians.get(technician!)
    if (!person) { errors.push(`there is no technician ${technician}`); continue }
    if (busy.has(person.id)) errors.push(`technician ${person.id} has two routes`)
    busy.add(person.id)
    let at = person.start, time = person.shift[0]
    for (const id of stops) {
      const order = byId.get(id)
      if (!order) { errors.push(`there is no order ${id}`); continue }
      if (seen.has(id)) errors.push(`order ${id} is visited twice`)
      seen.add(id)
      const lacking = order.skills.filter(skill => !person.skills.includes(skill))
      if (lacking.length) errors.push(`technician ${person.id} lacks skill ${lacking} for order ${id}`)
      const leg = Math.hypot(order.x - at.x, order.y - at.y)
      travel += leg
      time = Math.max(time + leg, order.tw[0])
      if (time > order.tw[1] + EPSILON) errors.push(`order ${id} starts at ${time}, after ${order.tw[1]}`)
      time += order.service
      at = order
    }
    const home = Math.hypot(person.end.x - at.x, person.end.y - at.y)
    travel += home
    if (time + home > person.shift[1] + EPSILON) errors.push(`technician ${person.id} ends at ${time + home}, after ${person.shift[1]}`)
  }
  const left = orders.filter(({ id }) => !seen.has(id))
  const priorityLost = left.reduce((sum, { priority }) => sum + LOST[priority], 0)
  return { served: seen.size, unserved: left.length, priorityLost, travel, vehicles: busy.size, distance: travel, errors }
}
