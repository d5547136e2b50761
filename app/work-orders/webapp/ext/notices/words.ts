import type { State } from '../live/countdown'
import type { Language } from '../live/language'

/** A notice about an order, with the names of its codes. */
export interface Notice {
  recipient: string
  subject: string
  body: string
  createdAt: string
  sendAfter: string | null
  sentAt: string | null
  readAt: string | null
  attempts: number
  error: string | null
  person: { name: string } | null
  channel: { name: string }
  state: { code: 'Pending' | 'Sending' | 'Sent' | 'Failed'; name: string; criticality: number }
}

export interface NoticeRow {
  subject: string
  body: string
  to: string
  channel: string
  state: string
  stateColour: State
  /** When it was sent, or written. */
  at: string
  /** When it is tried next. */
  next: string
  read: string
  error: string
}

const COLOURS: Record<number, State> = { 1: 'Error', 2: 'Warning', 3: 'Success' }

export function noticeRow(notice: Notice, { text, instant }: Pick<Language, 'text' | 'instant'>): NoticeRow {
  const { recipient, subject, body, createdAt, sendAfter, sentAt, readAt, attempts, error, person, channel, state } = notice
  const isWaiting = state.code === 'Pending' && sendAfter
  return {
    subject, body, channel: channel.name, state: state.name, stateColour: COLOURS[state.criticality] ?? 'None',
    to: person ? `${person.name} (${recipient})` : recipient,
    at: sentAt ? text('notices.sent', instant(sentAt)) : text('notices.written', instant(createdAt)),
    next: isWaiting ? text('notices.next', instant(sendAfter), attempts) : '',
    read: readAt ? text('notices.read', instant(readAt)) : '', error: state.code === 'Sent' ? '' : error ?? ''
  }
}
