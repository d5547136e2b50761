import type { Field, Form, Values } from '../live/form'
import type { Language } from '../live/language'
import type { PartRow } from './words'

type Asking = Omit<Form, 'send'>
type Text = Language['text']

/** A place to which pieces can go back. */
export interface Place { plant: string; storageLocation: string; name: string }

const pieces = (most: number, text: Text): Field => ({ name: 'quantity', kind: 'quantity', label: text('parts.quantity'), required: true, value: String(most) })
const serial = (text: Text, name = 'serialNumber', required = true): Field => ({ name, kind: 'line', label: text(`parts.${name}`), required, maxLength: 60, hint: text('parts.scanHint') })
const batch = (text: Text, required: boolean): Field => ({ name: 'batch', kind: 'line', label: text('parts.batch'), required, maxLength: 60, hint: text('parts.scanHint') })

/** Serial-managed pieces are settled one by one. */
const which = (row: PartRow, text: Text): Field[] => [
  ...row.isSerialManaged ? [serial(text)] : [pieces(row.inHand, text)],
  ...row.isBatchManaged ? [batch(text, false)] : []
]

export const issueForm = (row: PartRow, text: Text): Asking => ({
  title: text('parts.issueTitle', row.name), deed: text('parts.issue'),
  fields: [
    ...row.isSerialManaged ? [{ ...serial(text, 'serialNumbers'), kind: 'text', maxLength: 1000 } as Field] : [pieces(row.claimed, text)],
    ...row.isBatchManaged ? [batch(text, true)] : []
  ]
})

export const consumeForm = (row: PartRow, text: Text): Asking => ({
  title: text('parts.consumeTitle', row.name), deed: text('parts.consume'),
  fields: [...which(row, text), ...row.isSerialManaged ? [serial(text, 'removedSerialNumber', false)] : []]
})

export const returnForm = (row: PartRow, places: Place[], text: Text): Asking => ({
  title: text('parts.returnTitle', row.name), deed: text('parts.return'),
  fields: [...which(row, text), { name: 'to', kind: 'choice', label: text('parts.to'), choices: places.map(place => ({ key: keyOf(place), text: place.name })) }]
})

export const scrapForm = (row: PartRow, text: Text): Asking => ({
  title: text('parts.scrapTitle', row.name), explained: text('parts.scrapExplained'), deed: text('parts.scrap'),
  fields: [
    ...which(row, text),
    { name: 'isSupplierDefect', kind: 'choice', label: text('parts.cause'), choices: [{ key: '', text: text('parts.cause.other') }, { key: 'true', text: text('parts.cause.supplier') }] },
    { name: 'reason', kind: 'text', label: text('form.reason'), required: true, maxLength: 1000 }
  ]
})

export const decisionForm = (isApproved: boolean, row: PartRow, text: Text): Asking => ({
  title: text(isApproved ? 'parts.approveTitle' : 'parts.declineTitle', row.name), explained: row.note, deed: text(isApproved ? 'parts.approve' : 'parts.decline'),
  fields: [{ name: 'decision', kind: 'text', label: text('parts.decision'), required: !isApproved, maxLength: 1000 }]
})

export const substituteForm = (name: string, needsApproval: boolean, text: Text): Asking => ({
  title: text('parts.substituteTitle', name), explained: needsApproval ? text('parts.substituteAsked') : undefined, deed: text(needsApproval ? 'parts.askFor' : 'parts.substitute'),
  fields: [{ name: 'reason', kind: 'text', label: text('form.reason'), required: needsApproval, maxLength: 1000 }]
})

const keyOf = ({ plant, storageLocation }: Place): string => `${plant}/${storageLocation}`

/** The chosen place as the service takes it. */
export function placeOf(key: Values[string]): { plant?: string; storageLocation?: string } {
  const [plant, storageLocation] = key?.split('/') ?? []
  return { plant, storageLocation }
}

/** Numbers of pieces, one a line or parted by commas. */
export const numbersIn = (typed: Values[string]): string[] => (typed ?? '').split(/[\n,;]/).map(number => number.trim()).filter(Boolean)
