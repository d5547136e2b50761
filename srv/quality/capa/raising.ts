import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { lockedCase, now, recordEvent, requirePhase, requireText, userId } from './cases'

export interface ToRaise {
  title: string
  notifications: string[]
  /** The trend signal that a person accepts by it. */
  signal?: string | null
}

interface Notification {
  ID: string; number: string; shortText: string; longText: string | null; model: string | null; part_ID: string | null; faultCategory_code: string | null
}

const FACTS = ['ID', 'number', 'shortText', 'longText', 'model', 'part_ID', 'faultCategory_code'] as const
/** Links say what the effect is counted by, until that is frozen. */
const UNFROZEN = ['Initiated', 'Contained', 'RiskAssessed', 'RootCauseFound', 'Planned', 'Verified']
const OPEN = [...UNFROZEN, 'Implemented', 'EffectivenessCheck']

/** A new case from notifications, a trend signal, or both, in the transaction at hand. Who raises it owns it until it is given to somebody else. */
export async function raiseCapaCase({ title, notifications, signal }: ToRaise): Promise<string> {
  const { CapaCases, CapaNotifications } = entities()
  const IDs = [...new Set(notifications)]
  if (!IDs.length && !signal) fail(422, 'CAPA_NOTHING_TO_RAISE', { target: 'notifications' })
  const found = await lockedNotifications(IDs)
  await refuseInOpenCase(found)
  const ID = cds.utils.uuid()
  await INSERT.into(CapaCases).entries({
    ID, title: requireText(title, 'title').slice(0, 80), problem: problemOf(found), owner: userId(), number: (await nextNumbers('CapaCase'))[0],
    model: common(found, 'model'), part_ID: common(found, 'part_ID'), faultCategory_code: common(found, 'faultCategory_code')
  })
  if (signal) await acceptSignal(signal, ID)
  if (found.length) await INSERT.into(CapaNotifications).entries(found.map(row => ({ capa_ID: ID, notification_ID: row.ID, addedAt: now(), addedBy: userId() })))
  await beginCase(ID)
  return ID
}

/** What every new case has, however it came about. */
export async function beginCase(ID: string): Promise<void> {
  const { CapaCycles } = entities()
  await INSERT.into(CapaCycles).entries({ capa_ID: ID, cycle: 1, startedAt: now() })
  await recordEvent({ ID }, 'Raised')
}

/** The title of a case that is raised from one notification without saying more. */
export async function titleFrom(notification_ID: string): Promise<string> {
  const { QualityNotifications } = entities()
  const row = await SELECT.one.from(QualityNotifications).columns('shortText').where({ ID: notification_ID })
  return (row as { shortText: string } | undefined)?.shortText ?? fail(404, 'CAPA_NOTIFICATION_UNKNOWN')
}

export async function addNotification(capa_ID: string, notification_ID: string): Promise<void> {
  const { CapaNotifications } = entities()
  const found = await lockedCase(capa_ID)
  await requirePhase(found, OPEN)
  const [row] = await lockedNotifications([notification_ID])
  if (await SELECT.one.from(CapaNotifications).columns('capa_ID').where({ capa_ID, notification_ID })) fail(409, 'CAPA_NOTIFICATION_LINKED', { target: 'notification_ID', args: [row.number] })
  await refuseInOpenCase([row])
  await INSERT.into(CapaNotifications).entries({ capa_ID, notification_ID, addedAt: now(), addedBy: userId() })
  await recordEvent(found, 'NotificationAdded', row.number)
}

export async function removeNotification(capa_ID: string, notification_ID: string): Promise<void> {
  const { CapaNotifications, QualityNotifications } = entities()
  const found = await lockedCase(capa_ID)
  await requirePhase(found, UNFROZEN)
  const removed = await DELETE.from(CapaNotifications).where({ capa_ID, notification_ID })
  if (!removed) fail(404, 'CAPA_NOTIFICATION_UNKNOWN', { target: 'notification_ID' })
  const { number } = await SELECT.one.from(QualityNotifications).columns('number').where({ ID: notification_ID })
  await recordEvent(found, 'NotificationRemoved', number as string)
}

/** In the order of their keys, so that two callers can't wait for one another. */
async function lockedNotifications(IDs: string[]): Promise<Notification[]> {
  if (!IDs.length) return []
  const { QualityNotifications } = entities()
  const rows = await SELECT.from(QualityNotifications).columns(...(FACTS as unknown as string[])).where({ ID: { in: IDs } }).orderBy('ID').forUpdate()
  if (rows.length < IDs.length) fail(404, 'CAPA_NOTIFICATION_UNKNOWN', { target: 'notifications' })
  return rows as unknown as Notification[]
}

/** 409: what is worked on in one case is added there, not raised twice. */
async function refuseInOpenCase(notifications: Notification[]): Promise<void> {
  if (!notifications.length) return
  const { CapaNotifications } = entities()
  const link = await SELECT.one.from(CapaNotifications).columns('capa.number as capa', 'notification.number as notification')
    .where({ notification_ID: { in: notifications.map(row => row.ID) }, 'capa.isOpen': true })
  if (link) fail(409, 'CAPA_NOTIFICATION_IN_CASE', { args: [link.notification, link.capa] })
}

/** Of two who accept the same signal one makes the case. */
async function acceptSignal(ID: string, capa_ID: string): Promise<void> {
  const { TrendSignals } = entities()
  const taken = await UPDATE(TrendSignals).with({ capa_ID, state_code: 'Accepted', decidedBy: userId(), decidedAt: now() } as never).where({ ID, state_code: 'New' })
  if (taken) return
  if (!(await SELECT.one.from(TrendSignals).columns('ID').where({ ID }))) fail(404, 'CAPA_SIGNAL_UNKNOWN', { target: 'signal_ID' })
  fail(409, 'CAPA_SIGNAL_TAKEN', { target: 'signal_ID' })
}

function problemOf(notifications: Notification[]): string | null {
  return notifications.map(row => `${row.number}: ${row.shortText}${row.longText ? `\n${row.longText}` : ''}`).join('\n\n').slice(0, 2000) || null
}

/** What all of them have in common. */
function common(rows: Notification[], field: 'model' | 'part_ID' | 'faultCategory_code'): string | null {
  const values = new Set(rows.map(row => row[field]))
  return values.size === 1 ? [...values][0] : null
}
