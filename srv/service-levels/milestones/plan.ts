import type { CompiledCalendar } from '../../working-time/calendar'

export type MilestoneStatus = 'waiting' | 'open' | 'done' | 'skipped'

/** What a milestone's target counts from: an instant of the order, or another milestone of the chain. */
export type Anchor = { at: number } | { kind: string }

/** Working time after (below zero: before) an anchor on the hours of a calendar, or an instant of its own. */
export type MilestoneTarget = { from: Anchor; workingTime: number; calendar: string } | { dueAt: number }

/** A milestone as far as its place in time goes. Instants and durations in milliseconds. */
export interface PlannedMilestone {
  kind: string
  predecessors: string[]
  target: MilestoneTarget
  status: MilestoneStatus
  /** When it was reached or skipped. */
  doneAt?: number
  /** When the shipments that it waits for are expected; the last one counts. */
  estimates?: number[]
  weight?: number
}

export interface MilestoneTimes {
  status: MilestoneStatus
  dueAt: number
  /** When it will be reached as far as is known; for one that was reached, when that was. */
  forecastAt: number
  /** Open and past its due date, or expected to be reached after it, at whatever hour. */
  isLate: boolean
}

const MINUTE = 60_000

export class ChainError extends Error {
  constructor(readonly reason: 'unknown' | 'cycle', readonly kind: string) {
    super(reason === 'cycle' ? `${kind} waits for itself` : `There is no milestone ${kind} in the chain`)
  }
}

/** What is reached counts on calendars as they were then, whatever changes later. */
type Calendars = (name: string, knownAt?: number) => CompiledCalendar
type Linked = Pick<PlannedMilestone, 'kind' | 'predecessors'> & { target?: MilestoneTarget }

/**
 * Kinds in an order in which each comes after those that it waits for and after the one that its target counts from.
 *
 * @throws ChainError when one names a milestone that is not there, or waits for itself in the end
 */
export function inOrder(chain: Linked[]): string[] {
  const byKind = new Map(chain.map(milestone => [milestone.kind, milestone]))
  const [sorted, entered] = [new Set<string>(), new Set<string>()]
  const visit = (kind: string) => {
    if (sorted.has(kind)) return
    const milestone = byKind.get(kind)
    if (!milestone) throw new ChainError('unknown', kind)
    if (entered.has(kind)) throw new ChainError('cycle', kind)
    entered.add(kind)
    ;[...milestone.predecessors, ...anchorOf(milestone)].forEach(visit)
    sorted.add(kind)
  }
  chain.forEach(({ kind }) => visit(kind))
  return [...sorted]
}

/** How many milestones lie before each on the longest way: those of one stage may run in parallel. */
export function stagesOf(chain: Linked[]): Map<string, number> {
  const byKind = new Map(chain.map(milestone => [milestone.kind, milestone]))
  const stages = new Map<string, number>()
  for (const kind of inOrder(chain)) stages.set(kind, Math.max(-1, ...byKind.get(kind)!.predecessors.map(each => stages.get(each)!)) + 1)
  return stages
}

/**
 * Computes where a chain stands: what may begin, when each milestone is due and when it will be reached.
 *
 * A target counts from when its anchor was reached; until then from when the anchor is due, so that everybody is measured by their own
 * part. The forecast counts from when the anchor is expected instead, waits for all predecessors and follows the shipments: an estimate
 * stands for the plan. Nothing that is still to be done is expected before now.
 */
export function timesOf(chain: PlannedMilestone[], calendars: Calendars, now: number): Map<string, MilestoneTimes> {
  const byKind = new Map(chain.map(milestone => [milestone.kind, milestone]))
  const times = new Map<string, MilestoneTimes>()
  for (const kind of inOrder(chain)) {
    const milestone = byKind.get(kind)!
    const { target, predecessors, doneAt } = milestone
    const count = (from: (anchor: string) => number) => {
      if ('dueAt' in target) return target.dueAt
      return calendars(target.calendar, doneAt).add('at' in target.from ? target.from.at : from(target.from.kind), target.workingTime)
    }
    const dueAt = count(anchor => byKind.get(anchor)!.doneAt ?? times.get(anchor)!.dueAt)
    if (doneAt !== undefined) {
      times.set(kind, { status: milestone.status, dueAt, forecastAt: doneAt, isLate: false })
      continue
    }
    const expected = milestone.estimates?.length ? Math.max(...milestone.estimates) : count(anchor => times.get(anchor)!.forecastAt)
    const forecastAt = Math.max(now, expected, ...predecessors.map(each => times.get(each)!.forecastAt))
    const status = predecessors.every(each => byKind.get(each)!.doneAt !== undefined) ? 'open' : 'waiting'
    times.set(kind, { status, dueAt, forecastAt, isLate: forecastAt > dueAt })
  }
  return times
}

/**
 * Whether somebody should be told that a milestone is late: once it is overdue, and before that where the delay begins – its own shipments
 * come too late, or nothing that it waits for is late itself – and wherever it would break the order's promise.
 */
export function lateNews({ kind, target, predecessors, estimates = [] }: PlannedMilestone, times: Map<string, MilestoneTimes>, now: number, isPromised: boolean): 'overdue' | 'forecast' | undefined {
  const { dueAt, isLate } = times.get(kind)!
  if (!isLate) return undefined
  if (dueAt < now) return 'overdue'
  const waitsForLate = [...predecessors, ...anchorOf({ kind, predecessors, target })].some(each => times.get(each)!.isLate)
  return isPromised || !waitsForLate || Math.max(...estimates) > dueAt ? 'forecast' : undefined
}

/**
 * How late a milestone was reached, in whole minutes: working time where the target is counted so; below zero when early. What was
 * reached after its due date was late, if only by a minute when no work was possible meanwhile.
 */
export function lateMinutes(target: MilestoneTarget, dueAt: number, at: number, calendars: Calendars): number {
  const late = Math.floor(('dueAt' in target ? at - dueAt : calendars(target.calendar, at).between(dueAt, at)) / MINUTE)
  return at > dueAt ? Math.max(1, late) : late
}

/** Percent of the work by weight, rounded down so that 100 means all. What was skipped is no work; an empty chain is done. */
export function progressOf(chain: Pick<PlannedMilestone, 'status' | 'weight'>[]): number {
  const needed = chain.filter(({ status }) => status !== 'skipped')
  const weigh = (milestones: typeof needed) => milestones.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const all = weigh(needed)
  return all ? Math.floor((100 * weigh(needed.filter(({ status }) => status === 'done'))) / all) : 100
}

const anchorOf = ({ target }: Linked): string[] => (target && 'from' in target && 'kind' in target.from ? [target.from.kind] : [])
