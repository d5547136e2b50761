import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { HEIGHT, pictureOf, WIDTH, type Picture, type Point } from './picture'

const MOST = 240
const COLOURS = {
  used: 'var(--sapChart_OrderedColor_1, #168eff)', expected: 'var(--sapCriticalElementColor, #c35500)', text: 'var(--sapTextColor, #131e29)',
  grid: 'var(--sapGroup_ContentBorderColor, #d9d9d9)'
}

/**
 * Draws what was used of a part month by month, and what the forecast expected. The months themselves stand in the table below.
 * @namespace aftersales.partplanning.ext.demand
 */
export default class DemandChart extends Control {
  static readonly metadata: MetadataOptions = { properties: { forecast: { type: 'string' }, calculatedAt: { type: 'any' }, points: { type: 'object' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, chart: DemandChart): void {
      manager.openStart('div', chart).style('width', '100%').openEnd()
      const points = chart.getProperty('points') as Point[] | null
      if (points) draw(manager, pictureOf(points), chart.texts())
      manager.close('div')
    }
  }

  private shown = ''

  onBeforeRendering(): void {
    const wanted = [this.getProperty('forecast'), this.getProperty('calculatedAt')].join(' ')
    if (wanted === this.shown || !this.getProperty('forecast')) return
    this.shown = wanted
    void this.read(this.getProperty('forecast') as string)
  }

  texts(): ResourceBundle {
    return (this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle
  }

  private async read(forecast: string): Promise<void> {
    const contexts = await (this.getModel() as ODataModel).bindList('/PartForecastPoints', undefined, [], [], {
      $filter: `forecast_ID eq ${forecast}`, $orderby: 'month desc', $select: 'forecast_ID,month,demand,expected,isFuture'
    }).requestContexts(0, MOST)
    if (!this.isDestroyed() && forecast === this.getProperty('forecast')) this.setProperty('points', contexts.map(context => context.getObject() as Point))
  }
}

function draw(manager: RenderManager, picture: Picture, texts: ResourceBundle): void {
  if (!picture.months) return void manager.openStart('span').openEnd().text(texts.getText('demand.none')!).close('span')
  const { bars, line, futureLine, marks, scale, most, next, months } = picture
  legend(manager, texts)
  manager.openStart('svg').attr('role', 'img').attr('aria-label', texts.getText('demand.picture', [months, most, next ?? '–'])!).attr('viewBox', `0 0 ${WIDTH} ${HEIGHT}`)
  manager.style('width', '100%').style('max-height', '20rem').style('display', 'block').openEnd()
  for (const { y, text } of scale) {
    manager.openStart('line').attr('x1', 44).attr('x2', WIDTH).attr('y1', y).attr('y2', y).style('stroke', COLOURS.grid).openEnd().close('line')
    label(manager, 38, y + 4, text, 'end')
  }
  for (const { x, y, width, height, title } of bars) {
    manager.openStart('rect').attr('x', x).attr('y', y).attr('width', width).attr('height', height).style('fill', COLOURS.used).openEnd()
    manager.openStart('title').openEnd().text(title).close('title').close('rect')
  }
  for (const [points, dashes] of [[line, ''], [futureLine, '6 4']]) {
    manager.openStart('polyline').attr('points', points).style('fill', 'none').style('stroke', COLOURS.expected).style('stroke-width', '2.5')
    if (dashes) manager.attr('stroke-dasharray', dashes)
    manager.openEnd().close('polyline')
  }
  for (const { x, text } of marks) label(manager, x, HEIGHT - 8, text, 'middle')
  manager.close('svg')
}

function label(manager: RenderManager, x: number, y: number, text: string, anchor: string): void {
  manager.openStart('text').attr('x', x).attr('y', y).attr('text-anchor', anchor).style('font', '12px var(--sapFontFamily, Arial)').style('fill', COLOURS.text).openEnd().text(text).close('text')
}

function legend(manager: RenderManager, texts: ResourceBundle): void {
  manager.openStart('div').style('display', 'flex').style('gap', '1.5rem').style('padding-bottom', '.5rem').openEnd()
  for (const [key, colour] of [['demand.used', COLOURS.used], ['demand.expected', COLOURS.expected]]) {
    manager.openStart('span').style('color', COLOURS.text).openEnd()
    manager.openStart('span').style('display', 'inline-block').style('width', '.75rem').style('height', '.75rem').style('margin-inline-end', '.4rem').style('background', colour).openEnd().close('span')
    manager.text(texts.getText(key)!).close('span')
  }
  manager.close('div')
}
