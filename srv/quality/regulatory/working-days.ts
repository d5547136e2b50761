import { addDays, weekdayOf } from './days'

/** A day that differs from its weekday: a holiday, or a weekend day on which work is made up for. */
export interface SpecialDay {
  day: string
  isWorkday: boolean
}

const isWeekend = (day: string) => [0, 6].includes(weekdayOf(day))

/**
 * Monday to Friday without the authority's holidays. Where holidays of a year are not known, more days count, and the end comes sooner rather than later.
 *
 * @param region `US` for the federal holidays, which follow from the law; others go by the days given
 */
export function workdaysOf(region: string | null | undefined, days: SpecialDay[] = []): (day: string) => boolean {
  const special = new Map(days.map(({ day, isWorkday }) => [day, isWorkday]))
  return day => special.get(day) ?? !(isWeekend(day) || (region === 'US' && isFederalHoliday(day)))
}

/**
 * Federal holidays of the USA: 5 U.S.C. 6103(a), (b) and Executive Order 11582. One that falls on a Saturday is kept on the Friday before, on a Sunday
 * on the Monday after. 21 CFR 803.3 leaves them out of its work days. Inauguration Day is one of the capital alone and counts as a work day.
 */
export function isFederalHoliday(day: string): boolean {
  const weekday = weekdayOf(day)
  return isLegalHoliday(day) || (weekday === 5 && isFixedHoliday(addDays(day, 1))) || (weekday === 1 && isFixedHoliday(addDays(day, -1)))
}

const isLegalHoliday = (day: string) => isFixedHoliday(day) || isMondayHoliday(day) || isThanksgiving(day)

function isFixedHoliday(day: string): boolean {
  const [year, date] = [Number(day.slice(0, 4)), day.slice(5)]
  return ['01-01', '07-04', '11-11', '12-25'].includes(date) || (date === '06-19' && year >= 2021)
}

/** Third Monday of January and February, last of May, first of September, second of October. */
function isMondayHoliday(day: string): boolean {
  if (weekdayOf(day) !== 1) return false
  const [, month, date] = day.split('-').map(Number)
  const nth = Math.ceil(date / 7)
  return (month === 1 && nth === 3) || (month === 2 && nth === 3) || (month === 5 && date > 24) || (month === 9 && nth === 1) || (month === 10 && nth === 2)
}

/** Fourth Thursday of November. */
function isThanksgiving(day: string): boolean {
  const [, month, date] = day.split('-').map(Number)
  return month === 11 && weekdayOf(day) === 4 && Math.ceil(date / 7) === 4
}
