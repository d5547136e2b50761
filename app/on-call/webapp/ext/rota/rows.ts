/** A shift as the service answers it; instants as ISO strings. */
export interface Shift {
  ID: string
  team: string
  region_code: string | null
  timeZone: string | null
  startsAt: string
  endsAt: string
  region: { name: string } | null
  main: Person | null
  standBy: Person | null
  lead: Person | null
}

interface Person { ID: string; name: string }

export interface Finding {
  kind: 'gap' | 'overlap'
  region_code: string | null
  timeZone: string | null
  teams: string[]
  startsAt: string
  endsAt: string
}

/** A row of the plan: a team and the sites that it looks after. */
export interface Row {
  team: string
  place: string
  shifts: { ID: string; startsAt: Date; endsAt: Date; main: string; others: string; type: string }[]
}

/** People keep their colour in all rows. */
const COLOURS = 20

/** Texts that depend on the language. */
export interface Words {
  allSites: string
  standBy(name: string): string
  lead(name: string): string
}

/** One row for each team and place, in the order of the shifts. */
export function rowsOf(shifts: Shift[], words: Words): Row[] {
  const rows = new Map<string, Row>()
  const people: string[] = []
  for (const shift of shifts) {
    const key = [shift.team, shift.region_code, shift.timeZone].join('\n')
    if (!rows.has(key)) rows.set(key, { team: shift.team, place: placeOf(shift, shift.region?.name, words.allSites), shifts: [] })
    const person = shift.main?.ID ?? ''
    if (!people.includes(person)) people.push(person)
    rows.get(key)!.shifts.push({
      ID: shift.ID, startsAt: new Date(shift.startsAt), endsAt: new Date(shift.endsAt), main: shift.main?.name ?? '',
      others: [shift.standBy && words.standBy(shift.standBy.name), shift.lead && words.lead(shift.lead.name)].filter(Boolean).join(', '),
      type: `Type${String(people.indexOf(person) % COLOURS + 1).padStart(2, '0')}`
    })
  }
  return [...rows.values()].sort((a, b) => a.team.localeCompare(b.team))
}

/** The sites of a shift or a finding in words. */
export function placeOf({ timeZone }: { timeZone: string | null }, region: string | undefined, allSites: string): string {
  return [region, timeZone].filter(Boolean).join(', ') || allSites
}
