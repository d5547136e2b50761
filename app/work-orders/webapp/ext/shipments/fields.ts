import type { Field } from '../live/form'
import type { Language } from '../live/language'

type Choices = NonNullable<Field['choices']>

/** What a new shipment needs. */
export const shipmentFields = (legs: Choices, text: Language['text']): Field[] => [
  { name: 'carrier', kind: 'line', label: text('shipments.carrier'), required: true, maxLength: 80 },
  { name: 'number', kind: 'line', label: text('shipments.number'), required: true, maxLength: 40 },
  { name: 'leg_code', kind: 'choice', label: text('shipments.leg'), choices: legs },
  { name: 'estimatedAt', kind: 'instant', label: text('shipments.expected') },
  { name: 'content', kind: 'line', label: text('shipments.content'), maxLength: 80 }
]

/** What a carrier tells; its number for the message keeps one from counting twice. */
export const reportFields = (types: Choices, text: Language['text']): Field[] => [
  { name: 'type_code', kind: 'choice', label: text('shipments.event'), choices: types },
  { name: 'at', kind: 'instant', label: text('shipments.at'), hint: text('form.now') },
  { name: 'location', kind: 'line', label: text('shipments.location'), maxLength: 80 },
  { name: 'estimatedAt', kind: 'instant', label: text('shipments.newEstimate') },
  { name: 'text', kind: 'line', label: text('shipments.text'), maxLength: 80 },
  { name: 'reference', kind: 'line', label: text('shipments.reference'), maxLength: 60 }
]
