import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.partplanning
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
