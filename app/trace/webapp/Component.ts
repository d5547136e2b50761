import UIComponent from 'sap/ui/core/UIComponent'

/**
 * @namespace aftersales.trace
 */
export default class Component extends UIComponent {
  static metadata = { manifest: 'json', interfaces: ['sap.ui.core.IAsyncContentCreation'] }

  init(): void {
    super.init()
    this.getRouter().initialize()
  }
}
