/** A place in degrees (WGS 84). */
export interface Place { latitude: number; longitude: number }
export interface Box { x: number; y: number; width: number; height: number }

const RADIANS = Math.PI / 180
/** Beyond, Mercator's map would have no end. */
const MOST = 85

/** Mercator: x and y in degrees at the equator, y down. */
export function project({ latitude, longitude }: Place): { x: number; y: number } {
  const phi = Math.max(-MOST, Math.min(MOST, latitude)) * RADIANS
  return { x: longitude, y: -Math.log(Math.tan(Math.PI / 4 + phi / 2)) / RADIANS }
}

/** The smallest piece of the map of that shape with all the places and a margin. */
export function boxAround(places: Place[], shape: number): Box {
  const points = places.map(project)
  if (!points.length) return { x: -180, y: -90, width: 360, height: 360 / shape }
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
  const width = Math.max(right - left, (bottom - top) * shape, 0.05) * 1.2
  return around({ x: (left + right) / 2, y: (top + bottom) / 2 }, width, width / shape)
}

/** Nearer (factor below 1) or farther, with one point of the map staying where it is. */
export function zoomed({ x, y, width, height }: Box, factor: number, fixed: { x: number; y: number }): Box {
  return { x: fixed.x - (fixed.x - x) * factor, y: fixed.y - (fixed.y - y) * factor, width: width * factor, height: height * factor }
}

export const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

const around = ({ x, y }: { x: number; y: number }, width: number, height: number): Box => ({ x: x - width / 2, y: y - height / 2, width, height })
