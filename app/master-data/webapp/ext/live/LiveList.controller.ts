import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type View from 'sap/ui/core/mvc/View'
import type Table from 'sap/ui/mdc/Table'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'
import { follow, isMoving } from './moving'

/**
 * Shows without reloading how far the runs are.
 * @namespace aftersales.replication.ext.live
 */
export default class LiveList extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LiveList): void {
      const view = this.getView()
      const api = (this as unknown as { base: { getExtensionAPI(): ExtensionAPI } }).base.getExtensionAPI()
      this.end = follow(view, () => {
        const rows = shownRows(view)
        // whoever has chosen a run is about to act on it
        if (!rows?.getCurrentContexts().some(isMoving) || api.getSelectedContexts().length) return
        return (rows.getHeaderContext() as Context).requestSideEffects([{ $NavigationPropertyPath: '' }])
      })
    },
    onExit(this: LiveList): void {
      this.end?.()
    }
  }
}

function shownRows(view: View): ODataListBinding | undefined {
  const [table] = view.findAggregatedObjects(true, control => control.isA('sap.ui.mdc.Table')) as (Table & { getRowBinding(): ODataListBinding })[]
  return table?.getRowBinding()
}
