import type { Person, Visit } from '../model/types'
import type { Scale } from './scale'

export interface Band { left: number; width: number }
export interface PlacedVisit extends Band { visit: Visit; level: number }

export interface Row {
  person: Person
  working: Band[]
  absences: (Band & { name: string })[]
  travel: (Band & { minutes: number; level: number })[]
  visits: PlacedVisit[]
  /** Visits at the same time lie above each other, on so many levels. */
  levels: number
  /** Minutes of work of the shown days that visits take, in percent. */
  load: number | null
}

const MINUTE = 60_000

/** What is drawn in each person's row. Visits come in the order of their starts. */
export function rowsOf(crew: Person[], visits: Visit[], scale: Scale): Row[] {
  const byPerson = new Map<string, Visit[]>()
  for (const visit of visits) byPerson.set(visit.technician_ID, [...(byPerson.get(visit.technician_ID) ?? []), visit])
  return crew.map(person => rowOf(person, (byPerson.get(person.technician_ID) ?? []).sort((a, b) => (a.plannedStart < b.plannedStart ? -1 : 1)), scale))
}

function rowOf(person: Person, visits: Visit[], scale: Scale): Row {
  const ends: number[] = []
  const placed: PlacedVisit[] = [], travel: Row['travel'] = []
  for (const visit of visits) {
    const from = Date.parse(visit.plannedStart), to = Date.parse(visit.plannedEnd)
    const free = ends.findIndex(end => end <= from)
    const level = free < 0 ? ends.length : free
    ends[level] = to
    for (const band of scale.bands(from, to)) placed.push({ visit, level, ...band })
    const minutes = visit.travelMinutes ?? 0
    if (minutes > 0) for (const band of scale.bands(from - minutes * MINUTE, from)) travel.push({ minutes, level, ...band })
  }
  const bands = (startsAt: string, endsAt: string) => scale.bands(Date.parse(startsAt), Date.parse(endsAt))
  return {
    person, visits: placed, travel, levels: Math.max(1, ends.length), load: loadOf(person, visits),
    working: person.working.flatMap(({ startsAt, endsAt }) => bands(startsAt, endsAt)),
    absences: person.absences.flatMap(({ startsAt, endsAt, kindName }) => bands(startsAt, endsAt).map(band => ({ ...band, name: kindName })))
  }
}

function loadOf({ working }: Person, visits: Visit[]): number | null {
  const length = (from: string, to: string) => Date.parse(to) - Date.parse(from)
  const available = working.reduce((sum, { startsAt, endsAt }) => sum + length(startsAt, endsAt), 0)
  return available ? Math.round((visits.reduce((sum, { plannedStart, plannedEnd }) => sum + length(plannedStart, plannedEnd), 0) * 100) / available) : null
}
