import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import type { Cell, MatrixRow, MatrixTable } from './rows'

/**
 * Parts by places: a bar of what is free, held and reserved, and the free pieces as a figure. A cell tells the rest.
 * @namespace aftersales.partavailability.matrix
 */
export default class StockMatrix extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { table: { type: 'object' } },
    events: { cellPress: { parameters: { key: { type: 'string' }, opener: { type: 'object' } } } }
  }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, matrix: StockMatrix): void {
      manager.openStart('div', matrix).class('asMatrix').attr('tabindex', '0').openEnd()
      const table = matrix.getProperty('table') as MatrixTable | null
      if (table) drawTable(manager, table)
      manager.close('div')
    }
  }

  onclick(event: Event): void {
    const opener = (event.target as Element).closest<HTMLElement>('[data-key]')
    if (opener) this.fireEvent('cellPress', { key: opener.dataset.key, opener })
  }
}

function drawTable(manager: RenderManager, { caption, ageTitle, places, rows }: MatrixTable): void {
  manager.openStart('table').attr('aria-label', caption).openEnd().openStart('thead').openEnd().openStart('tr').openEnd()
  head(manager, caption)
  for (const { name, code } of places) head(manager, name, code)
  head(manager, ageTitle)
  manager.close('tr').close('thead').openStart('tbody').openEnd()
  for (const row of rows) drawRow(manager, row)
  manager.close('tbody').close('table')
}

function head(manager: RenderManager, name: string, code?: string): void {
  manager.openStart('th').attr('scope', 'col').openEnd().text(name)
  if (code && code !== name) manager.openStart('span').class('asCode').openEnd().text(code).close('span')
  manager.close('th')
}

function drawRow(manager: RenderManager, { part, age, cells }: MatrixRow): void {
  manager.openStart('tr').openEnd().openStart('th').attr('scope', 'row').openEnd().text(part.name)
  manager.openStart('span').class('asCode').openEnd().text(part.number).close('span').close('th')
  for (const cell of cells) {
    manager.openStart('td').openEnd()
    if (cell) drawCell(manager, cell)
    manager.close('td')
  }
  manager.openStart('td').class('asAge').openEnd().text(age).close('td').close('tr')
}

function drawCell(manager: RenderManager, { key, text, title, free, held, reserved, isShort }: Cell): void {
  manager.openStart('button').attr('type', 'button').attr('title', title).attr('aria-label', title).attr('data-key', key)
  if (isShort) manager.class('asShort')
  manager.openEnd().openStart('span').class('asFigure').openEnd().text(text).close('span')
  manager.openStart('span').class('asStock').openEnd()
  for (const [name, width] of [['asFree', free], ['asHeld', held], ['asReserved', reserved]] as const) {
    manager.openStart('span').class(name).style('width', `${width}%`).openEnd().close('span')
  }
  manager.close('span').close('button')
}
