/** When an order was put on hold and taken up again. */
export interface HoldStep {
  type_code: 'Held' | 'Resumed'
  at: string
}

/** Whatever took longer has nights in it, in which nobody worked. */
export const LONGEST_REPAIR_MINUTES = 12 * 60

const MINUTE = 60_000

/**
 * Minutes between start and completion without the time on hold, rounded; null when that is nothing or more than a working
 * day, so that it tells nothing about the work.
 *
 * @param steps of the time in between, in pairs: an order is completed only while somebody works on it
 */
export function repairedIn(startedAt: string, completedAt: string, steps: readonly HoldStep[]): number | null {
  const start = Date.parse(startedAt)
  const held = steps.reduce((sum, { type_code, at }) => sum + (type_code === 'Resumed' ? 1 : -1) * (Date.parse(at) - start), 0)
  const minutes = Math.round((Date.parse(completedAt) - start - held) / MINUTE)
  return minutes > 0 && minutes <= LONGEST_REPAIR_MINUTES ? minutes : null
}
