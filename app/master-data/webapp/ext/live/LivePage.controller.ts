import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import { followPage } from 'aftersales/forms/live'
import { EVERY, isMoving } from './moving'

/**
 * Shows without reloading how far the run is and what it rejects.
 * @namespace aftersales.replication.ext.live
 */
export default class LivePage extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LivePage): void {
      this.end = followPage(this, isMoving, EVERY)
    },
    onExit(this: LivePage): void {
      this.end?.()
    }
  }
}
