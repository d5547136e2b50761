import type { CompiledCalendar } from '../working-time/calendar'
import type { ClockEvent, ClockState } from './clock'

/** Instants in milliseconds. */
export interface TimeLine {
  endsAt: number
  workingTimes: { from: number; to: number }[]
  waits: { from: number; to: number; reason?: string }[]
}

/** More stretches than this can't be told apart on a screen. */
const FINEST = 300

/**
 * What a picture of a clock shows from its start to its end: working hours, and the times in which it waited.
 *
 * @param events the clock's ledger as far as it counts, oldest first
 * @param calendar the hours of the target that holds; nothing for a promised instant, which counts round the clock
 */
export function timeLineOf(events: ClockEvent[], state: ClockState, calendar: CompiledCalendar | undefined, now: number): TimeLine {
  const startsAt = state.startedAt ?? now
  const last = state.status === 'stopped' ? events.findLast(({ type }) => type === 'stopped')!.at : now
  const endsAt = Math.max(last, startsAt, state.dueAt ?? 0, ...state.earlierTargets.map(({ dueAt }) => dueAt ?? 0))
  const working = calendar ? calendar.intervals(startsAt, endsAt) : [{ from: startsAt, to: endsAt }]
  return { endsAt, workingTimes: joined(working, (endsAt - startsAt) / FINEST), waits: waitsOf(events, now) }
}

/** From each pause to what ended it, and from a stop to the reopening. */
function waitsOf(events: ClockEvent[], now: number): TimeLine['waits'] {
  const waits: TimeLine['waits'] = []
  let since: ClockEvent | undefined
  for (const event of events.filter(({ type }) => type !== 'started' && type !== 'targetChanged')) {
    if (since && (event.type === 'resumed' || since.type === 'paused')) waits.push({ from: since.at, to: event.at, reason: since.reason })
    since = event.type === 'resumed' ? undefined : event
  }
  if (since?.type === 'paused') waits.push({ from: since.at, to: now, reason: since.reason })
  return waits
}

function joined(stretches: { from: number; to: number }[], gap: number): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of stretches) {
    const previous = result.at(-1)
    if (previous && from - previous.to < gap) previous.to = to
    else result.push({ from, to })
  }
  return result
}
