import type { MilestoneStatus } from './plan'

export type Movement = 'done' | 'implied' | 'skipped' | 'reopened'

export interface ChainMilestone {
  kind: string
  predecessors: string[]
  status: MilestoneStatus
  /** The order's step that reaches it. */
  orderEvent?: string | null
  /** What has to be shown for it. */
  evidence?: string | null
}

/** Steps that are taken back when an order is opened again: somebody comes, works and hands over once more. */
const UNDONE: Record<string, string[]> = {
  Reopened: ['Assigned', 'Started', 'Completed', 'Accepted', 'Closed'],
  Unassigned: ['Assigned']
}

/**
 * How a step of the order moves the milestones of its chain.
 *
 * A step reaches the milestones that name it, whatever is still open before them: it has happened. What comes before and asks for no
 * evidence was reached with it; what asks for some stays open until somebody shows it. A reopened order has lost what its completion
 * meant, and all that follows from it. A cancelled one needs nothing more.
 */
export function movementsOf(chain: ChainMilestone[], event: string): { kind: string; movement: Movement }[] {
  if (event === 'Cancelled') return moved(chain.filter(isOpen), 'skipped')
  if (UNDONE[event]) {
    const own = chain.filter(({ orderEvent }) => UNDONE[event].includes(orderEvent ?? ''))
    const completed = own.filter(({ orderEvent }) => orderEvent === 'Completed').map(({ kind }) => kind)
    const lost = new Set([...own.map(({ kind }) => kind), ...reachable(completed, successorsIn(chain))])
    return moved(chain.filter(({ kind, status }) => lost.has(kind) && status === 'done'), 'reopened')
  }
  return reachedWith(chain, chain.filter(({ orderEvent }) => orderEvent === event).map(({ kind }) => kind))
}

/** Milestones that have been reached, whatever is still open before them, and what was reached with them. */
export function reachedWith(chain: ChainMilestone[], kinds: string[]): { kind: string; movement: Movement }[] {
  const reached = chain.filter(milestone => kinds.includes(milestone.kind) && isOpen(milestone))
  const before = reachable(reached.map(({ kind }) => kind), kind => chain.find(each => each.kind === kind)!.predecessors)
  const implied = chain.filter(milestone => before.has(milestone.kind) && isOpen(milestone) && !milestone.evidence && !reached.includes(milestone))
  return [...moved(implied, 'implied'), ...moved(reached, 'done')]
}

const isOpen = ({ status }: ChainMilestone) => status === 'waiting' || status === 'open'
const moved = (milestones: ChainMilestone[], movement: Movement) => milestones.map(({ kind }) => ({ kind, movement }))

/** What follows from a milestone that was reached by mistake: those after it that were reached as well. */
export function followersOf(chain: ChainMilestone[], kind: string): string[] {
  const after = reachable([kind], successorsIn(chain))
  return chain.filter(milestone => after.has(milestone.kind) && milestone.status === 'done').map(milestone => milestone.kind)
}

const successorsIn = (chain: ChainMilestone[]) => (kind: string) => chain.filter(({ predecessors }) => predecessors.includes(kind)).map(each => each.kind)

function reachable(from: string[], next: (kind: string) => string[]): Set<string> {
  const [found, ahead] = [new Set<string>(), [...from]]
  while (ahead.length) {
    for (const kind of next(ahead.pop()!)) {
      if (found.has(kind)) continue
      found.add(kind)
      ahead.push(kind)
    }
  }
  return found
}
