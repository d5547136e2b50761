import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import MessageBox from 'sap/m/MessageBox'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call, type Refusal } from 'aftersales/forms/call'
import { print } from 'aftersales/forms/print'
import { readAgain, sign } from 'aftersales/forms/sign'
import { textsOf } from 'aftersales/forms/texts'

/** Signs that the authority has the report. */
export async function submit(this: ExtensionAPI, report: Context): Promise<void> {
  const text = await textsOf(this)
  await sign(this, report, {
    action: 'submit', meaning: 'submitted', title: text('submitting.submit'), explained: text('submitting.explained'), changes: ['*', 'status', 'signatures'],
    fields: [{ name: 'reference', kind: 'line', label: text('submitting.reference'), required: true, maxLength: 60 }]
  })
}

/** Takes over what the notification says now, into fields that nobody has written in. */
export async function fill(this: ExtensionAPI, report: Context): Promise<void> {
  try {
    await call(report.getModel() as ODataModel, 'fill', {}, report)
    await readAgain(report, ['fields'])
  } catch (refusal) {
    MessageBox.error((refusal as Refusal).message)
  }
}

export function printReport(this: ExtensionAPI, report: Context): void {
  print(this, report, 'authorityDraft')
}
