import type DayBoard from './DayBoard'
import { isMovable } from './drawing'

const MARK = 'asDropMark'

/** Lifts visits, and drops what is carried where somebody takes it. Rows that don't are not drop targets. */
export class Dragging {
  constructor(private readonly board: DayBoard, private readonly root: HTMLElement) {}

  listen(signal: AbortSignal): void {
    const on = (name: string, work: (event: DragEvent) => void) => this.root.addEventListener(name, work as EventListener, { signal })
    on('dragstart', event => this.lift(event))
    on('dragend', () => this.board.fireEvent('putDown'))
    on('dragover', event => this.hover(event))
    on('dragleave', event => { if (!this.root.contains(event.relatedTarget as Node)) this.unmark() })
    on('drop', event => this.drop(event))
  }

  private lift(event: DragEvent): void {
    const { visit } = this.board.placeOf(event.target as Element)
    if (!visit || !isMovable(visit)) return
    event.dataTransfer!.effectAllowed = 'move'
    event.dataTransfer!.setData('text/plain', visit.number)
    this.board.fireEvent('visitLift', { carried: { workOrder_ID: visit.workOrder_ID, number: visit.number, visit } })
  }

  private hover(event: DragEvent): void {
    const target = this.targetOf(event)
    if (!target) return this.unmark()
    event.preventDefault()
    event.dataTransfer!.dropEffect = this.board.carried?.visit ? 'move' : 'copy'
    this.mark(target)
  }

  private drop(event: DragEvent): void {
    const target = this.targetOf(event)
    this.unmark()
    if (!target) return
    event.preventDefault()
    this.board.fireEvent('drop', { technician: target.person, at: target.at })
  }

  /** The row and the instant under the pointer, if somebody takes what is carried there. */
  private targetOf(event: DragEvent) {
    const lane = (event.target as Element).closest?.('.asRow')?.querySelector<HTMLElement>('.asLane')
    const { drawing, person } = this.board.placeOf(event.target as Element)
    if (!this.board.carried || !lane || !drawing || !person || this.board.verdictOn(person)?.takes === 'no') return undefined
    const { left, width } = lane.getBoundingClientRect()
    const at = drawing.scale.instant(Math.min(100, Math.max(0, ((event.clientX - left) * 100) / width)))
    return { lane, person, at, text: drawing.clock.timeOf(at), percent: drawing.scale.at(at) }
  }

  private mark({ lane, text, percent }: { lane: HTMLElement; text: string; percent: number }): void {
    let mark = lane.querySelector<HTMLElement>(`.${MARK}`)
    if (!mark) {
      this.unmark()
      mark = document.createElement('div')
      mark.className = MARK
      lane.append(mark)
    }
    mark.style.left = `${percent}%`
    mark.textContent = text
  }

  private unmark(): void {
    this.root.querySelectorAll(`.${MARK}`).forEach(mark => mark.remove())
  }
}
