import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type Dialog from 'sap/m/Dialog'
import type Event from 'sap/ui/base/Event'
import type Control from 'sap/ui/core/Control'
import NumberFormat from 'sap/ui/core/format/NumberFormat'
import Messaging from 'sap/ui/core/Messaging'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'

interface Scanned { isRead: boolean; part_ID: string | null; number: string | null; name: string | null; notices: { text: string; criticality: number }[] }
interface Van { ID: string; technicianName: string; unit: string | null; stock: { available: string } | null }

/** Asks for a code, tells its part, and leads to that part in a van, where it can be counted. A scanner ends with Enter. */
export async function open(this: ExtensionAPI): Promise<void> {
  const state = new JSONModel({ code: '', part: '', notices: [], vans: [], isRead: false, phone: Device.system.phone })
  const texts = (await (this.getModel('i18n') as ResourceModel).getResourceBundle()) as ResourceBundle
  const model = this.getModel() as ODataModel
  const dialog = (await this.loadFragment({
    id: 'scan', name: 'aftersales.vanstock.ext.scan.Scan', controller: {
      find: async () => state.setData({ ...state.getData() as object, ...await found(model, (state.getProperty('/code') as string).trim(), texts) }),
      show: (event: Event) => {
        const { ID } = (event.getSource() as Control).getBindingContext('scan')!.getObject() as Van
        dialog.close()
        void this.getRouting().navigateToRoute('VanStocksObjectPage', { key: `ID=${ID},IsActiveEntity=true` } as never)
      },
      close: () => { dialog.close() }
    }
  } as never)) as Dialog
  dialog.setModel(state, 'scan')
  dialog.attachAfterClose(() => dialog.destroy())
  this.addDependent(dialog)
  dialog.open()
}

/** What the dialog shows of a code. */
async function found(model: ODataModel, code: string, texts: ResourceBundle): Promise<object> {
  if (!code) return { part: '', notices: [], vans: [], isRead: false }
  try {
    const operation = model.bindContext('/scan(...)').setParameter('code', code)
    await operation.invoke('$direct')
    const { part_ID, number, name, notices } = operation.getBoundContext().getObject() as Scanned
    if (!part_ID) return { part: '', vans: [], isRead: false, notices: notices.length ? notices : [{ text: texts.getText('scanUnread'), criticality: 1 }] }
    return { part: `${name} · ${number}`, notices, vans: await vansWith(model, part_ID, texts), isRead: true, code: '' }
  } catch {
    return { part: '', vans: [], isRead: false, notices: [{ text: texts.getText('scanFailed'), criticality: 1 }] }
  } finally {
    Messaging.removeAllMessages()
  }
}

async function vansWith(model: ODataModel, part_ID: string, texts: ResourceBundle): Promise<object[]> {
  const quantities = NumberFormat.getFloatInstance({ maxFractionDigits: 3 })
  const contexts = await model.bindList('/VanStocks', undefined, [], [], {
    $filter: `part_ID eq ${part_ID} and IsActiveEntity eq true`, $orderby: 'technicianName', $select: 'ID,IsActiveEntity,technicianName,unit', $expand: 'stock($select=available,part_ID,plant,storageLocation)'
  }).requestContexts(0, 100)
  return contexts.map(context => context.getObject() as Van).map(van => ({
    ...van, free: texts.getText('scanFree', [[quantities.format(Number(van.stock?.available ?? 0)), van.unit].filter(Boolean).join('\u00a0')])
  }))
}
