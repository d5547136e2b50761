import cds from '@sap/cds'
import { createHash } from 'node:crypto'
import { entities } from '../../entities'
import { commonDispersion, type Prior } from './baseline'
import { countsOf, type Counted, type Dimension } from './counting'
import { watch, WATCHING, type Point } from './watching'
import { trendSettings } from './settings'
import { fixed, newSignals, settledOf, signalsOf, storeSignals, type StoredSignal } from './signals'
import { uChartLimits } from './u-chart'
import { mondayOf, weekNumber } from './weeks'

/** The weeks that a calculation looks at: those that are drawn, and before them those that limits go by. */
export interface Span { from: number; weeks: number }
interface Title { title: string; part_ID: string | null }
interface Known { value: string; historyKey: string | null; lastSignal_ID: string | null }

const CHUNK = 2000

/** Up to the last whole week before a moment. */
export function spanUntil(now: Date): Span {
  const weeks = WATCHING.baselineWeeks + WATCHING.guardWeeks + WATCHING.period + trendSettings().shownWeeks
  return { from: weekNumber(now.toISOString()) - weeks, weeks }
}

/** Counts of a dimension, without what nothing happened to in the weeks that are drawn, and the dispersion that its series have in common. */
export async function countDimension(dimension: Dimension, { from, weeks }: Span): Promise<{ series: Counted[]; prior: Prior }> {
  const all = await countsOf(dimension, from, weeks)
  const first = weeks - trendSettings().shownWeeks
  // Before anything was written down, nothing is known: those weeks are no good ones.
  const begin = Math.min(...all.map(({ counts }) => counts.findIndex(count => count > 0)))
  for (const { exposures } of all) exposures.fill(0, 0, begin)
  return { series: all.filter(({ counts }) => counts.slice(first).some(count => count > 0)), prior: commonDispersion(all) }
}

/** Calculates some series in the caller's transaction; those without news are left as they are. */
export async function calculate(dimension: Dimension, some: Counted[], prior: Prior, span: Span): Promise<void> {
  const { TrendDimensions, TrendSeries, TrendPoints } = entities()
  // Another instance waits here, and then finds nothing new.
  await SELECT.one.from(TrendDimensions).columns('code').where({ code: dimension }).forUpdate()
  const values = some.map(({ value }) => value)
  const of = { dimension_code: dimension, value: { in: values } } as never
  const known = new Map((await SELECT.from(TrendSeries).columns('value', 'historyKey', 'lastSignal_ID').where(of) as Known[]).map(row => [row.value, row]))
  const [signals, titles] = [await signalsOf(dimension, values), await titlesOf(dimension, values)]
  const changed = some.map(counted => ({ counted, own: signals.get(counted.value) ?? [] }))
    .map(each => ({ ...each, historyKey: historyKey(each.counted, prior, span, each.own) }))
    .filter(({ counted, historyKey: key }) => known.get(counted.value)?.historyKey !== key)
    .map(each => ({ ...each, points: watch(each.counted, prior, WATCHING, settledOf(each.own, span.from)) }))
  if (!changed.length) return
  await storeSignals(changed.flatMap(({ counted, points, own }) => newSignals(dimension, counted, titles.get(counted.value)?.title ?? counted.value, points, own, span.from, trendSettings().freshWeeks)))
  const latest = await latestSignals(dimension, changed.map(({ counted }) => counted.value))
  await DELETE.from(TrendPoints).where({ dimension_code: dimension, value: { in: changed.map(({ counted }) => counted.value) } } as never)
  const rows = changed.flatMap(({ counted, points }) => pointRows(dimension, counted, points, span))
  for (let at = 0; at < rows.length; at += CHUNK) await INSERT.into(TrendPoints).entries(rows.slice(at, at + CHUNK))
  await UPSERT.into(TrendSeries).entries(changed.map(({ counted, points, historyKey: key }) => ({
    ...seriesRow(dimension, counted, points, span), ...(titles.get(counted.value) ?? { title: counted.value, part_ID: null }), historyKey: key, lastSignal_ID: latest.get(counted.value) ?? null
  })) as never)
}

/** Series of which nothing is counted any more are forgotten; their signals stay. */
export async function forgetOthers(dimension: Dimension, values: Set<string>): Promise<void> {
  const { TrendSeries, TrendPoints } = entities()
  const gone = (await SELECT.from(TrendSeries).columns('value').where({ dimension_code: dimension }) as { value: string }[]).map(({ value }) => value).filter(value => !values.has(value))
  for (let at = 0; at < gone.length; at += CHUNK) {
    const some = { dimension_code: dimension, value: { in: gone.slice(at, at + CHUNK) } } as never
    await DELETE.from(TrendPoints).where(some)
    await DELETE.from(TrendSeries).where(some)
  }
}

function historyKey({ counts, exposures }: Counted, { dispersion }: Prior, { from }: Span, signals: StoredSignal[]): string {
  return createHash('sha256').update(JSON.stringify([from, counts, exposures, dispersion.toFixed(1), signals.map(({ state_code, closedAt }) => [state_code, closedAt]).sort()])).digest('hex')
}

/** What a series is called: a part by its number and name, everything else by its value. */
async function titlesOf(dimension: Dimension, values: string[]): Promise<Map<string, Title>> {
  if (dimension !== 'part') return new Map(values.map(value => [value, { title: value, part_ID: null }]))
  const parts = await SELECT.from(entities().Products).columns('ID', 'number', 'name').where({ ID: { in: values } }) as { ID: string; number: string; name: string | null }[]
  return new Map(parts.map(({ ID, number, name }) => [ID, { title: [number, name].filter(Boolean).join(' ').slice(0, 80), part_ID: ID }]))
}

async function latestSignals(dimension: Dimension, values: string[]): Promise<Map<string, string>> {
  const signals = await SELECT.from(entities().TrendSignals).columns('ID', 'value').where({ dimension_code: dimension, value: { in: values } } as never).orderBy('week', 'number') as { ID: string; value: string }[]
  return new Map(signals.map(({ ID, value }) => [value, ID]))
}

function pointRows(dimension: Dimension, { value, counts, exposures }: Counted, points: (Point | undefined)[], { from, weeks }: Span) {
  const first = weeks - trendSettings().shownWeeks
  return counts.slice(first).map((count, i) => {
    const week = first + i, point = points[week], exposure = exposures[week]
    const limits = point && uChartLimits(point.baseline.rate, point.baseline.dispersion, exposure)
    return {
      dimension_code: dimension, value, week: mondayOf(from + week), count, exposure: fixed(exposure, 3), rate: exposure ? fixed(count / exposure, 8) : null,
      center: limits ? fixed(limits.center, 8) : null, upper: limits ? fixed(limits.upper, 8) : null, statistic: point ? fixed(point.statistic) : null, threshold: point ? fixed(point.limit) : null,
      isSignal: Boolean(point?.isSignal)
    }
  })
}

function seriesRow(dimension: Dimension, { value, counts, exposures }: Counted, points: (Point | undefined)[], { from, weeks }: Span) {
  const point = points.at(-1), exposure = exposures.at(-1)!
  return {
    dimension_code: dimension, value, week: mondayOf(from + weeks - 1), count: counts.at(-1), yearCount: counts.slice(-52).reduce((sum, count) => sum + count, 0), exposure: fixed(exposure, 3),
    expected: point ? fixed(point.baseline.rate * exposure) : null, dispersion: point ? fixed(point.baseline.dispersion) : null, statistic: point ? fixed(point.statistic) : null,
    threshold: point ? fixed(point.limit) : null, state_code: !point ? 'Short' : point.isRaised ? 'Raised' : 'Watched', calculatedAt: cds.context!.timestamp.toISOString()
  }
}
