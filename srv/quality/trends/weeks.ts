/** Weeks begin on Monday (ISO 8601) and are named by it, `YYYY-MM-DD`, in UTC. */
const DAY = 86_400_000
export const WEEK = 7 * DAY
/** 1 January 1970 was a Thursday. */
const FIRST_MONDAY = 4 * DAY

/** The number of a day's week, counted from the first Monday of 1970. */
export const weekNumber = (day: string): number => Math.floor((Date.parse(day.slice(0, 10)) - FIRST_MONDAY) / WEEK)

/** Monday of a week. */
export const mondayOf = (number: number): string => new Date(FIRST_MONDAY + number * WEEK).toISOString().slice(0, 10)
