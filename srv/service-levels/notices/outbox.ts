import cds from '@sap/cds'
import { nextNumbers } from '../../number-range'
import type { Outgoing } from './channels'
import { noticeSettings } from './settings'

/** A notice that this process may send now. */
export type Claimed = Outgoing & { turn: string }

const WAITING = ['Pending', 'Sending']

/** Whether a notice is due: a look without a lock. */
export async function isNoticeDue(): Promise<boolean> {
  const { Notices } = cds.entities('aftersales')
  return Boolean(await SELECT.one.from(Notices).columns('ID').where({ state_code: { in: WAITING }, sendAfter: { '<=': now() } }))
}

/**
 * Takes the next notices, in the caller's transaction, for the lease: one whose sender died comes up again after it. The turn's number
 * makes another instance wait, so that one notice is taken by one.
 */
export async function claimNotices(): Promise<Claimed[]> {
  const { Notices } = cds.entities('aftersales')
  const { parallel, lease } = noticeSettings()
  const [turn] = await nextNumbers('NoticeTurn')
  const rows = (await SELECT.from(Notices).columns('ID', 'channel_code', 'recipient', 'language', 'subject', 'body', 'matter', 'attempts', 'createdAt', { ref: ['workOrder', 'number'], as: 'order' } as never)
    .where({ state_code: { in: WAITING }, sendAfter: { '<=': now() } }).orderBy('sendAfter').limit(parallel)) as Outgoing[]
  if (!rows.length) return []
  await UPDATE(Notices).with({ state_code: 'Sending', sendAfter: later(lease), attempts: { '+=': 1 }, turn } as never).where({ ID: { in: rows.map(({ ID }) => ID) } })
  return rows.map(row => ({ ...row, attempts: row.attempts + 1, turn }))
}

/** Writes down what became of notices; only who still holds them can. */
export async function concludeNotices(sent: Claimed[], failed: { notice: Claimed; reason: string }[]): Promise<void> {
  const { Notices } = cds.entities('aftersales')
  const { maxAttempts, firstDelay, longestDelay } = noticeSettings()
  if (sent.length) await UPDATE(Notices).with({ state_code: 'Sent', sentAt: now(), sendAfter: null, error: null } as never).where({ ID: { in: sent.map(({ ID }) => ID) }, turn: sent[0].turn })
  for (const { notice: { ID, turn, attempts }, reason } of failed) {
    const isFinal = attempts >= maxAttempts
    const delay = Math.min(longestDelay, firstDelay * 2 ** (attempts - 1))
    await UPDATE(Notices).with({ state_code: isFinal ? 'Failed' : 'Pending', error: reason.slice(0, 250), sendAfter: isFinal ? null : later(delay) } as never).where({ ID, turn })
  }
}

const now = () => cds.context!.timestamp.toISOString()
const later = (milliseconds: number) => new Date(cds.context!.timestamp.getTime() + milliseconds).toISOString()
