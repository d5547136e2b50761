/** A week of a series; decimals as strings, `week` its Monday. */
export interface TrendPoint {
  week: string
  count: number
  exposure: string | null
  center: string | null
  upper: string | null
  statistic: string | null
  threshold: string | null
  isSignal: boolean
}

export const WIDTH = 1000
export const HEIGHT = 240
const LEFT = 44
const TOP = 12
const BOTTOM = 28

export interface Mark { x: number; y: number; text: string }

/** One of the two drawings: bars or a line against a limit. */
export interface Panel {
  bars: { x: number; y: number; width: number; height: number; title: string; isSignal: boolean }[]
  lines: { points: string; kind: 'center' | 'limit' | 'sum' }[]
  scale: Mark[]
  weeks: Mark[]
  most: number
}

export interface TrendPicture { rate: Panel; sum: Panel; signals: string[]; threshold: number | null }

/**
 * Weekly counts as bars with what is expected and the upper limit (u-chart: rate times exposure), and below the cumulative sum against its threshold.
 *
 * @param points by week, oldest first
 * @param width so many units are as many pixels: what is written keeps its size
 */
export function pictureOf(points: TrendPoint[], day: (week: string) => string, width = WIDTH): TrendPicture {
  const step = (width - LEFT) / Math.max(1, points.length)
  const times = (rate: string | null, exposure: string | null) => (rate === null ? null : Number(rate) * Number(exposure ?? 1))
  const uppers = points.map(({ upper, exposure }) => times(upper, exposure)), centers = points.map(({ center, exposure }) => times(center, exposure))
  const sums = points.map(({ statistic }) => (statistic === null ? null : Number(statistic))), thresholds = points.map(({ threshold }) => (threshold === null ? null : Number(threshold)))
  const weeks = points.map(({ week }, index) => ({ x: LEFT + (index + 0.5) * step, y: HEIGHT - 8, text: day(week) })).filter((_, index) => index % Math.max(1, Math.ceil(points.length / Math.floor(width / 110))) === 0)
  const panel = (values: (number | null)[][]) => {
    const most = niceAbove(Math.max(1, ...values.flat().filter(value => value !== null)))
    const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM)
    const line = (series: (number | null)[]) => series.flatMap((value, index) => (value === null ? [] : [`${round(LEFT + (index + 0.5) * step)},${round(y(value))}`])).join(' ')
    return { most, y, line, scale: [0, most / 2, most].map(value => ({ x: LEFT - 6, y: y(value) + 4, text: String(round(value)) })) }
  }
  const rates = panel([points.map(({ count }) => count), uppers, centers]), cumulated = panel([sums, thresholds])
  return {
    rate: {
      bars: points.map(({ count, week, isSignal }, index) => ({
        x: round(LEFT + index * step + step * 0.15), width: round(step * 0.7), y: round(rates.y(count)), height: round(rates.y(0) - rates.y(count)), title: `${day(week)}: ${count}`, isSignal
      })),
      lines: [{ points: rates.line(centers), kind: 'center' }, { points: rates.line(uppers), kind: 'limit' }], scale: rates.scale, weeks, most: rates.most
    },
    sum: { bars: [], lines: [{ points: cumulated.line(thresholds), kind: 'limit' }, { points: cumulated.line(sums), kind: 'sum' }], scale: cumulated.scale, weeks, most: cumulated.most },
    signals: points.filter(({ isSignal }) => isSignal).map(({ week }) => day(week)), threshold: thresholds.findLast(value => value !== null) ?? null
  }
}

/** 1, 2, 5, 10, 20, 50 … */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map(factor => factor * power).find(candidate => candidate >= value)!
}

const round = (value: number) => Math.round(value * 100) / 100
