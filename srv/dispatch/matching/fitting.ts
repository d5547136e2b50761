import { kilometresBetween } from '../travel/great-circle'
import { SPAN, STRIDE, type DayRoute } from './day-route'

/** A visit that looks for its place. Instants and durations in milliseconds. */
export interface Sought {
  x: number
  y: number
  z: number
  duration: number
  notBefore: number
  deadline: number
  /** Milliseconds on the road for a kilometre of great circle. */
  pace: number
}

/** The place that was found: filled anew by each search, so that a search makes no objects. */
export interface Place {
  start: number
  end: number
  /** Travel that the visit adds to the day, and on the way to it. */
  added: number
  travel: number
  /** How many visits of the day come before it. */
  position: number
}

export const newPlace = (): Place => ({ start: 0, end: 0, added: 0, travel: 0, position: 0 })

/**
 * The cheapest place for a visit between those that a day has already, whose times stand: the least added travel, of places
 * that keep the deadline if there is one, the earlier of equals. Days begin and end at the base within the hours of work.
 *
 * @returns false when it fits nowhere; `place` is filled otherwise
 */
export function cheapestPlace(route: DayRoute, sought: Sought, place: Place): boolean {
  const { spans, stops, visits } = route
  if (!spans.length) return false
  const { x, y, z, pace, notBefore, duration, deadline } = sought
  const close = spans[spans.length - SPAN + 1]
  let [best, isBestLate, free] = [Infinity, true, spans[0]]
  let before = distance(stops, 0, x, y, z)
  for (let i = 0; i <= visits; i++) {
    const at = i * STRIDE, next = at + STRIDE
    const after = distance(stops, next, x, y, z)
    const added = (before + after - stops[at + 5]) * pace
    free = i === 0 ? free : Math.max(free, stops[at + 1])
    const until = i === visits ? close : stops[next]
    const travel = before * pace
    before = after
    if (added >= best && !isBestLate) continue
    const earliest = Math.max(free + travel, notBefore)
    if (earliest + duration > until) continue
    if (!firstWork(spans, earliest, duration, work) || work.end + after * pace > until) continue
    const isLate = work.end > deadline
    if (isLate && !isBestLate) continue
    if (isLate === isBestLate && added >= best) continue
    best = added
    isBestLate = isLate
    place.start = work.start
    place.end = work.end
    place.added = added
    place.travel = travel
    place.position = i
  }
  return best < Infinity
}

export type Misfit = 'workingTime' | 'overlap'

/** Whether a visit may begin exactly at an instant. Travel is told, and judged by whoever plans. */
export function placeAt(route: DayRoute, sought: Sought, start: number, place: Place): Misfit | undefined {
  const { stops, visits, spans } = route
  if (!firstWork(spans, start, sought.duration, work) || work.start !== start) return 'workingTime'
  const { end } = work
  let position = 0
  for (let i = 1; i <= visits; i++) {
    if (stops[i * STRIDE] < end && stops[i * STRIDE + 1] > start) return 'overlap'
    if (stops[i * STRIDE] < start) position = i
  }
  const at = position * STRIDE
  const [before, after] = [distance(stops, at, sought.x, sought.y, sought.z), distance(stops, at + STRIDE, sought.x, sought.y, sought.z)]
  Object.assign(place, { start, end, added: (before + after - stops[at + 5]) * sought.pace, travel: before * sought.pace, position })
  return undefined
}

interface Work { start: number; end: number }

/** Filled by each call, so that the search of ten thousand days makes no objects. */
const work: Work = { start: 0, end: 0 }

/** The first stretch from an instant on in which so much can be worked within the day, with breaks between; false when there is none. */
export function firstWork(spans: Float64Array, earliest: number, duration: number, found: Work): boolean {
  for (let i = 0; i < spans.length; i += SPAN) {
    if (spans[i + 1] <= earliest) continue
    found.start = Math.max(spans[i], earliest)
    let rest = duration
    for (let j = i, from = found.start; j < spans.length; j += SPAN, from = spans[j]) {
      const worked = spans[j + 1] - from
      found.end = from + rest
      if (worked >= rest) return true
      rest -= worked
      if (!spans[j + 2]) break
    }
  }
  return false
}

function distance(stops: Float64Array, at: number, x: number, y: number, z: number): number {
  const found = kilometresBetween(stops[at + 2], stops[at + 3], stops[at + 4], x, y, z)
  return found === found ? found : 0
}
