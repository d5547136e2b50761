import { baselineOf, commonDispersion } from '../../../srv/quality/trends/baseline'
import { evidence, probabilities, upperQuantile } from '../../../srv/quality/trends/count-distribution'
import { watch, WATCHING } from '../../../srv/quality/trends/watching'
import { averageRunLength, limitFor } from '../../../srv/quality/trends/run-length'
import { uChartLimits } from '../../../srv/quality/trends/u-chart'
import { mondayOf, weekNumber } from '../../../srv/quality/trends/weeks'
import { excavatorFailures } from '../../bench/trends/failures'
import { falseAlarms, RUN_LENGTH } from '../../bench/trends/permutation'
import { Random } from '../../bench/work-orders/random'

jest.setTimeout(120_000)

const ones = (counts: number[]) => counts.map(() => 1)
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const mean = (chances: number[]) => sum(chances.map((chance, count) => chance * count))
const random = new Random(7)
function drawn(chances: number[]): number {
  let left = random.next(), count = 0
  while (count < chances.length - 1 && (left -= chances[count]) > 0) count++
  return count
}
const weeksOf = (perWeek: number, dispersion: number, weeks: number) => {
  const chances = probabilities(perWeek, dispersion)
  return Array.from({ length: weeks }, () => drawn(chances))
}
const watched = (counts: number[], settled = [] as Parameters<typeof watch>[3]) => watch({ counts, exposures: ones(counts) }, { dispersion: 1 }, WATCHING, settled)

describe('weeks', () => {
  test('begin on Monday, also at the turn of the year and in leap years', () => {
    expect(['2026-01-01', '2025-12-29', '2026-01-04', '2026-01-05', '2024-02-29', '1970-01-01'].map(day => mondayOf(weekNumber(day))))
      .toEqual(['2025-12-29', '2025-12-29', '2025-12-29', '2026-01-05', '2024-02-26', '1969-12-29'])
  })
})

describe('counts', () => {
  test.each([[0.05, 1], [0.05, 1.5], [4, 1], [4, 3]])('of %d a week with dispersion %d have that mean and variance', (perWeek, dispersion) => {
    const chances = probabilities(perWeek, dispersion)
    expect(sum(chances)).toBeCloseTo(1, 6)
    expect(mean(chances)).toBeCloseTo(perWeek, 4)
    expect(sum(chances.map((chance, count) => chance * (count - perWeek) ** 2)) / perWeek).toBeCloseTo(dispersion, 3)
  })

  test('say as much for a doubled rate as their likelihoods tell', () => {
    for (const [perWeek, dispersion] of [[0.3, 1], [0.3, 1.6], [5, 2]]) {
      const [usual, doubled, weights] = [probabilities(perWeek, dispersion), probabilities(2 * perWeek, dispersion), evidence(perWeek, dispersion, 2, 6)]
      weights.forEach((weight, count) => expect(weight).toBeCloseTo(Math.log(doubled[count] / usual[count]), 6))
    }
  })

  test('in clusters say less than the same number of single events', () => {
    const [single, clustered] = [1, 2].map(dispersion => evidence(0.2, dispersion, 2, 10))
    expect(clustered[10] - clustered[0]).toBeLessThan((single[10] - single[0]) / 2)
  })
})

describe('the baseline', () => {
  test('is half an event above what was seen, also where nothing was', () => {
    expect(baselineOf([0, 0, 0, 0], [1, 1, 1, 1], { dispersion: 1 })).toMatchObject({ rate: 0.125, dispersion: 1, events: 0 })
    expect(baselineOf([1, 2, 1, 0], [10, 20, 10, 10], { dispersion: 1 }).rate).toBeCloseTo(4.5 / 50)
  })

  test('takes the dispersion of like series where the own events are few', () => {
    const few = baselineOf(weeksOf(0.02, 1, 100), ones(Array(100)), { dispersion: 2 }), many = baselineOf(weeksOf(4, 1, 260), Array(260).fill(1), { dispersion: 2 })
    expect(few.dispersion).toBeGreaterThan(1.4)
    expect(many.dispersion).toBeLessThan(1.25)
  })

  test('finds the dispersion that series have in common', () => {
    const series = Array.from({ length: 60 }, () => weeksOf(0.4, 1.8, 200)).map(counts => ({ counts, exposures: ones(counts) }))
    expect(commonDispersion(series).dispersion).toBeGreaterThan(1.6)
    expect(commonDispersion(series).dispersion).toBeLessThan(2)
  })
})

describe('the limit of the cumulative sum', () => {
  // Lucas (1985): a run length comes from the chain and from trying it out alike.
  test.each([[0.1, 1], [0.5, 1.3], [4, 1], [4, 2]])('gives the run length that it was made for, %d a week with dispersion %d', (perWeek, dispersion) => {
    const design = { mean: perWeek, dispersion, ratio: 2 }, limit = limitFor(design, 1e9, 300)
    expect(averageRunLength(design, limit, perWeek)).toBeGreaterThan(290)
    const chances = probabilities(perWeek, dispersion), weights = evidence(perWeek, dispersion, 2, chances.length)
    let weeks = 0
    for (let run = 0; run < 400; run++) for (let total = 0; total <= limit; weeks++) total = Math.max(0, total + weights[drawn(chances)])
    expect(weeks / 400 / averageRunLength(design, limit, perWeek)).toBeGreaterThan(0.85)
    expect(weeks / 400 / averageRunLength(design, limit, perWeek)).toBeLessThan(1.2)
  })

  test('is wider where few events told the rate', () => {
    const design = { mean: 0.5, dispersion: 1, ratio: 2 }
    expect(limitFor(design, 10, 500)).toBeGreaterThan(1.2 * limitFor(design, 1000, 500))
  })

  test('is passed soon by a doubled rate and hardly ever by the usual one', () => {
    const design = { mean: 4, dispersion: 1, ratio: 2 }, limit = limitFor(design, 1000, 500)
    expect(averageRunLength(design, limit, 8)).toBeLessThan(4)
  })
})

describe('a watched series', () => {
  const quiet = Array.from({ length: 200 }, (_, week) => week % 2)

  test('is silent as long as nothing changes, and before it has a past', () => {
    expect(watched(quiet).some(point => point?.isSignal)).toBe(false)
    expect(watched(quiet).slice(0, 26).every(point => point === undefined)).toBe(true)
    expect(watched(Array(200).fill(0)).some(point => point?.isSignal)).toBe(false)
    expect(watched([])).toEqual([])
  })

  test('signals once for one excursion, from the week in which it began', () => {
    const points = watched([...quiet, ...Array(20).fill(3), ...Array(30).fill(0)])
    const signals = points.flatMap((point, week) => (point?.isSignal ? [week] : []))
    expect(signals.length).toBe(1)
    expect(signals[0]).toBeGreaterThanOrEqual(200)
    expect(signals[0]).toBeLessThan(204)
    expect(200 - points[signals[0]]!.since).toBeLessThan(6)
    expect([points[219]!.isRaised, points[249]!.isRaised]).toEqual([true, false])
  })

  test('keeps raised weeks out of its past, until somebody calls them usual', () => {
    const risen = [...quiet, ...Array(60).fill(3)]
    const open = watched(risen), dismissed = watched(risen, [{ week: 202, until: 215, isUsual: true }])
    expect(open.at(-1)!.baseline.rate).toBeLessThan(0.6)
    expect(dismissed.at(-1)!.baseline.rate).toBeGreaterThan(0.6)
  })

  test('has the same limits in a week, whenever it is looked at', () => {
    const counts = Array.from({ length: 330 }, (_, week) => [0, 1, 0, 2, 0][(week * week) % 5] + (week % 3 === 0 ? 1 : 0)), series = { counts, exposures: ones(counts), first: 1000 }
    const later = { counts: counts.slice(4), exposures: ones(counts.slice(4)), first: 1004 }
    const limits = (points: ReturnType<typeof watch>) => points.slice(-40).map(point => point!.limit)
    expect(limits(watch(later, { dispersion: 1.2 }))).toEqual(limits(watch(series, { dispersion: 1.2 })))
  })

  test('does not take two rare events for a trend', () => {
    expect(watched([...Array(200).fill(0), 1, 1]).some(point => point?.isSignal)).toBe(false)
    expect(watched([...Array(200).fill(0), 1, 1, 1]).some(point => point?.isSignal)).toBe(true)
  })

  test('goes by what could fail: twice the events of twice the pieces are no trend', () => {
    const counts = [...Array(200).fill(2), ...Array(40).fill(4)]
    const signals = (exposures: number[]) => watch({ counts, exposures }, { dispersion: 1 }).filter(point => point?.isSignal).length
    expect([signals(ones(counts)), signals(counts.map((_, week) => (week < 200 ? 10 : 20)))]).toEqual([1, 0])
  })
})

test('the limit of the u-chart is passed as seldom as three standard deviations', () => {
  const { center, upper } = uChartLimits(0.02, 1, 100)
  const chances = probabilities(2, 1)
  expect(center).toBe(0.02)
  expect(sum(chances.filter((_, count) => count > upper * 100))).toBeLessThanOrEqual(0.00135)
  expect(upper * 100).toBe(upperQuantile(2, 1, 0.00135) + 0.5)
  expect(uChartLimits(0.02, 2, 100).upper).toBeGreaterThan(upper)
})

describe('on failures of real excavators, shuffled', () => {
  const all = excavatorFailures()?.filter(({ level }) => level === 'location')

  test.each(['weeks', 'dates'] as const)('the rule gives a false alarm in more than 500 weeks of a functional location (%s)', shuffling => {
    if (!all) return console.log('Not tested on real failures: excavator-work-orders.csv is not there')
    const often = all.filter(({ days }) => days.length >= 30)
    const outcomes = falseAlarms(often, shuffling, 2)
    const [weeks, alarms] = [sum(outcomes.map(outcome => outcome.weeks)), sum(outcomes.map(outcome => outcome.alarms))]
    expect(often.length).toBeGreaterThan(10)
    expect(weeks / Math.max(1, alarms)).toBeGreaterThan(RUN_LENGTH)
  })
})
