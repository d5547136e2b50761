import { runningOf, type Standing } from '../clocks/standing'
import { countdownOf, type Running, type State } from '../live/countdown'
import type { Language } from '../live/language'

/** What the order itself says about its deadline. */
export interface Promised {
  status: string | null
  promisedAt: string | null
  /** Since when the deadline waits. */
  pausedAt: string | null
  completedAt: string | null
}

/** What the header says. */
export interface DeadlineText {
  countdown: string
  state: State
  /** Of another clock that is due next; empty without one. */
  next: string
  nextState: State
}

const DONE = ['Completed', 'Accepted', 'Closed']

/**
 * The deadline of the order's fix, and what else is due next.
 * @param now in milliseconds, by the desk's clock; counts where no clock brought the server's
 * @param passed milliseconds since the clocks were read
 */
export function deadlineOf(promised: Promised, clocks: Standing[], { text }: Pick<Language, 'text'>, now: number, passed: number): DeadlineText {
  const fix = clocks.find(({ kind_code }) => kind_code === 'fix')
  const instant = clocks.length ? Date.parse(clocks[0].now) + passed : now
  const running = fix ? runningOf(fix) : asPromised(promised)
  if (promised.status === 'Cancelled' || !running) return { countdown: text('countdown.none'), state: 'None', next: '', nextState: 'None' }
  const other = clocks.filter(({ kind_code, status_code, dueAt }) => kind_code !== 'fix' && status_code === 'running' && dueAt)
    .sort((a, b) => Date.parse(a.dueAt!) - Date.parse(b.dueAt!))[0]
  const next = other && countdownOf(runningOf(other), instant, { text })
  return {
    ...countdownOf(running, instant, { text }),
    next: next ? text('countdown.next', other.kindName, next.countdown) : '', nextState: next?.state ?? 'None'
  }
}

function asPromised({ status, promisedAt: dueAt, pausedAt, completedAt }: Promised): Running | undefined {
  if (!dueAt) return undefined
  if (completedAt && DONE.includes(status ?? ''))
    return { status: 'stopped', dueAt, stoppedAt: completedAt, breachedAt: Date.parse(completedAt) > Date.parse(dueAt) ? dueAt : null }
  return { status: pausedAt ? 'paused' : 'running', dueAt, stoppedAt: null, breachedAt: null }
}
