import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import Fragment from 'sap/ui/core/Fragment'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { askFor, type Form } from './form'
import type { Language } from './language'
import { languageOf } from './languageOf'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { permissionsOf } from './permissionsOf'
import { follow, readAll, unfollow } from './pulse'
import { MANY } from './requests'

/**
 * A part of the order's page that another service knows about. It is read anew when the order changes (`version`), when somebody does
 * something in any part, and as time goes by. Its fragment shows what `show` answers as the model `part`, with what the user `may` do.
 * @namespace aftersales.workorders.ext.live
 */
export default abstract class OrderPart<Loaded extends object = object> extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { workOrder: { type: 'string' }, version: { type: 'any' } },
    aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } }
  }

  static readonly renderer = contentRenderer

  /** Name of the fragment that shows it; its handlers are methods of the part. */
  protected abstract fragment(): string

  protected abstract load(model: ODataModel, workOrder: string): Promise<Loaded>

  /** What was loaded, in words. @param passed milliseconds since then */
  protected abstract show(loaded: Loaded, language: Language, passed: number): object

  /** Shown until something could be read. */
  protected readonly meanwhile?: Loaded

  private readonly state = new JSONModel({ failed: false, may: {} })
  private begun = false
  private shown?: string
  private loaded?: { what: Loaded; at: number }

  onBeforeRendering(): void {
    if (!this.begun) this.begin()
    const wanted = this.subject().join(' ')
    if (wanted === this.shown) return
    this.shown = wanted
    if (this.meanwhile && !this.loaded) this.take(this.meanwhile, {})
    void this.read()
  }

  exit(): void {
    unfollow(this)
  }

  isSeen(): boolean {
    return Boolean(this.getDomRef()?.checkVisibility())
  }

  retell(): void {
    if (!this.loaded) return
    const { may, failed } = this.state.getData() as { may: object; failed: boolean }
    this.state.setData({ ...this.show(this.loaded.what, this.language(), Date.now() - this.loaded.at), may, failed })
  }

  /** An answer to an order that is no longer shown is dropped. */
  async read(): Promise<void> {
    const workOrder = this.workOrder()
    if (!workOrder) return
    try {
      const [what, may] = await Promise.all([this.load(this.service(), workOrder), this.permissions()])
      if (!this.isDestroyed() && workOrder === this.workOrder()) this.take(what, may)
    } catch {
      this.state.setProperty('/failed', true)
    }
  }

  /** What it is about; when that changes, it is read anew. */
  protected subject(): unknown[] {
    return [this.workOrder(), this.getProperty('version')]
  }

  protected permissions(): Promise<object> {
    return permissionsOf(this.service())
  }

  /** Lets somebody fill in a form; afterwards all parts and the order itself show what has become of it. */
  protected ask(form: Form): void {
    askFor(this, this.language(), { ...form, send: async values => { await form.send(values); this.refresh() } })
  }

  protected refresh(): void {
    readAll()
    const order = this.getBindingContext() as Context | null
    order?.requestSideEffects(['*', 'events']).catch(() => {}) // what can't be read is tried again by itself
  }

  protected service(): ODataModel {
    return this.getModel('serviceLevels') as ODataModel
  }

  protected language(): Language {
    return languageOf((this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle)
  }

  protected workOrder(): string {
    return this.getProperty('workOrder') as string
  }

  private take(what: Loaded, may: object): void {
    this.loaded = { what, at: Date.now() }
    this.state.setData({ may, failed: false })
    this.retell()
  }

  private begin(): void {
    this.begun = true
    this.state.setSizeLimit(MANY)
    this.setModel(this.state, 'part')
    follow(this)
    void Fragment.load({ id: this.getId(), name: this.fragment(), controller: this }).then(content => this.setAggregation('content', content as Control))
  }
}
