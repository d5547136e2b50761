import os from 'node:os'
import { changedAfter, changedByHand, GROUPED, GROUPED_BY_HAND, OF_A_YEAR, OF_A_YEAR_BY_HAND, PAGE, Puller } from './finance/requests'
import { seedCosts } from './finance/seed'
import { atMost, report, type Target } from './report'
import { kinds, type Database, type DatabaseKind } from './work-orders/database'
import { rounded, takeTurns, type Activity, type Figure } from './work-orders/measurements'
import { startServer } from './work-orders/server'

/** Each with what it is measured by: the same rows by a statement of ours, in turns. */
const PAIRS = [['monthly by model', 'by hand: monthly by model'], ['a year by cost centre', 'by hand: a year by cost centre'], ['pull of 10,000 rows', 'by hand: 10,000 rows']] as const
const LIMIT = 2

/** Measures how repair costs are pulled and grouped: `--rows 5000000 --sqlite-rows 1000000 --db sqlite,postgres --seconds 60`. */
export async function bench(args: string[]): Promise<void> {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const rows: Record<string, number> = { postgres: Number(given('rows', '5000000')), sqlite: Number(given('sqlite-rows', '1000000')) }
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; milliseconds`)
  const figures: Record<string, unknown> = {}, targets: Target[] = []
  for (const name of given('db', 'sqlite,postgres').split(',')) {
    const kind = await kinds[name]()
    try {
      console.log(`\n${name} (${kind.origin}), ${rows[name]} cost rows`)
      const measured = await measure(kind, name, rows[name], Number(given('seconds', '60')))
      figures[name] = measured
      for (const [activity, { p50, p95, times }] of Object.entries(measured)) console.log(`${activity.padEnd(34)}${`${p50} / ${p95}`.padStart(20)}  ${times} times`)
      for (const [activity, floor] of PAIRS) {
        for (const p of ['p50', 'p95'] as const) targets.push(atMost(`${name}: ${activity} to the same by hand, ${p}`, rounded(measured[activity][p] / measured[floor][p]), LIMIT))
      }
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('finance', figures, targets)
}

async function measure(kind: DatabaseKind, name: string, rows: number, seconds: number): Promise<Record<string, Figure>> {
  const started = performance.now(), database = await kind.create('finance')
  await seedCosts(database, name, rows)
  console.log(`stored: ${rounded((performance.now() - started) / 1000)} s`)
  const server = await startServer({ ...database.env, CDS_CONFIG: withoutRounds(database.env.CDS_CONFIG) }), puller = new Puller(server.url)
  const someWhere = (round: number) => (round * 104_729) % Math.max(1, rows - PAGE)
  try {
    await compare(database, puller, someWhere(3))
    const activities: Activity[] = [
      { name: PAIRS[0][0], every: 3, run: () => puller.read(GROUPED) }, { name: PAIRS[0][1], every: 3, run: () => database.query(GROUPED_BY_HAND) },
      { name: PAIRS[1][0], run: () => puller.read(OF_A_YEAR) }, { name: PAIRS[1][1], run: () => database.query(OF_A_YEAR_BY_HAND) },
      { name: PAIRS[2][0], run: round => puller.text(changedAfter(someWhere(round))) }, { name: PAIRS[2][1], run: round => database.query(changedByHand(someWhere(round))) }
    ]
    return await takeTurns(activities, seconds)
  } finally {
    puller.close()
    await server.stop()
    await database.close()
  }
}

/** What is measured is the same: rows and totals. */
async function compare(database: Database, puller: Puller, last: number): Promise<void> {
  const numberOf = (row: Record<string, unknown>) => Number(row.changeNumber ?? row.changenumber)
  const [pulled, selected] = [(await puller.read(changedAfter(last))).value, await database.query(changedByHand(last))]
  if (pulled.map(numberOf).join() !== selected.map(numberOf).join()) throw new Error('The pull brings other rows than the plain select')
  const [grouped, byHand] = [(await puller.read(GROUPED)).value, await database.query(GROUPED_BY_HAND)]
  const total = (groups: Record<string, unknown>[]) => groups.reduce((sum, { costs }) => sum + Math.round(Number(costs) * 100), 0)
  if (grouped.length !== byHand.length || Math.abs(total(grouped) - total(byHand)) > grouped.length) throw new Error('The groups are others than by hand')
}

/** Nothing else happens meanwhile. */
function withoutRounds(config = '{}'): string {
  const given = JSON.parse(config)
  return JSON.stringify({ ...given, requires: { ...given.requires, spareParts: { look: 0, planningLook: 0 }, trends: { look: 0 }, quality: { hostObject: 'none', hostLook: 0 } } })
}
