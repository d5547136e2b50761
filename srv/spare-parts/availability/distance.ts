import { kilometres, pointAt } from '../../great-circle'

interface Position { latitude?: string | number | null; longitude?: string | number | null }

/** Whole kilometres of the great circle; null where a position is not known. */
export function distance(a: Position, b: Position): number | null {
  const between = kilometres(pointAt(a.latitude, a.longitude), pointAt(b.latitude, b.longitude))
  return Number.isNaN(between) ? null : Math.round(between)
}
