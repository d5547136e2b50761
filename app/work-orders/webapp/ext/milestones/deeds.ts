import type { Field, Form } from '../live/form'
import type { Language } from '../live/language'
import type { Milestone } from './steps'

export type Deed = 'confirm' | 'skip' | 'retarget' | 'withdraw'

type Asking = Omit<Form, 'send'>

/** What is asked for when somebody says something about a milestone. */
export const deeds: Record<Deed, (milestone: Milestone, name: string, text: Language['text']) => Asking> = {
  confirm: (milestone, name, text) => ({
    title: text('confirm.title', name), explained: explained(milestone, text), deed: text('confirm'), fields: evidenceFields(milestone, text)
  }),
  skip: (_, name, text) => ({ title: text('skip.title', name), explained: text('skip.explained'), deed: text('skip'), fields: [reason(text)] }),
  withdraw: (_, name, text) => ({ title: text('withdraw.title', name), explained: text('withdraw.explained'), deed: text('withdraw'), fields: [reason(text)] }),
  retarget: (_, name, text) => ({
    title: text('retarget.title', name), deed: text('retarget'),
    fields: [{ name: 'dueAt', kind: 'instant', label: text('retarget.dueAt'), required: true }, reason(text)]
  })
}

const reason = (text: Language['text']): Field => ({ name: 'text', kind: 'text', label: text('form.reason'), required: true, maxLength: 1000 })

/** What is asked for in words has a label that says so; what has to be attached or delivered is told. */
function evidenceFields({ doneAt, evidence }: Milestone, text: Language['text']): Field[] {
  const asked = evidence?.code ?? ''
  const instant: Field = { name: 'at', kind: 'instant', label: text('confirm.at'), hint: text('form.now') }
  return [
    ...doneAt ? [] : [instant],
    { name: 'text', kind: 'text', label: text(LABELS[asked] ?? 'confirm.text'), required: asked === 'note' || asked === 'signature', maxLength: 1000 },
    { name: 'reference', kind: 'line', label: text('confirm.reference'), required: asked === 'reference', maxLength: 60 }
  ]
}

const LABELS: Record<string, string> = { signature: 'confirm.signedBy', testRecord: 'confirm.testResults' }

function explained({ doneAt, evidence }: Milestone, text: Language['text']): string | undefined {
  if (doneAt) return text('confirm.late')
  return evidence ? text('confirm.asked', evidence.name) : undefined
}
