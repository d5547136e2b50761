import { percentile } from '../bench/report'

export interface Timed { at: number; ms: number }

export interface Drift {
  kind: string
  requests: number
  /** 95th percentiles: the medians of those of the windows in the first third, and in the last. */
  first: number
  last: number
  /** Medians of all requests of the first third and of the last: what a busy machine disturbs least. */
  usual: [first: number, last: number]
  /** −0.1 means a tenth faster. */
  drift: number
  /** So far from it chance alone may have led (two standard errors), as windows beside each other differ. */
  noise: number
  isJudged: boolean
}

/** A multiple of three: one that a neighbour on the machine held up moves no median of four. */
const WINDOWS = 12
/** Of fewer requests in a window the 95th percentile is one of the slowest two, and chance. */
const ENOUGH = 40

/**
 * How much slower the last third of the time is than the first, for all requests and by kind. In "all" each request counts as a multiple of its kind's
 * median in the first third, so that it makes no difference that a window happened to have more of the slow kinds, and a kind that gets slower alone is seen in the tail.
 *
 * @param from when the warm-up was over
 * @param to the end, both as `at`
 */
export function driftsOf(times: Map<string, Timed[]>, from: number, to: number): Drift[] {
  const measured = [...times].map(([kind, all]): [string, Timed[]] => [kind, all.filter(({ at }) => at >= from && at < to)]).filter(([, all]) => all.length)
  const relative = measured.flatMap(([, all]) => {
    const early = all.filter(({ at }) => at < from + (to - from) / 3), usual = median((early.length ? early : all).map(({ ms }) => ms))
    return all.map(({ at, ms }) => ({ at, ms: ms / usual }))
  })
  return [driftOf('all', relative, from, to), ...measured.map(([kind, all]) => driftOf(kind, all, from, to))].filter(drift => drift !== undefined)
}

/** What is rare has three windows; nothing where even of these one is empty. */
function driftOf(kind: string, all: Timed[], from: number, to: number, count = WINDOWS): Drift | undefined {
  const windows = Array.from({ length: count }, (): number[] => [])
  for (const { at, ms } of all) windows[Math.min(count - 1, Math.floor(((at - from) / (to - from)) * count))].push(ms)
  if (windows.some(window => !window.length)) return count > 3 ? driftOf(kind, all, from, to, 3) : undefined
  const third = count / 3, usual = [windows.slice(0, third), windows.slice(-third)].map(part => median(part.flat())) as Drift['usual']
  const tails = windows.map(window => percentile(window, 95))
  const { first, last, growth } = growthOf(tails)
  return { kind, requests: all.length, first, last, usual, drift: growth, noise: noiseOf(tails), isJudged: count === WINDOWS && windows.every(window => window.length >= ENOUGH) }
}

/** Two standard errors of the difference of two medians of a third each, by the differences of neighbours, in which a steady growth hardly counts. */
function noiseOf(tails: number[]): number {
  const deviation = median(tails.slice(1).map((tail, i) => Math.abs(tail - tails[i]))) / 0.954
  return (2 * 1.2533 * deviation * Math.sqrt(2 / (tails.length / 3))) / median(tails)
}

/** Of an even number the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b), middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
}

/** Median of the last third of the measurements against that of the first third. */
export function growthOf(values: number[]): { first: number; last: number; growth: number } {
  const third = Math.max(1, Math.floor(values.length / 3))
  const [first, last] = [median(values.slice(0, third)), median(values.slice(-third))]
  return { first, last, growth: last / first - 1 }
}
