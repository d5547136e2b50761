import type { Clock } from '../model/clock'
import type { PlanVisit } from '../model/types'
import type { PlanFigure, Unserved } from './reading'

export const NOTHING = '–'

export const money = (value: string | null): string => (value === null ? NOTHING : String(Math.round(Number(value))))

export interface FigureRow { name: string; before: string; after: string; state: string }

/** Figures of which more is better. */
const MORE_IS_BETTER = ['served']
const STATES = ['None', 'Error', 'Warning', 'Success', 'None', 'Information']
/** Moved and dropped visits are people that somebody has to tell: they come first. */
const IN_ORDER = ['dropped', 'reassigned', 'moved', 'added']

/** Before and after; green what gets better, red what gets worse. */
export function figureRows(figures: PlanFigure[], currency: string | null): FigureRow[] {
  return figures.map(({ figure_code, figure, valueBefore, valueAfter }) => {
    const unit = figure_code === 'money' ? currency : figure.unit
    const shown = (value: string | null) => (value === null ? NOTHING : [Math.round(Number(value)), unit].filter(part => part !== null).join(' '))
    const gain = valueBefore === null || valueAfter === null ? 0 : (Number(valueBefore) - Number(valueAfter)) * (MORE_IS_BETTER.includes(figure_code) ? -1 : 1)
    return { name: figure.name, before: shown(valueBefore), after: shown(valueAfter), state: gain > 0 ? 'Success' : gain < 0 ? 'Error' : 'None' }
  })
}

export function changeRows(visits: PlanVisit[], clock: Clock): object[] {
  const at = (person: { name: string } | null, start: string | null, end: string | null) => (start && end ? `${person?.name ?? ''}, ${clock.dayAndTimeOf(start)} – ${clock.timeOf(end)}` : person?.name ?? NOTHING)
  return [...visits].sort((a, b) => IN_ORDER.indexOf(a.change_code) - IN_ORDER.indexOf(b.change_code)).map(visit => ({
    ...visit.workOrder, changeName: visit.change.name, state: STATES[visit.change.criticality] ?? 'None',
    before: at(visit.technicianBefore, visit.startBefore, visit.endBefore), after: visit.change_code === 'dropped' ? NOTHING : at(visit.technician, visit.plannedStart, visit.plannedEnd)
  }))
}

export const unservedRows = (rows: Unserved[]): object[] => rows.map(({ workOrder, reason, text }) => ({ ...workOrder, reasonName: reason.name, text }))
