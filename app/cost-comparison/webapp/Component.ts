import AppComponent from 'sap/fe/core/AppComponent'

/**
 * @namespace aftersales.costcomparison
 */
export default class Component extends AppComponent {
  static metadata = { manifest: 'json' }
}
