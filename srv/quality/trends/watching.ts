import { baselineOf, type Baseline, type Prior } from './baseline'
import { evidence } from './count-distribution'
import { limitFor } from './run-length'
import { chanceOf } from './u-chart'

/** How a series is watched. */
export interface Watching {
  /** How many times as high the rate is that is to be found soon. */
  ratio: number
  /** Weeks between two false alarms of the cumulative sum alone. */
  runLength: number
  /** So seldom may the events of so many latest weeks come by chance; of neighbouring weeks most are the same, so that false alarms are rarer still. */
  chance: number
  latestWeeks: number
  /** Weeks of the past that limits go by, at most and at least, and the newest that are left out, since a trend may have begun in them. */
  baselineWeeks: number
  fewestWeeks: number
  guardWeeks: number
  /** Fewer events since the sum began to grow are no trend, however rare they were. */
  fewestEvents: number
  /** Limits hold for so many weeks. */
  period: number
}

/** Both charts together are made for a false alarm in more than 500 weeks. */
export const WATCHING: Watching = {
  ratio: 2, runLength: 1500, chance: 1 / 350, latestWeeks: 6, baselineWeeks: 260, fewestWeeks: 26, guardWeeks: 8, fewestEvents: 3, period: 13
}

/** Weekly counts from the oldest week on, with what could fail in each. The number of the first week tells when limits are made anew, whenever somebody looks. */
export interface Series { counts: number[]; exposures: number[]; first?: number }

/** What became of an earlier signal of a week: the sum begins anew after another week; what was seen belongs to the past if it is usual. */
export interface Settled { week: number; until: number; isUsual: boolean }

/** A week under watch. The statistic is the logarithm of a likelihood ratio: how much more likely the latest weeks are if the rate has risen. */
export interface Point { baseline: Baseline; statistic: number; limit: number; method?: 'CUSUM' | 'u-chart'; isSignal: boolean; isRaised: boolean; since: number }

/**
 * Two charts of a series. The cumulative sum finds any rise (Page 1954; Lucas 1985 for Poisson counts, here with weights of the negative binomial distribution for clustered
 * ones; exposure by week as Mei, Han & Tsui 2011); the u-chart of the latest weeks together finds a sudden one sooner. They signal once, and the series stays raised until
 * the sum is back at 0 or somebody has settled the signal; raised weeks are no baseline.
 *
 * @param settled earlier signals, also of a week near by where events were told of late
 * @returns for each week its point, nothing where the past is too short
 */
export function watch({ counts, exposures, first = 0 }: Series, prior: Prior, watching: Watching = WATCHING, settled: Settled[] = []): (Point | undefined)[] {
  const { period, guardWeeks, baselineWeeks, fewestWeeks, fewestEvents, latestWeeks, chance } = watching
  const isLeftOut = new Uint8Array(counts.length)
  let limits: Limits | undefined, sum = 0, sumSince = 0, begin = 0, raised: { by: number; since: number } | undefined
  const eventsSince = (from: number, week: number, of = counts) => { let total = 0; for (let each = from; each <= week; each++) total += of[each]; return total }

  /** Which chart signals, and from which week on. */
  function signalOf(week: number): { method: 'CUSUM' | 'u-chart'; since: number } | undefined {
    if (sum > limits!.limit && eventsSince(sumSince, week) >= fewestEvents) return { method: 'CUSUM', since: sumSince }
    const since = Math.max(begin, week - latestWeeks + 1), events = eventsSince(since, week)
    return events >= fewestEvents && chanceOf(events, eventsSince(since, week, exposures), limits!.baseline) <= chance ? { method: 'u-chart', since } : undefined
  }

  return counts.map((count, week) => {
    if ((first + week) % period === 0 || !limits) {
      const past = range(Math.max(0, week - guardWeeks - baselineWeeks), week - guardWeeks).filter(each => !isLeftOut[each] && exposures[each] > 0)
      limits = past.length >= fewestWeeks ? limitsOf(baselineOf(past.map(each => counts[each]), past.map(each => exposures[each]), prior), watching) : undefined
    }
    if (!limits || !exposures[week]) {
      begin = week + 1
      return undefined
    }
    if (sum === 0) sumSince = week
    sum = Math.max(0, sum + limits.weightOf(count, exposures[week]))
    const signal = raised ? undefined : signalOf(week)
    if (signal) raised = { by: week, since: signal.since }
    const point = { baseline: limits.baseline, statistic: sum, limit: limits.limit, method: signal?.method, isSignal: Boolean(signal), isRaised: Boolean(raised), since: raised?.since ?? sumSince }
    if (raised) {
      const { since } = raised
      isLeftOut.fill(1, since, week + 1)
      // A long excursion ends as soon as a short one.
      sum = Math.min(sum, 2 * limits.limit)
      const settlement = settled.find(earlier => earlier.week >= since && earlier.week <= week && earlier.until <= week)
      if (settlement?.isUsual) isLeftOut.fill(0, since, week + 1)
      if (settlement || sum === 0) [sum, begin, raised] = [0, week + 1, undefined]
    }
    return point
  })
}

interface Limits { baseline: Baseline; limit: number; weightOf(count: number, exposure: number): number }

function limitsOf(baseline: Baseline, watching: Watching): Limits {
  const weights = new Map<number, number[]>()
  const weightOf = (count: number, exposure: number) => {
    const known = weights.get(exposure)
    if (known && known.length > count) return known[count]
    const made = evidence(baseline.rate * exposure, baseline.dispersion, watching.ratio, Math.max(count, 20))
    weights.set(exposure, made)
    return made[count]
  }
  return { baseline, limit: knownLimit(baseline, watching), weightOf }
}

const known = new Map<string, number>()
/** Limits are made for steps of ten percent of the mean, of 0.1 of the dispersion and for powers of 1.5 of the number of events: series share them. */
function knownLimit({ rate, exposure, weeks, events, dispersion }: Baseline, { ratio, runLength }: Watching): number {
  const mean = Math.round(Math.log((rate * exposure) / weeks) / 0.1), rounded = Math.round(dispersion * 10) / 10
  const seen = Math.floor(Math.log1p(events / dispersion) / Math.log(1.5))
  const key = `${mean} ${rounded} ${seen} ${ratio} ${runLength}`
  let limit = known.get(key)
  if (limit === undefined) {
    limit = limitFor({ mean: Math.exp(mean * 0.1), dispersion: rounded, ratio }, 1.5 ** seen - 1, runLength)
    known.set(key, limit)
  }
  return limit
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
