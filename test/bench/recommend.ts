import os from 'node:os'
import { match } from '../../srv/dispatch/matching/matching'
import { dayOfVisits, seedCrowd } from './recommend/crowd'
import { inProcess } from './recommend/in-process'
import { atMost, percentile, report, type Target } from './report'
import { Client } from './work-orders/client'
import { kinds, type DatabaseKind } from './work-orders/database'
import { rounded, takeTurns, type Activity, type Figure } from './work-orders/measurements'
import { orderID } from './work-orders/orders'
import { FLOOR, flatPage } from './work-orders/requests'
import { seed } from './work-orders/seed'
import { startServer, type Server } from './work-orders/server'

const DISPATCH = '/odata/v4/dispatch'
const ORDERS = 5000

interface Options { people: number; many: number; databases: string[]; seconds: number }
interface Side { people: number; server: Server; client: Client; first: number }

/**
 * Measures a recommendation for one order, in process and through OData, on two crowds of technicians who may all come:
 * `--technicians 10000 --many 50000 --db sqlite,postgres --seconds 40` (for each kind of database).
 */
export async function bench(args: string[]): Promise<void> {
  const options = optionsOf(args)
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; ${options.people} and ${options.many} technicians with six visits each; milliseconds`)
  const alone = measureInProcess(options)
  const figures: Record<string, unknown> = { inProcess: alone }
  const targets: Target[] = [atMost(`in process: p99 of ${options.people} technicians (ms)`, alone.small.p99, 5)]
  for (const name of options.databases) {
    const kind = await kinds[name]()
    try {
      console.log(`\n${name} (${kind.origin})`)
      const measured = await measure(kind, options)
      figures[name] = measured
      print(measured)
      targets.push(...targetsOf(name, measured, options))
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('recommend', figures, targets)
}

function measureInProcess({ people, many }: Options) {
  const of = (count: number) => {
    const { pool, jobs, weights } = inProcess(count)
    const times = jobs.map(job => {
      const started = performance.now()
      match(job, pool, weights, 20)
      return performance.now() - started
    }).slice(jobs.length / 4)
    const eligible = match(jobs[0], pool, weights, 1).eligible
    const figure = { p50: rounded(percentile(times, 50)), p99: rounded(percentile(times, 99)), eligible }
    console.log(`in process, ${count} technicians, ${eligible} of them eligible: p50 ${figure.p50}, p99 ${figure.p99}`)
    return figure
  }
  return { small: of(people), large: of(many) }
}

async function measure(kind: DatabaseKind, { people, many, seconds }: Options) {
  const sides: Side[] = []
  try {
    for (const [name, count] of [['few', people], ['many', many]] as const) sides.push(await prepare(kind, name, count))
    const activities = sides.flatMap(({ client }, i) => activitiesOn(client).map(activity => ({ ...activity, name: `${i}:${activity.name}` })))
    const all = await takeTurns(activities, seconds, 2000)
    const of = (side: number) => Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith(`${side}:`)).map(([name, figure]) => [name.slice(2), figure])) as Record<string, Figure>
    return { small: of(0), large: of(1), first: sides.map(({ first }) => rounded(first)) }
  } finally {
    for (const { server, client } of sides) {
      client.close()
      await server.stop()
    }
  }
}

async function prepare(kind: DatabaseKind, name: string, people: number): Promise<Side> {
  const started = performance.now()
  const database = await kind.create(name)
  try {
    await seed(database, ORDERS)
    await seedCrowd(database, people, dayOfVisits(Date.now()))
  } finally {
    await database.close()
  }
  const server = await startServer(database.env)
  const client = new Client(server.url, 'dispatcher')
  console.log(`${people} technicians stored, server started: ${rounded((performance.now() - started) / 1000)} s`)
  const before = performance.now()
  const answer = await client.batch(DISPATCH, [recommend(0, 1)])
  const first = performance.now() - before
  const [, eligible] = /"eligible":(\d+)/.exec(answer) ?? []
  console.log(`first recommendation, reading everything: ${rounded(first)} ms; ${eligible} eligible`)
  return { people, server, client, first }
}

const recommend = (round: number, limit: number) =>
  `WorkOrders(${orderID((round * 7907) % ORDERS)})/aftersales.DispatchService.recommend(start=${new Date(dayOfVisits(Date.now())).toISOString()},limit=${limit})`

const activitiesOn = (client: Client): Activity[] => [
  { name: 'floor', run: () => client.batch(FLOOR, flatPage()) },
  { name: 'recommend', run: round => client.batch(DISPATCH, [recommend(round, 20)]) }
]

type Measured = Awaited<ReturnType<typeof measure>>

function print({ small, large }: Measured): void {
  for (const [name, figures] of [['few', small], ['many', large]] as const)
    console.log(`${name}: floor p50 ${figures.floor.p50}, p95 ${figures.floor.p95}; recommend p50 ${figures.recommend.p50}, p95 ${figures.recommend.p95} (${figures.recommend.times} times)`)
}

function targetsOf(db: string, { small, large }: Measured, { people, many }: Options): Target[] {
  return [
    atMost(`${db}: recommend p95 to the floor's`, rounded(small.recommend.p95 / small.floor.p95), 5),
    atMost(`${db}: growth of p95 to ${many} technicians`, rounded(large.recommend.p95 / small.recommend.p95), many / people)
  ]
}

function optionsOf(args: string[]): Options {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const databases = given('db', 'sqlite,postgres').split(',').filter(name => name !== 'none')
  const unknown = databases.filter(name => !(name in kinds))
  if (unknown.length) throw new Error(`There is no database ${unknown.join(', ')}; choose from ${Object.keys(kinds).join(', ')}`)
  return { people: Number(given('technicians', '10000')), many: Number(given('many', '50000')), databases, seconds: Number(given('seconds', '40')) }
}
