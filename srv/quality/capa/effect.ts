/** What counts as the same failure: a notification of the case, as it was coded. Codes are "group/code". */
export interface Scope {
  model: string | null
  part_ID: string | null
  faultCategory_code: string | null
  defects: string[]
  causes: string[]
}

/** A failure that may be the same: parts are those it is about or that were taken out, none where nobody knows. */
export interface Failure {
  model: string | null
  parts: string[]
  faultCategory_code: string | null
  defects: string[]
  causes: string[]
}

export type Match = 'cause' | 'defect' | 'fault'

/**
 * By what a failure repeats one of the scopes: same model and part, and then the most exact coding that both have: cause, defect, else
 * the fault category. Who was coded with another cause is another failure; a part that nobody knows may be the one.
 */
export function matchOf(failure: Failure, scopes: Scope[]): Match | undefined {
  for (const scope of scopes) {
    const match = matchOne(failure, scope)
    if (match) return match
  }
}

function matchOne(failure: Failure, scope: Scope): Match | undefined {
  if (scope.model && scope.model !== failure.model) return
  if (scope.part_ID && failure.parts.length && !failure.parts.includes(scope.part_ID)) return
  if (scope.causes.length && failure.causes.length) return share(scope.causes, failure.causes) ? 'cause' : undefined
  if (scope.defects.length && failure.defects.length) return share(scope.defects, failure.defects) ? 'defect' : undefined
  return scope.faultCategory_code && scope.faultCategory_code === failure.faultCategory_code ? 'fault' : undefined
}

const share = (some: string[], others: string[]) => some.some(each => others.includes(each))

/** Days are ISO dates (UTC). */
export interface Window { windowStart: string; windowEnd: string }

/** The window begins on the day after implementation, so that what happened before it on the same day does not count. */
export function windowAfter(implementedAt: Date, days: number): Window {
  return { windowStart: dayAfter(implementedAt, 1), windowEnd: dayAfter(implementedAt, days) }
}

const dayAfter = (instant: Date, days: number) => new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate() + days)).toISOString().slice(0, 10)

export interface Criterion extends Window {
  measure_code: string
  limit: number
  sample: number | null
}

/** What has been seen; `measured` is null where nobody has measured yet. */
export interface Seen { measured: number | null; sampleSeen: number }

/** Passed or failed; or still open, and why: the window, the sample, or nobody has measured. */
export type Verdict = { is: 'passed' | 'failed' } | { is: 'open'; until: 'window' | 'sample' | 'measure' }

/**
 * What the figures say on a day. Repeat failures beyond the limit are a failure at once, since they can't be undone; all else waits for
 * the end of the window, and beyond it for the sample.
 */
export function verdictOf(criterion: Criterion, { measured, sampleSeen }: Seen, today: string): Verdict {
  const isBeyond = measured !== null && measured > criterion.limit
  if (isBeyond && criterion.measure_code === 'repeatFailures') return { is: 'failed' }
  if (today <= criterion.windowEnd) return { is: 'open', until: 'window' }
  if (measured === null) return { is: 'open', until: 'measure' }
  if ((criterion.sample ?? 0) > sampleSeen) return { is: 'open', until: 'sample' }
  return { is: isBeyond ? 'failed' : 'passed' }
}

/** Repeat failures, or those per 100 repairs, to three decimals; a failure that nobody repaired counts as a repair too. */
export const measuredOf = (measure_code: string, failures: number, repairs: number): number =>
  measure_code === 'repeatRate' ? Math.round((failures * 100_000) / Math.max(repairs, failures, 1)) / 1000 : failures

/** A person may fail what would pass, never pass what failed or is open. */
export const mayDecide = (passed: boolean, verdict: Verdict): boolean => (passed ? verdict.is === 'passed' : verdict.is !== 'open' || verdict.until !== 'window')
