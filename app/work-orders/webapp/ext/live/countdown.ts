import { durationOf } from './durations'
import type { Language } from './language'

export type State = 'Error' | 'Warning' | 'Success' | 'None'

/** What a countdown is told from; instants as ISO strings. */
export interface Running {
  status: 'notStarted' | 'running' | 'paused' | 'stopped'
  dueAt: string | null
  /** Set where it is known that it was missed. */
  breachedAt: string | null
  stoppedAt: string | null
  /** Why it waits, in words. */
  pauseReason?: string
  /** Of the warnings that were given. */
  level?: 'green' | 'yellow' | 'red'
}

const MINUTE = 60_000
const STATES: Record<string, State> = { green: 'Success', yellow: 'Warning', red: 'Error' }

/** @param now in milliseconds, by the server's clock where that is known, so that a wrong clock on a desk changes nothing */
export function countdownOf({ status, dueAt, breachedAt, stoppedAt, pauseReason, level }: Running, now: number, { text }: Pick<Language, 'text'>): { countdown: string; state: State } {
  const duration = (minutes: number) => { const { key, figures } = durationOf(minutes); return text(`duration.${key}`, ...figures) }
  const past = (at: number) => Math.trunc((at - Date.parse(dueAt!)) / MINUTE)
  if (status === 'stopped') {
    if (!breachedAt) return { countdown: text('countdown.inTime'), state: 'Success' }
    return { countdown: stoppedAt && dueAt && past(Date.parse(stoppedAt)) > 0 ? text('countdown.lateBy', duration(past(Date.parse(stoppedAt)))) : text('countdown.late'), state: 'Error' }
  }
  if (status === 'paused') return { countdown: pauseReason || text('countdown.waits'), state: breachedAt ? 'Error' : 'None' }
  if (!dueAt) return { countdown: '', state: 'None' }
  if (now > Date.parse(dueAt)) return { countdown: text('countdown.overdue', duration(past(now))), state: 'Error' }
  return { countdown: text('countdown.left', duration(past(now))), state: STATES[level ?? 'green'] }
}
