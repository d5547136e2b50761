import type { Clock } from '../model/clock'
import type { Recommendation } from '../model/types'
import type { Verdict } from './DayBoard'

/** Rules that other visits cause: these could be pushed. */
export const PUSHABLE = ['room', 'overlap', 'capacity']

type Text = (key: string, ...figures: (string | number)[]) => string

/** What each row says while an order is carried, by ID of technician. */
export function verdictsOf({ ranked, rejected }: Recommendation, clock: Clock, text: Text): Record<string, Verdict> {
  const verdicts: Record<string, Verdict> = {}
  for (const { technician_ID, rank, plannedStart, addedMinutes } of ranked)
    verdicts[technician_ID] = { takes: 'yes', text: text('takesIt', rank, clock.dayAndTimeOf(plannedStart), addedMinutes) }
  for (const { technician_ID, rule_code, text: reason } of rejected)
    verdicts[technician_ID] = PUSHABLE.includes(rule_code) ? { takes: 'pushes', text: text('pushesOthers', reason) } : { takes: 'no', text: reason }
  return verdicts
}
