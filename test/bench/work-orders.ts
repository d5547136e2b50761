import os from 'node:os'
import { atMost, report, type Target } from './report'
import { activitiesOn } from './work-orders/activities'
import { kinds, type DatabaseKind } from './work-orders/database'
import { crowd, rounded, takeTurns, type Activity, type Figure } from './work-orders/measurements'
import { seed } from './work-orders/seed'
import { startServer, type Server } from './work-orders/server'

interface Options { orders: number; small: number; databases: string[]; seconds: number }
interface Side { orders: number; server: Server; activities: ReturnType<typeof activitiesOn> }
type Figures = Record<string, Figure>
interface Measured { small: Figures; large: Figures; crowd: Figure & { perSecond: number } }

const INTAKES = 200
const CALLERS = 8

/**
 * Measures what people wait for in the work orders app, over HTTP, on a small and a large stock of orders side by side:
 * `--orders 100000 --small 10000 --db sqlite,postgres --seconds 60` (reading time for each kind of database).
 */
export async function bench(args: string[]): Promise<void> {
  const options = optionsOf(args)
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${options.small} and ${options.orders} orders; milliseconds`)
  const figures: Record<string, unknown> = {}, targets: Target[] = []
  for (const name of options.databases) {
    const kind = await kinds[name]()
    try {
      console.log(`\n${name} (${kind.origin})`)
      const measured = await measure(kind, options)
      print(measured)
      figures[name] = measured
      targets.push(...targetsOf(name, measured))
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('work-orders', figures, targets)
}

async function measure(kind: DatabaseKind, { small, orders, seconds }: Options): Promise<Measured> {
  const sides: Side[] = []
  try {
    for (const [name, count] of [['small', small], ['large', orders]] as const) sides.push(await prepare(kind, name, count))
    const reading = await takeTurns(interleaved(sides, side => side.activities.reading), seconds)
    const list = sides[1].activities.reading.find(({ name }) => name === 'list')!
    const busy = await crowd(list, CALLERS, Math.min(5, seconds))
    const intake = await takeTurns(interleaved(sides, side => [side.activities.intake]), seconds / 3, INTAKES)
    const all = { ...reading, ...intake }
    return { small: figuresOf(all, 0), large: figuresOf(all, 1), crowd: busy }
  } finally {
    for (const { server, activities } of sides) {
      activities.close()
      await server.stop()
    }
  }
}

async function prepare(kind: DatabaseKind, name: string, orders: number): Promise<Side> {
  const started = performance.now()
  const database = await kind.create(name)
  try {
    await seed(database, orders)
  } finally {
    await database.close()
  }
  const server = await startServer(database.env)
  console.log(`${orders} orders stored, server started: ${rounded((performance.now() - started) / 1000)} s`)
  return { orders, server, activities: activitiesOn(server.url, orders) }
}

/** The same activity on both sides directly after each other. */
function interleaved(sides: Side[], of: (side: Side) => Activity[]): Activity[] {
  return of(sides[0]).flatMap((_, i) => sides.map((side, s) => ({ ...of(side)[i], name: `${s}:${of(side)[i].name}` })))
}

const figuresOf = (all: Figures, side: number): Figures =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith(`${side}:`)).map(([name, figure]) => [name.slice(2), figure]))

function print({ small, large, crowd: busy }: Measured): void {
  console.log(`${'p50 / p95'.padEnd(40)}${'small'.padStart(18)}${'large'.padStart(18)}${'p95 growth'.padStart(12)}${'p50 : floor'.padStart(12)}`)
  for (const name of Object.keys(large)) {
    const [a, b] = [small[name], large[name]]
    const cells = [`${a.p50} / ${a.p95}`.padStart(18), `${b.p50} / ${b.p95}`.padStart(18), `${rounded(b.p95 / a.p95)}`.padStart(12), `${ratio(large, name)}`.padStart(12)]
    console.log(name.padEnd(40) + cells.join(''))
  }
  console.log(`${CALLERS} callers at once read the large list: ${busy.perSecond}/s, p50 ${busy.p50}, p95 ${busy.p95}; ${large.list.times} rounds of reading, ${large.intake.times} intakes`)
}

const ratio = (figures: Figures, name: string) => rounded(figures[name].p50 / figures.floor.p50)

/** Limits beside growth are ours: they leave room for a slower machine, not for a scan of all orders. */
function targetsOf(db: string, { small, large }: Measured): Target[] {
  return [
    atMost(`${db}: list p95 growth`, rounded(large.list.p95 / small.list.p95), 1.5),
    atMost(`${db}: list to floor`, ratio(large, 'list'), 4),
    atMost(`${db}: object page to floor`, ratio(large, 'object page'), 6),
    atMost(`${db}: intake to floor`, ratio(large, 'intake'), 8),
    atMost(`${db}: search p95 (ms)`, large.search.p95, 300)
  ]
}

function optionsOf(args: string[]): Options {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const databases = given('db', 'sqlite,postgres').split(',')
  const unknown = databases.filter(name => !(name in kinds))
  if (unknown.length) throw new Error(`There is no database ${unknown.join(', ')}; choose from ${Object.keys(kinds).join(', ')}`)
  return { orders: Number(given('orders', '100000')), small: Number(given('small', '10000')), databases, seconds: Number(given('seconds', '60')) }
}
