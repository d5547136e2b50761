import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Column from 'sap/m/Column'
import ColumnListItem from 'sap/m/ColumnListItem'
import Label from 'sap/m/Label'
import Table from 'sap/m/Table'
import Text from 'sap/m/Text'
import VBox from 'sap/m/VBox'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import DateFormat from 'sap/ui/core/format/DateFormat'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { changedFields, inputText } from './rows'

interface Event { changes: string | null; input: string | null }

/**
 * What a row of the trail says: each field with its value before and after, and what the action was called with.
 * @namespace aftersales.audittrail.ext.changes
 */
export default class ChangeTable extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { event: { type: 'string' }, object: { type: 'string' } },
    aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } }
  }

  static readonly renderer = contentRenderer

  private shown = ''

  onBeforeRendering(): void {
    const event = this.getProperty('event') as string
    if (!event || event === this.shown) return
    this.shown = event
    void this.read(event)
  }

  private async read(ID: string): Promise<void> {
    const model = this.getModel() as ODataModel
    const { changes, input } = (await model.bindContext(`/AuditEvents(${ID})`, undefined, { $select: 'changes,input', $$groupId: '$direct' } as object).requestObject()) as Event
    if (this.isDestroyed() || ID !== this.getProperty('event')) return
    const texts = (this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle
    const text = (key: string, ...values: string[]) => texts.getText(key, values)!
    const format = DateFormat.getDateTimeInstance({ style: 'medium' })
    const words = { empty: text('changes.empty'), time: (at: Date) => format.format(at) }
    const rows = changedFields(changes, path => this.labelOf(path), words)
    const called = inputText(input, words)
    this.setAggregation('content', new VBox({
      items: [
        ...called ? [new Text({ text: text('changes.input', called) }).addStyleClass('sapUiSmallMarginBottom')] : [],
        new Table({
          noDataText: text('changes.none'), autoPopinMode: true, contextualWidth: 'Auto', fixedLayout: false,
          columns: ['field', 'before', 'after'].map(name => new Column({ header: new Label({ text: text(`changes.${name}`) }) })),
          items: rows.map(({ field, before, after }) => new ColumnListItem({ cells: [field, before, after].map(value => new Text({ text: value })) }))
        })
      ]
    }))
  }

  /** In the reader's language where the record is one of the service; else as the database names it. */
  private labelOf(path: string[]): string {
    const meta = (this.getModel() as ODataModel).getMetaModel()
    const label = (steps: string[]) => meta.getObject(`/${[this.getProperty('object') as string, ...steps].join('/')}@com.sap.vocabularies.Common.v1.Label`) as string | undefined
    return path.map((step, index) => label(path.slice(0, index + 1)) ?? step).join(' – ')
  }
}
