import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import PreviewDialog from './PreviewDialog'

/** Asks for an order or for criteria, and shows which agreement would hold and when the clocks would be due. */
export async function open(this: ExtensionAPI): Promise<void> {
  await new PreviewDialog(this).open()
}
