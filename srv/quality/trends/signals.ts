import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'
import type { Counted, Dimension } from './counting'
import type { Point, Settled } from './watching'
import { mondayOf, weekNumber } from './weeks'

/** A time during which a series was above its limit: from the week in which the sum began to grow until the last raised one. */
export interface Excursion { since: number; signal: number; last: number }
export interface StoredSignal { ID: string; value: string; week: string; state_code: string; decidedAt: string | null; closedAt: string | null }

const rows = <Row>(query: unknown): Promise<Row[]> => Promise.resolve(query as PromiseLike<Row[]>)

/** All signals of some values. */
export async function signalsOf(dimension: Dimension, values: string[]): Promise<Map<string, StoredSignal[]>> {
  const found = await rows<StoredSignal>(SELECT.from(entities().TrendSignals).columns('ID', 'value', 'week', 'state_code', 'decidedAt', 'capa.closedAt as closedAt' as never)
    .where({ dimension_code: dimension, value: { in: values } } as never))
  const byValue = new Map<string, StoredSignal[]>()
  for (const signal of found) byValue.set(signal.value, [...(byValue.get(signal.value) ?? []), signal])
  return byValue
}

/** What ends an excursion before the sum is back at 0: it was dismissed, or the case that it became is closed. Weeks counted from `from`. */
export function settledOf(signals: StoredSignal[], from: number): Settled[] {
  return signals.flatMap(({ week, state_code, decidedAt, closedAt }) => {
    const [isUsual, at] = [state_code === 'Dismissed', state_code === 'Dismissed' ? decidedAt : closedAt]
    return at ? [{ week: weekNumber(week) - from, until: weekNumber(at) - from, isUsual }] : []
  })
}

export function excursionsOf(points: (Point | undefined)[]): Excursion[] {
  const found: Excursion[] = []
  points.forEach((point, week) => {
    if (point?.isSignal) found.push({ since: point.since, signal: week, last: week })
    else if (point?.isRaised) found.at(-1)!.last = week
  })
  return found
}

/**
 * Writes down signals that nobody has been told of: one to an excursion, of the newest weeks or still raised.
 *
 * @returns the rows, without numbers
 */
export function newSignals(dimension: Dimension, { value, counts, exposures }: Counted, title: string, points: (Point | undefined)[], known: StoredSignal[], from: number, freshWeeks: number) {
  const newest = points.length - 1
  return excursionsOf(points)
    .filter(({ signal, last }) => signal > newest - freshWeeks || last === newest)
    .filter(({ since, last }) => !known.some(({ week }) => weekNumber(week) - from >= since - 1 && weekNumber(week) - from <= last + 1))
    .map(({ since, signal }) => {
      const point = points[signal]!, weeks = range(since, signal)
      return {
        dimension_code: dimension, value, title, method: point.method, week: mondayOf(from + signal), sinceWeek: mondayOf(from + since),
        count: weeks.reduce((sum, week) => sum + counts[week], 0), expected: fixed(weeks.reduce((sum, week) => sum + point.baseline.rate * exposures[week], 0)),
        ...(point.method === 'CUSUM' && { limit: fixed(point.limit), statistic: fixed(point.statistic) }), state_code: 'New'
      }
    })
}

export async function storeSignals(signals: ReturnType<typeof newSignals>): Promise<void> {
  if (!signals.length) return
  const numbers = await nextNumbers('TrendSignal', signals.length)
  await INSERT.into(entities().TrendSignals).entries(signals.map((signal, i) => ({ ...signal, number: numbers[i] })))
}

export const fixed = (value: number, digits = 4) => value.toFixed(digits)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
