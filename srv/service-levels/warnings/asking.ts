import cds from '@sap/cds'
import type { Calendars } from '../../working-time/calendars'
import type { WarningFacts } from './facts'
import { nextRungAt } from './ladder'
import { personOn, shiftFor, type EscalationStep, type Shift } from './rota'

/** Who can be asked at the moment, and how long each has. */
export interface OnDuty { steps: EscalationStep[]; shifts: Shift[]; all: Calendars }

/**
 * Asks the first rung, or the next one where nobody has answered. A warning that goes on with an earlier ladder asks whoever that has asked,
 * who has the time that is left.
 */
export function ask(warning: WarningFacts, { steps, shifts, all }: OnDuty): void {
  const { earlier } = warning
  const current = earlier?.escalationLevel ?? warning.escalationLevel
  warning.isEscalated = !earlier && Boolean(current)
  const next = steps.find(({ level }) => level > (current ?? -Infinity))?.level
  warning.escalationLevel = (earlier ? current : next ?? current) ?? next ?? 1
  const place = { region: all.regionOf(warning), timeZone: warning.timeZone }
  const step = steps.find(({ level }) => level === warning.escalationLevel)
  warning.person_ID = earlier?.person_ID ?? personOn(shiftFor(shifts, place, cds.context!.timestamp.getTime()), step?.role ?? 'main') ?? null
  warning.escalateAt = earlier ? earlier.escalateAt : warning.escalates ? nextRungAt(steps, warning.escalationLevel, false, warning.hours, all) : null
}
