import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { backTest, type Moment, type PastRepair } from './forecast/back-test'
import { inventedHistory } from './forecast/invented-history'
import { brier, calibration, calibrationError, skill } from './forecast/scores'
import { atLeast, atMost, report } from './report'

const SAMPLE = path.resolve(__dirname, '../data/aftersales-WorkOrders.csv')

/**
 * Back-tests the breach forecast: each repair is forecast from those before it, and scored against telling the base rate. The sample
 * orders are few and made up by hand, so they only show that nothing breaks; invented repairs with known laws show whether the forecast
 * finds what there is to find (`--repairs N`, default 3,000). No public history at hand has times of receipt, start and completion:
 * the excavators' has days only.
 */
export async function bench(args: string[]): Promise<void> {
  const count = Number(args[args.indexOf('--repairs') + 1] || 3000)
  const started = performance.now()
  const runs = [
    { name: 'sample orders', repairs: sampleOrders(), moments: ['receipt', 'start'] as Moment[] },
    { name: `${count} invented repairs`, repairs: inventedHistory(count), moments: ['receipt', 'planned', 'start'] as Moment[] }
  ]
  const results = runs.flatMap(({ name, repairs, moments }) => moments.map(moment => ({ name, moment, ...scored(repairs, moment) })))
  console.table(results.map(({ bins: _, ...each }) => each))
  for (const { name, moment, bins } of results) {
    console.log(`\n${name}, forecast at ${moment}: told and came true`)
    console.table(bins.map(({ from, to, count: n, told, cameTrue }) => ({ told: `${from * 100}–${to * 100} %`, repairs: n, mean: round(told), cameTrue: round(cameTrue) })))
  }
  const planned = results.find(({ moment }) => moment === 'planned')!
  report('forecast', { seconds: round((performance.now() - started) / 1000), results: results.map(({ bins: _, ...each }) => each) }, [
    atLeast('skill against the base rate, planned repairs with known laws', planned.skill, 0.2),
    atMost('calibration error, planned repairs with known laws', planned.calibrationError, 0.05)
  ])
}

function scored(repairs: PastRepair[], moment: Moment) {
  const { model, baseRate } = backTest(repairs, moment)
  return {
    forecasts: model.length, late: model.filter(({ late }) => late).length, brier: round(brier(model)), brierOfBaseRate: round(brier(baseRate)),
    skill: round(skill(model, baseRate)), calibrationError: round(calibrationError(model)), bins: calibration(model)
  }
}

function sampleOrders(): PastRepair[] {
  const rows = parse(fs.readFileSync(SAMPLE), { columns: true }) as Record<string, string>[]
  return rows.filter(({ startedAt, completedAt }) => startedAt && completedAt).map(row => ({
    receivedAt: Date.parse(row.receivedAt), dueAt: Date.parse(row.promisedAt), startedAt: Date.parse(row.startedAt), completedAt: Date.parse(row.completedAt),
    fault: row.faultCategory_code, model: row.model, priority: row.priority_code
  }))
}

const round = (value: number) => Math.round(value * 1000) / 1000
