import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import DateFormat from 'sap/ui/core/format/DateFormat'
import Fragment from 'sap/ui/core/Fragment'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import type { Language } from './language'
import { partRenderer } from './partRenderer'

/** How often a part looks again, in milliseconds: due dates come nearer by themselves. */
const EVERY = 30_000

/**
 * A part of the order's page that another service knows about. It is read anew when the order changes (`version`) and as time goes by;
 * its fragment shows what `load` answers as the model `part`.
 * @namespace aftersales.workorders.ext.live
 */
export default abstract class OrderPart extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { workOrder: { type: 'string' }, version: { type: 'any' } },
    aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } }
  }

  static readonly renderer = partRenderer

  /** Name of the fragment that shows it. */
  protected abstract fragment(): string

  protected abstract load(model: ODataModel, workOrder: string, language: Language): Promise<object>

  private readonly state = new JSONModel({ failed: false })
  private timer?: number
  private shown?: string

  onBeforeRendering(): void {
    if (!this.timer) this.start()
    const wanted = [this.getProperty('workOrder'), this.getProperty('version')].join(' ')
    if (wanted === this.shown) return
    this.shown = wanted
    void this.read()
  }

  exit(): void {
    window.clearInterval(this.timer)
  }

  private start(): void {
    this.setModel(this.state, 'part')
    this.timer = window.setInterval(() => {
      if (!document.hidden && this.getDomRef()?.checkVisibility()) void this.read()
    }, EVERY)
    void Fragment.load({ id: this.getId(), name: this.fragment() }).then(content => this.setAggregation('content', content as Control))
  }

  /** An answer to an order that is no longer shown is dropped. */
  private async read(): Promise<void> {
    const workOrder = this.getProperty('workOrder') as string
    if (!workOrder) return
    try {
      const loaded = await this.load(this.getModel('serviceLevels') as ODataModel, workOrder, this.language())
      if (!this.isDestroyed() && workOrder === this.getProperty('workOrder')) this.state.setData({ ...loaded, failed: false })
    } catch {
      this.state.setProperty('/failed', true)
    }
  }

  private language(): Language {
    const bundle = (this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle
    const format = DateFormat.getDateTimeInstance({ style: 'medium/short' })
    return { text: (key, ...figures) => bundle.getText(key, figures) ?? key, instant: iso => format.format(new Date(iso)) }
  }
}
