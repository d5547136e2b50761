import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import TestDialog from './TestDialog'

/** Asks for an order or for values, and shows which rules hold for such a cost and why the others do not. */
export async function open(this: ExtensionAPI): Promise<void> {
  await new TestDialog(this).open()
}
