import { firstStart, isEligible, startNode } from './model'
import { below, next as draw, type Random } from './random'
import { remove, link, type Solution } from './solution'
import { retime } from './times'
import { touch, type UndoLog } from './undo'

/** How much a ruin takes: mean number of orders and longest string (Christiaens & Vanden Berghe 2020: 10 and 10). */
export interface RuinSize { orders: number; string: number }

/** Chance to keep a part inside a string, and to keep more of it. */
const SPLIT = 0.5
const SPLIT_DEEPER = 0.01

/** Chance that an unserved order is what a ruin is around, and only days that may take it are ruined. */
const AROUND_UNSERVED = 0.2

/** Orders near each order, nearest first, [order × width]. */
export interface Neighbours { list: Int32Array; width: number }

const MOST_NEIGHBOURS = 250

export function neighboursOf({ model: { orders, stops, travel } }: Solution): Neighbours {
  const width = Math.min(orders, MOST_NEIGHBOURS)
  const list = new Int32Array(orders * width)
  const keys = new Float64Array(orders)
  for (let i = 0; i < orders; i++) {
    for (let j = 0; j < orders; j++) keys[j] = (i === j ? 0 : 1 + Math.min(travel[i * stops + j], travel[j * stops + i])) * orders + j
    keys.sort()
    for (let k = 0; k < width; k++) list[i * width + k] = keys[k] % orders
  }
  return { list, width }
}

/** Adjacent string removal: strings of neighbouring routes around a random order. Returns whether the routes left are in time. */
export function ruin(s: Solution, log: UndoLog, random: Random, near: Neighbours, size: RuinSize, served: number): boolean {
  const { model, route, visits } = s
  if (served < 1) return true
  let used = 0
  for (let r = 0; r < model.routes; r++) if (visits[r]) used++
  const longest = Math.min(size.string, served / used)
  const mostStrings = (4 * size.orders) / (1 + longest) - 1
  const strings = Math.floor(draw(random) * mostStrings + 1)
  const forUnserved = s.absentCount > 0 && draw(random) < AROUND_UNSERVED
  const seed = forUnserved ? s.absent[below(random, s.absentCount)] : below(random, model.orders)
  let inTime = true
  for (let k = 0, taken = 0; k < near.width && taken < strings; k++) {
    const c = near.list[seed * near.width + k]
    const r = route[c]
    if (r < 0 || log.stamp[r] === log.round || (forUnserved && !isEligible(model, seed, r))) continue
    touch(s, log, r)
    const length = Math.floor(draw(random) * Math.min(visits[r], longest) + 1)
    takeString(s, random, c, r, Math.min(length, visits[r]))
    if (s.rich[r]) moveBreaks(s, random, r)
    if (!retime(s, r)) inTime = false
    taken++
  }
  return inTime
}

/** Removes `length` orders in a row around `c`, keeping some in between at times. */
function takeString(s: Solution, random: Random, c: number, r: number, length: number): void {
  const { model, next, prev, visits } = s
  let kept = 0
  if (length > 1 && length < visits[r] && draw(random) < SPLIT) {
    kept = 1
    while (length + kept < visits[r] && draw(random) < SPLIT_DEEPER) kept++
  }
  const span = length + kept
  const starts = firstStart(model)
  let before = 0
  for (let p = prev[c]; p < starts; p = prev[p]) if (p < model.orders) before++
  const behind = visits[r] - 1 - before
  const least = Math.max(0, span - 1 - behind)
  const most = Math.min(before, span - 1)
  let back = least + below(random, most - least + 1)
  let x = c
  while (back > 0) {
    x = prev[x]
    if (x < model.orders) back--
  }
  const keepFrom = kept ? 1 + below(random, length - 1) : span
  for (let i = 0; i < span; ) {
    const following = next[x]
    if (x < model.orders) {
      if (i < keepFrom || i >= keepFrom + kept) remove(s, x)
      i++
    }
    x = following
  }
}

/** Tries another place for each break of a route, so that breaks wander with the visits. */
function moveBreaks(s: Solution, random: Random, r: number): void {
  const { model, next, prev } = s
  const first = startNode(model, r)
  for (let b = 0; b < model.breaks; b++) {
    if (model.breakRoute[b] !== r) continue
    const node = model.orders + b
    const old = prev[node]
    link(s, old, next[node])
    let after = first
    for (let steps = below(random, s.visits[r] + 1); steps > 0 && next[after] < first; steps--) after = next[after]
    link(s, node, next[after])
    link(s, after, node)
    if (retime(s, r)) continue
    link(s, prev[node], next[node])
    link(s, node, next[old])
    link(s, old, node)
  }
}

