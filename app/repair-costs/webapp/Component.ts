import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.repaircosts
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
