import type { Model } from './model'
import { below, next as draw, type Random } from './random'
import type { Sequences } from './solution'

/** A place in the plane for each matrix stop, so that routes can be cut by where they lie (FastMap, Faloutsos & Lin 1995). */
export interface Plane { x: Float64Array; y: Float64Array }

export function planeOf({ stops, travel }: Model): Plane {
  const d = (a: number, b: number) => (travel[a * stops + b] + travel[b * stops + a]) / 2
  const farthest = (from: (a: number) => number) => {
    let best = 0
    for (let a = 1; a < stops; a++) if (from(a) > from(best)) best = a
    return best
  }
  const axis = (dist2: (a: number, b: number) => number): Float64Array => {
    const first = farthest(i => dist2(0, i))
    const a = farthest(i => dist2(first, i))
    const b = farthest(i => dist2(a, i))
    const ab = Math.sqrt(Math.max(dist2(a, b), 1))
    return Float64Array.from({ length: stops }, (_, i) => (dist2(a, i) + ab * ab - dist2(b, i)) / (2 * ab))
  }
  const x = axis((a, b) => d(a, b) ** 2)
  const y = axis((a, b) => Math.max(0, d(a, b) ** 2 - (x[a] - x[b]) ** 2))
  return { x, y }
}

/** Routes and unserved orders that are searched together. */
export interface Cut { routes: Int32Array; orders: Int32Array }

/** Chance that an unserved order is tried away from where it lies: serving it comes before the travel that this takes. */
const ELSEWHERE = 0.1

/**
 * Cuts the plan into `count` parts of about as many orders each, around the middle by angle or by random straight lines in turn:
 * another cut each round lets every pair of neighbours meet. Unused days that are like others go anywhere.
 */
export function cut(model: Model, plane: Plane, { nodes, from }: Sequences, routes: Int32Array, count: number, random: Random): Cut[] {
  const items: Item[] = []
  const served = new Uint8Array(model.orders)
  const alike = new Int32Array(model.routes)
  for (const r of routes) alike[model.kind[r]]++
  for (const r of routes) {
    const visits = Array.from(nodes.subarray(from[r], from[r + 1])).filter(node => node < model.orders)
    for (const x of visits) served[x] = 1
    const around = visits.length ? visits : alike[model.kind[r]] > 1 ? [below(random, model.orders)] : [model.startStop[r], model.endStop[r]]
    items.push({ route: r, orders: visits, weight: visits.length || 0.5, x: mean(around, plane.x), y: mean(around, plane.y) })
  }
  for (let x = 0; x < model.orders; x++) {
    if (served[x]) continue
    const at = draw(random) < ELSEWHERE ? below(random, model.orders) : x
    items.push({ route: -1, orders: [x], weight: 0.2, x: plane.x[at], y: plane.y[at] })
  }
  const parts = draw(random) < 0.5 ? sectors(items, count, random) : halves(items, count, random)
  return parts.map(part => ({
    routes: Int32Array.from(part.filter(({ route }) => route >= 0), ({ route }) => route), orders: Int32Array.from(part.flatMap(({ orders }) => orders))
  }))
}

interface Item { route: number; orders: number[]; weight: number; x: number; y: number }

const mean = (list: number[], of: Float64Array): number => list.reduce((sum, i) => sum + of[i], 0) / list.length

function sectors(items: Item[], count: number, random: Random): Item[][] {
  const x = items.reduce((sum, item) => sum + item.x, 0) / items.length
  const y = items.reduce((sum, item) => sum + item.y, 0) / items.length
  const turn = draw(random) * 2 * Math.PI
  const angle = (item: Item) => (Math.atan2(item.y - y, item.x - x) + turn + 4 * Math.PI) % (2 * Math.PI)
  return slices(items, count, angle)
}

function halves(items: Item[], count: number, random: Random): Item[][] {
  if (count === 1) return [items]
  const turn = draw(random) * Math.PI
  const left = count >> 1
  const [a, b] = slices(items, count, item => item.x * Math.cos(turn) + item.y * Math.sin(turn), left / count)
  return [...halves(a, left, random), ...halves(b, count - left, random)]
}

/** Sorted by key and cut into equal weights, or in two at a share. */
function slices(items: Item[], count: number, key: (item: Item) => number, share?: number): Item[][] {
  const sorted = items.map(item => ({ item, at: key(item) })).sort((a, b) => a.at - b.at).map(({ item }) => item)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const ends = share === undefined ? Array.from({ length: count }, (_, i) => (total * (i + 1)) / count) : [total * share, total]
  const parts: Item[][] = ends.map(() => [])
  let sum = 0
  let part = 0
  for (const item of sorted) {
    sum += item.weight
    while (part < ends.length - 1 && sum - item.weight / 2 > ends[part]) part++
    parts[part].push(item)
  }
  return parts
}
