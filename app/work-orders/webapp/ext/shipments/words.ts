import type { State } from '../live/countdown'
import type { Language } from '../live/language'
import type { LedgerText } from '../live/ledger'

/** A shipment as the service answers it, with the names of its codes. */
export interface Shipment {
  ID: string
  carrier: string
  number: string
  content: string | null
  firstEstimatedAt: string | null
  estimatedAt: string | null
  deliveredAt: string | null
  leg: { name: string }
  status: { name: string; criticality: number; isFinal: boolean }
  milestone: { kind: { name: string } } | null
}

export interface ShipmentRow {
  ID: string
  title: string
  carrier: string
  number: string
  leg: string
  content: string
  milestone: string
  status: string
  state: State | 'Information'
  /** When it is expected, or was delivered, and which of the two. */
  when: string
  whenLabel: string
  /** What was said at first, where it comes later than that. */
  slipped: string
  mayReport: boolean
}

const STATES: Record<number, ShipmentRow['state']> = { 1: 'Error', 2: 'Warning', 3: 'Success', 5: 'Information' }

export function shipmentRow(shipment: Shipment, { text, instant }: Pick<Language, 'text' | 'instant'>, mayShip: boolean): ShipmentRow {
  const { ID, carrier, number, content, firstEstimatedAt: first, estimatedAt, deliveredAt, leg, status, milestone } = shipment
  const at = deliveredAt ?? estimatedAt
  return {
    ID, carrier, number, leg: leg.name, content: content ?? '', milestone: milestone?.kind.name ?? '', title: `${carrier} ${number}`,
    status: status.name, state: STATES[status.criticality] ?? 'None',
    when: at ? instant(at) : '', whenLabel: text(deliveredAt ? 'shipments.delivered' : 'shipments.expected'),
    slipped: first && at && Date.parse(at) > Date.parse(first) ? text('shipments.slipped', instant(first)) : '',
    mayReport: mayShip && !status.isFinal
  }
}

/** What a carrier told. */
export interface ShipmentEvent {
  at: string
  location: string | null
  text: string | null
  estimatedAt: string | null
  reference: string | null
  userId: string | null
  type: { name: string }
}

export const shipmentLedger = (events: ShipmentEvent[], { text, instant }: Pick<Language, 'text' | 'instant'>): LedgerText[] =>
  events.map(({ at, type, location, text: note, estimatedAt, reference, userId }) => ({
    title: type.name, at: [instant(at), location, userId].filter(Boolean).join(' · '),
    text: [estimatedAt && text('shipments.expectedAt', instant(estimatedAt)), reference, note].filter(Boolean).join(' · ')
  }))
