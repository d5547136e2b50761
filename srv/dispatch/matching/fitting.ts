import { kilometresBetween } from '../../great-circle'
import { HEAD, SPAN, STOP } from './day-route'

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

/** People are told times on the five minutes. */
const STEP = 5 * 60_000
/** Times that differ by less are the same: what is computed in another order differs in its last digits. */
const EQUAL = 1000

export const newPlace = (): Place => ({ start: 0, end: 0, added: 0, travel: 0, position: 0 })

/**
 * The cheapest place for a visit between those that a day has already, whose times stand: the least added travel, of places
 * that keep the deadline if there is one, the earlier of equals. Days begin and end at the base within the hours of work.
 *
 * @param day where a day's numbers begin (see `layOutDay`)
 * @returns false when it fits nowhere; `place` is filled otherwise
 */
export function cheapestPlace(data: Float64Array, day: number, sought: Sought, place: Place): boolean {
  const count = data[day + HEAD.spans], visits = data[day + HEAD.visits]
  if (!count) return false
  const { x, y, z, pace, notBefore, duration, deadline } = sought
  const spans = day + HEAD.size, stops = spans + count * SPAN
  const close = data[stops - SPAN + 1]
  let best = Infinity, isBestLate = true, free = data[spans]
  let before = distance(data, stops, x, y, z)
  for (let i = 0; i <= visits; i++) {
    const at = stops + i * STOP, next = at + STOP
    const after = distance(data, next, x, y, z), travel = before * pace
    const added = (before + after - data[at + 5]) * pace
    before = after
    if (i > 0 && data[at + 1] > free) free = data[at + 1]
    if (added > best - EQUAL && !isBestLate) continue
    const until = (i === visits ? close : data[next]) + EQUAL
    const earliest = Math.ceil((Math.max(free + travel, notBefore) - EQUAL) / STEP) * STEP
    if (earliest + duration > until) continue
    if (!firstWork(data, spans, count, earliest, duration, work) || work.end + after * pace > until) continue
    const isLate = work.end > deadline
    if (isLate && !isBestLate) continue
    if (isLate === isBestLate && added > best - EQUAL) continue
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
export function placeAt(data: Float64Array, day: number, sought: Sought, start: number, place: Place): Misfit | undefined {
  const count = data[day + HEAD.spans], visits = data[day + HEAD.visits]
  const spans = day + HEAD.size, stops = spans + count * SPAN
  if (!firstWork(data, spans, count, start, sought.duration, work) || work.start !== start) return 'workingTime'
  const { end } = work
  let position = 0
  for (let i = 1; i <= visits; i++) {
    const at = stops + i * STOP
    if (data[at] < end && data[at + 1] > start) return 'overlap'
    if (data[at] < start) position = i
  }
  const at = stops + position * STOP
  const before = distance(data, at, sought.x, sought.y, sought.z), after = distance(data, at + STOP, sought.x, sought.y, sought.z)
  Object.assign(place, { start, end, added: (before + after - data[at + 5]) * sought.pace, travel: before * sought.pace, position })
  return undefined
}

interface Work { start: number; end: number }

/** Filled by each call, so that the search of ten thousand days makes no objects. */
const work: Work = { start: 0, end: 0 }

/** The first stretch from an instant on in which so much can be worked within the day, with breaks between; false when there is none. */
function firstWork(data: Float64Array, spans: number, count: number, earliest: number, duration: number, found: Work): boolean {
  for (let i = 0; i < count; i++) {
    const span = spans + i * SPAN
    if (data[span + 1] <= earliest) continue
    found.start = Math.max(data[span], earliest)
    let from = found.start, rest = duration
    for (let at = span, last = spans + (count - 1) * SPAN; ; at += SPAN, from = data[at]) {
      const worked = data[at + 1] - from
      found.end = from + rest
      if (worked >= rest) return true
      rest -= worked
      if (at === last || !data[at + 2]) break
    }
  }
  return false
}

function distance(data: Float64Array, stop: number, x: number, y: number, z: number): number {
  const found = kilometresBetween(data[stop + 2], data[stop + 3], data[stop + 4], x, y, z)
  return found === found ? found : 0
}
