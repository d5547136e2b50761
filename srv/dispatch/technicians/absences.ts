import { entities } from '../../entities'
import { fail } from '../../errors'

export interface Absence {
  startsAt: string
  endsAt: string
}

/** The first two absences of one person that share time, in the order of their start; ends that touch share none. */
export function overlapOf<A extends Absence>(absences: readonly A[]): [A, A] | undefined {
  const sorted = [...absences].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || Date.parse(a.endsAt) - Date.parse(b.endsAt))
  let last = sorted[0]
  for (const absence of sorted.slice(1)) {
    if (Date.parse(absence.startsAt) < Date.parse(last.endsAt)) return [last, absence]
    if (Date.parse(absence.endsAt) > Date.parse(last.endsAt)) last = absence
  }
}

/** 422 when a person would be away twice at once; to be called after the change, on which path it ever came. */
export async function refuseOverlap(technician_ID: string): Promise<void> {
  const { Absences } = entities()
  const pair = overlapOf((await SELECT.from(Absences).columns('startsAt', 'endsAt').where({ technician_ID })) as Absence[])
  if (pair) fail(422, 'ABSENCES_OVERLAP', { target: 'absences', args: pair.map(({ startsAt }) => startsAt.slice(0, 10)) })
}
