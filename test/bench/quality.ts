import os from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { flatAll, flatCounts, flatFitted, flatList, graph, holders, QUALITY, viewCounts, VIEW_NAMES, worklist } from './quality/requests'
import { batchesOf, seedQuality, type Stock } from './quality/seed'
import { atMost, report, type Target } from './report'
import { Client } from './work-orders/client'
import { kinds, type DatabaseKind } from './work-orders/database'
import { rounded, takeTurns, type Activity, type Figure } from './work-orders/measurements'
import { FLOOR } from './work-orders/requests'
import { startServer } from './work-orders/server'

/**
 * Measures the worklist of quality and the trace of one batch: `--notifications 200000 --fitted 1000000 --orders 20000 --db sqlite,postgres --seconds 30`. The floors are flat rows of the
 * same tables, served by the framework alone, with the same filter, order and count.
 */
export async function bench(args: string[]): Promise<void> {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const stock = { notifications: Number(given('notifications', '200000')), fittedParts: Number(given('fitted', '1000000')), orders: Number(given('orders', '20000')) }
  const seconds = Number(given('seconds', '30'))
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; ${stock.notifications} notifications, ${stock.fittedParts} fitted parts; milliseconds`)
  const figures: Record<string, unknown> = {}, targets: Target[] = []
  for (const name of given('db', 'sqlite,postgres').split(',')) {
    const kind = await kinds[name]()
    try {
      console.log(`\n${name} (${kind.origin})`)
      const measured = await measure(kind, stock, seconds)
      figures[name] = measured
      for (const [activity, { p50, p95, times }] of Object.entries(measured)) console.log(`${activity.padEnd(32)}${`${p50} / ${p95}`.padStart(20)}  ${rounded(p95 / floorOf(activity, measured).p95)} of its floor, ${times} times`)
      for (const activity of Object.keys(measured).filter(each => !each.startsWith('floor'))) {
        targets.push(atMost(`${name}: ${activity} to floor, p95`, rounded(measured[activity].p95 / floorOf(activity, measured).p95), 5))
      }
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('quality', figures, targets)
}

const FLOORS: [RegExp, string][] = [
  [/large batch/, 'floor: parts of a large batch'], [/batch/, 'floor: parts of a batch'], [/counts/, 'floor: counts'], [/all/, 'floor: all notifications'], [/./, 'floor: open notifications']
]
const floorOf = (activity: string, measured: Record<string, Figure>) => measured[FLOORS.find(([name]) => name.test(activity))![1]]

async function measure(kind: DatabaseKind, stock: Stock, seconds: number): Promise<Record<string, Figure>> {
  const started = performance.now()
  const database = await kind.create('quality')
  try {
    await seedQuality(database, stock)
  } finally {
    await database.close()
  }
  const server = await startServer({ ...database.env, CDS_CONFIG: withoutRounds(database.env.CDS_CONFIG) })
  console.log(`stored, server started: ${rounded((performance.now() - started) / 1000)} s`)
  const client = new Client(server.url, 'quality')
  const all = batchesOf(stock.fittedParts), usual = all.filter(({ size }) => size <= 100), large = all.filter(({ size }) => size > 100)
  const some = (round: number) => usual[(round * 7907) % usual.length], big = (round: number) => large[(round * 31) % large.length]
  const activities: Activity[] = [
    { name: 'floor: open notifications', run: () => client.batch(FLOOR, flatList()) },
    { name: 'floor: all notifications', run: () => client.batch(FLOOR, flatAll()) },
    { name: 'floor: counts', run: () => client.batch(FLOOR, flatCounts()) },
    ...VIEW_NAMES.map(view => ({ name: `worklist: ${view}`, run: () => client.batch(QUALITY, worklist(view)) })),
    { name: 'worklist: counts of all views', run: () => client.batch(QUALITY, viewCounts()) },
    { name: 'floor: parts of a batch', run: round => client.batch(FLOOR, flatFitted(some(round))) },
    { name: 'who else has a batch', run: round => client.batch(QUALITY, holders(some(round))) },
    { name: 'graph of a batch', run: round => client.batch(QUALITY, graph(some(round))) },
    { name: 'floor: parts of a large batch', run: round => client.batch(FLOOR, flatFitted(big(round))) },
    { name: 'who else has a large batch', run: round => client.batch(QUALITY, holders(big(round))) },
    { name: 'graph of a large batch', run: round => client.batch(QUALITY, graph(big(round))) }
  ]
  try {
    const figures = await takeTurns(activities, seconds)
    console.log(`trends of ${stock.notifications} notifications and ${stock.orders} orders counted and written: ${await secondsOfTrends(client)} s`)
    return figures
  } finally {
    client.close()
    await server.stop()
  }
}

/** Until the last series has come and no more follow. */
async function secondsOfTrends(client: Client): Promise<number> {
  const started = performance.now()
  let [count, since] = ['', started]
  await client.call(`${QUALITY}/recalculateTrends`, {})
  while (performance.now() - since < 5000) {
    const now = /[\r\n]+(\d+)\r/.exec(await client.batch(QUALITY, ["TrendSeries/$count?$filter=dimension_code%20eq%20'location'"]))?.[1] ?? ''
    if (now !== count || now === '0') [count, since] = [now, performance.now()]
    await pause(200)
  }
  return rounded((since - started) / 1000)
}

/** There is no host beside the measurement, and nothing is counted meanwhile. */
function withoutRounds(config = '{}'): string {
  const given = JSON.parse(config)
  return JSON.stringify({ ...given, requires: { ...given.requires, spareParts: { look: 0, planningLook: 0 }, trends: { look: 0 }, quality: { hostObject: 'none', hostLook: 0 } } })
}
