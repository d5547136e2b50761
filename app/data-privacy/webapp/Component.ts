import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.dataprivacy
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
