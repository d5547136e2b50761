import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import Messaging from 'sap/ui/core/Messaging'
import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import Sorter from 'sap/ui/model/Sorter'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { askFor, type Field } from 'aftersales/forms/form'
import { readAgain } from 'aftersales/forms/sign'
import { textsOf } from 'aftersales/forms/texts'

interface FormField { field: string; label: string | null; value: string | null; valueList: string | null }

/** Writes the chosen field of an authority's form; where the form takes codes, they are chosen by name. */
export async function write(this: ExtensionAPI, report: Context, [row]: Context[]): Promise<void> {
  const text = await textsOf(this)
  const { field, label, value, valueList } = (await row.requestObject()) as FormField
  const codes = valueList ? await codesOf(row.getModel() as ODataModel, valueList) : []
  const entry: Field = codes.length
    ? { name: 'value', kind: 'choice', label: field, value: value ?? '', choices: [{ key: '', text: text('fields.clear') }, ...codes] }
    : { name: 'value', kind: 'text', label: field, value: value ?? '', maxLength: 5000 }
  askFor(this, {
    title: text('fields.write'), explained: label ?? undefined, deed: text('fields.write'), fields: [entry],
    send: async values => {
      try {
        await row.setProperty('value', values.value ?? null, '$direct')
        await readAgain(report, ['fields'])
      } finally {
        Messaging.removeAllMessages()
      }
    }
  })
}

async function codesOf(model: ODataModel, valueList: string): Promise<{ key: string; text: string }[]> {
  const list = model.bindList('/ReportValues', undefined, [new Sorter('position')], [new Filter('valueList', FilterOperator.EQ, valueList)], { $select: 'value,name', $$groupId: '$direct' } as object)
  const rows = await list.requestContexts(0, 200)
  return rows.map(each => ({ key: each.getProperty('value') as string, text: `${each.getProperty('value')} ${each.getProperty('name')}` }))
}
