import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type { FeedInput$PostEvent } from 'sap/m/FeedInput'
import type Context from 'sap/ui/model/odata/v4/Context'

/** Adds what was typed as a note. A refused note goes back into the field, so that no text is lost. */
export async function post(this: ExtensionAPI, event: FeedInput$PostEvent): Promise<void> {
  const input = event.getSource()
  const text = event.getParameter('value')
  try {
    await this.getEditFlow().invokeAction('aftersales.WorkOrderService.addNote', {
      contexts: input.getBindingContext() as Context,
      parameterValues: [{ name: 'text', value: text }],
      skipParameterDialog: true
    })
  } catch {
    input.setValue(text)
  }
}
