import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import MessageBox from 'sap/m/MessageBox'
import MessageToast from 'sap/m/MessageToast'
import NumberFormat from 'sap/ui/core/format/NumberFormat'
import Messaging from 'sap/ui/core/Messaging'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'

interface Forecast { part_ID: string; plant: string; storageLocation: string; proposedQuantity: string; unit: string | null }

/** Has bought what the forecast proposes, once somebody has said so. */
export async function open(this: ExtensionAPI, context: Context): Promise<void> {
  const texts = (await (this.getModel('i18n') as ResourceModel).getResourceBundle()) as ResourceBundle
  const { part_ID, plant, storageLocation, proposedQuantity, unit } = await context.requestObject() as Forecast
  const quantity = [NumberFormat.getFloatInstance({ maxFractionDigits: 3 }).format(Number(proposedQuantity)), unit].filter(Boolean).join('\u00a0')
  MessageBox.confirm(texts.getText('order.question', [quantity, plant, storageLocation])!, {
    actions: [texts.getText('order')!, MessageBox.Action.CANCEL], emphasizedAction: texts.getText('order')!,
    onClose: (chosen: unknown) => { if (chosen === texts.getText('order')) void buy() }
  })
  const buy = async () => {
    const operation = (context.getModel() as ODataModel).bindContext('/requisitionForStock(...)')
    for (const [name, value] of Object.entries({ part_ID, plant, storageLocation, quantity: proposedQuantity })) operation.setParameter(name, value)
    try {
      await operation.invoke('$direct')
      MessageToast.show(texts.getText('order.done', [(operation.getBoundContext().getObject() as { number: string }).number])!)
    } catch (error) {
      MessageBox.error((error as Error).message)
    } finally {
      Messaging.removeAllMessages()
    }
  }
}
