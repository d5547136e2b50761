import type { Attributes, Histogram as Recorder } from '@opentelemetry/api'
import { openTelemetry } from './open-telemetry'

export type Labels = Record<string, string>
export interface Sample { labels: Labels; value: number }

/** Seconds, from what a user does not notice to what he gives up on. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** Labels come from lists that the program knows; should one not, the figures end here and not the memory. */
const MOST_SERIES = 2_000

export interface Metric { name: string; help: string; type: 'counter' | 'gauge' | 'histogram'; samples(): Promise<Sample[]> | Sample[] }
interface Series { labels: Labels; count: number; sum: number; buckets: number[] }

export const metrics: Metric[] = []

const meter = () => openTelemetry()?.metrics.getMeter('cap-after-sales')

/** Counts events. Labels are few and never of a person. */
export function counter(name: string, help: string): (labels: Labels) => void {
  const series = new Map<string, Sample>()
  metrics.push({ name, help, type: 'counter', samples: () => [...series.values()] })
  let recorder: ReturnType<NonNullable<ReturnType<typeof meter>>['createCounter']> | undefined
  return labels => {
    const one = seriesOf(series, labels, () => ({ labels, value: 0 }))
    if (one) one.value++
    recorder ??= meter()?.createCounter(name, { description: help })
    recorder?.add(1, labels as Attributes)
  }
}

/** Measures seconds. */
export function duration(name: string, help: string): (labels: Labels, milliseconds: number) => void {
  const series = new Map<string, Series>()
  metrics.push({ name, help, type: 'histogram', samples: () => [...series.values()].flatMap(asSamples) })
  let recorder: Recorder | undefined
  return (labels, milliseconds) => {
    const seconds = milliseconds / 1000
    const one = seriesOf(series, labels, () => ({ labels, count: 0, sum: 0, buckets: SECONDS.map(() => 0) }))
    if (one) {
      one.count++
      one.sum += seconds
      const bucket = SECONDS.findIndex(limit => seconds <= limit)
      if (bucket >= 0) one.buckets[bucket]++
    }
    recorder ??= meter()?.createHistogram(name, { description: help, unit: 's', advice: { explicitBucketBoundaries: SECONDS } })
    recorder?.record(seconds, labels as Attributes)
  }
}

/** What is read when somebody asks; a reading that fails leaves its figure out. */
export function gauge(name: string, help: string, samples: Metric['samples']): void {
  metrics.push({ name, help, type: 'gauge', samples })
}

/** Has OpenTelemetry ask for the gauges, once whoever collects them is there. What was told once and is no more is 0: collectors that cumulate would tell it for ever. */
export function observeGauges(): void {
  for (const { name, help, samples } of metrics.filter(metric => metric.type === 'gauge')) {
    const told = new Map<string, Labels>()
    meter()?.createObservableGauge(name, { description: help }).addCallback(async result => {
      const found = await Promise.resolve().then(samples).catch(() => undefined)
      if (!found) return
      const gone = new Map(told)
      for (const { labels, value } of found) {
        const key = Object.values(labels).join('\n')
        gone.delete(key)
        if (told.size < MOST_SERIES) told.set(key, labels)
        result.observe(value, labels as Attributes)
      }
      for (const labels of gone.values()) result.observe(0, labels as Attributes)
    })
  }
}

function seriesOf<T>(series: Map<string, T>, labels: Labels, create: () => T): T | undefined {
  const key = Object.values(labels).join('\n')
  if (!series.has(key) && series.size < MOST_SERIES) series.set(key, create())
  return series.get(key)
}

function asSamples({ labels, count, sum, buckets }: Series): Sample[] {
  let cumulated = 0
  const upTo = (le: string, value: number) => ({ labels: { ...labels, le, '': '_bucket' }, value })
  return [
    ...SECONDS.map((limit, i) => upTo(String(limit), (cumulated += buckets[i]))), upTo('+Inf', count),
    { labels: { ...labels, '': '_sum' }, value: sum }, { labels: { ...labels, '': '_count' }, value: count }
  ]
}

/** All figures in Prometheus' text format 0.0.4. */
export async function exposition(): Promise<string> {
  const blocks = await Promise.all(metrics.map(async ({ name, help, type, samples }) => {
    const found = await Promise.resolve().then(samples).catch(() => [])
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...found.map(sample => lineOf(name, sample))].join('\n')
  }))
  return `${blocks.join('\n')}\n`
}

function lineOf(name: string, { labels: { '': suffix = '', ...labels }, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`)
  return `${name}${suffix}${pairs.length ? `{${pairs.join(',')}}` : ''} ${value}`
}
