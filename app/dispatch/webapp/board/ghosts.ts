import type { PlanVisit } from '../model/types'

export type Change = 'added' | 'moved' | 'reassigned' | 'dropped'

/** A visit where a plan would have it. */
export interface Ghost {
  ID: string
  technician_ID: string
  plannedStart: string
  plannedEnd: string
  travelMinutes: number | null
  change: Change
  changeName: string
  number: string
  shortText: string
  city: string | null
}

/** A proposal as the board shows it: cards where visits would be, and what becomes of those that are there, by order. */
export interface Proposed {
  ghosts: Ghost[]
  leaving: ReadonlyMap<string, { change: Change; changeName: string }>
}

export const NOTHING_PROPOSED: Proposed = { ghosts: [], leaving: new Map() }

export function proposedBy(visits: PlanVisit[]): Proposed {
  const changeOf = ({ change_code, change: { name } }: PlanVisit) => ({ change: change_code as Change, changeName: name })
  return {
    ghosts: visits.flatMap(visit => {
      const { ID, technician_ID, plannedStart, plannedEnd, travelMinutes, workOrder: { number, shortText, city } } = visit
      return technician_ID && plannedStart && plannedEnd ? [{ ID, technician_ID, plannedStart, plannedEnd, travelMinutes, number, shortText, city, ...changeOf(visit) }] : []
    }),
    leaving: new Map(visits.filter(({ change_code }) => change_code !== 'added').map(visit => [visit.workOrder_ID, changeOf(visit)]))
  }
}
