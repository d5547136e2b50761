import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import SelectDialog, { type SelectDialog$ConfirmEvent, type SelectDialog$SearchEvent } from 'sap/m/SelectDialog'
import StandardListItem from 'sap/m/StandardListItem'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'

/** What can be looked up, and how a row of it reads. */
const LISTS = {
  workOrder: { path: '/WorkOrders', name: 'number', description: '{shortText} · {customerName}' },
  customer: { path: '/Customers', name: 'name', description: '{number}' }
}

/** Lets somebody look an order or a customer up; resolves to its key and name. */
export function choose(api: ExtensionAPI, kind: keyof typeof LISTS, title: string): Promise<{ ID: string; name: string } | undefined> {
  const { path, name, description } = LISTS[kind]
  return new Promise(resolve => {
    const dialog = new SelectDialog({
      title, growingThreshold: 30,
      search: (event: SelectDialog$SearchEvent) => search(dialog, event.getParameter('value') ?? ''),
      confirm: (event: SelectDialog$ConfirmEvent) => {
        const chosen = event.getParameter('selectedItem')?.getBindingContext()?.getObject() as Record<string, string> | undefined
        resolve(chosen && { ID: chosen.ID, name: chosen[name] })
      },
      cancel: () => resolve(undefined)
    })
    dialog.bindAggregation('items', { path, parameters: { $select: 'ID' }, template: new StandardListItem({ title: `{${name}}`, description }) })
    api.addDependent(dialog)
    dialog.open('')
  })
}

function search(dialog: SelectDialog, words: string): void {
  const binding = dialog.getBinding('items') as ODataListBinding
  binding.changeParameters({ $search: words.trim() ? `"${words.trim().replaceAll('"', '')}"` : undefined })
}
