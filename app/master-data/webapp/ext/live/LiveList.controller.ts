import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import { followList } from 'aftersales/forms/live'
import { EVERY, isMoving } from './moving'

/**
 * Shows without reloading how far the runs are.
 * @namespace aftersales.replication.ext.live
 */
export default class LiveList extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LiveList): void {
      // whoever has chosen a run is about to act on it
      this.end = followList(this, (rows, selected) => rows.getCurrentContexts().some(isMoving) && !selected.length, { every: EVERY })
    },
    onExit(this: LiveList): void {
      this.end?.()
    }
  }
}
