import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import { pictureOf, type Band, type ClockTimeLine } from './picture'

const HEIGHT = 40
const COLOURS = {
  rest: 'var(--sapNeutralBackground, #eff1f2)', work: 'var(--sapInformationBorderColor, #0070f2)', late: 'var(--sapNegativeElementColor, #f53232)',
  wait: 'var(--sapCriticalElementColor, #e76500)', due: 'var(--sapNegativeTextColor, #aa0808)', now: 'var(--sapTextColor, #131e29)',
  earlier: 'var(--sapContent_LabelColor, #556b82)'
}

/**
 * Draws a clock: working hours as bands, waits hatched over them, the due date, earlier ones, and now. `text` says the same in words.
 * @namespace aftersales.workorders.ext.clocks
 */
export default class TimeLine extends Control {
  static readonly metadata: MetadataOptions = { properties: { clock: { type: 'object' }, text: { type: 'string' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, line: TimeLine): void {
      manager.openStart('div', line).openEnd()
      const clock = line.getProperty('clock') as ClockTimeLine | null
      if (clock) draw(manager, clock, line.getProperty('text') as string, `${line.getId()}-waits`)
      manager.close('div')
    }
  }
}

function draw(manager: RenderManager, clock: ClockTimeLine, text: string, pattern: string): void {
  const { work, late, waits, due, earlierDue, now } = pictureOf(clock)
  manager.openStart('svg').attr('role', 'img').attr('aria-label', text).attr('viewBox', `0 0 1000 ${HEIGHT}`).attr('preserveAspectRatio', 'none')
  manager.style('width', '100%').style('height', '2.5rem').style('display', 'block').openEnd()
  hatching(manager, pattern)
  bands(manager, [{ from: 0, width: 1000 }], COLOURS.rest)
  bands(manager, work, COLOURS.work, 0.35)
  bands(manager, late, COLOURS.late, 0.75)
  bands(manager, waits, `url(#${pattern})`)
  for (const at of earlierDue) mark(manager, at, COLOURS.earlier, '4 4')
  if (due !== undefined) mark(manager, due, COLOURS.due)
  mark(manager, now, COLOURS.now, '1 3')
  manager.close('svg')
}

function hatching(manager: RenderManager, id: string): void {
  manager.openStart('defs').openEnd()
  manager.openStart('pattern').attr('id', id).attr('patternUnits', 'userSpaceOnUse').attr('width', '8').attr('height', '8').attr('patternTransform', 'rotate(45)').openEnd()
  manager.openStart('rect').attr('width', '3').attr('height', '8').style('fill', COLOURS.wait).openEnd().close('rect')
  manager.close('pattern')
  manager.close('defs')
}

function bands(manager: RenderManager, list: Band[], colour: string, opacity = 1): void {
  for (const { from, width } of list) {
    manager.openStart('rect').attr('x', from).attr('y', 6).attr('width', Math.max(width, 1)).attr('height', HEIGHT - 12)
    manager.style('fill', colour).style('opacity', String(opacity)).openEnd().close('rect')
  }
}

/** A line that stays thin however far the picture is stretched. */
function mark(manager: RenderManager, at: number, colour: string, dashes?: string): void {
  manager.openStart('line').attr('x1', at).attr('x2', at).attr('y1', 0).attr('y2', HEIGHT).attr('vector-effect', 'non-scaling-stroke')
  if (dashes) manager.attr('stroke-dasharray', dashes)
  manager.style('stroke', colour).style('stroke-width', '3').openEnd().close('line')
}
