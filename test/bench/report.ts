import os from 'node:os'

/** A figure that should stay within a limit; `ok` says whether it did. */
export interface Target { name: string; value: number; limit: number; ok: boolean }

/** A target that is met when the value is at most the limit. */
export const atMost = (name: string, value: number, limit: number): Target => ({ name, value, limit, ok: value <= limit })

/** A target that is met when the value is at least the limit. */
export const atLeast = (name: string, value: number, limit: number): Target => ({ name, value, limit, ok: value >= limit })

/** Ends a benchmark with its one line of JSON. A missed target is reported, not hidden, and is no error. */
export function report(bench: string, figures: Record<string, unknown>, targets: Target[]): void {
  console.log(JSON.stringify({ bench, cores: os.availableParallelism(), figures, targets }))
}

/** The p-th percentile (0–100) of some measurements, by nearest rank. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]
}
