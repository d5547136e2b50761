import MessageBox from 'sap/m/MessageBox'
import Messaging from 'sap/ui/core/Messaging'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

interface Refused { message: string; error?: { message: string; details?: { message: string }[] } }

/** What changes on the page. */
const CHANGED = ['*', 'state', 'alertRule', 'place', 'part', 'insteadOf', 'transfer', 'movements', 'part/stocks'].map(path =>
  path === '*' ? path : { $NavigationPropertyPath: path })

/** Does something with the reservation of the page. A refusal tells who has the pieces and what else there is. @returns whether it was done */
export async function act(page: Context, action: string, values: Record<string, string | undefined>): Promise<boolean> {
  const operation = (page.getModel() as ODataModel).bindContext(`aftersales.SparePartsService.${action}(...)`, page)
  for (const [name, value] of Object.entries(values)) if (value !== undefined) operation.setParameter(name, value)
  try {
    await operation.invoke('$direct')
    await page.requestSideEffects(CHANGED as never)
    return true
  } catch (refused) {
    const { message, error } = refused as Refused
    MessageBox.error([error?.message ?? message, ...(error?.details ?? []).map(detail => `• ${detail.message}`)].join('\n'))
    return false
  } finally {
    operation.destroy()
    Messaging.removeAllMessages()
  }
}
