import { int32, NEVER } from './model'
import type { RouteProblem } from './problem'
import { up } from './ticks'

const LONGEST = NEVER >> 2

/** Travel among the stops: the orders' places first, then the distinct places where days start and end. */
export function legs(problem: RouteProblem, orders: number[], starts: number[]) {
  const places = orders.map(i => problem.orders[i].place)
  const known = new Map<number, number>()
  const stopOf = (place: number): number => {
    if (!known.has(place)) known.set(place, places.push(place) - 1)
    return known.get(place)!
  }
  const startStop = int32(starts.length).map((_, r) => stopOf(starts[r]))
  const endStop = int32(starts.length).map((_, r) => stopOf(problem.days[r].end))
  const stops = places.length
  const travel = int32(stops * stops)
  const minutes = between(problem)
  for (let a = 0; a < stops; a++) for (let b = 0; b < stops; b++) travel[a * stops + b] = Math.min(LONGEST, up(minutes(places[a], places[b])))
  return { travel, stops, startStop, endStop }
}

function between({ travel }: RouteProblem): (a: number, b: number) => number {
  if (Array.isArray(travel)) return (a, b) => Math.hypot(travel[a].x - travel[b].x, travel[a].y - travel[b].y)
  const places = Math.round(Math.sqrt(travel.length))
  return (a, b) => travel[a * places + b]
}
