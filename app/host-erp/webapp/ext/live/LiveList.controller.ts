import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type View from 'sap/ui/core/mvc/View'
import type Table from 'sap/ui/mdc/Table'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'
import { follow } from './moving'

/**
 * Shows without reloading which messages come and go, in the view that is open and in the counts of all.
 * @namespace aftersales.hosterp.ext.live
 */
export default class LiveList extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LiveList): void {
      const view = this.getView()
      const api = (this as unknown as { base: { getExtensionAPI(): ExtensionAPI } }).base.getExtensionAPI()
      this.end = follow(view, () => {
        const rows = shownRows(view)
        // whoever has chosen messages is about to act on them
        if (!rows || api.getSelectedContexts().length) return
        api.refreshTabsCount()
        return (rows.getHeaderContext() as Context).requestSideEffects([{ $NavigationPropertyPath: '' }])
      })
    },
    onExit(this: LiveList): void {
      this.end?.()
    }
  }
}

/** The rows of the view that is open; the others are read when somebody opens them. */
function shownRows(view: View): ODataListBinding | undefined {
  const tables = view.findAggregatedObjects(true, control => control.isA('sap.ui.mdc.Table')) as (Table & { getRowBinding(): ODataListBinding })[]
  return tables.find(table => table.getDomRef()?.checkVisibility())?.getRowBinding()
}
