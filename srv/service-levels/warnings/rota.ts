export type Role = 'main' | 'standBy' | 'lead'

/** A shift of the rota. Instants as ISO strings; regions as `DE` or `DE-BW`. */
export interface Shift {
  region_code?: string | null
  timeZone?: string | null
  startsAt: string
  endsAt: string
  main_ID: string
  standBy_ID?: string | null
  lead_ID?: string | null
}

export interface Place {
  region?: string | null
  timeZone?: string | null
}

/** A rung of the ladder; minutes of working time. */
export interface EscalationStep {
  level: number
  role: Role
  respondMinutes: number
  actMinutes: number
}

/** The shift that holds for a site at an instant: that of its region before its country's, its zone's, and one for all; then the one that began last. */
export function shiftFor(shifts: Shift[], place: Place, at: number): Shift | undefined {
  return shifts
    .filter(shift => Date.parse(shift.startsAt) <= at && at < Date.parse(shift.endsAt) && fits(shift, place))
    .sort((a, b) => closeness(b) - closeness(a) || b.startsAt.localeCompare(a.startsAt))[0]
}

/** Who answers on a rung: whoever has that part in the shift, else the next one below who is there. */
export function personOn(shift: Shift | undefined, role: Role): string | undefined {
  const order: Role[] = ['main', 'standBy', 'lead']
  return order.slice(0, order.indexOf(role) + 1).map(each => shift?.[`${each}_ID`]).findLast(Boolean) ?? undefined
}

function fits({ region_code, timeZone }: Shift, place: Place): boolean {
  const isThere = !region_code || place.region === region_code || Boolean(place.region?.startsWith(`${region_code}-`))
  return isThere && (!timeZone || timeZone === place.timeZone)
}

const closeness = ({ region_code, timeZone }: Shift) => (region_code ? 2 * region_code.length : 0) + (timeZone ? 1 : 0)
