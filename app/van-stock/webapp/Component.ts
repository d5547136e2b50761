import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.vanstock
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
