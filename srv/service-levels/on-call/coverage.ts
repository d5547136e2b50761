import { shiftFor, type Shift } from '../warnings/rota'

export interface TeamShift extends Shift {
  team: string
}

/** What is wrong with a rota: in a gap nobody would be asked; where shifts for the same sites overlap, only the one that began last is. */
export interface Finding {
  kind: 'gap' | 'overlap'
  /** Whose sites: of a region, a time zone, or all. */
  region_code: string | null
  timeZone: string | null
  /** The teams whose shifts overlap; none for a gap. */
  teams: string[]
  startsAt: string
  endsAt: string
}

type Place = Pick<Finding, 'region_code' | 'timeZone'>

const DAY = 86_400_000
/** A place counts as long as it had a shift in the fortnight before. */
const REMEMBERED = 14 * DAY
const EVERYWHERE: Place = { region_code: null, timeZone: null }

/**
 * Gaps and overlaps of a rota between two instants, earliest first.
 *
 * @param shifts those that have not ended a fortnight before `from`; instants as ISO strings
 */
export function check(shifts: TeamShift[], from: number, to: number): Finding[] {
  const places = new Map([EVERYWHERE, ...shifts.filter(({ endsAt }) => Date.parse(endsAt) > from - REMEMBERED)].map(shift => [nameOf(shift), placeOf(shift)]))
  return [...places.values()].flatMap(place => [...gaps(shifts, place, from, to), ...overlaps(shifts, place, from, to)])
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.kind.localeCompare(b.kind) || nameOf(a).localeCompare(nameOf(b)))
}

function gaps(shifts: TeamShift[], place: Place, from: number, to: number): Finding[] {
  const turns = [from, ...shifts.flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)]).filter(at => at > from && at < to).sort((a, b) => a - b), to]
  const found: Finding[] = []
  for (const [i, start] of turns.slice(0, -1).entries()) {
    const end = turns[i + 1]
    if (start === end || shiftFor(shifts, { region: place.region_code, timeZone: place.timeZone }, start)) continue
    const last = found.at(-1)
    if (last?.endsAt === iso(start)) last.endsAt = iso(end)
    else found.push({ kind: 'gap', ...place, teams: [], startsAt: iso(start), endsAt: iso(end) })
  }
  return found
}

function overlaps(shifts: TeamShift[], place: Place, from: number, to: number): Finding[] {
  const own = shifts.filter(shift => nameOf(shift) === nameOf(place)).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return own.flatMap((shift, i) => own.slice(i + 1).flatMap(later => {
    const start = Math.max(from, Date.parse(later.startsAt))
    const end = Math.min(to, Date.parse(shift.endsAt), Date.parse(later.endsAt))
    return start < end ? [{ kind: 'overlap' as const, ...place, teams: [...new Set([shift.team, later.team])], startsAt: iso(start), endsAt: iso(end) }] : []
  }))
}

const placeOf = ({ region_code, timeZone }: Partial<Place>): Place => ({ region_code: region_code || null, timeZone: timeZone || null })
const nameOf = ({ region_code, timeZone }: Partial<Place>): string => `${region_code ?? ''} ${timeZone ?? ''}`
const iso = (instant: number): string => new Date(instant).toISOString()
