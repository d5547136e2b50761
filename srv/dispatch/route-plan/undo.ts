import { endNode, firstStart, startNode } from './model'
import { link, type Solution } from './solution'
import { retime } from './times'

/** Sequences of the routes that were touched since `begin`, and the unserved orders of then. */
export interface UndoLog {
  touched: Int32Array
  count: number
  stamp: Int32Array
  round: number
  sequence: Int32Array
  from: Int32Array
  used: number
  version: Int32Array
  absent: Int32Array
  absentCount: number
  lost: number
  /** Version of the newest state of any route at `begin`. */
  since: number
}

export function undoLog({ model }: Solution): UndoLog {
  const ints = (length: number) => new Int32Array(length)
  const { routes, orders } = model
  return {
    touched: ints(routes), count: 0, stamp: ints(routes), round: 0, sequence: ints(firstStart(model)), from: ints(routes + 1), used: 0, version: ints(routes),
    absent: ints(orders), absentCount: 0, lost: 0, since: 0
  }
}

export function begin(s: Solution, log: UndoLog): void {
  log.round++
  log.count = log.used = 0
  log.absentCount = s.absentCount
  log.lost = s.lost
  log.since = s.lastVersion
  for (let i = 0; i < s.absentCount; i++) log.absent[i] = s.absent[i]
}

/** Keeps a route's sequence before its first change; false when it is kept already. */
export function touch(s: Solution, log: UndoLog, r: number): boolean {
  if (log.stamp[r] === log.round) return false
  log.stamp[r] = log.round
  const i = log.count++
  log.touched[i] = r
  log.version[i] = s.version[r]
  const end = endNode(s.model, r)
  for (let q = s.next[startNode(s.model, r)]; q !== end; q = s.next[q]) log.sequence[log.used++] = q
  log.from[i + 1] = log.used
  return true
}

/** Keeps the change. Routes that are as they were before get their old version back and count as untouched; `touched` holds the others. */
export function settle(s: Solution, log: UndoLog): void {
  let changed = 0
  for (let i = 0; i < log.count; i++) {
    const r = log.touched[i]
    if (isAsBefore(s, log, i)) s.version[r] = log.version[i]
    else log.touched[changed++] = r
  }
  log.count = changed
}

function isAsBefore({ model, next }: Solution, log: UndoLog, i: number): boolean {
  const r = log.touched[i]
  let q = next[startNode(model, r)]
  for (let k = log.from[i]; k < log.from[i + 1]; k++, q = next[q]) if (q !== log.sequence[k]) return false
  return q === endNode(model, r)
}

export function undo(s: Solution, log: UndoLog): void {
  const { orders } = s.model
  for (let i = 0; i < log.count; i++) {
    const r = log.touched[i]
    let node = startNode(s.model, r)
    for (let k = log.from[i]; k < log.from[i + 1]; k++) {
      const q = log.sequence[k]
      if (q < orders) s.route[q] = r
      link(s, node, q)
      node = q
    }
    link(s, node, endNode(s.model, r))
    retime(s, r)
    s.version[r] = log.version[i]
  }
  for (let i = 0; i < log.absentCount; i++) {
    const x = log.absent[i]
    s.absent[i] = x
    s.absentAt[x] = i
    s.route[x] = -1
  }
  s.absentCount = log.absentCount
  s.lost = log.lost
}
