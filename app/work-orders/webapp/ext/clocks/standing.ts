import type { Running } from '../live/countdown'
import type { ClockTimeLine } from './picture'

/** A clock with what its codes mean, and the warning that holds for it. */
export interface Standing extends ClockTimeLine {
  kindName: string
  statusName: string
  /** Why it waits, in words. */
  pauseReasonName: string
  level: Running['level']
  /** The rule that made the level so, in words. */
  rule: string
}

export const runningOf = ({ status_code, dueAt, breachedAt, stoppedAt, pauseReasonName, level }: Standing): Running =>
  ({ status: status_code as Running['status'], dueAt, breachedAt, stoppedAt, level, pauseReason: pauseReasonName })
