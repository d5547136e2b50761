import Button from 'sap/m/Button'
import DatePicker from 'sap/m/DatePicker'
import Dialog from 'sap/m/Dialog'
import Input from 'sap/m/Input'
import Label from 'sap/m/Label'
import { ButtonType, InputType } from 'sap/m/library'
import MessageStrip from 'sap/m/MessageStrip'
import Select from 'sap/m/Select'
import Text from 'sap/m/Text'
import TextArea from 'sap/m/TextArea'
import VBox from 'sap/m/VBox'
import type Control from 'sap/ui/core/Control'
import Item from 'sap/ui/core/Item'
import { MessageType, ValueState } from 'sap/ui/core/library'
import Device from 'sap/ui/Device'
import type { Refusal } from './call'
import { text, type Page } from './texts'

/** An entry of a form. Its name is that of the parameter, so that a refusal finds it. A secret is never shown nor kept. */
export interface Field {
  name: string
  label: string
  kind: 'line' | 'text' | 'choice' | 'date' | 'secret'
  value?: string
  required?: boolean
  maxLength?: number
  hint?: string
  /** Of a choice; the first one is chosen where none is given. */
  choices?: { key: string; text: string }[]
}

/** What was left empty is missing. */
export type Values = Record<string, string | undefined>

export interface Form {
  title: string
  explained?: string
  /** What is seen before it is decided. */
  shown?: Control[]
  /** The button's text. */
  deed: string
  fields: Field[]
  /** Called when an entry has changed. */
  changed?(values: Values): void
  /** @throws a refusal, which is shown at its entry and leaves the form open */
  send(values: Values): Promise<unknown>
}

type Entry = Input | TextArea | Select | DatePicker

/** Opens a form over a page, which owns it; on a phone it fills the screen. */
export function askFor(page: Page, form: Form): Dialog {
  const entries = new Map(form.fields.map(field => [field.name, entryFor(field)]))
  const values = (): Values => Object.fromEntries([...entries].map(([name, entry]) => [name, valueOf(entry)]))
  const refused = new MessageStrip({ type: MessageType.Error, showIcon: true, visible: false }).addStyleClass('sapUiSmallMarginBottom')
  const tell = (name: string, message: string) => entries.get(name)?.setValueState(message ? ValueState.Error : ValueState.None).setValueStateText(message)
  const isComplete = () => {
    const missing = form.fields.filter(({ name, required }) => required && !values()[name])
    for (const { name, label } of form.fields) tell(name, missing.some(field => field.name === name) ? text('missing', label) : '')
    entries.get(missing[0]?.name)?.focus()
    return !missing.length
  }
  const proceed = async () => {
    refused.setVisible(false)
    if (!isComplete()) return
    dialog.setBusy(true)
    try {
      await form.send(values())
      dialog.close()
    } catch (refusal) {
      const { field, message } = refusal as Refusal
      if (field && entries.has(field)) tell(field, message)
      else refused.setText(message).setVisible(true)
    } finally {
      dialog.setBusy(false)
    }
  }
  const dialog = new Dialog({
    title: form.title, contentWidth: '32rem', stretch: Device.system.phone,
    content: new VBox({
      items: [
        refused, ...form.explained ? [new Text({ text: form.explained }).addStyleClass('sapUiSmallMarginBottom')] : [],
        ...form.fields.flatMap(field => [labelFor(field, entries.get(field.name)!), entries.get(field.name)!]), ...form.shown ?? []
      ]
    }).addStyleClass('sapUiSmallMargin'),
    beginButton: new Button({ text: form.deed, type: ButtonType.Emphasized, press: () => void proceed() }),
    endButton: new Button({ text: text('cancel'), press: () => { dialog.close() } })
  })
  for (const entry of entries.values()) entry.attachEvent('change', () => form.changed?.(values()))
  dialog.attachAfterClose(() => dialog.destroy())
  page.addDependent(dialog)
  dialog.open()
  return dialog
}

function entryFor({ kind, maxLength, hint: placeholder, choices, value }: Field): Entry {
  const width = '100%'
  if (kind === 'text') return new TextArea({ width, rows: 3, maxLength, placeholder, value })
  if (kind === 'choice') return new Select({ width, items: choices!.map(choice => new Item(choice)), selectedKey: value })
  if (kind === 'date') return new DatePicker({ width, valueFormat: 'yyyy-MM-dd', displayFormat: 'medium', value })
  return kind === 'secret'
    ? new Input({ width, placeholder, type: InputType.Password, autocomplete: false })
    : new Input({ width, maxLength, placeholder, value })
}

const labelFor = ({ label, required }: Field, labelFor: Entry) => new Label({ text: label, required, labelFor }).addStyleClass('sapUiTinyMarginTop')

const valueOf = (entry: Entry): string | undefined => (entry instanceof Select ? entry.getSelectedKey() : entry.getValue().trim()) || undefined
