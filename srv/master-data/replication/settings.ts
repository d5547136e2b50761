import cds from '@sap/cds'

/** How master data is replicated: `cds.requires.S4HANA.replication`. Times as '15m', '30s', '2h' or milliseconds. */
interface Given {
  every: string | number
  pageSize: number
  overlap: string | number
  lease: string | number
  sweep: string | number
  firstDelay: string | number
  longestDelay: string | number
  maxFailures: number
  mostMissing: number
  keep: string | number
}

export interface ReplicationSettings {
  /** Changes are fetched so often; never while it is 0. */
  every: number
  pageSize: number
  /** Changes are fetched from so long before the last run: for clocks that differ, and for changes that the host commits late. */
  overlap: number
  /** A run without a sign of life for so long is taken over by another process. */
  lease: number
  /** How often each instance looks for such runs, for announced changes and for what is due. */
  sweep: number
  firstDelay: number
  longestDelay: number
  /** So many failures in a row, then the run has failed. */
  maxFailures: number
  /** Share of the active replicas that a full load may deactivate. */
  mostMissing: number
  /** Ended runs are deleted after so long, when changes are fetched by schedule. */
  keep: number
}

const DEFAULTS: Given = {
  every: 0, pageSize: 1000, overlap: '5m', lease: '2m', sweep: '30s', firstDelay: '1s', longestDelay: '30s', maxFailures: 8, mostMissing: 0.2,
  keep: '30d'
}

interface HostRequirement { replication?: Partial<Given>; stockFreshness?: string | number; credentials?: { url?: string; destination?: string } }

const required = () => (cds.env.requires as Record<string, HostRequirement | undefined>).S4HANA

export function replicationSettings(): ReplicationSettings {
  const { pageSize, maxFailures, mostMissing, ...times } = { ...DEFAULTS, ...required()?.replication }
  const inMilliseconds = Object.fromEntries(Object.entries(times).map(([name, value]) => [name, milliseconds(value)]))
  return { pageSize, maxFailures, mostMissing, ...inMilliseconds } as unknown as ReplicationSettings
}

export const hasHost = (): boolean => Boolean(required()?.credentials?.url || required()?.credentials?.destination)

const MOST_STALE = 30_000

/** Stock is shown for so long before it is read again; never longer than 30 seconds. */
export const stockFreshness = (): number => Math.min(milliseconds(required()?.stockFreshness ?? MOST_STALE), MOST_STALE)

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** @throws RangeError for anything but a number with an optional unit */
export function milliseconds(duration: string | number): number {
  const [, amount, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)?\s*$/.exec(String(duration)) ?? []
  if (amount === undefined) throw new RangeError(`${duration} is no duration; write 30s, 15m or 2h`)
  return Number(amount) * UNITS[unit]
}
