import { travelBetween, type Places } from './places'
import { blocked, workingDay, type WorkingDay } from './working-day'
import type { FixedVisit, PlannedTechnician, PlanningWorld } from './world'

const MINUTE = 60_000

/** One technician on one day, as far as it is open to planning. */
export interface PlanDay {
  /** Index of the technician, and number of the day. */
  technician: number
  day: number
  /** The calendar's bounds: what begins between them belongs to the day. */
  opens: number
  closes: number
  work: WorkingDay
  /** Where it goes on, and where it ends. */
  start: number
  end: number
  /** The end of the shift, whatever is taken out of the day. */
  shiftEnd: number
  /** Milliseconds of work in the whole day. */
  available: number
  /** Visits that stand: begun ones, those that have their place in the route, and those that just take their time. */
  begun: FixedVisit[]
  pinned: FixedVisit[]
  blocking: FixedVisit[]
}

/** The name of a technician's day. */
export const nameOfDay = ({ technician }: PlannedTechnician, day: number): string => `${technician.ID} ${day}`

/**
 * The days that can be planned. A visit that stands has its place in the route where one gets there in time; else it takes its time, and
 * where people are then is left open: it was given by hand, against the travel.
 *
 * @param crowded names of days whose standing visits take their time only
 */
export function planDays(world: PlanningWorld, places: Places, crowded: ReadonlySet<string>): PlanDay[] {
  const visits = new Map<string, FixedVisit[]>()
  for (const visit of world.fixed) visits.set(visit.technician_ID, [...(visits.get(visit.technician_ID) ?? []), visit])
  return world.technicians.flatMap((person, technician) => {
    const open = (visits.get(person.technician.ID) ?? []).sort((a, b) => a.from - b.from)
    let free = upToMinute(world.now)
    return person.days.flatMap((calendar, i) => {
      const day = world.firstDay + i
      // A night belongs to the day on which it begins, and is worked once; no overtime into the next day's work.
      const next = person.days[i + 1]?.spans.find(({ from }) => from >= (calendar.spans.at(-1)?.to ?? Infinity))?.from ?? Infinity
      const whole = workingDay(person.technician, calendar, -Infinity, next), rest = workingDay(person.technician, calendar, free, next)
      free = Math.max(free, rest?.limit ?? 0)
      if (!rest || !whole) return []
      const mine = open.filter(visit => endOf(visit, world.now) > whole.from && visit.from < rest.limit)
      open.splice(0, open.length, ...open.filter(visit => !mine.includes(visit)))
      const base = places.of(person.base)
      const available = whole.limit - whole.from - whole.gaps.reduce((sum, { from, to }) => sum + to - from, 0)
      const found = openPart(rest, mine, base, places, world.now, crowded.has(nameOfDay(person, day)))
      return found ? [{ technician, day, opens: calendar.from, closes: calendar.to, end: base, shiftEnd: rest.until, available, ...found }] : []
    })
  })
}

function openPart(rest: WorkingDay, visits: FixedVisit[], base: number, places: Places, now: number, isCrowded: boolean) {
  const begun = visits.filter(visit => visit.from <= rest.from || visit.isStarted)
  const later = visits.filter(visit => !begun.includes(visit))
  const start = begun.length ? places.of(begun.at(-1)!.spot) : base
  const work = blocked(rest, begun.map(visit => ({ from: Math.min(visit.from, rest.from), to: endOf(visit, now) })))
  if (!work) return undefined
  if (!isCrowded && isReachable(work, later, start, base, places)) return { work, start, begun, pinned: later, blocking: [] }
  const left = blocked(work, later)
  return left && { work: left, start, begun, pinned: [], blocking: later }
}

/** Whether one gets to all of these visits in time, and home. */
function isReachable({ from, limit, gaps }: WorkingDay, visits: FixedVisit[], start: number, base: number, places: Places): boolean {
  let time = from, place = start
  const halts = [...gaps.map(gap => ({ ...gap, at: -1 })), ...visits.map(visit => ({ from: visit.from, to: visit.to, at: places.of(visit.spot) }))].sort((a, b) => a.from - b.from)
  for (const halt of halts) {
    const arrival = halt.at < 0 ? time : time + travelBetween(places, place, halt.at) * MINUTE
    if (arrival > halt.from) return false
    time = halt.to
    if (halt.at >= 0) place = halt.at
  }
  return time + travelBetween(places, place, base) * MINUTE <= limit
}

/** Work that has begun goes on at least until now. */
const endOf = ({ to, isStarted }: FixedVisit, now: number) => (isStarted ? Math.max(to, upToMinute(now)) : to)

const upToMinute = (instant: number) => Math.ceil(instant / MINUTE) * MINUTE
