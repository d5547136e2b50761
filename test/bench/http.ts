import os from 'node:os'
import { parseArgs } from 'node:util'
import { difference } from './http/answers'
import { fire, middle, type Figure } from './http/load'
import { pairsFor, type Pair } from './http/pairs'
import { prepare } from './http/prepare'
import { atMost, percentile, report, type Target } from './report'
import { type Database, kinds } from './work-orders/database'
import { rounded } from './work-orders/measurements'
import { seed } from './work-orders/seed'
import { startServer, type Server } from './work-orders/server'

/** Without a ratio where the two are no pair, or anything was refused: `invalid` says why. */
interface Measured { ours: Figure; floor: Figure; ratio?: number; cpuRatio?: number; invalid?: string; isWrite?: true }

/** A read may cost so much of what the framework costs by itself; more is explained in docs/performance.md. */
const RATIO = 1.5
const ROUNDS = 9

/**
 * Requests per second, their 95th percentile and the CPU of each against a plain service on the same tables in the same process, in turns:
 * `--orders 20000 --db sqlite,postgres --seconds 1 --only "order list"` (seconds for each of nine turns, names with commas).
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { orders: { type: 'string', default: '20000' }, db: { type: 'string', default: 'sqlite,postgres' }, seconds: { type: 'string', default: '1' }, only: { type: 'string' } } })
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; ${values.orders} orders; requests/s, p95 in ms, CPU in ms for each request`)
  const figures: Record<string, unknown> = {}, targets: Target[] = []
  for (const name of values.db.split(',')) {
    const kind = await kinds[name]()
    try {
      console.log(`\n${name} (${kind.origin})`)
      const measured = await measure(await kind.create('http'), name, { orders: Number(values.orders), seconds: Number(values.seconds), only: values.only })
      figures[name] = measured
      targets.push(...Object.entries(measured).filter(([, { isWrite }]) => !isWrite).map(([pair, { ratio }]) => atMost(`${name}, ${pair}: times the floor`, ratio ?? Infinity, RATIO)))
    } finally {
      await kind.dispose()
    }
  }
  report('http', figures, targets)
}

async function measure(db: Database, kind: string, { orders, seconds, only }: { orders: number; seconds: number; only?: string }): Promise<Record<string, Measured>> {
  await seed(db, orders)
  const seeded = await prepare(db, kind, orders)
  const server = await startServer({ ...db.env, NODE_ENV: 'test', NO_TELEMETRY: 'true', CDS_CONFIG: guarded(db.env.CDS_CONFIG) })
  try {
    const measured: Record<string, Measured> = {}
    for (const pair of pairsFor(seeded).filter(({ name }) => !only || only.split(',').includes(name.replaceAll(',', '')))) {
      measured[pair.name] = await inTurns(server, pair, seconds)
      console.log(lineOf(pair.name, measured[pair.name]))
    }
    return measured
  } finally {
    await server.stop()
    await db.close()
  }
}

const ENDLESS = { requests: 1_000_000_000, seconds: 60 }

/** What runs in production and tests switch off: the log of personal data, and the counting of who asks how often. */
function guarded(config: string): string {
  const { requires, ...others } = JSON.parse(config) as { requires: object }
  const guards = { 'audit-log': { handle: ['READ', 'WRITE'] }, hardening: { rateLimits: { intake: ENDLESS, signIn: ENDLESS, open: ENDLESS } } }
  return JSON.stringify({ ...others, requires: { ...requires, ...guards } })
}

/** Whatever else the machine does meanwhile hits both alike: short turns, each compared with its neighbour; the middle of the ratios counts. */
async function inTurns(server: Server, { ours, floor, isWrite, name }: Pair, seconds: number): Promise<Measured> {
  const different = isWrite ? undefined : await difference(server.url, { ours, floor, name })
  const turns: Record<'ours' | 'floor', Figure[]> = { ours: [], floor: [] }
  await fire(server, floor, 1)
  await fire(server, ours, 1)
  for (let round = 0; round < ROUNDS; round++) {
    turns.floor.push(await fire(server, floor, seconds))
    turns.ours.push(await fire(server, ours, seconds))
  }
  const [a, b] = [middle(turns.ours), middle(turns.floor)]
  const ofNeighbours = (ratio: (ours: Figure, floor: Figure) => number) => rounded(percentile(turns.ours.map((each, i) => ratio(each, turns.floor[i])), 50))
  const invalid = different ?? (a.failed + b.failed ? `${a.failed} and ${b.failed} refused: ${a.answer ?? b.answer}` : undefined)
  return {
    ours: a, floor: b, isWrite, ...(invalid ? { invalid } : {
      ratio: ofNeighbours((mine, plain) => plain.perSecond / mine.perSecond), ...(a.cpu && b.cpu && { cpuRatio: ofNeighbours((mine, plain) => mine.cpu! / plain.cpu!) })
    })
  }
}

function lineOf(name: string, { ours, floor, ratio, cpuRatio, invalid }: Measured): string {
  const part = ({ perSecond, p95, cpu }: Figure) => `${perSecond.toFixed(0).padStart(5)}/s p95 ${p95.toFixed(1).padStart(6)} CPU ${(cpu?.toFixed(2) ?? '–').padStart(6)}`
  return `  ${name.padEnd(24)} ${part(ours)}   floor ${part(floor)}   ${invalid ? `INVALID ${invalid}` : `${ratio!.toFixed(2)} ×, CPU ${cpuRatio?.toFixed(2) ?? '–'} ×`}`
}
