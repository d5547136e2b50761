/** A length of time as people say it: key of a text, and its figures. Two units at most, since nobody plans by seconds. */
export interface Duration {
  key: 'daysAndHours' | 'hoursAndMinutes' | 'hours' | 'minutes'
  figures: number[]
}

const HOUR = 60
const DAY = 24 * HOUR

/** @param minutes whole minutes; the sign is left to the caller */
export function durationOf(minutes: number): Duration {
  const length = Math.abs(minutes)
  if (length >= 2 * DAY) return { key: 'daysAndHours', figures: [Math.floor(length / DAY), Math.floor((length % DAY) / HOUR)] }
  if (length >= HOUR) return { key: 'hoursAndMinutes', figures: [Math.floor(length / HOUR), length % HOUR] }
  return { key: 'minutes', figures: [length] }
}

/** A unit that something is counted by: whole hours where it has them. */
export const unitOf = (minutes: number): Duration => (minutes % HOUR ? { key: 'minutes', figures: [minutes] } : { key: 'hours', figures: [minutes / HOUR] })
