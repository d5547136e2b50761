import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type DynamicPage from 'sap/f/DynamicPage'
import Device from 'sap/ui/Device'
import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type FilterBar from 'sap/ui/mdc/FilterBar'
import Sorter from 'sap/ui/model/Sorter'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

const CURRENCY = 'companyCodeCurrency_code'

/**
 * Amounts of two currencies are never added: the lists begin with that of most orders, and are read only then.
 * @namespace aftersales.forms
 */
export default class Currency extends ControllerExtension {
  static readonly overrides = {
    onInit(this: Currency): void {
      const page = (this as unknown as { base: { getExtensionAPI(): ExtensionAPI; getAppComponent(): { getModel(): ODataModel } } }).base
      const parts = this.getView().findAggregatedObjects(true, control => control.isA(['sap.ui.mdc.FilterBar', 'sap.ui.mdc.Chart', 'sap.ui.mdc.Table'])) as unknown as FilterBar[]
      const bar = parts.find(part => part.isA('sap.ui.mdc.FilterBar'))
      if (bar) void begin(bar, parts, page.getExtensionAPI(), page.getAppComponent().getModel()).then(() => this.showFound())
    }
  }

  /** On a phone what was found comes before what one may look for. */
  private showFound(): void {
    if (Device.system.phone) (this.getView().byId('fe::ListReport') as DynamicPage | undefined)?.setHeaderExpanded(false)
  }
}

/** Chart and table can be searched only once they are ready, too. */
async function begin(bar: FilterBar, parts: FilterBar[], page: ExtensionAPI, model: ODataModel): Promise<void> {
  const [usual] = await Promise.all([usualCurrency(model), ...parts.map(part => part.initialized())])
  const chosen = (bar.getConditions() as Record<string, unknown[] | undefined>)[CURRENCY]
  if (!chosen?.length && usual) await page.setFilterValues(CURRENCY, 'EQ', usual)
  if (chosen?.length || usual) await bar.triggerSearch()
}

async function usualCurrency(model: ODataModel): Promise<string | undefined> {
  const list = model.bindList('/OrderFinances', undefined, [new Sorter('orders', true)], [], {
    $$aggregation: { group: { currency_code: {} }, aggregate: { orders: { name: 'workOrder_ID', with: 'countdistinct' } } }, $$groupId: '$direct'
  } as object)
  const [row] = await list.requestContexts(0, 1)
  const currency = (row?.getObject() as { currency_code?: string } | undefined)?.currency_code
  list.destroy()
  return currency
}
