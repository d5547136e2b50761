/**
 * Days are planned from an hour of UTC on, before people begin: what is done between that hour and the next day's belongs to one night.
 */
const DAY = 86_400_000
const HOUR = 3_600_000

/** The day that is planned at a moment, `YYYY-MM-DD`. */
export const planningDay = (now: Date, hour: number): string => new Date(now.getTime() - hour * HOUR).toISOString().slice(0, 10)

/** When the next night begins. */
export const nextPlanning = (now: Date, hour: number): string => new Date(Date.parse(planningDay(now, hour)) + DAY + hour * HOUR).toISOString()
