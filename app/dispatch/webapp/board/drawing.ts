import type RenderManager from 'sap/ui/core/RenderManager'
import type { Clock } from '../model/clock'
import type { Visit } from '../model/types'
import type { Verdict } from './DayBoard'
import type { Ghost } from './ghosts'
import type { Band, PlacedVisit, Row } from './placing'
import type { Scale } from './scale'

/** Everything that the board shows, with its words. */
export interface Drawing {
  scale: Scale
  rows: Row[]
  clock: Clock
  now: number
  text(key: string, ...figures: (string | number)[]): string
}

const LEVEL = 2.5
const FIRST = 0.5
/** In percent of the board: no word fits on a smaller card. */
const NARROW = 2.5

/** Classes by state and priority are in `css/board.css`. */
export function draw(manager: RenderManager, drawing: Drawing, verdicts: Record<string, Verdict>, selected: string): void {
  head(manager, drawing)
  manager.openStart('ul').class('asRows').attr('aria-label', drawing.text('boardLabel')).openEnd()
  let isFirst = true
  for (const row of drawing.rows) {
    drawRow(manager, row, drawing, verdicts[row.person.technician_ID], row.person.technician_ID === selected, isFirst)
    isFirst = false
  }
  manager.close('ul')
}

function head(manager: RenderManager, { scale, clock }: Drawing): void {
  const share = 100 / scale.windows.length
  manager.openStart('div').class('asHead').attr('aria-hidden', 'true').openEnd()
  box(manager, 'asCorner')
  manager.openStart('div').class('asScale').openEnd()
  if (scale.windows.length > 1) for (const { day } of scale.windows) label(manager, 'asDay', scale.windows.findIndex(window => window.day === day) * share, clock.dayName(day))
  for (const { left, at } of scale.ticks(scale.windows.length > 1 ? 3 : 14)) label(manager, scale.windows.length > 1 ? 'asTick asTickLow' : 'asTick', left, clock.hourOf(at))
  manager.close('div')
  manager.close('div')
}

function drawRow(manager: RenderManager, row: Row, drawing: Drawing, verdict: Verdict | undefined, isSelected: boolean, isFirst: boolean): void {
  const { person, visits, load, levels } = row, { scale, text, now } = drawing
  manager.openStart('li').class('asRow').attr('data-person', person.technician_ID)
  if (isSelected) manager.class('asSelected')
  if (verdict) manager.class(`asTakes-${verdict.takes}`)
  manager.openEnd()
  manager.openStart('button').class('asName').attr('type', 'button').attr('aria-pressed', String(isSelected)).attr('tabindex', isFirst ? '0' : '-1').openEnd()
  words(manager, 'asPerson', person.name)
  const summary = load === null ? text('notWorking') : text('rowSummary', visits.length, load)
  words(manager, verdict ? 'asHint asVerdict' : 'asHint', verdict ? verdict.text : summary)
  manager.close('button')
  manager.openStart('div').class('asLane').style('min-height', `${levels * LEVEL + FIRST}rem`).openEnd()
  for (const band of row.working) area(manager, 'asWorking', band)
  for (const absence of row.absences) area(manager, 'asAbsence', absence, absence.name)
  for (const { left } of scale.windows.map(({ from }) => ({ left: scale.at(from) })).slice(1)) area(manager, 'asMidnight', { left, width: 0 })
  for (const { minutes, level, ...band } of row.travel) area(manager, 'asTravel', band, '', level, text('travelTitle', minutes))
  for (const placed of visits) card(manager, placed, drawing)
  for (const { ghost, level, ...band } of row.ghosts) ghostCard(manager, ghost, band, level, drawing)
  if (scale.windows.some(({ from, to }) => now >= from && now < to)) area(manager, 'asNow', { left: scale.at(now), width: 0 })
  manager.close('div')
  manager.close('li')
}

function card(manager: RenderManager, { visit, leaving, left, width, level }: PlacedVisit, { clock, text }: Drawing): void {
  const isLate = visit.promisedAt !== null && visit.plannedEnd > visit.promisedAt
  const times = `${clock.timeOf(visit.plannedStart)} – ${clock.timeOf(visit.plannedEnd)}`
  const said = [visit.number, times, visit.city, visit.shortText, visit.stateName, isLate ? text('afterPromise') : '', leaving ? text('inProposal', leaving) : ''].filter(Boolean).join(', ')
  manager.openStart('button').class('asVisit').class(`asState-${visit.state_code}`).class(`asPriority-${visit.priority_code ?? 'none'}`)
  if (isLate) manager.class('asLate')
  if (leaving) manager.class('asLeaving')
  manager.attr('type', 'button').attr('data-visit', visit.ID).attr('tabindex', '-1').attr('title', said).attr('aria-label', said)
  if (isMovable(visit)) manager.attr('draggable', 'true')
  manager.style('left', `${left}%`).style('width', `${width}%`).style('top', `${level * LEVEL + FIRST}rem`).openEnd()
  if (width > NARROW) {
    words(manager, 'asCardTitle', visit.city ?? visit.customerName ?? visit.number)
    words(manager, 'asCardText', `${visit.number} · ${visit.shortText}`)
  }
  manager.close('button')
}

/** A visit where a plan would have it: pressed, the proposal opens. */
function ghostCard(manager: RenderManager, ghost: Ghost, { left, width }: Band, level: number, { clock, text }: Drawing): void {
  const said = [text('inProposal', ghost.changeName), ghost.number, `${clock.timeOf(ghost.plannedStart)} – ${clock.timeOf(ghost.plannedEnd)}`, ghost.city, ghost.shortText].filter(Boolean).join(', ')
  manager.openStart('button').class('asVisit').class('asGhost').class(`asChange-${ghost.change}`)
  manager.attr('type', 'button').attr('data-ghost', ghost.ID).attr('tabindex', '-1').attr('title', said).attr('aria-label', said)
  manager.style('left', `${left}%`).style('width', `${width}%`).style('top', `${level * LEVEL + FIRST}rem`).openEnd()
  if (width > NARROW) {
    words(manager, 'asCardTitle', ghost.changeName)
    words(manager, 'asCardText', [ghost.number, ghost.city].filter(Boolean).join(' · '))
  }
  manager.close('button')
}

/** What has begun stays where it is; the second of a crew goes with the first. */
export const isMovable = ({ state_code, role }: Visit): boolean => (state_code === 'Offered' || state_code === 'Accepted') && role === 'lead'

function area(manager: RenderManager, name: string, { left, width }: Band, inside = '', level = 0, title = ''): void {
  manager.openStart('div').class(name).style('left', `${left}%`)
  if (width) manager.style('width', `${width}%`)
  if (level) manager.style('top', `${level * LEVEL + FIRST}rem`)
  if (title) manager.attr('title', title)
  manager.openEnd()
  if (inside) manager.text(inside)
  manager.close('div')
}

function label(manager: RenderManager, names: string, left: number, inside: string): void {
  manager.openStart('span')
  for (const name of names.split(' ')) manager.class(name)
  manager.style('left', `${left}%`).openEnd().text(inside).close('span')
}

function words(manager: RenderManager, names: string, inside: string): void {
  manager.openStart('span')
  for (const name of names.split(' ')) manager.class(name)
  manager.openEnd().text(inside).close('span')
}

function box(manager: RenderManager, name: string): void {
  manager.openStart('div').class(name).openEnd().close('div')
}
