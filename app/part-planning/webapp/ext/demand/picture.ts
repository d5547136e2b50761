/** A month of a part's demand: what was used, and what was expected of it before. Decimals as the service sends them. */
export interface Point { month: string; demand: string | null; expected: string | null; isFuture: boolean }

/** A chart that is 1000 units wide. */
export interface Picture {
  bars: { x: number; y: number; width: number; height: number; title: string }[]
  /** The expected quantities, as points of a line; the part of months to come apart. */
  line: string
  futureLine: string
  marks: { x: number; text: string }[]
  /** Quantities at the left, from the bottom. */
  scale: { y: number; text: string }[]
  most: number
  next: number | null
  months: number
}

export const WIDTH = 1000
export const HEIGHT = 240
const LEFT = 44
const BOTTOM = 26
const TOP = 10
/** Few enough that they can be read. */
const MARKS = 12
const STEPS = 4

/** Lays months out from left to right; bars are what was used, the line what was expected. */
export function pictureOf(points: Point[]): Picture {
  const sorted = [...points].sort((a, b) => a.month.localeCompare(b.month))
  const known = sorted.filter(({ isFuture }) => !isFuture)
  const most = Math.max(1, ...sorted.flatMap(({ demand, expected }) => [Number(demand ?? 0), Number(expected ?? 0)]))
  const step = (WIDTH - LEFT) / Math.max(sorted.length, 1)
  const y = (quantity: number) => round(HEIGHT - BOTTOM - (quantity / most) * (HEIGHT - BOTTOM - TOP))
  const x = (index: number) => round(LEFT + (index + 0.5) * step)
  const every = Math.max(1, Math.ceil(sorted.length / MARKS))
  const line = (wanted: (point: Point, index: number) => boolean) =>
    sorted.flatMap((point, index) => (point.expected !== null && wanted(point, index) ? [`${x(index)},${y(Number(point.expected))}`] : [])).join(' ')
  const last = known.length - 1
  return {
    bars: sorted.flatMap(({ month, demand, isFuture }, index) => (isFuture || !Number(demand) ? [] : [{
      x: round(x(index) - step * 0.35), width: round(step * 0.7), y: y(Number(demand)), height: round(HEIGHT - BOTTOM - y(Number(demand))), title: `${month.slice(0, 7)}: ${Number(demand)}`
    }])),
    line: line((_, index) => index <= last), futureLine: line((_, index) => index >= last),
    marks: sorted.flatMap(({ month }, index) => (index % every ? [] : [{ x: x(index), text: month.slice(0, 7) }])),
    scale: Array.from({ length: STEPS + 1 }, (_, index) => ({ y: y((most * index) / STEPS), text: String(round((most * index) / STEPS)) })),
    most, next: sorted[last + 1]?.expected == null ? null : Number(sorted[last + 1].expected), months: known.length
  }
}

const round = (value: number) => Math.round(value * 10) / 10
