import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import { followPage } from 'aftersales/forms/live'

/**
 * Shows without reloading what the host makes of a run.
 * @namespace aftersales.accruals.ext.live
 */
export default class LivePage extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LivePage): void {
      this.end = followPage(this, run => run.getProperty('state_code') === 'Posting')
    },
    onExit(this: LivePage): void {
      this.end?.()
    }
  }
}
