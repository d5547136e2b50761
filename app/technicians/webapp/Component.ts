import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.technicians
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
