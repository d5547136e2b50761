import type { State } from '../live/countdown'
import type { Language } from '../live/language'

/** A quality notification of an order, with the names of its codes. */
export interface Notification {
  ID: string
  number: string
  shortText: string
  createdAt: string
  type: { name: string }
  status: { name: string; criticality: number }
  /** Which rule proposed it. */
  rule: { name: string } | null
}

export interface NotificationRow {
  number: string
  shortText: string
  type: string
  status: string
  state: State
  rule: string
  raised: string
  /** Its page in the launchpad. */
  href: string
}

const COLOURS: Record<number, State> = { 1: 'Error', 2: 'Warning', 3: 'Success' }

export const notificationRow = ({ ID, number, shortText, createdAt, type, status, rule }: Notification, { text, instant }: Pick<Language, 'text' | 'instant'>): NotificationRow => ({
  number, shortText, type: type.name, status: status.name, state: COLOURS[status.criticality] ?? 'None', rule: rule ? text('quality.rule', rule.name) : '',
  raised: text('quality.raised', instant(createdAt)), href: `#QualityNotification-manage&/QualityNotifications(ID=${ID},IsActiveEntity=true)`
})
