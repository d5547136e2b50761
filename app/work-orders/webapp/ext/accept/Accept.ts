import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import Dialog from 'sap/m/Dialog'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type Context from 'sap/ui/model/odata/v4/Context'

/** Asks for the customer's rating, one to five stars and a comment, and accepts the order with it. */
export async function open(this: ExtensionAPI, context: Context): Promise<void> {
  const state = new JSONModel({ rating: 0, comment: '', phone: Device.system.phone })
  const dialog = await this.loadFragment({
    id: 'acceptance',
    name: 'aftersales.workorders.ext.accept.Accept',
    controller: {
      close: () => dialog.close(),
      accept: async () => {
        dialog.close()
        const { rating, comment } = state.getData()
        await this.getEditFlow().invokeAction('aftersales.WorkOrderService.accept', {
          contexts: context,
          parameterValues: [{ name: 'rating', value: rating }, { name: 'comment', value: comment || null }],
          skipParameterDialog: true
        })
      }
    }
  } as never) as Dialog
  dialog.setModel(state, 'acceptance')
  dialog.attachAfterClose(() => dialog.destroy())
  this.addDependent(dialog)
  dialog.open()
}
