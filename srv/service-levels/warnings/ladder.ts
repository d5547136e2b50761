import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Calendars } from '../../working-time/calendars'
import { iso } from '../entries'
import type { EscalationStep } from './rota'

const MINUTE = 60_000

/** The rungs, lowest first. */
export async function ladder(): Promise<EscalationStep[]> {
  const { EscalationSteps } = entities()
  return (await SELECT.from(EscalationSteps).orderBy('level')) as EscalationStep[]
}

/**
 * When the next rung is asked if nothing happens from now on, on the clock's hours; never from the last one.
 *
 * @param isAnswered somebody has acknowledged: there is time to act
 * @param hours name of hours, empty round the clock
 */
export function nextRungAt(steps: EscalationStep[], level: number, isAnswered: boolean, hours: string | null, all: Calendars): string | null {
  const step = steps.find(each => each.level === level)
  if (!step || !steps.some(each => each.level > level)) return null
  const [start, duration] = [cds.context!.timestamp.getTime(), (isAnswered ? step.actMinutes : step.respondMinutes) * MINUTE]
  if (!hours) return iso(start + duration)
  try {
    return iso(all.named(hours).add(start, duration))
  } catch (error) {
    if (error instanceof RangeError) return iso(start + duration)
    throw error
  }
}

/** The same with the ladder as it is now. */
export const escalationAt = async (level: number, isAnswered: boolean, hours: string | null, all: Calendars): Promise<string | null> =>
  nextRungAt(await ladder(), level, isAnswered, hours, all)
