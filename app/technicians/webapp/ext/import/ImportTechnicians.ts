import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import ImportDialog from './ImportDialog'

/** Opens the dialog that takes over technicians from a file. */
export async function open(this: ExtensionAPI): Promise<void> {
  await new ImportDialog(this).open()
}
