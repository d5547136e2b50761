import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type Context from 'sap/ui/model/odata/v4/Context'
import { follow, isMoving } from './moving'

/**
 * Shows without reloading how far the run is and what it rejects.
 * @namespace aftersales.replication.ext.live
 */
export default class LivePage extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LivePage): void {
      const view = this.getView()
      const api = (this as unknown as { base: { getExtensionAPI(): ExtensionAPI } }).base.getExtensionAPI()
      this.end = follow(view, () => isMoving(view.getBindingContext() as Context) ? api.refresh() : undefined)
    },
    onExit(this: LivePage): void {
      this.end?.()
    }
  }
}
