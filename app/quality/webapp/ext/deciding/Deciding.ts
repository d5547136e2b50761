import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Dialog from 'sap/m/Dialog'
import MessageBox from 'sap/m/MessageBox'
import DateFormat from 'sap/ui/core/format/DateFormat'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import { readAgain, signer } from 'aftersales/forms/sign'
import { textsOf, type Text } from 'aftersales/forms/texts'
import { answersIn, inputsOf, messageOf, OPEN, questionsFor, type Asked, type Proposal } from './questions'
import { authorityNames, conditionsOf, proposals, questions } from './reading'

const CHANGES = ['*', 'regulatoryDecisions', 'regulatoryReports', 'signatures']

/** Asks the questions of an authority, shows what its rules say to the answers, and signs what is decided. */
export async function decide(this: ExtensionAPI): Promise<void> {
  const notification = this.getBindingContext() as Context
  const model = notification.getModel() as ODataModel
  const text = await textsOf(this)
  const state = new JSONModel({ phone: Device.system.phone, reason: '', credential: '' })
  const asking = Promise.all([proposals(notification), questions(model), authorityNames(model), signer(model, 'decided')])
  const found = await asking.catch(refusal => { MessageBox.error(messageOf(refusal)) })
  if (!found) return
  const [all, known, names, who] = found
  if (!all.length) return MessageBox.information(text('deciding.none'))
  const value = <Value>(name: string) => state.getProperty(`/${name}`) as Value
  const show = (proposal: Proposal) => {
    const answer = proposal.isReportable ? 'yes' : 'no'
    state.setData({ proposed: answer, decision: answer, paragraph: proposal.paragraph, rule: proposal.text, ...outcome(proposal, text) }, true)
  }
  const chooseAuthority = async () => {
    const proposal = all.find(({ authority_code }) => authority_code === value('authority'))!
    const answers = answersIn(proposal.inputs)
    const asked = questionsFor(known, await conditionsOf(model, proposal.ruleSet_code)).map(question => ({ ...question, answer: answers[question.code] ?? OPEN }))
    state.setProperty('/asked', asked)
    show(proposal)
  }
  const given = () => ({ authority_code: value<string>('authority'), inputs: inputsOf(value<Asked[]>('asked')), findingAt: value<Date | undefined>('findingAt')?.toISOString() })
  const ask = async () => {
    try {
      show((await proposals(notification, given()))[0])
      state.setProperty('/refused', '')
    } catch (refusal) {
      state.setProperty('/refused', messageOf(refusal))
    }
  }
  const dialog = await this.loadFragment({
    id: 'deciding', name: 'aftersales.quality.ext.deciding.Deciding',
    controller: {
      chooseAuthority, ask, close: () => dialog.close(),
      decide: async () => {
        state.setProperty('/busy', true)
        try {
          const values = { ...given(), isReportable: value('decision') === 'yes', reason: value<string>('reason').trim() || undefined, credential: value<string>('credential') }
          await call(model, 'decideReportability', values, notification)
          dialog.close()
          await readAgain(notification, CHANGES)
        } catch (refusal) {
          state.setProperty('/refused', messageOf(refusal))
        } finally {
          state.setProperty('/busy', false)
        }
      }
    }
  } as never) as Dialog
  state.setData({ ...who, authorities: all.map(({ authority_code: key }) => ({ key, text: names[key] ?? key })), authority: all[0].authority_code }, true)
  await chooseAuthority()
  dialog.setModel(state, 'deciding')
  dialog.attachAfterClose(() => dialog.destroy())
  this.addDependent(dialog)
  dialog.open()
}

function outcome({ isReportable, dueOn }: Proposal, text: Text): object {
  const day = dueOn ? text('deciding.dueOn', DateFormat.getDateInstance({ style: 'medium' }).format(new Date(`${dueOn}T12:00:00`))) : text('deciding.noDate')
  return isReportable ? { outcome: `${text('deciding.reportable')}: ${day}`, outcomeState: 'Error' } : { outcome: text('deciding.notReportable'), outcomeState: 'Success' }
}
