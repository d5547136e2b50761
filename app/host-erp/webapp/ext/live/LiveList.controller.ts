import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import { followList } from 'aftersales/forms/live'

/**
 * Shows without reloading which messages come and go, in the view that is open and in the counts of all.
 * @namespace aftersales.hosterp.ext.live
 */
export default class LiveList extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LiveList): void {
      // whoever has chosen messages is about to act on them
      this.end = followList(this, (_, selected) => !selected.length)
    },
    onExit(this: LiveList): void {
      this.end?.()
    }
  }
}
