import type ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type View from 'sap/ui/core/mvc/View'
import type Table from 'sap/ui/mdc/Table'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'

/** How often a page looks again, in milliseconds. */
const EVERY = 3_000

interface PageApi { refresh(): Promise<unknown> }
interface ListApi { refreshTabsCount(): void; getSelectedContexts(): Context[] }

const apiOf = <Api>(extension: ControllerExtension) => (extension as unknown as { base: { getExtensionAPI(): Api } }).base.getExtensionAPI()

/** Reads an object page again every few seconds while the service will change its row by itself. @returns what ends it */
export function followPage(extension: ControllerExtension, isMoving: (row: Context) => boolean, every = EVERY): () => void {
  const view = extension.getView(), api = apiOf<PageApi>(extension)
  return follow(view, every, () => {
    const row = view.getBindingContext() as Context | null | undefined
    return row && isMoving(row) ? api.refresh() : undefined
  })
}

/**
 * Reads the table of a list that is in view again every few seconds, and the counts of its views, as long as that is wanted.
 *
 * @param table part of the table's ID, where only one of the views is followed
 * @returns what ends it
 */
export function followList(
  extension: ControllerExtension, isWanted: (rows: ODataListBinding, selected: Context[]) => boolean, { table = '', every = EVERY } = {}
): () => void {
  const view = extension.getView(), api = apiOf<ListApi>(extension)
  return follow(view, every, () => {
    const rows = shownRows(view, table)
    if (!rows || !isWanted(rows, api.getSelectedContexts())) return
    api.refreshTabsCount()
    return (rows.getHeaderContext() as Context).requestSideEffects([{ $NavigationPropertyPath: '' }])
  })
}

/** Rows of the view that is open; the others are read when somebody opens them. */
function shownRows(view: View, table: string): ODataListBinding | undefined {
  const tables = view.findAggregatedObjects(true, control => control.isA('sap.ui.mdc.Table') && control.getId().includes(table)) as (Table & { getRowBinding(): ODataListBinding })[]
  return tables.find(each => each.getDomRef()?.checkVisibility())?.getRowBinding()
}

/** Calls `look` every few seconds while the page is in view, until it fails: a server that is away is not asked again and again. */
function follow(view: View, every: number, look: () => Promise<unknown> | undefined): () => void {
  const stop = () => window.clearInterval(timer)
  const timer = window.setInterval(() => {
    if (!document.hidden && view.getDomRef()?.checkVisibility()) look()?.catch(stop)
  }, every)
  return stop
}
