import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import SelectDialog, { type SelectDialog$ConfirmEvent, type SelectDialog$SearchEvent } from 'sap/m/SelectDialog'
import StandardListItem from 'sap/m/StandardListItem'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'

interface Order { ID: string; number: string }

/** Lets somebody look an order up. */
export function chooseOrder(api: ExtensionAPI, title: string): Promise<Order | undefined> {
  return new Promise(resolve => {
    const dialog = new SelectDialog({
      title, growingThreshold: 30,
      search: (event: SelectDialog$SearchEvent) => search(dialog, event.getParameter('value') ?? ''),
      confirm: (event: SelectDialog$ConfirmEvent) => resolve(event.getParameter('selectedItem')?.getBindingContext()?.getObject() as Order | undefined),
      cancel: () => resolve(undefined)
    })
    dialog.bindAggregation('items', {
      path: '/WorkOrders', parameters: { $select: 'ID', $orderby: 'number desc' }, template: new StandardListItem({ title: '{number}', description: '{shortText} · {customerName}' })
    })
    api.addDependent(dialog)
    dialog.open('')
  })
}

function search(dialog: SelectDialog, words: string): void {
  const binding = dialog.getBinding('items') as ODataListBinding
  binding.changeParameters({ $search: words.trim() ? `"${words.trim().replaceAll('"', '')}"` : undefined })
}
