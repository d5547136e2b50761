interface Counters {
  requests: number
  writes: number
  tokensFetched: number
  logonsRefused: number
  tokensRefused: number
  statuses: Record<string, number>
  faults: Record<string, number>
  documents: Record<string, number>
}

const zero = (): Counters =>
  ({ requests: 0, writes: 0, tokensFetched: 0, logonsRefused: 0, tokensRefused: 0, statuses: {}, faults: {}, documents: {} })

/** What happened since the start or the last reset. */
export let counters = zero()

export function resetCounters(): void {
  counters = zero()
}

export function count(group: 'statuses' | 'faults' | 'documents', name: string | number): void {
  counters[group][name] = (counters[group][name] ?? 0) + 1
}
