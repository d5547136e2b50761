import { within, without, type Day, type Span } from './days'

const MINUTE = 60_000

export interface Crew {
  /** When somebody works, is away, and has visits. */
  working: Span[]
  absences: Span[]
  visits: Span[]
}

export interface DayLoad {
  day: string
  technicians: number
  availableMinutes: number
  plannedMinutes: number
  /** Empty where nobody works. */
  percent: number | null
  dueOrders: number
}

/**
 * How full an area's days are.
 *
 * @param promises ends of the promises of orders without a visit; those that are over count on the first day
 */
export function loadsOf(days: Day[], crew: Crew[], promises: number[]): DayLoad[] {
  const people = crew.map(({ working, absences, visits }) => ({ free: without(working, absences), visits }))
  return days.map((day, i) => {
    const available = people.map(({ free }) => within(free, day))
    const total = sum(available) / MINUTE, planned = sum(people.map(({ visits }) => within(visits, day))) / MINUTE
    return {
      day: day.day, technicians: available.filter(time => time > 0).length, availableMinutes: Math.round(total), plannedMinutes: Math.round(planned),
      percent: total ? Math.round((planned * 100) / total) : null,
      dueOrders: promises.filter(end => end < day.to && (end >= day.from || i === 0)).length
    }
  })
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
