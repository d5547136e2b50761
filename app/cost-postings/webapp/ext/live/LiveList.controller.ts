import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import { followList } from 'aftersales/forms/live'

/**
 * Shows without reloading which postings have arrived, as long as somebody looks at those on the way.
 * @namespace aftersales.costpostings.ext.live
 */
export default class LiveList extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LiveList): void {
      this.end = followList(this, rows => Boolean(rows.getCount()), { table: '::waiting::' })
    },
    onExit(this: LiveList): void {
      this.end?.()
    }
  }
}
