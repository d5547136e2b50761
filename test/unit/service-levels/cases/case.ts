import type { ClockStatus } from '../../../../srv/service-levels/clock'

/** One row of the table. Times are local, with their offset, so that a person can check them with a calendar on the wall. */
export interface DeadlineCase {
  name: string
  /** What the clock is started with. */
  target: string
  /** The ledger, the start first. */
  events: string[]
  /** When the clock is looked at; when nothing is said, at the last event. */
  now?: string
  /** What was recorded by then counts; all when nothing is said. */
  knownAt?: string
  /** `open` when nobody knows. */
  due: string
  /** Working time left, or time on the wall's clock for a promise. */
  left?: string
  /** Whether the due date has passed while the clock ran. */
  breached?: true
  status?: ClockStatus
  /** Due dates of the targets that held before. */
  earlier?: string[]
}

/** A clock that was only started: what it says, its target, its start, its due date. */
export type Plain = [name: string, target: string, started: string, due: string]

export const plain = (rows: Plain[]): DeadlineCase[] => rows.map(([name, target, started, due]) => ({ name, target, events: [`started ${started}`], due }))
