import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'
import { print } from 'aftersales/forms/print'
import { sign } from 'aftersales/forms/sign'
import { textsOf } from 'aftersales/forms/texts'

const CHANGES = ['*', 'status', 'signatures', 'hostState']

/** Signs that nothing is open any more. */
export async function complete(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  await sign(this, row, { action: 'complete', meaning: 'completed', title: text('steps.complete'), explained: text('steps.completeExplained'), changes: CHANGES })
}

/** Signs why a rule's proposal is not followed. */
export async function dismiss(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  await sign(this, row, {
    action: 'dismissProposal', meaning: 'dismissed', title: text('steps.dismiss'), explained: text('steps.dismissExplained'), changes: CHANGES,
    fields: [{ name: 'reason', kind: 'text', label: text('steps.reason'), required: true, maxLength: 1000 }]
  })
}

export function printNotification(this: ExtensionAPI, row: Context): void {
  print(this, row, 'notification')
}
