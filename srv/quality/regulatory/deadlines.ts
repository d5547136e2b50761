import { dayAt } from '../../time-zones'
import { addDays, addMonths, addWorkDays, endOfDay } from './days'
import type { Rule } from './rules'

/** How long a report may take. */
export interface Period {
  period: number | null
  dayKind: 'calendar' | 'work' | 'hours' | 'months' | null
}

/** Whose clocks count. Instants in milliseconds since 1970. */
export interface Place {
  /** IANA zones of the company and of the authority. */
  timeZones: string[]
  /** Working days of the authority. */
  isWorkday: (day: string) => boolean
}

export interface Deadline {
  /** Day 0. */
  startOn: string
  startAt: number
  dueOn: string
  dueAt: number
}

/**
 * Counts a period from the moment of awareness. The day of awareness is day 0 and never counts ("after the day that you become aware", 21 CFR 803.10;
 * Regulation 1182/71, Art. 3(1); Civil Code of China, Art. 201). Nothing is put off because the last day is a weekend or a holiday, although
 * Regulation 1182/71, Art. 3(4), and the Civil Code, Art. 203, may allow it: shown is the strictest reading. Where it is another
 * day at the authority than at the company, day 0 is the earlier day and the end the earlier midnight.
 *
 * @returns undefined where the paragraph names no number of days
 */
export function deadlineOf({ period, dayKind }: Period, startAt: number, { timeZones, isWorkday }: Place): Deadline | undefined {
  if (period === null || !dayKind) return undefined
  const startOn = earliestDay(startAt, timeZones)
  if (dayKind === 'hours') {
    const dueAt = startAt + period * 3_600_000
    return { startOn, startAt, dueOn: earliestDay(dueAt, timeZones), dueAt }
  }
  const dueOn = dayKind === 'work' ? addWorkDays(startOn, period, isWorkday) : dayKind === 'months' ? addMonths(startOn, period) : addDays(startOn, period)
  return { startOn, startAt, dueOn, dueAt: Math.min(...timeZones.map(zone => endOfDay(dueOn, zone))) }
}

/**
 * The end of a report that several rules ask for: the earliest one. What makes a case urgent may become known late; the period of the event
 * itself runs on beside it.
 *
 * @param duty rules for one report, the first one first
 * @param awareAt when the company learned of the event
 * @param findingAt when it learned what makes it urgent; missing: at the same time
 * @returns the rule that sets the end, and the end; without one where no rule names a number of days
 */
export function deadlineOfDuty(duty: Rule[], awareAt: number, findingAt: number | undefined, place: Place): { rule: Rule; deadline?: Deadline } {
  const ends = duty.map(rule => ({ rule, deadline: deadlineOf(rule, rule.startsWith === 'finding' ? (findingAt ?? awareAt) : awareAt, place) }))
  return ends.reduce((best, end) => (end.deadline && end.deadline.dueAt < (best.deadline?.dueAt ?? Infinity) ? end : best))
}

/** When half and three quarters of the time are used up. Elapsed time: a clock of an authority never pauses. */
export const warningsOf = ({ startAt, dueAt }: Deadline) => ({ warnAt50: startAt + (dueAt - startAt) * 0.5, warnAt75: startAt + (dueAt - startAt) * 0.75 })

const earliestDay = (instant: number, timeZones: string[]): string => timeZones.map(zone => dayAt(instant, zone)).sort()[0]
