import type { CompiledCalendar } from '../working-time/calendar'

/** What a clock runs towards: so much working time on a calendar, or an instant that was promised as such. */
export type Target = WorkingTimeTarget | { dueAt: number }
interface WorkingTimeTarget { calendar: string; workingTime: number }

/**
 * An entry of a clock's ledger. Instants in milliseconds: `at` is when it took effect, `recordedAt` when it became known.
 * A clock that was stopped too early is resumed: what lay between does not count.
 */
export interface ClockEvent {
  type: 'started' | 'paused' | 'resumed' | 'stopped' | 'targetChanged'
  at: number
  recordedAt?: number
  reason?: string
  /** Of `started` and `targetChanged`. */
  target?: Target
}

export type ClockStatus = 'notStarted' | 'running' | 'paused' | 'stopped'

export interface ClockState {
  status: ClockStatus
  startedAt?: number
  target?: Target
  /** When the target is or was reached; nothing while a clock is paused that had time left, since nobody knows. */
  dueAt?: number
  /** Working time used so far, in milliseconds. */
  elapsed: number
  /** Working time left; negative after the due date. For a promised instant: time on the wall's clock. */
  remaining?: number
  /** The due date, once the clock has run past it, at whatever hour: the date is what the customer reads. */
  breachedAt?: number
  pauseReason?: string
  /** Targets that held before, each with the due date that it meant when it was replaced, and why. */
  earlierTargets: { target: Target; dueAt?: number; replacedAt: number; reason?: string }[]
}

export class LedgerError extends Error {}

/** Hours by name, as they stood at an instant; `Infinity` for those of today. */
export type CalendarsAsOf = (name: string, knownAt: number) => CompiledCalendar
type Calendars = (name: string) => CompiledCalendar

/**
 * Reads a clock from its ledger as it stands at an instant. With `knownAt`, only what had been recorded by then counts, on
 * calendars as they were then: that is what a dashboard showed at that time.
 *
 * A new target counts from the original start; every pause stays a pause. Of a pause only the part that is working time matters,
 * since the rest would not have counted anyway. The due date that a target had before it was replaced is the one that was shown.
 *
 * @param events in any order; of those that took effect at once the one recorded first comes first, and if both are the same they come as given.
 *   Those after `now` do not count yet
 * @throws LedgerError when an entry does not fit the state that the entries before it have led to
 */
export function replay(events: ClockEvent[], calendars: CalendarsAsOf, now: number, knownAt = Infinity): ClockState {
  const known = knownBy(events, knownAt)
  const runs: Run[] = []
  const state: ClockState = { status: 'notStarted', elapsed: 0, earlierTargets: [] }
  let shownAt = -Infinity
  for (const event of known) {
    if (event.at > now) break
    const asShown = shownAt
    if (event.type === 'targetChanged') replaceTarget(state, event, runs, name => calendars(name, asShown))
    else move(state, event, runs)
    shownAt = Math.max(shownAt, recordedAt(event))
  }
  const asOf = calendarsAsOf(known, knownAt)
  return measured(state, runs, name => calendars(name, asOf), now)
}

/**
 * As of when the calendars count for a clock: as known, while it is open; once it is stopped, as they were when its last entry
 * was written down, so that nothing that changes later makes it late or takes it back.
 */
export function calendarsAsOf(events: ClockEvent[], knownAt = Infinity): number {
  const known = knownBy(events, knownAt)
  const isStopped = known.findLast(({ type }) => type !== 'targetChanged')?.type === 'stopped'
  return isStopped ? Math.max(...known.map(recordedAt)) : knownAt
}

const recordedAt = (event: ClockEvent) => event.recordedAt ?? event.at

const knownBy = (events: ClockEvent[], knownAt: number) =>
  events.filter(event => recordedAt(event) <= knownAt).sort((a, b) => a.at - b.at || recordedAt(a) - recordedAt(b))

/** A stretch in which the clock ran; the last one may still run. */
interface Run { from: number; to?: number }

const MOVES: Record<string, { from: ClockStatus[]; to: ClockStatus }> = {
  started: { from: ['notStarted'], to: 'running' },
  paused: { from: ['running'], to: 'paused' },
  resumed: { from: ['paused', 'stopped'], to: 'running' },
  stopped: { from: ['running', 'paused'], to: 'stopped' }
}

function move(state: ClockState, { type, at, target, reason }: ClockEvent, runs: Run[]): void {
  const { from, to } = MOVES[type]
  if (!from.includes(state.status)) throw new LedgerError(`A clock that is ${state.status} can't be ${type}`)
  if (state.status === 'running') runs.at(-1)!.to = at
  if (to === 'running') runs.push({ from: at })
  // The end of a pause, too: from there on the clock would have run.
  if (state.status === 'paused' && to === 'stopped') runs.push({ from: at, to: at })
  state.status = to
  state.pauseReason = to === 'paused' ? reason : undefined
  if (type !== 'started') return
  if (!target) throw new LedgerError('A clock is started with a target')
  Object.assign(state, { startedAt: at, target })
}

function replaceTarget(state: ClockState, { at, target, reason }: ClockEvent, runs: Run[], calendars: Calendars): void {
  if (!target || !state.target) throw new LedgerError('Only a clock that has a target can get another one')
  const { dueAt } = measured(state, runs, calendars, at)
  state.earlierTargets.push({ target: state.target, dueAt, replacedAt: at, reason })
  state.target = target
}

function measured(state: ClockState, runs: Run[], calendars: Calendars, now: number): ClockState {
  if (!state.target) return { ...state }
  return 'dueAt' in state.target ? promised(state, state.target.dueAt, runs, now) : counted(state, state.target, runs, calendars, now)
}

/** A promised instant stands whatever is paused. */
function promised(state: ClockState, dueAt: number, runs: Run[], now: number): ClockState {
  const until = state.status === 'stopped' ? runs.at(-1)!.to! : now
  return { ...state, dueAt, elapsed: until - state.startedAt!, remaining: dueAt - until, ...(until > dueAt && { breachedAt: dueAt }) }
}

function counted(state: ClockState, { calendar: name, workingTime }: WorkingTimeTarget, runs: Run[], calendars: Calendars, now: number): ClockState {
  const calendar = calendars(name)
  let [elapsed, dueAt]: [number, number | undefined] = [0, undefined]
  for (const { from, to = now } of runs) {
    const worked = calendar.between(from, to)
    if (dueAt === undefined && elapsed + worked >= workingTime) dueAt = calendar.add(from, workingTime - elapsed)
    elapsed += worked
  }
  const remaining = workingTime - elapsed
  if (dueAt === undefined && state.status !== 'paused') dueAt = calendar.add(runs.at(-1)!.to ?? now, remaining)
  return { ...state, elapsed, remaining, dueAt, ...(dueAt !== undefined && ranUntil(runs, now) > dueAt && { breachedAt: dueAt }) }
}

/** Whoever stops a clock out of a pause has not run it. */
function ranUntil(runs: Run[], now: number): number {
  const last = runs.findLast(({ from, to = now }) => to > from)
  return last ? last.to ?? now : -Infinity
}
