import { kilometres, paceOf, pointAt, type Roads } from '../../great-circle'

/** Degrees, WGS 84. */
export interface Coordinates {
  latitude: number
  longitude: number
}

/** Seconds from place i to place j at `i * places + j`. */
export interface TravelTable {
  seconds: Float32Array
  /** How many of them no road service has answered for. */
  estimated: number
}

/** Says how long the way takes between all of some places. Never fails: what is not known is estimated. */
export interface TravelTimeProvider {
  table(places: Coordinates[], roads: Roads): Promise<TravelTable>
}

/** Great circle times detour, by speed. */
export const greatCircle: TravelTimeProvider = {
  table: async (places, roads) => ({ seconds: estimate(places, roads), estimated: places.length ** 2 })
}

export function estimate(places: Coordinates[], roads: Roads): Float32Array {
  const points = places.map(({ latitude, longitude }) => pointAt(latitude, longitude)), pace = paceOf(roads) / 1000
  const seconds = new Float32Array(points.length ** 2)
  for (const [i, from] of points.entries()) for (const [j, to] of points.entries()) seconds[i * points.length + j] = i === j ? 0 : kilometres(from, to) * pace
  return seconds
}
