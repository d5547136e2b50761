import { forecastDemand } from '../../srv/spare-parts/demand/forecast'
import { stockLevels } from '../../srv/spare-parts/demand/stock-levels'
import { excavatorHistories, inventedHistories } from './demand/histories'
import { coverage, holdOut } from './demand/hold-out'
import { atLeast, atMost, report } from './report'

const TERMS = { leadTimeDays: 20, reviewDays: 7, serviceLevel: 0.95, coverMonths: 3 }
/** Of the normal distribution. */
const Z = { 0.8: 0.8416, 0.9: 1.2816, 0.95: 1.6449, 0.98: 2.0537 }

/** Back-tests the demand forecast on real maintenance orders, where their file is there, and on an invented world; then measures its speed. */
export async function bench(): Promise<void> {
  const [excavators, invented] = [excavatorHistories(), inventedHistories(500, 72)]
  if (!excavators) console.log('excavator-work-orders.csv is not there: only invented demand is forecast')
  const worlds = Object.entries({ ...(excavators && { excavators }), invented })
  const figures: Record<string, unknown> = {}
  const targets = []
  for (const [name, histories] of worlds) {
    const result = holdOut(histories)
    const relative = round(result.month.chosen / result.month.naive)
    console.log(`\n${name}: ${result.series} series, mean absolute scaled error on the last 30 %; chosen by back-test on the first 70 %:`, result.chosen)
    console.table({ 'of a month': rounded(result.month), 'of three months': rounded(result.horizon) })
    console.log('Reorder points, learnt from the first 60 %: share of later spans that they cover, and their mean')
    console.table(levelsOf(histories))
    figures[name] = { series: result.series, month: rounded(result.month), threeMonths: rounded(result.horizon) }
    targets.push(atMost(`${name}: error of the chosen method to that of naive, by month`, relative, 0.999),
      atMost(`${name}: the same of three months`, round(result.horizon.chosen / result.horizon.naive), 0.999),
      atLeast(`${name}: spans of three months covered at 95 %`, round(coverage(histories, 3, 0.95, Z[0.95]).quantile.covered), 0.95))
  }
  const seconds = timed(inventedHistories(10_000, 36))
  report('demand', { ...figures, seconds }, [...targets, atMost('seconds for 10,000 parts of 36 months', seconds, 10)])
}

function timed(histories: number[][]): number {
  const started = performance.now()
  for (const history of histories) stockLevels(forecastDemand(history), history, TERMS)
  return round((performance.now() - started) / 1000)
}

function levelsOf(histories: number[][]) {
  return [1, 3, 6].flatMap(months => (Object.keys(Z) as unknown as (keyof typeof Z)[]).map(level => {
    const { quantile, normal } = coverage(histories, months, Number(level), Z[level])
    return { months, level: Number(level), quantile: round(quantile.covered), stock: round(quantile.stock), normal: round(normal.covered), 'normal stock': round(normal.stock) }
  }))
}

const round = (value: number) => Math.round(value * 1000) / 1000
const rounded = (values: Record<string, number>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]))
