import type DayBoard from '../board/DayBoard'
import { rowsOf } from '../board/placing'
import { scaleFor } from '../board/scale'
import type { LoadTable } from '../load/LoadGrid'
import { pictureOf } from '../map/picture'
import type PlaceMap from '../map/PlaceMap'
import type { Clock } from '../model/clock'
import type { AreaLoad, Board, OpenOrder } from '../model/types'
import type { Area } from './reading'

type Text = (key: string, ...figures: (string | number)[]) => string

export interface Shown { board: Board; orders: OpenOrder[]; clock: Clock; selected: string; text: Text }

/** Gives board and map what they draw. */
export function paint({ board, orders, clock, selected, text }: Shown, days: DayBoard, map: PlaceMap): void {
  const scale = scaleFor(board.days, board.crew, board.visits)
  days.setProperty('drawing', { scale, rows: rowsOf(board.crew, board.visits, scale), clock, now: Date.now(), text })
  map.setProperty('picture', pictureOf(board.crew, board.visits, orders, selected || null, text('mapLabel', board.crew.length, board.visits.length, orders.length)))
}

/** The same as a list, where the board is too wide: by person, in the order of time. */
export function visitList({ crew, visits }: Board, clock: Clock): object[] {
  return crew.flatMap(({ technician_ID, name }, position) =>
    visits.filter(visit => visit.technician_ID === technician_ID).sort((a, b) => (a.plannedStart < b.plannedStart ? -1 : 1)).map(visit => ({
      position, group: name, ID: visit.ID, title: `${clock.dayAndTimeOf(visit.plannedStart)} – ${clock.timeOf(visit.plannedEnd)}`,
      description: [visit.city, visit.number, visit.shortText].filter(Boolean).join(' · '), stateName: visit.stateName
    })))
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
