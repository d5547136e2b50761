import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'

export interface LoadCell { area: string; day: string; percent: number | null; text: string; title: string }
export interface LoadTable { caption: string; days: string[]; areas: { name: string; cells: LoadCell[] }[] }

/**
 * How full the days of areas are, by colour and figure. A cell leads to its area and day.
 * @namespace aftersales.dispatch.load
 */
export default class LoadGrid extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { table: { type: 'object' } },
    events: { cellPress: { parameters: { area: { type: 'string' }, day: { type: 'string' } } } }
  }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, grid: LoadGrid): void {
      manager.openStart('div', grid).openEnd()
      const table = grid.getProperty('table') as LoadTable | null
      if (table) drawTable(manager, table)
      manager.close('div')
    }
  }

  onclick(event: Event): void {
    const cell = (event.target as Element).closest('[data-area]')
    if (cell) this.fireEvent('cellPress', { area: cell.getAttribute('data-area'), day: cell.getAttribute('data-day') })
  }
}

function drawTable(manager: RenderManager, { caption, days, areas }: LoadTable): void {
  manager.openStart('table').class('asLoads').attr('aria-label', caption).openEnd()
  manager.openStart('thead').openEnd().openStart('tr').openEnd()
  for (const name of [caption, ...days]) manager.openStart('th').attr('scope', 'col').openEnd().text(name).close('th')
  manager.close('tr').close('thead').openStart('tbody').openEnd()
  for (const { name, cells } of areas) {
    manager.openStart('tr').openEnd().openStart('th').attr('scope', 'row').openEnd().text(name).close('th')
    for (const cell of cells) {
      manager.openStart('td').openEnd().openStart('button').class(`asHeat-${heatOf(cell.percent)}`).attr('type', 'button').attr('title', cell.title)
      manager.attr('aria-label', cell.title).attr('data-area', cell.area).attr('data-day', cell.day).openEnd().text(cell.text).close('button').close('td')
    }
    manager.close('tr')
  }
  manager.close('tbody').close('table')
}

/** Steps of a day's working time. */
function heatOf(percent: number | null): string {
  if (percent === null) return 'none'
  if (percent < 30) return 'low'
  if (percent < 65) return 'fair'
  return percent < 90 ? 'high' : 'full'
}
