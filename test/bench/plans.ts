import os from 'node:os'
import { dayOfVisits, seedCrowd } from './recommend/crowd'
import { atMost, percentile, report, type Target } from './report'
import { Client } from './work-orders/client'
import { kinds, type Database, type DatabaseKind } from './work-orders/database'
import { rounded } from './work-orders/measurements'
import { orderID } from './work-orders/orders'
import { seed } from './work-orders/seed'
import { startServer } from './work-orders/server'

const DISPATCH = '/odata/v4/dispatch'
const ORDERS = 5000
const AREA = 'PLANNED'
const WARM_UP = 20
/** Milliseconds that publishing 500 visits may take. */
const PUBLISHING: Record<string, number> = { sqlite: 2000, postgres: 4000 }

interface Options { people: number; crew: number; orders: number; databases: string[]; seconds: number; rounds: number }

/**
 * Measures recommendations through OData while a plan is made in the same process, and in turns with that while none is:
 * `--technicians 10000 --crew 60 --orders 500 --db sqlite,postgres --seconds 10 --rounds 4` (of so many seconds each).
 */
export async function bench(args: string[]): Promise<void> {
  const options = optionsOf(args)
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; ${options.people} technicians; a plan of ${options.orders} orders and ${options.crew} technicians on three days; milliseconds`)
  const figures: Record<string, unknown> = {}
  const targets: Target[] = []
  for (const name of options.databases) {
    const kind = await kinds[name]()
    try {
      const measured = await measure(kind, options)
      figures[name] = measured
      console.log(`${name}: recommend alone p50 ${measured.idle.p50}, p95 ${measured.idle.p95}; during a plan p50 ${measured.busy.p50}, p95 ${measured.busy.p95} (${measured.busy.times} times); ${measured.published.visits} visits published in ${measured.published.milliseconds}`)
      targets.push(atMost(`${name}: recommend p95 during a plan to that alone`, rounded(measured.busy.p95 / measured.idle.p95), 1.5))
      targets.push(atMost(`${name}: milliseconds to publish ${measured.published.visits} visits`, measured.published.milliseconds, PUBLISHING[name]))
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('plans', figures, targets)
}

async function measure(kind: DatabaseKind, options: Options) {
  const database = await kind.create('plans')
  try {
    await seed(database, ORDERS)
    await seedCrowd(database, options.people, dayOfVisits(Date.now()))
    await seedArea(database, options)
  } finally {
    await database.close()
  }
  const server = await startServer(database.env)
  const client = new Client(server.url, 'dispatcher')
  try {
    const idle: number[] = [], busy: number[] = []
    let plan = ''
    for (let i = 0; i < WARM_UP; i++) await recommend(client, i)
    for (let round = 0; round < options.rounds; round++) {
      idle.push(...(await recommendFor(client, options.seconds)))
      plan = await optimize(client, options.seconds)
      busy.push(...(await recommendFor(client, options.seconds)))
      await settled(client, plan, round)
    }
    const started = performance.now()
    const { addedCount } = JSON.parse(await client.call(`${DISPATCH}/Plans(${plan})/aftersales.DispatchService.publish`, {}))
    return { idle: figureOf(idle), busy: figureOf(busy), published: { visits: addedCount, milliseconds: rounded(performance.now() - started) } }
  } finally {
    client.close()
    await server.stop()
  }
}

/** Part of the orders and of the people are in an area of their own, which is planned; everybody may come for the other orders. */
async function seedArea(db: Database, { crew, orders }: Options): Promise<void> {
  await db.insert('aftersales_ServiceAreas', [{ code: AREA, name: AREA, timeZone: 'Europe/Berlin', detour: 1.3, speed: 60, currency_code: 'EUR' }])
  await db.run(`UPDATE aftersales_Technicians SET area_code = CASE WHEN number < 'T-${100_000 + crew}' THEN '${AREA}' ELSE 'ELSEWHERE' END`)
  const [from, to] = [2000, 2000 + orders].map(i => `H-${String(i).padStart(7, '0')}`)
  await db.run(`UPDATE aftersales_WorkOrders SET serviceArea_code = '${AREA}', status_code = 'Released', isOpen = true, executionMode_code = 'onsite', technician_ID = NULL, plannedStart = NULL
    WHERE number >= '${from}' AND number < '${to}'`)
  await db.settle()
}

async function recommendFor(client: Client, seconds: number): Promise<number[]> {
  const times: number[] = []
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    const started = performance.now()
    await recommend(client, times.length)
    times.push(performance.now() - started)
  }
  return times
}

const recommend = (client: Client, round: number) =>
  client.batch(DISPATCH, [`WorkOrders(${orderID((round * 7) % 1500)})/aftersales.DispatchService.recommend(start=${new Date(dayOfVisits(Date.now())).toISOString()},limit=20)`])

async function optimize(client: Client, seconds: number): Promise<string> {
  const day = (later: number) => new Date(dayOfVisits(Date.now()) + later * 86_400_000).toISOString().slice(0, 10)
  return JSON.parse(await client.call(`${DISPATCH}/optimize`, { from: day(0), to: day(2), area_code: AREA, seconds: Math.ceil(seconds) })).ID
}

/** The plan has to have been made, else nothing was measured. */
async function settled(client: Client, ID: string, round: number): Promise<void> {
  for (;;) {
    const answer = await client.batch(DISPATCH, [`Plans(${ID})?$select=state_code,iterations,orderCount,unservedAfter,failure`])
    const [, state] = /"state_code":"(\w+)"/.exec(answer)!
    if (state === 'Ready') return console.log(`plan ${round + 1}: ${/"iterations":"?(\d+)/.exec(answer)?.[1]} iterations, ${/"orderCount":(\d+)/.exec(answer)?.[1]} orders, ${/"unservedAfter":(\d+)/.exec(answer)?.[1]} without a visit`)
    if (!['Queued', 'Running'].includes(state)) throw new Error(answer)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

const figureOf = (times: number[]) => ({ p50: rounded(percentile(times, 50)), p95: rounded(percentile(times, 95)), times: times.length })

function optionsOf(args: string[]): Options {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const databases = given('db', 'sqlite,postgres').split(',')
  const unknown = databases.filter(name => !(name in kinds))
  if (unknown.length) throw new Error(`There is no database ${unknown.join(', ')}; choose from ${Object.keys(kinds).join(', ')}`)
  return {
    databases, people: Number(given('technicians', '10000')), crew: Number(given('crew', '60')), orders: Number(given('orders', '500')),
    seconds: Number(given('seconds', '10')), rounds: Number(given('rounds', '4'))
  }
}
