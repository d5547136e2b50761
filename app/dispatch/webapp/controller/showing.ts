import type DayBoard from '../board/DayBoard'
import type { Change, Proposed } from '../board/ghosts'
import { rowsOf } from '../board/placing'
import { scaleFor } from '../board/scale'
import type { LoadTable } from '../load/LoadGrid'
import { pictureOf } from '../map/picture'
import type PlaceMap from '../map/PlaceMap'
import type { Clock } from '../model/clock'
import type { AreaLoad, Board, OpenOrder } from '../model/types'
import type { Area } from './reading'

type Text = (key: string, ...figures: (string | number)[]) => string

export interface Shown { board: Board; proposed: Proposed; orders: OpenOrder[]; clock: Clock; selected: string; text: Text }

/** Gives board and map what they draw. */
export function paint({ board, proposed, orders, clock, selected, text }: Shown, days: DayBoard, map: PlaceMap): void {
  const scale = scaleFor(board.days, board.crew, [...board.visits, ...proposed.ghosts])
  days.setProperty('drawing', { scale, rows: rowsOf(board.crew, board.visits, scale, proposed), clock, now: Date.now(), text })
  map.setProperty('picture', pictureOf(board.crew, board.visits, orders, selected || null, text('mapLabel', board.crew.length, board.visits.length, orders.length)))
}

const STATES: Record<Change, string> = { added: 'Success', moved: 'Warning', reassigned: 'Warning', dropped: 'Error' }

/** The same as a list, where the board is too wide: by person, in the order of time, with what a proposal makes of it. */
export function visitList({ days, crew, visits }: Board, { ghosts, leaving }: Proposed, clock: Clock, text: Text): object[] {
  const until = days.at(-1)?.endsAt ?? ''
  const described = ({ city, number, shortText }: { city: string | null; number: string; shortText: string }) => [city, number, shortText].filter(Boolean).join(' · ')
  const titled = ({ plannedStart, plannedEnd }: { plannedStart: string; plannedEnd: string }) => `${clock.dayAndTimeOf(plannedStart)} – ${clock.timeOf(plannedEnd)}`
  const rows = [
    ...visits.map(visit => {
      const change = leaving.get(visit.workOrder_ID)
      const info = change ? { stateName: text('inProposal', change.changeName), state: STATES[change.change] } : { stateName: visit.stateName, state: 'None' }
      return { technician: visit.technician_ID, at: visit.plannedStart, ID: visit.ID, title: titled(visit), description: described(visit), isGhost: false, ...info }
    }),
    ...ghosts.filter(({ plannedStart, plannedEnd }) => plannedStart < until && plannedEnd > (days[0]?.startsAt ?? '')).map(ghost => ({
      technician: ghost.technician_ID, at: ghost.plannedStart, ID: ghost.ID, title: titled(ghost), description: described(ghost), isGhost: true,
      stateName: text('inProposal', ghost.changeName), state: STATES[ghost.change]
    }))
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  return crew.flatMap(({ technician_ID, name }, position) => rows.filter(({ technician }) => technician === technician_ID).map(row => ({ ...row, position, group: name })))
}

export function loadTable(loads: AreaLoad[], areas: Area[], clock: Clock, text: Text): LoadTable {
  const days = [...new Set(loads.map(({ day }) => day))].sort()
  return {
    caption: text('serviceArea'), days: days.map(day => clock.dayName(day)),
    areas: areas.map(({ code, name }) => ({
      name, cells: loads.filter(({ area_code }) => area_code === code).sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ day, percent, dueOrders, technicians }) => ({
        area: code, day, percent, text: percent === null ? '–' : dueOrders ? text('loadAndDue', percent, dueOrders) : `${percent} %`,
        title: percent === null ? text('loadNobody', name, clock.dayName(day), dueOrders) : text('loadTitle', name, clock.dayName(day), percent, technicians, dueOrders)
      }))
    }))
  }
}
