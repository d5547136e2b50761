import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import { fishboneOf, WIDTH } from './layout'
import type { Bone } from './tree'

const COLOURS = {
  bone: 'var(--sapContent_LabelColor, #556b82)', name: 'var(--sapTitleColor, #1d2d3e)', answer: 'var(--sapTextColor, #131e29)', root: 'var(--sapNegativeTextColor, #aa0808)',
  ruledOut: 'var(--sapContent_LabelColor, #556b82)', head: 'var(--sapNegativeElementColor, #f53232)'
}

/**
 * Draws the answers on their branches (Ishikawa). `text` says the same in words; the tree beside it is what people work with.
 * @namespace aftersales.capa.ext.causes
 */
export default class Fishbone extends Control {
  static readonly metadata: MetadataOptions = { properties: { bones: { type: 'object' }, text: { type: 'string' }, effect: { type: 'string' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, picture: Fishbone): void {
      manager.openStart('div', picture).style('overflow-x', 'auto').openEnd()
      const bones = picture.getProperty('bones') as Bone[] | null
      if (bones?.length) draw(manager, bones, picture.getProperty('text') as string, picture.getProperty('effect') as string)
      manager.close('div')
    }
  }
}

function draw(manager: RenderManager, bones: Bone[], text: string, effect: string): void {
  const { height, spine, head, ribs } = fishboneOf(bones)
  manager.openStart('svg').attr('role', 'img').attr('aria-label', text).attr('viewBox', `0 0 ${WIDTH} ${height}`)
  manager.style('width', '100%').style('min-width', '44rem').style('display', 'block').openEnd()
  line(manager, { x1: 20, y1: spine, x2: head.x, y2: spine }, 3)
  manager.openStart('polygon').attr('points', `${head.x},${spine - 24} ${head.x + 58},${spine} ${head.x},${spine + 24}`).style('fill', COLOURS.head).openEnd()
  manager.openStart('title').openEnd().text(effect).close('title').close('polygon')
  for (const rib of ribs) {
    line(manager, rib, 2)
    word(manager, rib.name.x, rib.name.y, rib.name.text, rib.name.text, { fill: COLOURS.name, weight: 'bold', anchor: 'middle' })
    for (const answer of rib.answers) {
      const fill = answer.isRuledOut ? COLOURS.ruledOut : answer.isRootCause ? COLOURS.root : COLOURS.answer
      word(manager, answer.x, answer.y + 4, answer.text, answer.full, { fill, weight: answer.isRootCause ? 'bold' : 'normal', anchor: 'end', struck: answer.isRuledOut })
    }
  }
  manager.close('svg')
}

function line(manager: RenderManager, { x1, y1, x2, y2 }: { x1: number, y1: number, x2: number, y2: number }, width: number): void {
  manager.openStart('line').attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2).style('stroke', COLOURS.bone).style('stroke-width', String(width)).openEnd().close('line')
}

function word(manager: RenderManager, x: number, y: number, text: string, full: string, style: { fill: string, weight: string, anchor: string, struck?: boolean }): void {
  manager.openStart('text').attr('x', x).attr('y', y).attr('text-anchor', style.anchor).style('fill', style.fill).style('font-size', '13px').style('font-weight', style.weight)
  if (style.struck) manager.style('text-decoration', 'line-through')
  manager.openEnd().text(text)
  manager.openStart('title').openEnd().text(full).close('title')
  manager.close('text')
}
