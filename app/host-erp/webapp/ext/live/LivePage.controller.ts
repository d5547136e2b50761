import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type Context from 'sap/ui/model/odata/v4/Context'
import { followPage } from 'aftersales/forms/live'

/**
 * Shows without reloading what becomes of a message that is on its way.
 * @namespace aftersales.hosterp.ext.live
 */
export default class LivePage extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LivePage): void {
      this.end = followPage(this, isMoving)
    },
    onExit(this: LivePage): void {
      this.end?.()
    }
  }
}

/** Whether the service will change this message by itself. */
const isMoving = (message: Context) => ['Pending', 'Sent'].includes(message.getProperty('state_code') as string)
