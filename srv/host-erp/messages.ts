import cds from '@sap/cds'
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
}

/** A message that this process may send now, and the document of the one it depends on. */
export type Claimed = Message & { predecessorDocument?: string | null }

const OPEN = ['Pending', 'Sent']

/**
 * Takes a message for sending, by one conditional UPDATE: of two instances one gets it. It stays taken for the
 * lease, or until `conclude`.
 *
 * @returns nothing when it is not its turn: not due, taken, done, or behind another message
 */
export async function claim(ID: string): Promise<Claimed | undefined> {
  const { HostMessages } = cds.entities('aftersales')
  const message = (await SELECT.one.from(HostMessages, { ID } as never)) as Message | null
  const now = new Date()
  if (!message || !OPEN.includes(message.state_code) || new Date(message.dueAt) > now) return undefined
  const predecessor = await predecessorOf(message)
  if (predecessor && predecessor.state_code !== 'Confirmed') return undefined
  if (await isBehindAnother(message)) return undefined
  const taken = await UPDATE(HostMessages)
    .with({ state_code: 'Sent', sentAt: now.toISOString(), dueAt: later(now, deliverySettings().lease), attempts: { '+=': 1 } } as never)
    .where({ ID, state_code: { in: OPEN }, attempts: message.attempts, dueAt: { '<=': now.toISOString() } })
  return taken ? { ...message, attempts: message.attempts + 1, predecessorDocument: predecessor?.hostDocument } : undefined
}

async function predecessorOf({ dependsOn_ID }: Message) {
  const { HostMessages } = cds.entities('aftersales')
  if (!dependsOn_ID) return undefined
  return (await SELECT.one.from(HostMessages, { ID: dependsOn_ID } as never).columns('state_code', 'hostDocument')) as Message
}

/** What an order wants of the host arrives there in the order in which it was wanted. */
async function isBehindAnother({ workOrder_ID, number }: Message): Promise<boolean> {
  const { HostMessages } = cds.entities('aftersales')
  if (!workOrder_ID) return false
  return Boolean(await SELECT.one.from(HostMessages).columns('ID').where({ workOrder_ID, number: { '<': number }, state_code: { in: OPEN } }))
}

/** Writes down that the host has the document. */
export function confirm(message: Claimed, hostDocument: string): Promise<boolean> {
  return conclude(message, {
    state_code: 'Confirmed', hostDocument, confirmedAt: new Date().toISOString(), dueAt: null, failures: 0, lastErrorCode: null, lastError: null
  })
}

/**
 * Writes down why the host has no document yet, and when to try again: `NeedsAttention` when waiting does not help.
 * @returns milliseconds until the next attempt, or nothing when a person has to act
 */
export async function noteFailure(message: Claimed, failure: HostFailure, hostDocument?: string): Promise<number | undefined> {
  const settings = deliverySettings()
  const failures = message.failures + 1
  const isFinal = failure.isFinal || failures >= settings.maxFailures
  const delay = delayAfter(failures, settings, Math.random(), Math.max(failure.retryAfter ?? 0, failure.isUnclear ? settings.settle : 0))
  await conclude(message, {
    state_code: isFinal ? 'NeedsAttention' : 'Pending', failures, dueAt: isFinal ? null : later(new Date(), delay), ...(hostDocument && { hostDocument }),
    lastErrorCode: failure.code.slice(0, 40), lastError: failure.text.slice(0, 1000)
  })
  return isFinal ? undefined : delay
}

/** Only who still holds the message writes its outcome: after the lease another may have taken it. */
async function conclude({ ID, attempts }: Claimed, changes: Record<string, unknown>): Promise<boolean> {
  const { HostMessages } = cds.entities('aftersales')
  return Boolean(await UPDATE(HostMessages).with(changes as never).where({ ID, state_code: 'Sent', attempts }))
}

/** Messages that waited for this one: those that depend on it, and the next of its order. */
export async function followersOf({ ID, workOrder_ID, number }: Pick<Message, 'ID' | 'workOrder_ID' | 'number'>): Promise<string[]> {
  const { HostMessages } = cds.entities('aftersales')
  const dependents = await SELECT.from(HostMessages).columns('ID').where({ dependsOn_ID: ID, state_code: 'Pending' })
  const next = workOrder_ID
    ? await SELECT.from(HostMessages).columns('ID').where({ workOrder_ID, number: { '>': number }, state_code: 'Pending' }).orderBy('number').limit(1)
    : []
  return [...new Set([...dependents, ...next].map(row => row.ID as string))]
}

/** The first overdue message of each order, and overdue ones without order: nobody is about to send them. */
export async function overdue(limit = 1000): Promise<string[]> {
  const { HostMessages } = cds.entities('aftersales')
  const before = later(new Date(), -deliverySettings().firstDelay)
  const rows = (await SELECT.from(HostMessages).columns('ID', 'workOrder_ID')
    .where({ state_code: { in: OPEN }, dueAt: { '<=': before } }).and(`dependsOn.ID is null or dependsOn.state.code = 'Confirmed'`)
    .orderBy('number').limit(limit)) as Message[]
  const seen = new Set<string>()
  return rows.filter(({ workOrder_ID }) => !workOrder_ID || (!seen.has(workOrder_ID) && seen.add(workOrder_ID))).map(row => row.ID)
}

const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds).toISOString()
