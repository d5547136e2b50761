/** Whose hours count: a calendar in the zone of a site, with the holidays of a region. Without a calendar round the clock. */
export interface Hours {
  calendar: string | null
  timeZone: string
  holidayRegion: string | null
}

export const ROUND_THE_CLOCK_HOURS: Hours = { calendar: null, timeZone: 'UTC', holidayRegion: null }

/** One name for the same hours. */
export const nameOf = ({ calendar, timeZone, holidayRegion }: Hours): string => [calendar ?? '', timeZone, holidayRegion ?? ''].join('|')

export function hoursOf(name: string): Hours {
  const [calendar, timeZone, holidayRegion] = name.split('|')
  return { calendar: calendar || null, timeZone, holidayRegion: holidayRegion || null }
}

/** False for names that the zone database doesn't have. */
export const isTimeZone = (name: string): boolean => Boolean(dayFormat(name))

/** The calendar day (YYYY-MM-DD) on which an instant falls in a zone. */
export const dayAt = (instant: number, timeZone: string): string => dayFormat(timeZone)!.format(instant)

/** Kept, since making one takes as long as a statement. Names that don't exist are not kept: there is no end of them. */
const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(timeZone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    formats.set(timeZone, format)
    return format
  } catch {
    return undefined
  }
}
