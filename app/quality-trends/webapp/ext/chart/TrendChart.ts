import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import DateFormat from 'sap/ui/core/format/DateFormat'
import type RenderManager from 'sap/ui/core/RenderManager'
import Device from 'sap/ui/Device'
import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import Sorter from 'sap/ui/model/Sorter'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { HEIGHT, pictureOf, WIDTH, type Panel, type TrendPoint } from './picture'

/** Two years: more weeks than that can't be told apart on a page. */
const MOST = 104
/** On a phone a year and its width. */
const ON_PHONE = { weeks: 52, width: 340 }
const COLOURS = {
  bar: 'var(--sapChart_OrderedColor_1, #168eff)', signal: 'var(--sapNegativeElementColor, #f53232)', center: 'var(--sapPositiveElementColor, #30914c)',
  limit: 'var(--sapNegativeTextColor, #aa0808)', sum: 'var(--sapChart_OrderedColor_1, #168eff)', text: 'var(--sapTextColor, #131e29)', grid: 'var(--sapGroup_ContentBorderColor, #d9d9d9)'
}
const DASHES = { center: '', limit: '6 4', sum: '' }

/**
 * Draws a series week by week: counts with what is expected and the upper limit, and the cumulative sum with the threshold at which it signals.
 * @namespace aftersales.qualitytrends.ext.chart
 */
export default class TrendChart extends Control {
  static readonly metadata: MetadataOptions = { properties: { dimension: { type: 'string' }, value: { type: 'string' }, points: { type: 'object' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, chart: TrendChart): void {
      manager.openStart('div', chart).style('width', '100%').openEnd()
      const points = chart.getProperty('points') as TrendPoint[] | null
      if (points) draw(manager, points, chart.texts())
      manager.close('div')
    }
  }

  private shown = ''

  onBeforeRendering(): void {
    const [dimension, value] = [this.getProperty('dimension'), this.getProperty('value')] as string[]
    if (!dimension || !value || this.shown === `${dimension} ${value}`) return
    this.shown = `${dimension} ${value}`
    void this.read(dimension, value)
  }

  texts(): ResourceBundle {
    return (this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle
  }

  private async read(dimension: string, value: string): Promise<void> {
    const list = (this.getModel() as ODataModel).bindList('/TrendPoints', undefined, [new Sorter('week', true)], [
      new Filter('dimension_code', FilterOperator.EQ, dimension), new Filter('value', FilterOperator.EQ, value)
    ], { $select: 'dimension_code,value,week,count,exposure,center,upper,statistic,threshold,isSignal', $$groupId: '$direct' } as object)
    const contexts = await list.requestContexts(0, Device.system.phone ? ON_PHONE.weeks : MOST)
    if (!this.isDestroyed() && value === this.getProperty('value')) this.setProperty('points', contexts.map(context => context.getObject() as TrendPoint).reverse())
  }
}

function draw(manager: RenderManager, points: TrendPoint[], texts: ResourceBundle): void {
  const text = (key: string, ...values: (string | number)[]) => texts.getText(key, values)!
  if (!points.length) return void manager.openStart('span').openEnd().text(text('chart.none')).close('span')
  const format = DateFormat.getDateInstance({ style: 'short' })
  const width = Device.system.phone ? ON_PHONE.width : WIDTH
  const { rate, sum, signals, threshold } = pictureOf(points, week => format.format(new Date(`${week}T12:00:00`)), width)
  const most = Math.max(...points.map(({ count }) => count)), highest = Math.max(0, ...points.map(({ statistic }) => Number(statistic)))
  legend(manager, [[COLOURS.bar, text('chart.rate')], [COLOURS.signal, text('chart.signal')], [COLOURS.center, text('chart.center')], [COLOURS.limit, text('chart.limit')]])
  panel(manager, width, rate, text('chart.ratePicture', points.length, most, signals.join(', ') || text('chart.noSignal')))
  legend(manager, [[COLOURS.sum, text('chart.sum')], [COLOURS.limit, text('chart.threshold')]])
  panel(manager, width, sum, text('chart.sumPicture', points.length, highest, threshold ?? '–'))
}

function legend(manager: RenderManager, entries: string[][]): void {
  manager.openStart('div').style('display', 'flex').style('flex-wrap', 'wrap').style('gap', '0.25rem 1.5rem').style('margin', '0.75rem 0 0.25rem').openEnd()
  for (const [colour, name] of entries) {
    manager.openStart('span').style('color', COLOURS.text).openEnd()
    manager.openStart('span').attr('aria-hidden', 'true').style('display', 'inline-block').style('width', '0.75rem').style('height', '0.75rem').style('margin-inline-end', '0.4rem').style('background', colour).openEnd().close('span')
    manager.text(name).close('span')
  }
  manager.close('div')
}

function panel(manager: RenderManager, width: number, { bars, lines, scale, weeks }: Panel, described: string): void {
  manager.openStart('svg').attr('role', 'img').attr('aria-label', described).attr('viewBox', `0 0 ${width} ${HEIGHT}`)
  manager.style('width', '100%').style('max-height', '18rem').style('display', 'block').openEnd()
  for (const { x, y, text } of scale) {
    manager.openStart('line').attr('x1', x + 6).attr('x2', width).attr('y1', y - 4).attr('y2', y - 4).style('stroke', COLOURS.grid).openEnd().close('line')
    label(manager, x, y, text, 'end')
  }
  for (const { x, y, width: across, height, title, isSignal } of bars) {
    manager.openStart('rect').attr('x', x).attr('y', y).attr('width', across).attr('height', height).style('fill', isSignal ? COLOURS.signal : COLOURS.bar).openEnd()
    manager.openStart('title').openEnd().text(title).close('title').close('rect')
  }
  for (const { points, kind } of lines) {
    manager.openStart('polyline').attr('points', points).style('fill', 'none').style('stroke', COLOURS[kind]).style('stroke-width', '2.5')
    if (DASHES[kind]) manager.attr('stroke-dasharray', DASHES[kind])
    manager.openEnd().close('polyline')
  }
  for (const { x, y, text } of weeks) label(manager, x, y, text, 'middle')
  manager.close('svg')
}

function label(manager: RenderManager, x: number, y: number, text: string, anchor: string): void {
  manager.openStart('text').attr('x', x).attr('y', y).attr('text-anchor', anchor).style('fill', COLOURS.text).style('font-size', '13px').openEnd().text(text).close('text')
}
