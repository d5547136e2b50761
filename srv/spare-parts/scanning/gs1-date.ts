/**
 * A GS1 date, `YYMMDD`, as `YYYY-MM-DD`. Day 00 is the last day of the month. Of the centuries it is the one that brings the year closest:
 * at most 49 years before and 50 after (GS1 General Specifications, section 7.12).
 *
 * @param today `YYYY-MM-DD`
 * @returns undefined for a day that no calendar has
 */
export function gs1Date(value: string, today: string): string | undefined {
  const [, twoDigits, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(value)?.map(Number) ?? []
  if (!month || month > 12) return undefined
  const year = yearOf(twoDigits, Number(today.slice(0, 4)))
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > last) return undefined
  return [String(year).padStart(4, '0'), ...[month, day || last].map(number => String(number).padStart(2, '0'))].join('-')
}

function yearOf(twoDigits: number, thisYear: number): number {
  const century = Math.floor(thisYear / 100)
  const ahead = twoDigits - (thisYear % 100)
  return (ahead >= 51 ? century - 1 : ahead <= -50 ? century + 1 : century) * 100 + twoDigits
}
