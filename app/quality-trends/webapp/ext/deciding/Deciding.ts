import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import { askFor } from 'aftersales/forms/form'
import { readAgain } from 'aftersales/forms/sign'
import { textsOf } from 'aftersales/forms/texts'

/** Makes a CAPA case of the signal, and goes there. */
export async function accept(this: ExtensionAPI, signal: Context): Promise<void> {
  const text = await textsOf(this)
  const { title } = (await signal.requestObject()) as { title: string }
  askFor(this, {
    title: text('accept'), explained: text('accept.explained'), deed: text('accept'),
    fields: [{ name: 'title', kind: 'line', label: text('accept.title'), required: true, maxLength: 80, value: title }],
    send: async values => {
      const { ID } = await call<{ ID: string }>(signal.getModel() as ODataModel, 'accept', values, signal)
      window.location.hash = `#CapaCase-manage&/CapaCases(ID=${ID},IsActiveEntity=true)`
    }
  })
}

export async function dismiss(this: ExtensionAPI, signal: Context): Promise<void> {
  const text = await textsOf(this)
  askFor(this, {
    title: text('dismiss'), explained: text('dismiss.explained'), deed: text('dismiss'),
    fields: [{ name: 'reason', kind: 'text', label: text('dismiss.reason'), required: true, maxLength: 1000 }],
    send: async values => {
      await call(signal.getModel() as ODataModel, 'dismiss', values, signal)
      await readAgain(signal, ['*', 'state'])
    }
  })
}
