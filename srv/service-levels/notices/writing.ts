import cds from '@sap/cds'
import { entities } from '../../entities'
import { zoneOf } from '../../working-time/calendars'
import { iso } from '../entries'
import { afterQuiet } from './quiet-hours'
import { noticeSettings } from './settings'
import { closest, fill, type Value } from './text'

/** Somebody to be told. */
export interface Recipient {
  person_ID?: string | null
  customer_ID?: string | null
  userId?: string | null
  email?: string | null
  language?: string | null
  timeZone?: string | null
  quietFrom?: string | null
  quietTo?: string | null
}

export interface NoticeRequest {
  /** What it is about; nobody is told of it twice. */
  matter: string
  workOrder_ID?: string | null
  warning_ID?: string | null
  to: Recipient
  template: string
  values: Record<string, Value>
  /** Comes through quiet hours. */
  isUrgent?: boolean
  /** Nobody can have been told of this matter yet. */
  isNew?: boolean
}

const LOG = cds.log('service-levels')

type Template = { template: string; language: string; subject: string; body: string; isActive: boolean }

/**
 * Writes notices in the caller's transaction, for each channel by which somebody can be reached: what was told before, by this
 * matter, is left out. They are sent when the transaction is done. A language without a text of its own gets the closest one; where that
 * is switched off, nobody is told.
 */
export async function writeNotices(requests: NoticeRequest[]): Promise<void> {
  if (!requests.length) return
  const { Notices } = entities()
  const templates = await templatesOf([...new Set(requests.map(({ template }) => template))])
  const rows = requests.flatMap(request => rowsOf(request, templates))
  const known = new Set<string>()
  const matters = [...new Set(requests.flatMap(({ matter, isNew }) => (isNew ? [] : [matter])))]
  if (matters.length)
    for (const row of await SELECT.from(Notices).columns('matter', 'recipient', 'channel_code').where({ matter: { in: matters } })) known.add(keyOf(row))
  const fresh = rows.filter(row => !known.has(keyOf(row)) && known.add(keyOf(row)))
  if (fresh.length) await INSERT.into(Notices).columns(...COLUMNS).rows(fresh.map(row => COLUMNS.map(column => row[column] ?? null)) as never)
}

/** As rows of these columns: PostgreSQL would read the text of an entry anew for each column of the table, which takes most of the time. */
const COLUMNS = [
  'ID', 'workOrder_ID', 'warning_ID', 'matter', 'person_ID', 'customer_ID', 'recipient', 'channel_code', 'template', 'language', 'subject', 'body', 'createdAt',
  'state_code', 'sendAfter', 'sentAt', 'attempts'
] as const
type NoticeRow = { [column in typeof COLUMNS[number]]?: string | number | null } & { matter: string; recipient: string; channel_code: string }

const keyOf = ({ matter, recipient, channel_code }: { matter: string; recipient: string; channel_code: string }) => [matter, recipient, channel_code].join('\n')

function rowsOf(request: NoticeRequest, templates: Map<string, Template[]>): NoticeRow[] {
  const { matter, workOrder_ID, warning_ID, to, values, isUrgent } = request
  const { credentials, webhook } = noticeSettings()
  const texts = templates.get(request.template) ?? []
  const language = closest(to.language, texts.map(each => each.language))
  const template = texts.find(each => each.language === language)
  if (!template) {
    LOG.error(`There is no notice template ${request.template}, so that nobody was told of ${matter}`)
    return []
  }
  if (!template.isActive) return []
  const timeZone = zoneOf(to)
  const text = (part: string, length: number) => fill(part, values, template.language, timeZone).slice(0, length)
  const common = {
    workOrder_ID, warning_ID, matter, person_ID: to.person_ID, customer_ID: to.customer_ID, template: request.template, language: template.language,
    subject: text(template.subject, 250), body: text(template.body, 2000), createdAt: now(), state_code: 'Pending', attempts: 0
  }
  const row = (channel_code: string, recipient: string, more: object): NoticeRow => ({ ...common, ID: cds.utils.uuid(), channel_code, recipient, ...more })
  return [
    ...(to.userId ? [row('inApp', to.userId, { state_code: 'Sent', sentAt: now() })] : []),
    ...(to.email && credentials ? [row('email', to.email, { sendAfter: isUrgent ? now() : awakeAt(to, timeZone) })] : []),
    ...(webhook && !to.customer_ID ? [row('webhook', 'webhook', { sendAfter: now() })] : [])
  ]
}

function awakeAt({ quietFrom, quietTo }: Recipient, timeZone: string): string {
  const instant = cds.context!.timestamp.getTime()
  return quietFrom && quietTo ? iso(afterQuiet(instant, { timeZone, from: quietFrom, to: quietTo }))! : now()
}

async function templatesOf(codes: string[]): Promise<Map<string, Template[]>> {
  const { NoticeTemplates } = entities()
  const rows = (await SELECT.from(NoticeTemplates).columns('template', 'language', 'subject', 'body', 'isActive').where({ template: { in: codes } })) as Template[]
  return new Map(codes.map(code => [code, rows.filter(({ template }) => template === code)]))
}

const now = () => cds.context!.timestamp.toISOString()
