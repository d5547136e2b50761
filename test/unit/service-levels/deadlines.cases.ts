import type { DeadlineCase } from './cases/case'
import { berlinBack, berlinForward, newYorkBack, newYorkForward, sydneyBack, sydneyForward } from './cases/clock-changes'
import { exceptions, holidays, leapDays, yearsAhead } from './cases/days'
import { pauses, pausesAroundTheDueDate, pausesOverClockChanges } from './cases/pauses'
import { knowledge, promises, reopenings } from './cases/ledgers'
import { oneSpan, otherZones, overMidnight, roundTheClock, severalSpans } from './cases/spans'
import { otherAgreements, priorityChanges } from './cases/targets'

/** The table of dated cases, by subject. */
export const DEADLINES: Record<string, DeadlineCase[]> = {
  'one span a day': oneSpan,
  'several spans a day': severalSpans,
  'spans over midnight': overMidnight,
  'round the clock': roundTheClock,
  'other zones': otherZones,
  'Berlin, clocks go forward': berlinForward,
  'Berlin, clocks go back': berlinBack,
  'New York, clocks go forward': newYorkForward,
  'New York, clocks go back': newYorkBack,
  'Sydney, clocks go forward': sydneyForward,
  'Sydney, clocks go back': sydneyBack,
  'holidays': holidays,
  'days with hours of their own': exceptions,
  'leap days': leapDays,
  'years ahead': yearsAhead,
  'a pause': pauses,
  'a pause over a change of clocks': pausesOverClockChanges,
  'around the due date': pausesAroundTheDueDate,
  'another priority': priorityChanges,
  'another agreement': otherAgreements,
  'stopped, and resumed': reopenings,
  'a promised instant': promises,
  'what was known': knowledge
}
