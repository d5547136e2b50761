import { dayAt } from '../../time-zones'

const DAY = 86_400_000
/** No zone is further from UTC. */
const REACH = 15 * 3_600_000

const millisecondsOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Days are written YYYY-MM-DD; of such, the earlier one is the smaller text. */
export const addDays = (day: string, days: number): string => new Date(millisecondsOf(day) + days * DAY).toISOString().slice(0, 10)

/** Sunday is 0. */
export const weekdayOf = (day: string): number => new Date(millisecondsOf(day)).getUTCDay()

/** The same day of a later month, or that month's last day where it has no such day (Regulation 1182/71, Art. 3(2)(c)). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The n-th working day after a day; the day itself never counts. */
export function addWorkDays(day: string, count: number, isWorkday: (day: string) => boolean): string {
  let found = day
  for (let left = count; left > 0;) {
    found = addDays(found, 1)
    if (isWorkday(found)) left--
  }
  return found
}

/**
 * The last millisecond of a calendar day in a zone, also where clocks change at midnight.
 *
 * @returns milliseconds since 1970
 */
export function endOfDay(day: string, timeZone: string): number {
  const next = addDays(day, 1)
  let [before, after] = [millisecondsOf(next) - REACH, millisecondsOf(next) + REACH]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayAt(middle, timeZone) >= next) after = middle
    else before = middle
  }
  return before
}
