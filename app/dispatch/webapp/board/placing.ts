import type { Person, Visit } from '../model/types'
import { NOTHING_PROPOSED, type Ghost, type Proposed } from './ghosts'
import type { Scale } from './scale'

export interface Band { left: number; width: number }
export interface PlacedVisit extends Band { visit: Visit; level: number; leaving?: string }
export interface PlacedGhost extends Band { ghost: Ghost; level: number }

export interface Row {
  person: Person
  working: Band[]
  absences: (Band & { name: string })[]
  travel: (Band & { minutes: number; level: number })[]
  visits: PlacedVisit[]
  /** Visits as a plan would have them. */
  ghosts: PlacedGhost[]
  /** Visits at the same time lie above each other, on so many levels. */
  levels: number
  /** Minutes of work of the shown days that visits take, in percent. */
  load: number | null
}

const MINUTE = 60_000

type Card = Visit | Ghost

/** What is drawn in each person's row. Visits, those of a proposal as well, come in the order of their starts. */
export function rowsOf(crew: Person[], visits: Visit[], scale: Scale, proposed: Proposed = NOTHING_PROPOSED): Row[] {
  const byPerson = new Map<string, Card[]>()
  for (const card of [...visits, ...proposed.ghosts]) byPerson.set(card.technician_ID, [...(byPerson.get(card.technician_ID) ?? []), card])
  return crew.map(person => rowOf(person, (byPerson.get(person.technician_ID) ?? []).sort((a, b) => (a.plannedStart < b.plannedStart ? -1 : 1)), scale, proposed))
}

const isGhost = (card: Card): card is Ghost => 'change' in card

function rowOf(person: Person, cards: Card[], scale: Scale, { leaving }: Proposed): Row {
  const ends: number[] = []
  const placed: PlacedVisit[] = [], ghosts: PlacedGhost[] = [], travel: Row['travel'] = []
  for (const visit of cards) {
    const from = Date.parse(visit.plannedStart), to = Date.parse(visit.plannedEnd), bands = scale.bands(from, to)
    if (!bands.length) continue
    const free = ends.findIndex(end => end <= from)
    const level = free < 0 ? ends.length : free
    ends[level] = to
    if (isGhost(visit)) {
      for (const band of bands) ghosts.push({ ghost: visit, level, ...band })
      continue
    }
    for (const band of bands) placed.push({ visit, level, leaving: leaving.get(visit.workOrder_ID)?.changeName, ...band })
    const minutes = visit.travelMinutes ?? 0
    if (minutes > 0) for (const band of scale.bands(from - minutes * MINUTE, from)) travel.push({ minutes, level, ...band })
  }
  const bands = (startsAt: string, endsAt: string) => scale.bands(Date.parse(startsAt), Date.parse(endsAt))
  return {
    person, visits: placed, ghosts, travel, levels: Math.max(1, ends.length), load: loadOf(person, cards.filter(card => !isGhost(card))),
    working: person.working.flatMap(({ startsAt, endsAt }) => bands(startsAt, endsAt)),
    absences: person.absences.flatMap(({ startsAt, endsAt, kindName }) => bands(startsAt, endsAt).map(band => ({ ...band, name: kindName })))
  }
}

function loadOf({ working }: Person, visits: Card[]): number | null {
  const length = (from: string, to: string) => Date.parse(to) - Date.parse(from)
  const available = working.reduce((sum, { startsAt, endsAt }) => sum + length(startsAt, endsAt), 0)
  return available ? Math.round((visits.reduce((sum, { plannedStart, plannedEnd }) => sum + length(plannedStart, plannedEnd), 0) * 100) / available) : null
}
