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

/** Values with the weight of each; weights sum to one. */
type Distribution = { value: number; weight: number }[]

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
  const late = ends(repair).reduce((sum, { value, weight }) => (value > dueAt ? sum + weight : sum), 0)
  const certainty = Math.max(work.all.length, work.similar.length, work.closest.length)
  return (late * certainty + DOUBT) / (certainty + 2 * DOUBT)
}

/** When the repair may end, with the weight of each case. */
function ends({ now, startedAt, plannedStart, receivedAt, partsAt, work, wait }: OpenRepair): Distribution {
  const durations = mixed(work)
  const parts = partsAt ?? now
  if (startedAt != null) return remaining(durations, now - startedAt).map(({ value, weight }) => ({ value: Math.max(startedAt + value, parts), weight }))
  if (plannedStart != null) return durations.map(({ value, weight }) => ({ value: Math.max(plannedStart, parts, now) + value, weight }))
  const waits = quantiles(remaining(mixed(wait), now - receivedAt))
  return waits.flatMap(start => quantiles(durations).map(each => ({ value: Math.max(receivedAt + start.value, parts) + each.value, weight: start.weight * each.weight })))
}

/** What would be left of the risk if something were different, one thing at a time. */
function reasonsFor(repair: OpenRepair, risk: number): BreachForecast['reasons'] {
  const { now, dueAt, plannedStart, startedAt, partsAt, work } = repair
  const saved = (changes: Partial<OpenRepair>) => percent(risk - riskOf({ ...repair, ...changes }))
  const reasons: BreachForecast['reasons'] = []
  if (partsAt != null) reasons.push({ code: partsAt > dueAt ? 'partsAfterDue' : 'lateParts', percent: saved({ partsAt: null }) })
  if (startedAt == null && plannedStart != null) reasons.push({ code: plannedStart > dueAt ? 'arrivalAfterDue' : 'lateArrival', percent: saved({ plannedStart: now }) })
  if (startedAt == null && plannedStart == null) reasons.push({ code: 'noArrivalPlanned', percent: saved({ plannedStart: now }) })
  const usual = { ...work, closest: [], similar: [] }
  reasons.push({ code: 'longRepairs', percent: saved({ work: usual }) })
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

/** Each level weighs by its number against the next wider one. */
function mixed({ closest, similar, all }: History): Distribution {
  const [own, fault] = [closest.length / (closest.length + PRIOR), similar.length / (similar.length + PRIOR)]
  const evenly = (values: number[], share: number): Distribution => (share ? values.map(value => ({ value, weight: share / values.length })) : [])
  const levels = [...evenly(closest, own), ...evenly(similar, (1 - own) * fault), ...evenly(all, (1 - own) * (1 - fault))]
  const sum = levels.reduce((total, { weight }) => total + weight, 0)
  return levels.map(({ value, weight }) => ({ value, weight: weight / sum }))
}

/** Those that last longer than what has passed already; when none ever did, as long again as it has lasted. */
function remaining(durations: Distribution, passed: number): Distribution {
  const longer = durations.filter(({ value }) => value > passed)
  const sum = longer.reduce((total, { weight }) => total + weight, 0)
  if (!sum) return durations.length ? [{ value: passed * 2, weight: 1 }] : []
  return longer.map(({ value, weight }) => ({ value, weight: weight / sum }))
}

/** Twenty values that stand for all, so that two can be combined. */
function quantiles(values: Distribution): Distribution {
  if (values.length <= QUANTILES) return values
  const sorted = [...values].sort((a, b) => a.value - b.value)
  let [index, weight] = [0, sorted[0].weight]
  return Array.from({ length: QUANTILES }, (_, i) => {
    while (weight < (i + 0.5) / QUANTILES && index < sorted.length - 1) weight += sorted[++index].weight
    return { value: sorted[index].value, weight: 1 / QUANTILES }
  })
}

const QUANTILES = 20
const percent = (share: number) => Math.round(share * 100)
