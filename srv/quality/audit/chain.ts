import { createHmac } from 'node:crypto'
import { canonicalTimestamp, sha256 } from './canonical'

/** A row of the trail, with names as they are stored. */
export interface AuditEvent {
  ID: string
  object: string
  objectID: string
  objectNumber: string | null
  sequence: number
  at: string
  userId: string | null
  event: string
  changes: string | null
  input: string | null
  stateBefore: string | null
  stateAfter: string | null
  scheme: string
  previousHash: string | null
  hash: string
}

/** Where a chain ends. */
export interface AuditChain { object: string; objectID: string; length: number; lastHash: string | null; scheme: string | null; seal: string | null }

/** Keys by name, and the name of the one that new rows are hashed with; without one a plain SHA-256 is taken. */
export interface Keys { current?: string; keys: Record<string, string> }

const VERSION = '1'

/** How new rows are hashed. */
export const schemeOf = ({ current }: Keys): string => `${VERSION}:${current ? `hmac-${current}` : 'sha256'}`

/**
 * The hash of a row: over a JSON array of its columns in a fixed order, with the version of this form in front, the time in UTC
 * and the previous row's hash last.
 *
 * @returns undefined where the scheme is unknown, or its key is
 */
export function eventHash(row: Omit<AuditEvent, 'hash'>, keys: Keys): string | undefined {
  return digest(row.scheme, keys, [
    'aftersales.AuditEvents', row.ID, row.object, row.objectID, row.objectNumber ?? null, row.sequence, canonicalTimestamp(row.at), row.userId ?? null, row.event,
    row.changes ?? null, row.input ?? null, row.stateBefore ?? null, row.stateAfter ?? null, row.scheme, row.previousHash ?? null
  ])
}

/** The hash of a chain's end, so that it can't be set back without the key. */
export function sealOf({ object, objectID, length, lastHash, scheme }: Omit<AuditChain, 'seal'>, keys: Keys): string | undefined {
  return digest(scheme, keys, ['aftersales.AuditChains', object, objectID, length, lastHash ?? null, scheme])
}

/** Any list of values, hashed as a scheme says. */
export function digest(scheme: string | null, { keys }: Keys, values: unknown[]): string | undefined {
  const text = JSON.stringify(values)
  if (scheme === `${VERSION}:sha256`) return sha256(text)
  const key = /^1:hmac-(.+)$/.exec(scheme ?? '')?.[1]
  return key !== undefined && Object.hasOwn(keys, key) ? createHmac('sha256', keys[key]).update(text, 'utf8').digest('hex') : undefined
}

/** Chains of chains: every new chain is an event in one of so many, chosen by its name, and these are events in one above them. */
export const REGISTRY = 'AuditChains'
export const REGISTRY_ROOT = 'root'
const BUCKETS = 64

/** Where a chain is registered; undefined for the one above all. */
export function registryOf(object: string, objectID: string): string | undefined {
  if (object === REGISTRY) return objectID === REGISTRY_ROOT ? undefined : REGISTRY_ROOT
  const bucket = parseInt(sha256(`${object}/${objectID}`).slice(0, 4), 16) % BUCKETS
  return String(bucket).padStart(2, '0')
}

/** The ID of the event by which a chain is registered, so that it is found by its key. */
export function registrationID(object: string, objectID: string): string {
  const hex = sha256(`aftersales.AuditChains/${object}/${objectID}`)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
