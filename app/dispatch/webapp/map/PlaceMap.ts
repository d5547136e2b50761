import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import { boxAround, middleOf, project, zoomed, type Box, type Place } from './projection'

export interface Mark extends Place { kind: 'home' | 'stop' | 'open' | 'other'; label?: string; title: string }
/** What the map shows; `label` says it in words. */
export interface Picture { marks: Mark[]; route: Place[]; label: string }

const WIDTH = 900, HEIGHT = 360
/** Of the shown width, so that marks keep their size however near one looks. */
const MARK = 7 / WIDTH

/**
 * Where people live and go: a plain map without tiles from elsewhere. It is dragged with the pointer and zoomed with the wheel or by
 * `zoom` and `fit`.
 * @namespace aftersales.dispatch.map
 */
export default class PlaceMap extends Control {
  static readonly metadata: MetadataOptions = { properties: { picture: { type: 'object' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, map: PlaceMap): void {
      manager.openStart('div', map).class('asMapHolder').openEnd()
      const picture = map.getProperty('picture') as Picture | null
      if (picture) drawMap(manager, picture, map.boxOf(picture))
      manager.close('div')
    }
  }

  private box?: Box
  private listening?: AbortController

  /** What is looked at: all of it until somebody moves. */
  boxOf({ marks }: Picture): Box {
    return this.box ?? boxAround(marks, WIDTH / HEIGHT)
  }

  zoom(factor: number): void {
    const box = this.boxOf(this.getProperty('picture') as Picture)
    this.look(zoomed(box, factor, middleOf(box)))
  }

  fit(): void {
    this.look(undefined)
  }

  onAfterRendering(): void {
    if (this.listening || !this.getDomRef()) return
    this.listening = new AbortController()
    const root = this.getDomRef() as HTMLElement, options = { signal: this.listening.signal }
    root.addEventListener('wheel', event => this.wheel(event), { ...options, passive: false })
    root.addEventListener('pointerdown', event => this.grab(event, root), options)
  }

  exit(): void {
    this.listening?.abort()
  }

  private wheel(event: WheelEvent): void {
    const at = this.pointAt(event)
    if (!at) return
    event.preventDefault()
    this.look(zoomed(this.boxOf(this.getProperty('picture') as Picture), event.deltaY > 0 ? 1.2 : 1 / 1.2, at))
  }

  private grab(event: PointerEvent, root: HTMLElement): void {
    const start = this.pointAt(event)
    if (!start) return
    const release = new AbortController()
    const move = (moved: PointerEvent) => {
      const at = this.pointAt(moved), box = this.boxOf(this.getProperty('picture') as Picture)
      if (at) this.look({ ...box, x: box.x + start.x - at.x, y: box.y + start.y - at.y })
    }
    root.addEventListener('pointermove', move, { signal: release.signal })
    for (const name of ['pointerup', 'pointerleave', 'pointercancel']) root.addEventListener(name, () => release.abort(), { once: true, signal: release.signal })
  }

  private pointAt({ clientX, clientY }: MouseEvent): { x: number; y: number } | undefined {
    const svg = this.getDomRef()?.querySelector('svg')
    const matrix = svg?.getScreenCTM()
    return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : undefined
  }

  private look(box: Box | undefined): void {
    this.box = box
    this.invalidate()
  }
}

function drawMap(manager: RenderManager, { marks, route, label }: Picture, box: Box): void {
  manager.openStart('svg').class('asMap').attr('role', 'img').attr('aria-label', label)
  manager.attr('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`).attr('preserveAspectRatio', 'xMidYMid meet').openEnd()
  grid(manager, box)
  if (route.length > 1) {
    const points = route.map(project).map(({ x, y }) => `${x},${y}`).join(' ')
    manager.openStart('polyline').class('asRoute').attr('points', points).openEnd().close('polyline')
  }
  const size = box.width * MARK
  for (const mark of marks) drawMark(manager, mark, size)
  manager.close('svg')
}

/** Lines of whole degrees, about ten of them. */
function grid(manager: RenderManager, { x, y, width, height }: Box): void {
  // Beyond the box as well: the page's piece may be wider or higher.
  x -= width
  y -= height
  const step = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30].find(each => width / each < 12) ?? 60
  width *= 3
  height *= 3
  for (let at = Math.ceil(x / step) * step; at < x + width; at += step) line(manager, at, y, at, y + height)
  for (let at = Math.ceil(y / step) * step; at < y + height; at += step) line(manager, x, at, x + width, at)
}

function line(manager: RenderManager, x1: number, y1: number, x2: number, y2: number): void {
  manager.openStart('line').class('asGrid').attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2).openEnd().close('line')
}

const CLASSES = { home: 'asHome', stop: 'asStop', open: 'asOpen', other: 'asOther' }

function drawMark(manager: RenderManager, mark: Mark, size: number): void {
  const { x, y } = project(mark)
  manager.openStart('g').openEnd()
  manager.openStart('title').openEnd().text(mark.title).close('title')
  if (mark.kind === 'home') manager.openStart('rect').class(CLASSES.home).attr('x', x - size * 0.8).attr('y', y - size * 0.8).attr('width', size * 1.6).attr('height', size * 1.6).openEnd().close('rect')
  else if (mark.kind === 'open') manager.openStart('path').class(CLASSES.open).attr('d', `M${x},${y - size * 1.2}l${size * 1.2},${size * 1.2}l${-size * 1.2},${size * 1.2}l${-size * 1.2},${-size * 1.2}z`).openEnd().close('path')
  else manager.openStart('circle').class(CLASSES[mark.kind]).attr('cx', x).attr('cy', y).attr('r', mark.kind === 'stop' ? size : size * 0.7).openEnd().close('circle')
  if (mark.label) {
    manager.openStart('text').attr('transform', `translate(${x + size * 1.5} ${y + size * 0.5}) scale(${size / 7})`).openEnd().text(mark.label).close('text')
  }
  manager.close('g')
}
