import type { CompiledCalendar } from '../../working-time/calendar'
import { calendarDay } from './calendar-day'
import { DayBook } from './day-book'
import { layOutDay, type CalendarDay } from './day-route'
import type { Technician } from './technician'

/** What was worked out is kept as long as there is room; what was asked for longest ago gives way. */
const KEPT_DAYS = 40
const KEPT_CALENDAR_DAYS = 10_000
const KEPT_BYTES = 64_000_000

/**
 * The people that matching chooses from, in order of their numbers, with what was worked out of them in columns by their index.
 * Nothing in here changes but by `replace`.
 */
export class Pool {
  technicians: Technician[] = []
  /** The indexes of all. */
  everybody = new Int32Array()
  private indexes = new Map<string, number>()
  private readonly books = new Map<number, DayBook>()
  private readonly calendarDays = new Map<string, CalendarDay>()
  private readonly columns = new Map<string, { values: Float32Array; valueOf: (technician: Technician) => number }>()
  private readonly kept = new Map<string, unknown>()
  private searchColumns: unknown

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
      this.books.clear()
      this.columns.clear()
      const others = this.technicians.filter(({ ID }) => !changed.has(ID))
      return this.arrange([...others, ...[...changed.values()].filter(technician => technician !== undefined)])
    }
    for (const [ID, technician] of changed) {
      const index = this.indexes.get(ID)!
      this.technicians[index] = technician!
      for (const book of this.books.values()) book.forget(index)
      for (const { values, valueOf } of this.columns.values()) values[index] = valueOf(technician!)
    }
  }

  /** Everybody's day; `day` is its number. */
  book(day: number): DayBook {
    return kept(this.books, day, KEPT_DAYS, () => new DayBook(this.technicians.length, index => layOutDay(this.technicians[index], this.calendarDayOf(index, day))))
  }

  /** A figure of everybody, by index. The name says which: the same name, the same figure. */
  column(name: string, valueOf: (technician: Technician) => number): Float32Array {
    const most = Math.max(1, Math.floor(KEPT_BYTES / 4 / (this.technicians.length || 1)))
    return kept(this.columns, name, most, () => ({ values: Float32Array.from(this.technicians, valueOf), valueOf })).values
  }

  /** Room that one search after the other uses: searches don't wait for anything, so that none meets another one. */
  columnsOfSearch<T>(make: (people: number) => T): T {
    return (this.searchColumns ??= make(this.technicians.length)) as T
  }

  /** Something that is worked out of everybody together, until somebody changes. */
  once<T>(name: string, work: (technicians: Technician[]) => T): T {
    if (!this.kept.has(name)) this.kept.set(name, work(this.technicians))
    return this.kept.get(name) as T
  }

  private calendarDayOf(index: number, day: number): CalendarDay {
    const { hours, timeZone } = this.technicians[index]
    return kept(this.calendarDays, `${hours}|${timeZone}|${day}`, KEPT_CALENDAR_DAYS, () => calendarDay(this.calendarOf(hours), day, timeZone))
  }

  private arrange(technicians: Technician[]): void {
    this.searchColumns = undefined
    this.technicians = technicians.sort((a, b) => (a.number < b.number ? -1 : Number(a.number > b.number)))
    this.everybody = new Int32Array(technicians.length).map((_, index) => index)
    this.indexes = new Map(this.technicians.map(({ ID }, index) => [ID, index]))
  }
}

/** Maps keep the order in which keys came: what is asked for goes to the end, what is at the front gives way. */
function kept<K, V>(all: Map<K, V>, key: K, most: number, make: () => V): V {
  const known = all.get(key)
  if (known !== undefined) {
    all.delete(key)
    all.set(key, known)
    return known
  }
  if (all.size >= most) all.delete(all.keys().next().value!)
  const made = make()
  all.set(key, made)
  return made
}
