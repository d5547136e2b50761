import cds from '@sap/cds'
import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'
import { ifPresent } from '../../present'
import type WorkOrderService from '../../work-orders/service'
import type { Outgoing } from './channels'
import { noticeSettings } from './settings'

/** A notice that this process may send now. */
export type Claimed = Outgoing & { turn: string; workOrder_ID: string | null; customer_ID: string | null }

const WAITING = ['Pending', 'Sending']
const COLUMNS = ['ID', 'workOrder_ID', 'customer_ID', 'channel_code', 'recipient', 'language', 'subject', 'body', 'matter', 'attempts', 'createdAt']

/** Whether a notice is due: a look without a lock. */
export async function isNoticeDue(): Promise<boolean> {
  const { Notices } = entities()
  return Boolean(await SELECT.one.from(Notices).columns('ID').where({ state_code: { in: WAITING }, sendAfter: { '<=': now() } }))
}

/**
 * Takes the next notices, in the caller's transaction, for the lease: one whose sender died comes up again after it. The turn's number
 * makes another instance wait, so that one notice is taken by one.
 */
export async function claimNotices(): Promise<Claimed[]> {
  const { Notices } = entities()
  const { parallel, lease } = noticeSettings()
  const [turn] = await nextNumbers('NoticeTurn')
  const rows = (await SELECT.from(Notices).columns(...COLUMNS, { ref: ['workOrder', 'number'], as: 'order' } as never)
    .where({ state_code: { in: WAITING }, sendAfter: { '<=': now() } }).orderBy('sendAfter').limit(parallel)) as Omit<Claimed, 'turn'>[]
  if (!rows.length) return []
  const claim = { state_code: 'Sending', sendAfter: later(lease), attempts: { '+=': 1 }, turn }
  await UPDATE(Notices).with(claim as never).where({ ID: { in: rows.map(({ ID }) => ID) } })
  return rows.map(row => ({ ...row, attempts: row.attempts + 1, turn }))
}

/** Writes down what became of notices; only who still holds them can. What was said to a customer is told by the order's history as well. */
export async function concludeNotices(sent: Claimed[], failed: { notice: Claimed; reason: string }[]): Promise<void> {
  const { Notices } = entities()
  const { maxAttempts, firstDelay, longestDelay } = noticeSettings()
  const told: Told[] = (await concludeSent(sent)).map(notice => [notice, 'Notified'])
  for (const { notice, reason } of failed) {
    const { ID, turn, attempts } = notice
    const isFinal = attempts >= maxAttempts
    const delay = Math.min(longestDelay, firstDelay * 2 ** (attempts - 1))
    const outcome = { state_code: isFinal ? 'Failed' : 'Pending', error: reason.slice(0, 250), sendAfter: isFinal ? null : later(delay) }
    const isMine = await UPDATE(Notices).with(outcome as never).where({ ID, turn })
    if (isMine && isFinal) told.push([notice, 'NoticeFailed'])
  }
  await tellHistory(told)
}

/** Those that somebody else has taken over meanwhile are concluded by them. */
async function concludeSent(sent: Claimed[]): Promise<Claimed[]> {
  if (!sent.length) return []
  const { Notices } = entities()
  const mine = { ID: { in: sent.map(({ ID }) => ID) }, turn: sent[0].turn }
  const count = await UPDATE(Notices).with({ state_code: 'Sent', sentAt: now(), sendAfter: null, error: null } as never).where(mine)
  if (count === sent.length) return sent
  const known = new Set(((await SELECT.from(Notices).columns('ID').where(mine)) as { ID: string }[]).map(({ ID }) => ID))
  return sent.filter(({ ID }) => known.has(ID))
}

type Told = [Claimed, 'Notified' | 'NoticeFailed']

/** Orders in one sequence for all senders, so that no two wait for one another. */
async function tellHistory(told: Told[]): Promise<void> {
  const orders = ifPresent<WorkOrderService>('work-orders')
  const customers = told.filter(([{ customer_ID, workOrder_ID }]) => customer_ID && workOrder_ID).sort(([a], [b]) => (a.workOrder_ID! < b.workOrder_ID! ? -1 : 1))
  for (const [{ workOrder_ID, subject }, event] of customers) await orders?.recordNotice(workOrder_ID!, event, subject)
}

const now = () => cds.context!.timestamp.toISOString()
const later = (milliseconds: number) => new Date(cds.context!.timestamp.getTime() + milliseconds).toISOString()
