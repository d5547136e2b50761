import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type View from 'sap/ui/core/mvc/View'
import type Table from 'sap/ui/mdc/Table'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'
import { sayCurrent, sayOutdated } from './age'
import { follow } from './following'

/**
 * Keeps the open view and the counts of all views as they are now, says so when it can't, and leads from a row to its work order.
 * @namespace aftersales.servicelevels.ext.live
 */
export default class LiveBoard extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LiveBoard): void {
      const view = this.getView()
      const api = apiOf(this)
      this.end = follow(view, {
        look: () => {
          const rows = shownRows(view)
          // whoever has chosen rows is about to act on them
          if (!rows || api.getSelectedContexts().length) return
          api.refreshTabsCount()
          return (rows.getHeaderContext() as Context).requestSideEffects([{ $NavigationPropertyPath: '' }])
        },
        failed: since => sayOutdated(api, view, since),
        recovered: () => sayCurrent(api)
      })
    },
    onExit(this: LiveBoard): void {
      this.end?.()
    },
    routing: {
      onBeforeNavigation(this: LiveBoard, { bindingContext }: { bindingContext: Context }): boolean {
        void openOrder(apiOf(this), bindingContext)
        return true
      }
    }
  }
}

const apiOf = (extension: LiveBoard) => (extension as unknown as { base: { getExtensionAPI(): ExtensionAPI } }).base.getExtensionAPI()

async function openOrder(api: ExtensionAPI, row: Context): Promise<void> {
  const number = await row.requestProperty(row.getPath().startsWith('/Warnings') ? 'workOrder/number' : 'number') as string
  api.getIntentBasedNavigation().navigateOutbound('workOrder', { number })
}

/** The rows of the view that is open; the others are read when somebody opens them. */
function shownRows(view: View): ODataListBinding | undefined {
  const tables = view.findAggregatedObjects(true, control => control.isA('sap.ui.mdc.Table')) as (Table & { getRowBinding(): ODataListBinding | undefined })[]
  return tables.find(table => table.getDomRef()?.checkVisibility())?.getRowBinding()
}
