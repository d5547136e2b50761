import { kilometres } from '../../great-circle'
import type { Technician, Visit } from './technician'

/**
 * A person's day as numbers in a row, so that the search reads ten thousand of them without a detour through objects: a head,
 * stretches of work, and stops in their order with the base before and after them. Instants in milliseconds since 1970, distances in
 * kilometres of great circle; an unknown place is next to every other one.
 */
export const HEAD = { spans: 0, visits: 1, room: 2, available: 3, busy: 4, isAway: 5, size: 6 } as const
/** From, to, and 1 when what follows is a break that a visit may go through. */
export const SPAN = 3
/** Start, end, x, y, z, kilometres to the next stop. */
export const STOP = 6

const MINUTE = 60_000
/** What lies further apart are two shifts. */
const LONGEST_BREAK = 3 * 3_600_000

/** A day as a calendar has it: its stretches of work, and between which instants visits belong to it. */
export interface CalendarDay {
  from: number
  to: number
  spans: { from: number; to: number }[]
}

export function layOutDay(technician: Technician, { from, to, spans }: CalendarDay): Float64Array {
  const worked = withoutAbsences(spans, technician)
  if (worked.length) worked.at(-1)!.to += withOvertime(worked.at(-1)!.to, technician, spans)
  const visits = technician.visits.filter(visit => visit.from < to && visit.to > from)
  const room = (technician.capacity ?? Infinity) - visits.length
  const isAway = !worked.length && spans.length > 0
  return Float64Array.from([
    worked.length, visits.length, room, lengthOf(worked), lengthOf(visits), Number(isAway),
    ...worked.flatMap(span => [span.from, span.to, Number(span.bridges)]), ...stopsOf(visits, technician, worked)
  ])
}

const lengthOf = (stretches: { from: number; to: number }[]) => stretches.reduce((sum, { from, to }) => sum + to - from, 0)

interface Span { from: number; to: number }
interface Stretch extends Span { bridges: boolean }

/** What is left of the calendar's spans. Between two whole ends of them lies a break, unless the person is away then; else an absence. */
function withoutAbsences(spans: Span[], { absences }: Technician): Stretch[] {
  let left: Span[] = spans
  for (const { from, to } of absences)
    left = left.flatMap(span => (from >= span.to || to <= span.from ? [span] : [{ from: span.from, to: from }, { from: to, to: span.to }].filter(piece => piece.to > piece.from)))
  const isBreak = (from: number, to: number) => to - from <= LONGEST_BREAK && spans.some(span => span.to === from) && spans.some(span => span.from === to)
  return left.map(({ from, to }, i) => {
    const next = left[i + 1]
    return { from, to, bridges: Boolean(next) && isBreak(to, next.from) && !absences.some(absence => absence.from < next.from && absence.to > to) }
  })
}

/** Overtime follows the calendar's last stretch, unless the person is away then. */
function withOvertime(end: number, { overtimeMinutes, absences }: Technician, spans: { from: number; to: number }[]): number {
  const last = spans.at(-1)!.to
  if (end !== last || !overtimeMinutes) return 0
  const until = last + overtimeMinutes * MINUTE
  return Math.min(until, ...absences.filter(absence => absence.from >= last && absence.from < until).map(({ from }) => from)) - last
}

function stopsOf(visits: Visit[], { base }: Technician, worked: Stretch[]): number[] {
  const [first, last] = [worked[0]?.from ?? 0, worked.at(-1)?.to ?? 0]
  const all = [{ from: first, to: first, place: base }, ...visits, { from: last, to: last, place: base }]
  return all.flatMap(({ from, to, place }, i) => [from, to, place.x, place.y, place.z, i < all.length - 1 ? kilometres(place, all[i + 1].place) || 0 : 0])
}
