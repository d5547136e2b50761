interface Position { latitude?: string | number | null; longitude?: string | number | null }

const EARTH_RADIUS = 6371
const radians = (degrees: string | number) => (Number(degrees) * Math.PI) / 180

/** Whole kilometres of the great circle; null where a position is not known. */
export function distance(a: Position, b: Position): number | null {
  if ([a.latitude, a.longitude, b.latitude, b.longitude].some(value => value === null || value === undefined)) return null
  const [lat1, lat2] = [radians(a.latitude!), radians(b.latitude!)]
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((radians(b.longitude!) - radians(a.longitude!)) / 2) ** 2
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.sqrt(h)))
}
