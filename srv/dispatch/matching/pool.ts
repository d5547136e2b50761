import { calendarDay } from './calendar-day'
import { layOutDay, type CalendarDay, type DayRoute } from './day-route'
import type { Technician } from './technician'
import type { CompiledCalendar } from '../../service-levels/calendar'

/** Days for which routes are kept; the one asked for longest ago gives way. */
const KEPT_DAYS = 40

/**
 * The people that matching chooses from, in order of their numbers, with their days laid out when first asked. Nothing in here
 * changes but by `replace`.
 */
export class Pool {
  technicians: Technician[] = []
  private indexes = new Map<string, number>()
  private readonly routes = new Map<number, (DayRoute | undefined)[]>()
  private readonly days = new Map<string, CalendarDay>()
  private kept = new Map<string, unknown>()

  /** @param calendarOf the calendar behind the name of somebody's hours */
  constructor(technicians: Technician[], private readonly calendarOf: (hours: string) => CompiledCalendar) {
    this.arrange(technicians)
  }

  indexOf(ID: string): number | undefined {
    return this.indexes.get(ID)
  }

  /** Takes people as they are now in place of what was known; those without a new state are gone. */
  replace(changed: Map<string, Technician | undefined>): void {
    this.kept.clear()
    const isSameCrowd = [...changed].every(([ID, technician]) => technician && this.technicians[this.indexes.get(ID) ?? -1]?.number === technician.number)
    if (!isSameCrowd) {
      this.routes.clear()
      const others = this.technicians.filter(({ ID }) => !changed.has(ID))
      return this.arrange([...others, ...[...changed.values()].filter(technician => technician !== undefined)])
    }
    for (const [ID, technician] of changed) {
      const index = this.indexes.get(ID)!
      this.technicians[index] = technician!
      for (const routes of this.routes.values()) routes[index] = undefined
    }
  }

  /** Everybody's routes of a day, by index; those missing are made by `route`. */
  private routesOn(day: number): (DayRoute | undefined)[] {
    const known = this.routes.get(day)
    if (known) return known
    if (this.routes.size >= KEPT_DAYS) this.routes.delete(this.routes.keys().next().value!)
    const routes: (DayRoute | undefined)[] = new Array(this.technicians.length).fill(undefined)
    this.routes.set(day, routes)
    return routes
  }

  /** A reader of routes of one day. */
  onDay(day: number): (index: number) => DayRoute {
    const routes = this.routesOn(day)
    return index => (routes[index] ??= layOutDay(this.technicians[index], this.dayOf(this.technicians[index], day)))
  }

  /** Something that is worked out of everybody, until somebody changes. */
  once<T>(name: string, work: (technicians: Technician[]) => T): T {
    if (!this.kept.has(name)) this.kept.set(name, work(this.technicians))
    return this.kept.get(name) as T
  }

  private dayOf({ hours, timeZone }: Technician, day: number): CalendarDay {
    const key = `${hours}|${timeZone}|${day}`
    const known = this.days.get(key)
    if (known) return known
    if (this.days.size > 10_000) this.days.clear()
    const made = calendarDay(this.calendarOf(hours), day, timeZone)
    this.days.set(key, made)
    return made
  }

  private arrange(technicians: Technician[]): void {
    this.technicians = technicians.sort((a, b) => (a.number < b.number ? -1 : Number(a.number > b.number)))
    this.indexes = new Map(this.technicians.map(({ ID }, index) => [ID, index]))
  }
}
