import { commonDispersion } from '../../../srv/quality/trends/baseline'
import { watch, WATCHING, type Settled } from '../../../srv/quality/trends/watching'
import { probabilities } from '../../../srv/quality/trends/count-distribution'
import { Random } from '../work-orders/random'
import type { Failures } from './failures'

/** What is shuffled: whole weeks, which keep their clusters, or single events. */
export type Shuffling = 'weeks' | 'dates'
/** Weeks after a rise within which it should be found, and weeks to a false alarm. */
export const SOON = 6, RUN_LENGTH = 500

export interface Alarms { weeks: number; alarms: number }
export interface Outcome extends Alarms { level: Failures['level']; name: string; perWeek: number; injected: number; found: number; bound: number }

const exposures = (counts: number[]) => counts.map(() => 1)

/** How often series signal whose events are shuffled, so that nothing in them is a trend. After an alarm the sum begins anew at once, so that every alarm counts. */
export function falseAlarms(all: Failures[], shuffling: Shuffling, times: number, seed = 1): Alarms[] {
  const random = new Random(seed), dispersion = usualDispersion(all, shuffling, random)
  return all.map(series => alarmsOf(Array.from({ length: times }, () => restarting(draw(series, shuffling, random), dispersion))))
}

/** The same, and how often a doubled rate is found from some week on: each week's events and those of another week drawn from the series. */
export function permuted(all: Failures[], shuffling: Shuffling, times: number, seed = 1): Outcome[] {
  const random = new Random(seed), dispersion = usualDispersion(all, shuffling, random)
  return all.map(series => {
    const { level, name, days, counts: { length: weeks } } = series
    const runs: ReturnType<typeof restarting>[] = []
    let found = 0
    for (let time = 0; time < times; time++) {
      const counts = draw(series, shuffling, random), added = draw(series, shuffling, random)
      const from = random.between(WATCHING.baselineWeeks + WATCHING.guardWeeks, weeks - SOON)
      const risen = counts.slice(0, from + SOON).map((count, week) => (week < from ? count : count + added[week]))
      runs.push(restarting(counts, dispersion))
      if (restarting(risen, dispersion).slice(from).some(Boolean)) found++
    }
    return { level, name, perWeek: days.length / weeks, ...alarmsOf(runs), injected: times, found, bound: bound(series, shuffling, random) }
  })
}

const draw = (series: Failures, shuffling: Shuffling, random: Random) => (shuffling === 'weeks' ? shuffled(series.counts, random) : scattered(series, random))

/** What like series tell, from the weeks before any is watched with a whole baseline. */
const usualDispersion = (all: Failures[], shuffling: Shuffling, random: Random): number => commonDispersion(all.map(series => {
  const counts = draw(series, shuffling, random).slice(0, WATCHING.baselineWeeks)
  return { counts, exposures: exposures(counts) }
})).dispersion

const alarmsOf = (runs: (boolean | undefined)[][]): Alarms => ({
  weeks: runs.flat().filter(isAlarm => isAlarm !== undefined).length, alarms: runs.flat().filter(Boolean).length
})

/** Whether each watched week alarms. */
function restarting(counts: number[], dispersion: number): (boolean | undefined)[] {
  const atOnce: Settled[] = counts.map((_, week) => ({ week, until: week, isUsual: true }))
  return watch({ counts, exposures: exposures(counts) }, { dispersion }, WATCHING, atOnce).map(point => point?.isSignal)
}

/**
 * The share of doublings that the best rule of all could find within six weeks at one false alarm in 500 weeks, were the distribution of the weeks and even the day of the rise known:
 * six weeks hold at most 6 / 500 false alarms, and no test of that level beats the likelihood ratio (Neyman & Pearson 1933).
 */
function bound({ counts, days }: Failures, shuffling: Shuffling, random: Random): number {
  const usual = shuffling === 'weeks' ? frequencies(counts) : probabilities(days.length / counts.length, 1)
  const doubled = usual.flatMap((_, count) => [count]).concat(usual.map((_, count) => count + usual.length)).slice(0, 2 * usual.length - 1)
    .map(count => usual.reduce((sum, chance, one) => sum + chance * (usual[count - one] ?? 0), 0))
  const weights = doubled.map((chance, count) => (usual[count] ? Math.log(chance / usual[count]) : Infinity))
  const sums = (chances: number[]) => Array.from({ length: 20_000 }, () => {
    let sum = 0
    for (let week = 0; week < SOON; week++) sum += weights[drawn(chances, random)]
    // Ties are broken by lot.
    return sum + 1e-9 * random.next()
  })
  const limit = sums(usual).sort((a, b) => b - a)[Math.ceil((20_000 * SOON) / RUN_LENGTH)]
  return sums(doubled).filter(sum => sum > limit).length / 20_000
}

function drawn(chances: number[], random: Random): number {
  let left = random.next(), count = 0
  while (count < chances.length - 1 && (left -= chances[count]) > 0) count++
  return count
}

function frequencies(counts: number[]): number[] {
  const result = new Array<number>(Math.max(...counts) + 1).fill(0)
  for (const count of counts) result[count] += 1 / counts.length
  return result
}

function shuffled(counts: number[], random: Random): number[] {
  const result = [...counts]
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.between(0, i)
    ;[result[i], result[j]] = [result[j], result[i]]
  }
  return result
}

function scattered({ counts, days }: Failures, random: Random): number[] {
  const result = new Array<number>(counts.length).fill(0)
  for (let i = 0; i < days.length; i++) result[random.between(0, counts.length - 1)]++
  return result
}
