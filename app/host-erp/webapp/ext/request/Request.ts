import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Column from 'sap/m/Column'
import ColumnListItem from 'sap/m/ColumnListItem'
import Label from 'sap/m/Label'
import Table from 'sap/m/Table'
import Text from 'sap/m/Text'
import Title from 'sap/m/Title'
import Toolbar from 'sap/m/Toolbar'
import VBox from 'sap/m/VBox'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import SimpleForm from 'sap/ui/layout/form/SimpleForm'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { factsOf, isFigure, type Fact, type RequestFacts } from './facts'
import { display, displayName } from './formats'

/**
 * Shows what a message asks of the host: a form for the whole document, a table for its items or lines.
 * @namespace aftersales.hosterp.ext.request
 */
export default class Request extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { payload: { type: 'string' } },
    aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } }
  }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, request: Request): void {
      manager.openStart('div', request).openEnd()
      manager.renderControl(request.getAggregation('content') as Control)
      manager.close('div')
    }
  }

  private shown?: string

  /** Texts come with the page's models, which are there when the control is drawn. */
  onBeforeRendering(): void {
    const payload = this.getProperty('payload') as string
    if (payload === this.shown) return
    this.shown = payload
    this.destroyAggregation('content', true)
    this.setAggregation('content', this.content(factsOf(payload)), true)
  }

  private content(request?: RequestFacts): Control {
    if (!request) return new Text({ text: this.text('noRequest') })
    const { facts, columns, rows } = request
    return new VBox({ items: [...facts.length ? [this.form(facts)] : [], ...rows.length ? [this.table(columns, rows)] : []] })
  }

  private form(facts: Fact[]): Control {
    return new SimpleForm({
      layout: 'ColumnLayout', columnsM: 2, columnsL: 3, columnsXL: 3, editable: false,
      content: facts.flatMap(fact => [new Label({ text: this.nameOf(fact.name) }), new Text({ text: this.worded(fact) })])
    })
  }

  private table(columns: string[], rows: (Fact | undefined)[][]): Control {
    const heading = new Title({ text: this.text('items'), level: 'H4' })
    return new Table({
      headerToolbar: new Toolbar({ content: [heading] }), ariaLabelledBy: [heading], autoPopinMode: true,
      columns: columns.map(name => new Column({ header: new Text({ text: this.nameOf(name) }), hAlign: isFigure(name) ? 'End' : 'Initial' })),
      items: rows.map(row => new ColumnListItem({ cells: row.map(fact => new Text({ text: fact ? this.worded(fact) : '' })) }))
    })
  }

  /** Some values are codes that have words. */
  private worded(fact: Fact): string {
    const key = `value.${fact.name}.${fact.value}`
    const words = this.text(key)
    return words === key ? display(fact) : words
  }

  private nameOf(name: string): string {
    const key = `request.${name}`
    const label = this.text(key)
    return label === key ? displayName(name) : label
  }

  private text(key: string): string {
    return ((this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle).getText(key) ?? key
  }
}
