import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import { askFor } from 'aftersales/forms/form'
import { textsOf } from 'aftersales/forms/texts'

/** Raises one CAPA case from the chosen notifications, and goes there. */
export async function raise(this: ExtensionAPI, _: unknown, chosen: Context[]): Promise<void> {
  const text = await textsOf(this)
  const rows = await Promise.all(chosen.map(row => row.requestObject() as Promise<{ ID: string; number: string; shortText: string }>))
  askFor(this, {
    title: text('cases.raise'), explained: text('cases.explained', rows.map(({ number }) => number).join(', ')), deed: text('cases.raise'),
    fields: [{ name: 'title', kind: 'line', label: text('cases.title'), required: true, maxLength: 80, value: rows[0].shortText }],
    send: async ({ title }) => {
      const { ID } = await call<{ ID: string }>(this.getModel() as ODataModel, 'createCapa', { title, notifications: rows.map(row => row.ID) })
      window.location.hash = `#CapaCase-manage&/CapaCases(ID=${ID},IsActiveEntity=true)`
    }
  })
}
