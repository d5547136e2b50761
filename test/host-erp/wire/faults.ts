import { seededRandom } from './random'

export const FAULT_KINDS = [
  'internalError', 'unavailable', 'dropBefore', 'dropAfter', 'duplicate', 'expiredToken', 'wrongJson', 'hang'
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** What the stand-in does wrong until told otherwise. All parts are optional on the wire. */
export interface Faults {
  /** Start of the random sequence. */
  seed: number
  /** Milliseconds added to every answer, plus up to `jitter` more. */
  latency: { ms: number; jitter: number }
  /** Probability of each fault; their sum is at most 1. */
  rates: Partial<Record<FaultKind, number>>
  /** Faults of the very next requests, used up one by one before the rates apply. */
  next: FaultKind[]
  /** Writes only (POST, PUT, PATCH, DELETE, MERGE) or everything. */
  applyTo: 'writes' | 'all'
  /** Seconds in the Retry-After header of a 503. */
  retryAfter: number
  /** Materials or documents that another user holds. */
  locks: { object: string; user: string }[]
}

const NONE: Faults = { seed: 1, latency: { ms: 0, jitter: 0 }, rates: {}, next: [], applyTo: 'writes', retryAfter: 1, locks: [] }

let current: Faults = structuredClone(NONE)
let random = seededRandom(current.seed)

export const currentFaults = (): Faults => current

/** Replaces all faults; what is not given is off. Throws on a wrong name or a rate that cannot be. */
export function setFaults(wanted: Partial<Faults> = {}): Faults {
  const names = [...Object.keys(wanted.rates ?? {}), ...(wanted.next ?? [])]
  const unknown = [...names.filter(name => !FAULT_KINDS.includes(name as FaultKind)), ...Object.keys(wanted).filter(name => !(name in NONE))]
  if (unknown.length) throw new Error(`unknown: ${unknown.join(', ')}; faults are ${FAULT_KINDS.join(', ')}`)
  const rates = Object.values(wanted.rates ?? {})
  if (rates.some(rate => !(rate >= 0)) || rates.reduce((sum, rate) => sum + rate, 0) > 1.000001) throw new Error('rates are between 0 and 1, and so is their sum')
  current = { ...structuredClone(NONE), ...wanted, latency: { ...NONE.latency, ...wanted.latency } }
  random = seededRandom(current.seed)
  return current
}

/** The fault of this request, if any. One draw decides, so that a sequence of requests meets the same faults each time. */
export function drawFault(isWrite: boolean): FaultKind | undefined {
  if (!isWrite && current.applyTo === 'writes') return undefined
  const planned = current.next.shift()
  if (planned) return planned
  if (!Object.keys(current.rates).length) return undefined
  let draw = random()
  for (const kind of FAULT_KINDS) {
    draw -= current.rates[kind] ?? 0
    if (draw < 0) return kind
  }
  return undefined
}

export function drawLatency(): number {
  const { ms, jitter } = current.latency
  return ms + (jitter ? random() * jitter : 0)
}

export const lockOn = (object: string): string | undefined => current.locks.find(lock => lock.object === object)?.user
