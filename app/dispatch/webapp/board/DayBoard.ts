import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import type { Carried } from '../model/types'
import { draw, type Drawing } from './drawing'
import { Dragging } from './Dragging'
import { moveFocus } from './keys'

/** Whether somebody may take what is carried, and in a few words why, or why not. */
export interface Verdict { takes: 'yes' | 'pushes' | 'no'; text: string }

/**
 * The days of technicians side by side: when they work, where they go, how they get there. Orders and visits are dropped on a row; what
 * is carried is known from `carried`, and `verdicts` say who takes it.
 * @namespace aftersales.dispatch.board
 */
export default class DayBoard extends Control {
  static readonly metadata: MetadataOptions = {
    properties: {
      /** See `Drawing`. */
      drawing: { type: 'object' },
      /** `Verdict` by ID of technician, while something is carried. */
      verdicts: { type: 'object' },
      selected: { type: 'string' }
    },
    events: {
      visitPress: { parameters: { visit: { type: 'object' } } },
      /** Part of a proposal was pressed. */
      ghostPress: {},
      personPress: { parameters: { technician: { type: 'string' } } },
      visitLift: { parameters: { carried: { type: 'object' } } },
      putDown: {},
      drop: { parameters: { technician: { type: 'string' }, at: { type: 'int' } } }
    }
  }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, board: DayBoard): void {
      manager.openStart('div', board).class('asBoard').openEnd()
      const drawing = board.getProperty('drawing') as Drawing | null
      if (drawing) draw(manager, drawing, (board.getProperty('verdicts') ?? {}) as Record<string, Verdict>, board.getProperty('selected') as string)
      manager.close('div')
    }
  }

  /** What is on its way to a row, from wherever it was lifted. */
  carried?: Carried
  private listening?: AbortController

  onAfterRendering(): void {
    if (this.listening) return
    this.listening = new AbortController()
    new Dragging(this, this.getDomRef() as HTMLElement).listen(this.listening.signal)
  }

  exit(): void {
    this.listening?.abort()
  }

  onclick(event: Event): void {
    const { visit, person } = this.placeOf(event.target as Element)
    if (visit) this.fireEvent('visitPress', { visit })
    else if ((event.target as Element).closest('[data-ghost]')) this.fireEvent('ghostPress')
    else if (person && (event.target as Element).closest('.asName')) this.fireEvent('personPress', { technician: person })
  }

  onkeydown(event: { key: string; target: Element; preventDefault(): void }): void {
    if (moveFocus(this.getDomRef()!, event.target, event.key)) event.preventDefault()
  }

  /** What of the board an element belongs to. */
  placeOf(element: Element) {
    const drawing = this.getProperty('drawing') as Drawing | null
    const ID = element.closest('[data-visit]')?.getAttribute('data-visit'), person = element.closest('[data-person]')?.getAttribute('data-person') ?? undefined
    return { drawing, person, visit: ID ? drawing?.rows.flatMap(({ visits }) => visits).find(({ visit }) => visit.ID === ID)?.visit : undefined }
  }

  verdictOn(technician: string): Verdict | undefined {
    return (this.getProperty('verdicts') as Record<string, Verdict> | undefined)?.[technician]
  }
}
