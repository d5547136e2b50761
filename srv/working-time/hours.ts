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
