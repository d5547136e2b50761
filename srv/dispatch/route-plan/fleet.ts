import { startSearch, type Leg } from './anneal'
import type { Weights } from './insertion'
import type { Model } from './model'
import { fromPart, partOf, toPart } from './part'
import { recreate } from './recreate'
import { ruin, type RuinSize } from './ruin'
import { loaded, remove, sequencesOf, type Sequences, type Solution } from './solution'
import { retime } from './times'
import { begin, undo } from './undo'

/** A search for fewer routes that serve as much as the plan at hand. */
export interface FleetTask { sequences: Sequences; routes: Int32Array; orders: Int32Array; seed: number; weights: Weights; size: RuinSize; leg: Leg; fewest: number }

export interface Fleet { sequences: Sequences; used: number; iterations: number }

/**
 * Fleet minimisation by sums of absences (Christiaens & Vanden Berghe 2020, section 5.2): a route is closed, its orders wait, and a change is
 * accepted when fewer wait or such that waited less often so far. When all are served again the next route is closed.
 */
export function reduceFleet(model: Model, task: FleetTask, stopped: () => boolean): Fleet {
  const part = partOf(model, task.routes, task.orders)
  const search = startSearch(loaded(part.model, toPart(part, model, task.sequences)), task.weights, task.size, task.seed)
  const { current: s, log, random } = search
  const started = performance.now()
  const waits = new Float64Array(part.model.orders)
  let lost = s.lost
  let best = { sequences: sequencesOf(s), used: close(s) }
  let i = 0
  for (let waited = sumOf(s, waits), count = 0; i < task.leg.iterations && best.used > task.fewest; i++) {
    if ((i & 255) === 0 && (stopped() || performance.now() - started >= task.leg.milliseconds)) break
    if (s.lost <= lost) {
      lost = s.lost
      best = { sequences: sequencesOf(s), used: usedBy(s) }
      if (best.used <= task.fewest) break
      closeLeast(s, waits)
      waited = sumOf(s, waits)
      count = s.absentCount
    }
    begin(s, log)
    const inTime = ruin(s, log, random, search.near, task.size, part.model.orders - s.absentCount)
    if (inTime) recreate(s, log, random, search.work, search.places, task.weights)
    const now = sumOf(s, waits)
    const accepted = inTime && (s.absentCount < count || now < waited || s.lost <= lost)
    for (let k = 0; k < s.absentCount; k++) waits[s.absent[k]]++
    if (accepted) count = s.absentCount
    else undo(s, log)
    waited = sumOf(s, waits)
  }
  return { sequences: fromPart(part, model, best.sequences), used: best.used, iterations: i }
}

const usedBy = ({ visits }: Solution): number => visits.reduce((used, each) => used + (each ? 1 : 0), 0)

/** Closes the unused routes; returns how many are used. */
function close(s: Solution): number {
  for (let r = 0; r < s.model.routes; r++) if (!s.visits[r]) s.model.capacity[r] = -1
  return usedBy(s)
}

/** Empties and closes the route whose orders have waited least. */
function closeLeast(s: Solution, waits: Float64Array): void {
  const sums = new Float64Array(s.model.routes)
  for (let x = 0; x < s.model.orders; x++) if (s.route[x] >= 0) sums[s.route[x]] += waits[x]
  let least = -1
  for (let r = 0; r < s.model.routes; r++) if (s.visits[r] && (least < 0 || sums[r] < sums[least])) least = r
  for (let x = 0; x < s.model.orders; x++) if (s.route[x] === least) remove(s, x)
  retime(s, least)
  s.model.capacity[least] = -1
}

function sumOf({ absent, absentCount }: Solution, waits: Float64Array): number {
  let sum = 0
  for (let k = 0; k < absentCount; k++) sum += waits[absent[k]]
  return sum
}
