import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.costpostings
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
