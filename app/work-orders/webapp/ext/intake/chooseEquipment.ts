import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import SelectDialog, { type SelectDialog$ConfirmEvent, type SelectDialog$SearchEvent } from 'sap/m/SelectDialog'
import StandardListItem from 'sap/m/StandardListItem'
import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import Sorter from 'sap/ui/model/Sorter'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'

/** Lets somebody look equipment up by name, model, site or department; resolves to its serial number. */
export function chooseEquipment(api: ExtensionAPI, texts: ResourceBundle): Promise<string | undefined> {
  return new Promise(resolve => {
    const dialog = new SelectDialog({
      title: texts.getText('chooseEquipment'),
      growingThreshold: 30,
      search: (event: SelectDialog$SearchEvent) => search(dialog, event.getParameter('value') ?? ''),
      confirm: (event: SelectDialog$ConfirmEvent) => resolve(event.getParameter('selectedItem')?.getInfo()),
      cancel: () => resolve(undefined)
    })
    dialog.bindAggregation('items', {
      path: '/Equipment',
      filters: [new Filter('isActive', FilterOperator.EQ, true)],
      sorter: new Sorter('serialNumber'),
      template: new StandardListItem({ title: '{name}', description: '{model} · {siteName} · {department}', info: '{serialNumber}' })
    })
    api.addDependent(dialog)
    dialog.open('')
  })
}

function search(dialog: SelectDialog, words: string): void {
  const binding = dialog.getBinding('items') as ODataListBinding
  binding.changeParameters({ $search: words.trim() ? `"${words.trim().replaceAll('"', '')}"` : undefined })
}
