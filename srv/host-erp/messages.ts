import cds from '@sap/cds'
import { entities } from '../entities'
import { delayAfter } from './back-off'
import type { HostFailure } from './failures'
import type { Kind } from './kinds'
import { deliverySettings } from './settings'

/** A row of HostMessages, as far as delivery needs it. */
export interface Message {
  ID: string
  number: string
  kind_code: Kind
  state_code: string
  payload: string
  idempotencyKey: string
  hostDocument?: string | null
  attempts: number
  failures: number
  dueAt: string
  actingUser: string
  causeEntity?: string | null
  causeID?: string | null
  workOrder_ID?: string | null
  dependsOn_ID?: string | null
  correlationID?: string | null
  traceParent?: string | null
}

/** A message that this process may send now, and the document of the one it depends on. */
export type Claimed = Message & { predecessorDocument?: string | null }

const OPEN = ['Pending', 'Sent']

/**
 * Takes the next messages for sending: those that are due and not behind another one, whoever is due longest first, so that no new
 * one waits for ever behind old ones that fail. Of two instances one gets a message, as rows that another transaction has locked are
 * passed over. A message stays taken for the lease, or until `conclude`.
 */
export async function claimNext(limit: number): Promise<Claimed[]> {
  const { HostMessages } = entities()
  const now = new Date()
  const found = (await cds.run(nextFree(now, limit) as never)) as Message[]
  if (!found.length) return []
  const taken = await UPDATE(HostMessages)
    .with({ state_code: 'Sent', sentAt: now.toISOString(), dueAt: later(now, deliverySettings().lease), attempts: { '+=': 1 } } as never)
    .where({ ID: { in: found.map(({ ID }) => ID) }, state_code: { in: OPEN }, dueAt: { '<=': now.toISOString() } })
  if (taken !== found.length) throw new Error('Another instance took a message in the same moment')
  const documents = await documentsOf(found.flatMap(message => message.dependsOn_ID ?? []))
  return found.map(message => ({ ...message, attempts: message.attempts + 1, predecessorDocument: documents.get(message.dependsOn_ID ?? '') }))
}

/** Due, with what it depends on confirmed, and the first of its order. A plain object, as parsing a text costs more than running it. */
function nextFree(now: Date, limit: number): object {
  const own = (name: string) => ({ ref: ['message', name] })
  const earlier = (name: string) => ({ ref: ['earlier', name] })
  const before = (name: string) => ({ ref: ['before', name] })
  const open = { list: OPEN.map(val => ({ val })) }
  const of = (as: string, where: unknown[]) => ({ SELECT: { from: { ref: ['aftersales.HostMessages'], as }, columns: [{ val: 1, as: 'one' }], where } })
  return {
    SELECT: {
      from: { ref: ['aftersales.HostMessages'], as: 'message' },
      where: [
        own('state_code'), 'in', open, 'and', own('dueAt'), '<=', { val: now.toISOString() },
        'and', '(', own('dependsOn_ID'), '=', { val: null }, 'or',
        'exists', of('before', [before('ID'), '=', own('dependsOn_ID'), 'and', before('state_code'), '=', { val: 'Confirmed' }]), ')',
        'and', '(', own('workOrder_ID'), '=', { val: null }, 'or', 'not', 'exists', of('earlier', [
          earlier('workOrder_ID'), '=', own('workOrder_ID'), 'and', earlier('number'), '<', own('number'), 'and', earlier('state_code'), 'in', open
        ]), ')'
      ],
      orderBy: [own('dueAt'), own('number')], limit: { rows: { val: limit } }, forUpdate: { ignoreLocked: true }
    }
  }
}

async function documentsOf(IDs: string[]): Promise<Map<string, string | null | undefined>> {
  const { HostMessages } = entities()
  const rows = IDs.length ? ((await SELECT.from(HostMessages).columns('ID', 'hostDocument').where({ ID: { in: IDs } })) as Message[]) : []
  return new Map(rows.map(({ ID, hostDocument }) => [ID, hostDocument]))
}

/** Writes down that the host has the document. */
export function confirm(message: Claimed, hostDocument: string): Promise<boolean> {
  return conclude(message, {
    state_code: 'Confirmed', hostDocument, confirmedAt: new Date().toISOString(), dueAt: null, failures: 0, lastErrorCode: null, lastError: null
  })
}

/** What a failure means for its message. */
export interface Verdict {
  /** False when the host as a whole is to blame: then waiting helps, however long it takes. */
  counts: boolean
  /** Not to be tried before, in milliseconds since 1970; Infinity: not by itself. */
  notBefore?: number
}

/**
 * Writes down why the host has no document yet, and when to try again: `NeedsAttention` when waiting does not help.
 * @returns whether a person has to act
 */
export async function noteFailure(message: Claimed, failure: HostFailure, { counts, notBefore = 0 }: Verdict, hostDocument?: string): Promise<boolean> {
  const settings = deliverySettings()
  const failures = message.failures + (counts ? 1 : 0)
  const isFinal = failure.isFinal || failures >= settings.maxFailures
  const delay = delayAfter(Math.max(failures, 1), settings, Math.random(), Math.max(failure.retryAfter ?? 0, failure.isUnclear ? settings.settle : 0))
  const dueAt = new Date(Math.max(Date.now() + delay, Number.isFinite(notBefore) ? notBefore : 0)).toISOString()
  await conclude(message, {
    state_code: isFinal ? 'NeedsAttention' : 'Pending', failures, dueAt: isFinal ? null : dueAt, ...(hostDocument && { hostDocument }), ...reasonOf(failure)
  })
  return isFinal
}

/**
 * This process ends while it waits for the host's answer: others need not wait until the lease ends, but no shorter than after any
 * request without an answer, as the host may still be working on it.
 */
export async function giveBack(messages: Claimed[]): Promise<void> {
  const dueAt = later(new Date(), deliverySettings().settle)
  const reason = { lastErrorCode: 'INSTANCE_ENDED', lastError: 'The instance that was sending it has ended; it is sent again' }
  for (const message of messages) await conclude(message, { state_code: 'Pending', dueAt, ...reason })
}

/** While nothing is sent, every message that is due says why, and when the host is asked again. */
export async function noteWaiting(failure: HostFailure, probeAt: number): Promise<void> {
  const { HostMessages } = entities()
  await UPDATE(HostMessages).with({ ...reasonOf(failure), ...(Number.isFinite(probeAt) && { dueAt: new Date(probeAt).toISOString() }) } as never)
    .where({ state_code: 'Pending', dueAt: { '<=': new Date().toISOString() }, lastErrorCode: null })
}

/** Of all messages that wait because the host refuses our sign-in one speaks for them, as a person has to act: the first. */
export async function chooseSpokesman(failure: HostFailure): Promise<Message | undefined> {
  const { HostMessages } = entities()
  const reason = reasonOf(failure)
  if (await SELECT.one.from(HostMessages).columns('ID').where({ state_code: 'NeedsAttention', lastErrorCode: reason.lastErrorCode })) return undefined
  const first = (await SELECT.one.from(HostMessages).where({ state_code: 'Pending', lastErrorCode: reason.lastErrorCode }).orderBy('number')) as Message | null
  const changed = first && (await UPDATE(HostMessages).with({ state_code: 'NeedsAttention', dueAt: null } as never).where({ ID: first.ID, state_code: 'Pending' }))
  return changed ? first : undefined
}

const reasonOf = ({ code, text }: HostFailure) => ({ lastErrorCode: code.slice(0, 40), lastError: text.slice(0, 1000) })

/** Only who still holds the message writes its outcome: after the lease another may have taken it. */
async function conclude({ ID, attempts }: Claimed, changes: Record<string, unknown>): Promise<boolean> {
  const { HostMessages } = entities()
  return Boolean(await UPDATE(HostMessages).with(changes as never).where({ ID, state_code: 'Sent', attempts }))
}

/** When the next message that is not due yet will be. */
export async function nextDue(): Promise<Date | undefined> {
  const { HostMessages } = entities()
  const next = await SELECT.one.from(HostMessages).columns('dueAt').where({ state_code: { in: OPEN }, dueAt: { '>': new Date().toISOString() } }).orderBy('dueAt')
  return next?.dueAt ? new Date(next.dueAt) : undefined
}

/** Whether the host has confirmed anything since, to whichever instance. */
export async function isConfirmedSince(moment: Date): Promise<boolean> {
  const { HostMessages } = entities()
  return Boolean(await SELECT.one.from(HostMessages).columns('ID').where({ confirmedAt: { '>': moment.toISOString() } }))
}

const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds).toISOString()
