import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import IntakeDialog from './IntakeDialog'

/** Opens the dialog that takes a new order. */
export async function open(this: ExtensionAPI): Promise<void> {
  await new IntakeDialog(this).open()
}
