import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import { askFor } from 'aftersales/forms/form'
import { textsOf } from 'aftersales/forms/texts'
import { codesOf } from '../testing/codes'

/** Opens or closes a period for what is posted here. */
export async function open(this: ExtensionAPI): Promise<void> {
  const text = await textsOf(this)
  const model = this.getModel() as ODataModel
  const today = new Date()
  askFor(this, {
    title: text('setPeriod'), explained: text('periods.explained'), deed: text('periods.deed'),
    fields: [
      { name: 'companyCode', kind: 'choice', label: text('periods.companyCode'), choices: (await codesOf(model, 'CompanyCodes', true)).map(({ code, name }) => ({ key: code, text: `${code} ${name}` })) },
      { name: 'fiscalYear', kind: 'line', label: text('periods.fiscalYear'), required: true, maxLength: 4, value: String(today.getFullYear()) },
      { name: 'fiscalPeriod', kind: 'line', label: text('periods.fiscalPeriod'), required: true, maxLength: 2, value: String(today.getMonth() || 12) },
      { name: 'isOpen', kind: 'choice', label: text('periods.state'), choices: [{ key: 'false', text: text('periods.closed') }, { key: 'true', text: text('periods.open') }] }
    ],
    send: async ({ companyCode, fiscalYear, fiscalPeriod, isOpen }) => {
      await call(model, 'setPeriod', { companyCode, fiscalYear: Number(fiscalYear), fiscalPeriod: Number(fiscalPeriod), isOpen: isOpen === 'true' })
      await this.refresh()
    }
  })
}
