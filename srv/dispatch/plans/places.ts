import type { Coordinates, TravelTimeProvider } from '../travel/provider'
import type { PlanningWorld, Spot } from './world'

/** All places of a plan, each once, and the whole minutes from each to each. The last one is unknown: next to every other. */
export interface Places {
  of(spot: Spot): number
  /** Minutes at `from * count + to`; on shared memory, since threads read it. */
  minutes: Float32Array
  count: number
}

/** What is computed in another order differs in its last digits. */
const EQUAL = 0.01

export async function placesOf({ technicians, orders, fixed, roads }: PlanningWorld, provider: TravelTimeProvider): Promise<Places> {
  const known: Coordinates[] = []
  const indexes = new Map<string, number>()
  for (const spot of [...technicians.map(({ base }) => base), ...orders.map(order => order.spot), ...fixed.map(visit => visit.spot)]) {
    if (spot && !indexes.has(nameOf(spot))) indexes.set(nameOf(spot), known.push(spot) - 1)
  }
  const { seconds } = await provider.table(known, roads)
  const count = known.length + 1
  const minutes = new Float32Array(new SharedArrayBuffer(count * count * 4))
  for (let from = 0; from < known.length; from++) {
    for (let to = 0; to < known.length; to++) minutes[from * count + to] = Math.max(0, Math.ceil(seconds[from * known.length + to] / 60 - EQUAL))
  }
  return { of: spot => (spot ? indexes.get(nameOf(spot))! : known.length), minutes, count }
}

const nameOf = ({ latitude, longitude }: Coordinates) => `${latitude} ${longitude}`

export const travelBetween = ({ minutes, count }: Places, from: number, to: number): number => minutes[from * count + to]
