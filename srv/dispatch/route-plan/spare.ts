import { firstBreak, type Model } from './model'
import type { Sequences } from './solution'

/** Unused days of a kind for each used one that a search may open. */
const SHARE = 0.2

/**
 * The routes a search works on: those in use, and of each kind of day a few unused ones. More of them would be looked at in vain for every order.
 * `least`: so many of a kind at least.
 */
export function inReach(model: Model, routes: Int32Array, sequences: Sequences, least: number): Int32Array {
  const { kind } = model
  const isUsed = Array.from(kind, (_, r) => visits(model, sequences, r))
  const spare = new Map<number, number>()
  for (const r of routes) spare.set(kind[r], (spare.get(kind[r]) ?? least) + (isUsed[r] ? SHARE : 0))
  return routes.filter(r => {
    if (isUsed[r]) return true
    const left = spare.get(kind[r])!
    spare.set(kind[r], left - 1)
    return left > 0
  })
}

export const visits = (model: Model, { nodes, from }: Sequences, r: number): boolean => nodes.subarray(from[r], from[r + 1]).some(node => node < firstBreak(model))
