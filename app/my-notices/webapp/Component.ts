import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.mynotices
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
