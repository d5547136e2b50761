import nodemailer, { type Transporter } from 'nodemailer'
import { noticeSettings, type NoticeSettings } from './settings'

/** A notice as a channel needs it. */
export interface Outgoing {
  ID: string
  channel_code: string
  recipient: string
  language: string
  subject: string
  body: string
  matter: string
  attempts: number
  createdAt: string
  order?: string | null
}

/** The one port by which notices leave; an error means that it is not known to have arrived. */
export interface Channel {
  send(notice: Outgoing): Promise<void>
}

export const CHANNELS: Record<string, Channel> = { email: { send: sendMail }, webhook: { send: callWebhook } }

let transport: { for: string; transporter: Transporter } | undefined

/**
 * The Message-ID is the notice's own, whatever the attempt: servers and readers that know it take a repeated mail for the same.
 * Auto-Submitted keeps out-of-office answers away (RFC 3834).
 */
async function sendMail({ ID, recipient, subject, body, createdAt }: Outgoing): Promise<void> {
  const settings = noticeSettings()
  await transporterFor(settings).sendMail({
    from: settings.from, to: { name: '', address: recipient }, subject, text: body, messageId: messageIdOf(ID, settings.from), date: new Date(createdAt),
    headers: { 'Auto-Submitted': 'auto-generated' }
  })
}

export const messageIdOf = (ID: string, from: string) => `<${ID}@${from.split('@').at(-1)!.replace('>', '')}>`

/** Connections are kept between mails. */
function transporterFor({ credentials, parallel }: NoticeSettings): Transporter {
  const key = JSON.stringify(credentials)
  if (transport?.for === key) return transport.transporter
  transport?.transporter.close()
  const { host, port, secure, user, password } = credentials!
  const transporter = nodemailer.createTransport({
    pool: true, maxConnections: Math.min(5, parallel), maxMessages: Infinity, host, port, secure, auth: user ? { user, pass: password } : undefined,
    connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000
  })
  transport = { for: key, transporter: transporter as unknown as Transporter }
  return transport.transporter
}

export function closeChannels(): void {
  transport?.transporter.close()
  transport = undefined
}

/** Receivers recognise a repeat by the key. */
async function callWebhook({ ID, subject, body, matter, language, createdAt, order }: Outgoing): Promise<void> {
  const { url, token, timeout = 10_000 } = noticeSettings().webhook!
  const answer = await fetch(url, {
    method: 'POST', signal: AbortSignal.timeout(timeout), redirect: 'error',
    headers: { 'content-type': 'application/json', 'idempotency-key': ID, ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ ID, matter, order, subject, body, language, createdAt })
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`The webhook answered ${answer.status}`)
}
