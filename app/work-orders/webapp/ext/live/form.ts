import Button from 'sap/m/Button'
import DateTimePicker from 'sap/m/DateTimePicker'
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
import { present } from './present'
import type { Language } from './language'
import type { Refusal } from './refusal'

/** An entry of a form. Its name is that of the parameter, so that a refusal finds it. */
export interface Field {
  name: string
  label: string
  kind: 'instant' | 'line' | 'text' | 'choice' | 'quantity'
  /** What stands there at first. */
  value?: string
  required?: boolean
  maxLength?: number
  /** Said in the empty entry. */
  hint?: string
  /** Of a choice; the first one is chosen. */
  choices?: { key: string; text: string }[]
}

/** Instants are ISO strings; what was left empty is missing. */
export type Values = Record<string, string | undefined>

export interface Form {
  title: string
  /** What it is about. */
  explained?: string
  /** The button's text. */
  deed: string
  fields: Field[]
  /** @throws a refusal, which is shown at its field and leaves the form open */
  send(values: Values): Promise<unknown>
}

type Entry = Input | TextArea | DateTimePicker | Select

/** Opens a form over a part of the page. */
export function askFor(part: Control, { text }: Language, { title, explained, deed, fields, send }: Form): void {
  const entries = new Map(fields.map(field => [field.name, entryFor(field)]))
  const refused = new MessageStrip({ type: MessageType.Error, showIcon: true, visible: false }).addStyleClass('sapUiSmallMarginBottom')
  const tell = (name: string, message: string) => entries.get(name)?.setValueState(message ? ValueState.Error : ValueState.None).setValueStateText(message)
  const isComplete = () => {
    const faults = fields.map(field => ({ ...field, fault: faultOf(field, entries.get(field.name)!, text) }))
    for (const { name, fault } of faults) tell(name, fault)
    const first = faults.find(({ fault }) => fault)
    if (first) entries.get(first.name)!.focus()
    return !first
  }
  const dialog = new Dialog({
    title, contentWidth: '28rem',
    content: new VBox({
      items: [refused, ...explained ? [new Text({ text: explained }).addStyleClass('sapUiSmallMarginBottom')] : [],
        ...fields.flatMap(field => [labelFor(field, entries.get(field.name)!), entries.get(field.name)!])]
    }).addStyleClass('sapUiSmallMargin'),
    beginButton: new Button({ text: deed, type: ButtonType.Emphasized, press: () => void proceed() }),
    endButton: new Button({ text: text('cancel'), press: () => { dialog.close() } })
  })
  const proceed = async () => {
    let refusedField: Entry | undefined
    refused.setVisible(false)
    if (!isComplete()) return
    dialog.setBusy(true)
    try {
      await send(Object.fromEntries(fields.map(({ name }) => [name, valueOf(entries.get(name)!)])))
      dialog.close()
    } catch (refusal) {
      const { field, message } = refusal as Refusal
      if (field && entries.has(field)) tell(field, message)
      else refused.setText(message).setVisible(true)
      refusedField = entries.get(field ?? '')
    } finally {
      dialog.setBusy(false)
      refusedField?.focus()
    }
  }
  present(part, dialog)
}

function entryFor({ kind, maxLength, hint: placeholder, choices, value }: Field): Entry {
  const width = '100%'
  if (kind === 'instant') return new DateTimePicker({ width, placeholder, displayFormat: 'medium/short' })
  if (kind === 'text') return new TextArea({ width, rows: 3, maxLength, placeholder, value })
  if (kind === 'choice') return new Select({ width, items: choices!.map(choice => new Item(choice)), selectedKey: value })
  return new Input({ width, maxLength, placeholder, value, type: kind === 'quantity' ? InputType.Number : InputType.Text })
}

const labelFor = ({ label, required }: Field, labelFor: Entry) => new Label({ text: label, required, labelFor }).addStyleClass('sapUiTinyMarginTop')

function valueOf(entry: Entry): string | undefined {
  if (entry instanceof Select) return entry.getSelectedKey()
  if (entry instanceof DateTimePicker) return (entry.getDateValue() as Date | null)?.toISOString()
  return entry.getValue().trim() || undefined
}

function faultOf({ required, label }: Field, entry: Entry, text: Language['text']): string {
  if (entry instanceof DateTimePicker && entry.getValue() && !entry.isValidValue()) return text('form.notAnInstant')
  return required && !valueOf(entry) ? text('form.missing', label) : ''
}
