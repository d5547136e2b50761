import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.oncall
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
