import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'
import { print } from 'aftersales/forms/print'
import { sign } from 'aftersales/forms/sign'
import { textsOf } from 'aftersales/forms/texts'

const CHANGES = ['*', 'phase', 'checks', 'cycles', 'signatures', 'events']

/** Signs that the planned actions do no harm. */
export async function verify(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  await sign(this, row, { action: 'verify', meaning: 'verified', title: text('steps.verify'), explained: text('steps.verifyExplained'), changes: CHANGES })
}

/** Signs whether the failure stayed away: closes the case, or begins its next cycle. */
export async function judge(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  await sign(this, row, {
    action: 'verifyEffectiveness', meaning: 'effectivenessVerified', title: text('steps.judge'), explained: text('steps.judgeExplained'), changes: CHANGES,
    fields: [
      { name: 'passed', kind: 'choice', label: text('steps.passed'), choices: [{ key: 'true', text: text('steps.effective') }, { key: 'false', text: text('steps.notEffective') }] },
      { name: 'evidence', kind: 'text', label: text('steps.evidence'), required: true, maxLength: 1000 }
    ],
    parameters: ({ passed, evidence }) => ({ passed: passed === 'true', evidence })
  })
}

export async function printCase(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  print(this, row, { label: text('steps.report'), choices: [{ key: '8D', text: text('steps.report8D') }, { key: 'CAPA', text: text('steps.reportCAPA') }] })
}
