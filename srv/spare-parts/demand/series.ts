/** Pieces asked for in each month, the oldest first; months without demand are zeros. Never negative. */
export type MonthlyDemand = readonly number[]

/** One demand: what was consumed, or asked for, on a day. */
export interface DemandPoint {
  /** `YYYY-MM` or any longer form of a day. */
  day: string
  quantity: number
}

/** How demand comes, after Syntetos, Boylan and Croston (2005): how far apart, and how much its sizes differ. */
export type DemandPattern = 'none' | 'smooth' | 'erratic' | 'intermittent' | 'lumpy'

export interface DemandShape {
  pattern: DemandPattern
  /** Mean number of months from one demand to the next; null without demand. */
  interval: number | null
  /** Squared coefficient of variation of the sizes of demands; null without demand. */
  variation: number | null
}

const INTERVAL_LIMIT = 1.32
const VARIATION_LIMIT = 0.49

/** `YYYY-MM` as a running number of months, which can be counted with. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** The month of a running number, `YYYY-MM`. */
export const monthOf = (month: number): string => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/**
 * Sums demands by month, from the first month with demand to `last`: months before a part was ever asked for say nothing about it.
 *
 * @param last the last full month, `YYYY-MM`; what comes later is left out, since a month that has begun would look like little demand
 * @param from a month before which nothing counts, so that a long history doesn't outlive its use
 * @returns the first month and the series; no months when nothing was asked for. A month of more returns than issues counts as zero
 */
export function monthlyDemand(points: Iterable<DemandPoint>, last: string, from?: string): { first: string | null; demand: number[] } {
  const [end, start] = [monthNumber(last), from ? monthNumber(from) : -Infinity]
  const sums = new Map<number, number>()
  for (const { day, quantity } of points) {
    const month = monthNumber(day)
    if (month >= start && month <= end) sums.set(month, (sums.get(month) ?? 0) + quantity)
  }
  const first = Math.min(...[...sums].filter(([, sum]) => sum > 0).map(([month]) => month))
  if (first === Infinity) return { first: null, demand: [] }
  return { first: monthOf(first), demand: Array.from({ length: end - first + 1 }, (_, i) => Math.max(0, sums.get(first + i) ?? 0)) }
}

/** What kind of demand this is. It informs people; the method is chosen by back-test, not by it. */
export function shapeOf(demand: MonthlyDemand): DemandShape {
  const sizes = demand.filter(quantity => quantity > 0)
  if (!sizes.length) return { pattern: 'none', interval: null, variation: null }
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  const variation = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length / mean ** 2
  const interval = demand.length / sizes.length
  const [isRare, isUneven] = [interval >= INTERVAL_LIMIT, variation >= VARIATION_LIMIT]
  return { pattern: isRare ? (isUneven ? 'lumpy' : 'intermittent') : isUneven ? 'erratic' : 'smooth', interval, variation }
}
