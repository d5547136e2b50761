import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import { askFor } from 'aftersales/forms/form'
import { textsOf } from 'aftersales/forms/texts'

interface Choice { code: string; name: string }

/** Finds what is due, for somebody else to look at and start. */
export async function simulate(this: ExtensionAPI): Promise<void> {
  const text = await textsOf(this)
  const model = this.getModel() as ODataModel
  const objects = (await model.bindList('/PrivacyObjects', undefined, undefined, undefined, { $select: 'code,name', $orderby: 'position' }).requestContexts()).map(context => context.getObject() as Choice)
  askFor(this, {
    title: text('runs.title'), explained: text('runs.explained'), deed: text('runs.deed'),
    fields: [
      { name: 'kind', kind: 'choice', label: text('runs.kind'), choices: [{ key: 'block', text: text('runs.block') }, { key: 'erase', text: text('runs.erase') }] },
      { name: 'object', kind: 'choice', label: text('runs.object'), choices: [{ key: 'all', text: text('runs.all') }, ...objects.map(({ code, name }) => ({ key: code, text: name }))] }
    ],
    send: async ({ kind, object }) => {
      await call(model, 'simulate', { kind, object: object === 'all' ? null : object })
      await this.refresh()
    }
  })
}
