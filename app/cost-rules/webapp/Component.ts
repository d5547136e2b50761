import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.costrules
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
