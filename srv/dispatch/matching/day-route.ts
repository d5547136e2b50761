import { kilometresBetween } from '../travel/great-circle'
import type { Technician, Visit } from './technician'

/**
 * A person's day, laid out for the search: stretches of work, and stops in their order with the base before and after them.
 * Instants in milliseconds since 1970, distances in kilometres of great circle; an unknown place is next to every other one.
 */
export interface DayRoute {
  /** Stretches of work: from, to, and 1 when what follows is a break that a visit may go through. */
  spans: Float64Array
  /** Stops in columns of six: start, end, x, y, z, kilometres to the next stop. The first and the last are the base. */
  stops: Float64Array
  visits: number
  /** Milliseconds of work and of visits. */
  available: number
  busy: number
  /** Why there are no stretches of work: nobody works then, or this person is away. */
  absence: string | null
}

export const STRIDE = 6
export const SPAN = 3
const MINUTE = 60_000
/** What lies further apart are two shifts. */
const LONGEST_BREAK = 3 * 3_600_000

/** A day as a calendar has it: its stretches of work, and between which instants visits belong to it. */
export interface CalendarDay {
  from: number
  to: number
  spans: { from: number; to: number }[]
}

export function layOutDay(technician: Technician, { from, to, spans }: CalendarDay): DayRoute {
  const worked = withoutAbsences(spans, technician)
  if (worked.length) worked.at(-1)!.to += withOvertime(worked.at(-1)!.to, technician, spans)
  const visits = technician.visits.filter(visit => visit.from < to && visit.to > from)
  const absent = worked.length ? undefined : technician.absences.find(absence => spans.some(span => absence.from < span.to && absence.to > span.from))
  return {
    spans: Float64Array.from(worked.flatMap(span => [span.from, span.to, Number(span.bridges)])),
    stops: stopsOf(visits, technician, worked),
    visits: visits.length,
    available: worked.reduce((sum, span) => sum + span.to - span.from, 0),
    busy: visits.reduce((sum, visit) => sum + visit.to - visit.from, 0),
    absence: absent?.kind ?? null
  }
}

interface Stretch { from: number; to: number; bridges: boolean }

/** Between two spans of the calendar lies a break; between two pieces of a span lies an absence. */
function withoutAbsences(spans: { from: number; to: number }[], { absences }: Technician): Stretch[] {
  let stretches: Stretch[] = spans.map((span, i) => ({ ...span, bridges: i < spans.length - 1 && spans[i + 1].from - span.to <= LONGEST_BREAK }))
  for (const absence of absences) {
    stretches = stretches.flatMap(stretch => {
      // One that lies in a break keeps visits from going through it.
      if (absence.from >= stretch.to || absence.to <= stretch.from) return [{ ...stretch, bridges: stretch.bridges && !(absence.from >= stretch.to && absence.from < nextStart(spans, stretch.to)) }]
      const before = { from: stretch.from, to: absence.from, bridges: false }
      const after = { from: absence.to, to: stretch.to, bridges: stretch.bridges }
      return [before, after].filter(piece => piece.to > piece.from)
    })
  }
  return stretches
}

const nextStart = (spans: { from: number; to: number }[], after: number) => spans.find(span => span.from > after)?.from ?? Infinity

/** Overtime follows the calendar's last stretch, unless the person is away then. */
function withOvertime(end: number, { overtimeMinutes, absences }: Technician, spans: { from: number; to: number }[]): number {
  const last = spans.at(-1)!.to
  if (end !== last || !overtimeMinutes) return 0
  const until = last + overtimeMinutes * MINUTE
  return Math.min(until, ...absences.filter(absence => absence.from >= last && absence.from < until).map(({ from }) => from)) - last
}

function stopsOf(visits: Visit[], { base }: Technician, worked: Stretch[]): Float64Array {
  const stops = new Float64Array((visits.length + 2) * STRIDE)
  const [first, last] = [worked[0]?.from ?? 0, worked.at(-1)?.to ?? 0]
  const all = [{ from: first, to: first, place: base }, ...visits, { from: last, to: last, place: base }]
  for (const [i, { from, to, place }] of all.entries()) stops.set([from, to, place.x, place.y, place.z, 0], i * STRIDE)
  for (let i = 0; i < all.length - 1; i++) stops[i * STRIDE + 5] = leg(stops, i * STRIDE, (i + 1) * STRIDE)
  return stops
}

function leg(stops: Float64Array, a: number, b: number): number {
  const distance = kilometresBetween(stops[a + 2], stops[a + 3], stops[a + 4], stops[b + 2], stops[b + 3], stops[b + 4])
  return distance === distance ? distance : 0
}
