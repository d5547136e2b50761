import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.qualitytrends
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
