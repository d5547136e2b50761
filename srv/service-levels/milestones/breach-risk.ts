import { firstIndex } from '../../working-time/calendar'

/** How long something took before, in milliseconds, at three levels of likeness: each holds the one before. */
export interface History {
  closest: number[]
  similar: number[]
  all: number[]
}

/** An order as its forecast sees it. Instants in milliseconds. */
export interface OpenRepair {
  now: number
  /** When the fix is due. */
  dueAt: number
  receivedAt: number
  /** When the technician will be there; a time that has passed counts as now. */
  plannedStart?: number | null
  /** Once work began. */
  startedAt?: number | null
  /** When the last part is expected: work that has not begun begins no earlier, work that has ends no earlier. */
  partsAt?: number | null
  /** From the beginning of the work to the completion: of the same fault and model, of the same fault, of all repairs. */
  work: History
  /** From the receipt to the beginning: of the same priority and fault, of the same priority, of all. Only needed where nobody is planned yet. */
  wait: History
}

export type Reason = 'overdue' | 'arrivalAfterDue' | 'partsAfterDue' | 'lateArrival' | 'lateParts' | 'noArrivalPlanned' | 'longRepairs' | 'fewRepairsKnown'

export interface BreachForecast {
  /** Probability in percent, 0 to 100. */
  risk: number
  /** By when half of such repairs would be done. */
  expectedAt: number
  /** Repairs of the same fault and model that it rests on. */
  known: number
  /** What the risk comes from, the strongest first, each with the percent that it adds. */
  reasons: { code: Reason; percent: number }[]
}

/** How many repairs a level needs to weigh as much as the next wider one. */
const PRIOR = 8
/** Even what never happened may happen: half a repair on each side. */
const DOUBT = 0.5
const FEW = 5

/** How long something takes, the shortest first, and the weight of all up to each; the last one's is one. */
interface Distribution { values: Float64Array; upTo: Float64Array }
/** A case with its share; shares sum to one. */
interface Case { value: number; weight: number }

/**
 * The risk that a repair is not done by its due date: the part of the earlier repairs that, begun when this one can begin, would have
 * ended too late. The closest repairs weigh by their number against the similar ones, and these against all
 * (a prior of eight repairs at each level, after the m-estimate of Cestnik, 1990). Of work that has begun, only repairs count that took
 * longer than this one has so far.
 */
export function forecastBreach(repair: OpenRepair): BreachForecast {
  const { now, dueAt } = repair
  const known = repair.work.closest.length
  if (now > dueAt) return { risk: 100, expectedAt: expectedAt(repair), known, reasons: [{ code: 'overdue', percent: 100 }] }
  const risk = riskOf(repair)
  return { risk: percent(risk), expectedAt: expectedAt(repair), known, reasons: reasonsFor(repair, risk) }
}

/** The risk as a number between 0 and 1. */
export function riskOf(repair: OpenRepair): number {
  const { dueAt, partsAt, work } = repair
  if (partsAt != null && partsAt > dueAt) return 1
  const certainty = Math.max(work.all.length, work.similar.length, work.closest.length)
  return (lateShare(repair) * certainty + DOUBT) / (certainty + 2 * DOUBT)
}

/** The share of the ways to end that end too late, of parts that are there in time. */
function lateShare(repair: OpenRepair): number {
  const { now, dueAt, startedAt, work } = repair
  const durations = mixed(work)
  if (!durations.values.length) return 0
  if (startedAt == null) return begins(repair).reduce((sum, { value, weight }) => sum + weight * longer(durations, dueAt - value), 0)
  const passed = now - startedAt
  const left = longer(durations, passed)
  return left ? longer(durations, Math.max(passed, dueAt - startedAt)) / left : Number(startedAt + 2 * passed > dueAt)
}

/** When work that has not begun may begin. */
function begins({ now, plannedStart, receivedAt, partsAt, wait }: OpenRepair): Case[] {
  const parts = partsAt ?? now
  if (plannedStart != null) return [{ value: Math.max(plannedStart, parts, now), weight: 1 }]
  return remaining(mixed(wait), now - receivedAt).map(({ value, weight }) => ({ value: Math.max(receivedAt + value, parts), weight }))
}

/** When the repair may end, in few cases that stand for all. */
function ends(repair: OpenRepair): Case[] {
  const { now, startedAt, partsAt, work } = repair
  const durations = mixed(work)
  if (startedAt != null) return remaining(durations, now - startedAt).map(({ value, weight }) => ({ value: Math.max(startedAt + value, partsAt ?? now), weight }))
  const usual = remaining(durations, -1)
  return begins(repair).flatMap(begin => usual.map(({ value, weight }) => ({ value: begin.value + value, weight: begin.weight * weight })))
}

/** What would be left of the risk if something were different, one thing at a time. */
function reasonsFor(repair: OpenRepair, risk: number): BreachForecast['reasons'] {
  const { now, dueAt, plannedStart, startedAt, partsAt, work } = repair
  const saved = (changes: Partial<OpenRepair>) => percent(risk - riskOf({ ...repair, ...changes }))
  const reasons: BreachForecast['reasons'] = []
  if (partsAt != null) reasons.push({ code: partsAt > dueAt ? 'partsAfterDue' : 'lateParts', percent: saved({ partsAt: null }) })
  if (startedAt == null && plannedStart != null) reasons.push({ code: plannedStart > dueAt ? 'arrivalAfterDue' : 'lateArrival', percent: saved({ plannedStart: now }) })
  if (startedAt == null && plannedStart == null) reasons.push({ code: 'noArrivalPlanned', percent: saved({ plannedStart: now }) })
  reasons.push({ code: 'longRepairs', percent: saved({ work: usualOf(work) }) })
  const strong = reasons.filter(({ code, percent: added }) => added >= 1 || code === 'noArrivalPlanned').sort((a, b) => b.percent - a.percent)
  return work.closest.length < FEW ? [...strong, { code: 'fewRepairsKnown', percent: 0 }] : strong
}

function expectedAt(repair: OpenRepair): number {
  const sorted = ends(repair).sort((a, b) => a.value - b.value)
  let weight = 0
  for (const end of sorted) {
    weight += end.weight
    if (weight >= 0.5) return Math.max(end.value, repair.now)
  }
  return Math.max(repair.now, repair.startedAt ?? repair.plannedStart ?? repair.now, repair.partsAt ?? 0)
}

/** Kept with the history that they were made of, since many orders share one. */
const mixtures = new WeakMap<History, Distribution>()
const usuals = new WeakMap<History, History>()

/** What repairs take whatever their fault. */
function usualOf(history: History): History {
  const usual = usuals.get(history) ?? { closest: [], similar: [], all: history.all }
  usuals.set(history, usual)
  return usual
}

function mixed(history: History): Distribution {
  const mixture = mixtures.get(history) ?? mixtureOf(history)
  mixtures.set(history, mixture)
  return mixture
}

/** Each level weighs by its number against the next wider one. */
function mixtureOf({ closest, similar, all }: History): Distribution {
  const [own, fault] = [closest.length / (closest.length + PRIOR), similar.length / (similar.length + PRIOR)]
  const evenly = (values: number[], share: number): Case[] => (share ? values.map(value => ({ value, weight: share / values.length })) : [])
  const cases = [...evenly(closest, own), ...evenly(similar, (1 - own) * fault), ...evenly(all, (1 - own) * (1 - fault))].sort((a, b) => a.value - b.value)
  const upTo = new Float64Array(cases.length)
  cases.forEach(({ weight }, i) => { upTo[i] = (upTo[i - 1] ?? 0) + weight })
  const sum = upTo.at(-1) ?? 1
  return { values: Float64Array.from(cases, ({ value }) => value), upTo: upTo.map(weight => weight / sum) }
}

/** The share of what lasts longer. */
function longer({ values, upTo }: Distribution, duration: number): number {
  const first = firstIndex(values, value => value > duration)
  return first ? 1 - upTo[first - 1] : 1
}

/** Those that last longer than what has passed already, in a few that stand for all; when none ever did, as long again as it has lasted. */
function remaining({ values, upTo }: Distribution, passed: number): Case[] {
  const first = firstIndex(values, value => value > passed)
  const before = first ? upTo[first - 1] : 0
  const count = values.length - first
  if (!count) return values.length ? [{ value: passed * 2, weight: 1 }] : []
  if (count <= QUANTILES) return Array.from(values.subarray(first), (value, i) => ({ value, weight: (upTo[first + i] - (i ? upTo[first + i - 1] : before)) / (1 - before) }))
  return Array.from({ length: QUANTILES }, (_, i) => {
    const share = before + ((1 - before) * (i + 0.5)) / QUANTILES
    return { value: values[Math.min(values.length - 1, firstIndex(upTo, weight => weight >= share))], weight: 1 / QUANTILES }
  })
}

/** An odd number, so that the one in the middle is the median. */
const QUANTILES = 21
const percent = (share: number) => Math.round(share * 100)
