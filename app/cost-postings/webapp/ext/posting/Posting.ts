import type ListExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type PageExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { openPosting } from 'aftersales/forms/posting'
import { readAgain } from 'aftersales/forms/sign'

/** Shows what posting the chosen order of the worklist would bring into the books. */
export async function openSelected(this: ListExtensionAPI, _: unknown, [chosen]: Context[]): Promise<void> {
  const model = chosen.getModel() as ODataModel
  await openPosting(this, model, chosen.getProperty('workOrder_ID') as string, () => this.refresh())
}

export async function openOfOrder(this: PageExtensionAPI, order: Context): Promise<void> {
  await openPosting(this, order.getModel() as ODataModel, order.getProperty('workOrder_ID') as string, () => readAgain(order, ['*', 'state', 'costs', 'postings']))
}
