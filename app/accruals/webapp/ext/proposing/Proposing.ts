import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import { askFor } from 'aftersales/forms/form'
import { textsOf } from 'aftersales/forms/texts'

const MANY_COMPANIES = 200

/** Asks for company code and period, proposes what is to be accrued, and goes to the run. */
export async function open(this: ExtensionAPI): Promise<void> {
  const text = await textsOf(this)
  const model = this.getModel() as ODataModel
  const choices = await companiesOf(model)
  const lastMonth = new Date()
  lastMonth.setDate(0)
  askFor(this, {
    title: text('propose'), explained: text('propose.explained'), deed: text('propose.deed'),
    fields: [
      { name: 'companyCode', kind: 'choice', label: text('companyCode'), choices },
      { name: 'fiscalYear', kind: 'line', label: text('fiscalYear'), required: true, maxLength: 4, value: String(lastMonth.getFullYear()) },
      { name: 'fiscalPeriod', kind: 'line', label: text('fiscalPeriod'), required: true, maxLength: 2, value: String(lastMonth.getMonth() + 1) }
    ],
    send: async ({ companyCode, fiscalYear, fiscalPeriod }) => {
      const { ID } = await call<{ ID: string }>(model, 'proposeAccruals', { companyCode, fiscalYear: Number(fiscalYear), fiscalPeriod: Number(fiscalPeriod) })
      await this.refresh()
      window.location.hash = `#AccrualRun-manage&/AccrualRuns(${ID})`
    }
  })
}

async function companiesOf(model: ODataModel): Promise<{ key: string; text: string }[]> {
  const list = model.bindList('/CompanyCodes', undefined, [], [], { $filter: 'IsActiveEntity eq true', $orderby: 'code', $select: 'code,name', $$groupId: '$direct' } as object)
  const rows = await list.requestContexts(0, MANY_COMPANIES)
  return rows.map(row => ({ key: row.getProperty('code') as string, text: `${row.getProperty('code')} ${row.getProperty('name') ?? ''}` }))
}
