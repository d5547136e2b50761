/** A point on the unit sphere: chords between such points give distances without trigonometry per pair. */
export interface Point {
  x: number
  y: number
  z: number
}

/** How roads compare with the great circle: so many times as long, at so many kilometres an hour. */
export interface Roads {
  detour: number
  speed: number
}

export const USUAL_ROADS: Roads = { detour: 1.3, speed: 60 }

/** Mean radius of the earth (IUGG), kilometres. */
const RADIUS = 6371.0088
const RADIANS = Math.PI / 180

/** A place that nobody knows: distances from and to it are not numbers. */
export const NOWHERE: Point = { x: NaN, y: NaN, z: NaN }

/** @param latitude and longitude in degrees (WGS 84), as numbers or decimal strings; without them the place is unknown */
export function pointAt(latitude: number | string | null | undefined, longitude: number | string | null | undefined): Point {
  if (latitude == null || longitude == null) return NOWHERE
  const [phi, lambda] = [Number(latitude) * RADIANS, Number(longitude) * RADIANS]
  return { x: Math.cos(phi) * Math.cos(lambda), y: Math.cos(phi) * Math.sin(lambda), z: Math.sin(phi) }
}

/** Kilometres on the great circle; NaN when a place is unknown. */
export const kilometres = (a: Point, b: Point): number => kilometresBetween(a.x, a.y, a.z, b.x, b.y, b.z)

/** The same for coordinates that lie in columns. */
export function kilometresBetween(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
  const dx = ax - bx, dy = ay - by, dz = az - bz
  const half = Math.sqrt(dx * dx + dy * dy + dz * dz) / 2
  // Up to 1,270 km the first terms of the arc sine are exact to a metre, and several times as fast.
  return 2 * RADIUS * (half < 0.1 ? half * (1 + half * half * (1 / 6 + half * half * 0.075)) : Math.asin(Math.min(1, half)))
}

/** Milliseconds on the road for each kilometre of great circle. */
export const paceOf = ({ detour, speed }: Roads): number => (detour / speed) * 3_600_000
