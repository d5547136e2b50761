import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'
import PreviewDialog from './PreviewDialog'

/** Asks for a start and a length of working time, and shows when it is over on this calendar. */
export async function open(this: ExtensionAPI, context: Context): Promise<void> {
  await new PreviewDialog(this, context.getProperty('code') as string).open()
}
