import os from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import axios from 'axios'
import type { Client } from 'pg'
import { atMost, type Target } from '../bench/report'
import { postgresDatabase } from '../bench/work-orders/database'
import { customers, equipment } from '../bench/work-orders/master-data'
import { orderRows } from '../bench/work-orders/orders'
import { onDatabase } from '../faults/database'
import { type Memory, ServiceUnderFire } from '../faults/service-under-fire'
import { startHostErp } from '../host-erp/start'
import { seededRandom } from '../host-erp/wire/random'
import { openBooks, prepareBooks } from '../load/books'
import { People } from '../load/people'
import { LOOKS, nothingPromised, repair } from '../load/repairs'
import { driftsOf, growthOf } from './drift'

/**
 * People of all roles at a constant rate, for so long, on PostgreSQL with the stand-in of the host: does it become slower, or larger?
 * `npm run soak -- --minutes 10 --per-second 6 --seed 11`; the rate is that of requests and has to be below what the machine can do.
 */
const { values: options } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, 'per-second': { type: 'string', default: '6' }, seed: { type: 'string', default: '11' } } })
const SECONDS = Number(options.minutes) * 60, SEED = Number(options.seed), EVERY = 1000 / Number(options['per-second'])
const WARM_UP = Math.min(120, SECONDS / 4)
/** The garbage is collected for it, which holds up who asks in that moment: rarely enough that the 95th percentile does not see it. */
const MEMORY_EVERY = Math.max(5, Math.min(30, SECONDS / 20))
/** A repair makes about eight requests of its own. */
const REPAIR_EACH = 24
/** Orders of years before; ten minutes at six requests a second add 150. */
const HISTORY = 4_000
const MEGABYTE = 1024 * 1024

async function soak(environment: Record<string, string>): Promise<Target[]> {
  const erp = await startHostErp()
  const host = JSON.stringify({ kind: 'odata-v2', credentials: { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 10_000 } })
  const service = new ServiceUnderFire({ ...environment, FAULTS_HOST: host, FAULTS_SHUTDOWN: '{}' })
  const people = new People(() => [service.url]), books = await openBooks(environment), memory: (Memory & { at: number })[] = []
  try {
    const surroundings = await prepareBooks(books)
    await addHistory(books, surroundings.part_ID)
    const rows = [await ordersIn(books)]
    await service.start()
    await axios.put(`${erp.url}/__faults`, { seed: SEED, latency: { ms: 20, jitter: 20 } })
    const promised = nothingPromised(), random = seededRandom(SEED), deeds = new Set<Promise<unknown>>()
    const from = performance.now(), end = from + SECONDS * 1000, isOver = () => performance.now() > end
    const start = (deed: Promise<unknown>) => { deeds.add(deed); void deed.finally(() => deeds.delete(deed)) }
    const watching = (async () => {
      while (!isOver() && service.isRunning) {
        await wait(MEMORY_EVERY * 1000)
        memory.push({ ...(await service.memory()), at: performance.now() })
      }
    })()
    for (let count = 0; !isOver() && service.isRunning; count++) {
      if (count % REPAIR_EACH === 0) start(repair({ people, promised, ...surroundings, isOver }, `load-${SEED}-${count}`, random()))
      else start(people.get(...LOOKS[Math.floor(random() * LOOKS.length)]))
      await wait(Math.max(0, from + (count + 1) * EVERY - performance.now()))
    }
    const isAlive = service.isRunning
    if (!isAlive) people.wrong.push(`the service ended by itself:\n${service.complaints}`)
    else await watching
    await Promise.all(deeds)
    const code = isAlive ? await service.end() : -1
    rows.push(await ordersIn(books))
    return judge({ people, memory: memory.filter(({ at }) => at >= from + WARM_UP * 1000), from: from + WARM_UP * 1000, to: end, code, repairs: promised.orders.size, rows })
  } finally {
    people.close()
    await books.end()
    await service.stop()
    await erp.stop()
  }
}

/** What is there already, so that what people add meanwhile is a small part: more rows may take longer, a process that gets older may not. */
async function addHistory(books: Client, part_ID: string): Promise<void> {
  const database = postgresDatabase(books, {}), today = new Date().setUTCHours(12, 0, 0, 0)
  await database.insert('aftersales_Customers', customers)
  await database.insert('aftersales_Equipment', equipment)
  for (const [entity, entries] of Object.entries(orderRows(0, HISTORY, today))) await database.insert(`aftersales_${entity}`, entries)
  for (const rows of OF_ORDERS_BEFORE) await books.query(rows, [part_ID])
  await database.settle()
}

/** Each list that people look at is long before they begin: a used part and a confirmed message for each order, open costs of three closed ones in ten. */
const OF_ORDERS_BEFORE = [
  `insert into aftersales_reservations (id, createdat, modifiedat, number, workorder_id, part_id, quantity, unit, origin_code, target_code, state_code, plant, storagelocation, claimedquantity, pickedquantity, issuedquantity, issuingquantity, consumedquantity, returnedquantity, scrappedquantity, releasedquantity, movementcount)
   select gen_random_uuid()::text, receivedat, receivedat, number || '-1', id, $1, 1, 'EA', 'manual', 'site', 'Consumed', '1010', '101A', 0, 0, 1, 0, 1, 0, 0, 0, 0 from aftersales_workorders where number like 'H-%'`,
  `insert into aftersales_hostmessages (id, number, kind_code, state_code, payload, idempotencykey, hostdocument, attempts, failures, causeentity, causeid, workorder_id, createdat, sentat, confirmedat)
   select gen_random_uuid()::text, number, 'reservation.create', 'Confirmed', '{}', number, '0000000001', 1, 0, 'aftersales.Products', $1, id, receivedat, receivedat, receivedat from aftersales_workorders where number like 'H-%'`,
  `insert into aftersales_orderfinances (workorder_id, state_code, companycode, currency_code, planned, actual, posted, open, warranty, contract, goodwill, billable, recovered, opencount, costdate, fiscalyear, fiscalperiod, incompletecount)
   select id, 'Open', '1010', 'EUR', 0, 100, 0, 100, 0, 0, 0, 100, 0, 1, receivedat::date, extract(year from receivedat)::int, extract(month from receivedat)::int, 0
   from aftersales_workorders where number like 'H-%' and status_code = 'Closed' and right(number, 1) in ('0', '4', '8') and $1::text is not null`
]

const ordersIn = async (books: Client) => Number((await books.query('select count(*) as orders from aftersales_workorders')).rows[0].orders)

interface Result { people: People; memory: Memory[]; from: number; to: number; code: number | null; repairs: number; rows: number[] }

function judge({ people, memory, from, to, code, repairs, rows }: Result): Target[] {
  const drifts = driftsOf(people.times, from, to)
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}; ${SECONDS} s, ${people.asked} requests, ${repairs} repairs; the first ${WARM_UP} s do not count`)
  console.log(`  orders in the database ${rows.join(' → ')}`)
  for (const { kind, requests, first, last, usual, drift, noise, isJudged } of drifts) {
    const [unit, digits] = kind === 'all' ? ['× the first median', 2] : ['ms', 0], pair = (before: number, after: number) => `${before.toFixed(digits).padStart(5)} → ${after.toFixed(digits).padStart(5)}`
    console.log(`  ${kind.padEnd(23)} ${String(requests).padStart(5)} requests, median ${pair(...usual)}, p95 ${pair(first, last)} ${unit} ${percent(drift)} ± ${(noise * 100).toFixed(1)}${isJudged ? '' : ' (too few to judge)'}`)
  }
  const [rss, heap] = [growthOf(memory.map(each => each.rss)), growthOf(memory.map(each => each.heapUsed))]
  console.log(`  memory after collecting: RSS ${(rss.first / MEGABYTE).toFixed(0)} → ${(rss.last / MEGABYTE).toFixed(0)} MB ${percent(rss.growth)}, heap ${(heap.first / MEGABYTE).toFixed(1)} → ${(heap.last / MEGABYTE).toFixed(1)} MB ${percent(heap.growth)} (medians of the first and the last third)`)
  for (const line of people.wrong.slice(0, 10)) console.log(`  WRONG ${line}`)
  return [
    ...drifts.filter(({ kind, isJudged }) => isJudged || kind === 'all').map(({ kind, drift }) => atMost(`p95 drift, ${kind}`, rounded(drift), 0.1)),
    atMost('what chance alone can make of the drift', rounded(drifts[0]?.noise ?? Infinity), 0.1),
    atMost('RSS growth', rounded(rss.growth), 0.05), atMost('answers that nobody should get', people.wrong.length, 0), atMost('exit code', code ?? -1, 0)
  ]
}

const percent = (value: number) => `${value >= 0 ? '+' : ''}${(value * 100).toFixed(1)} %`
const rounded = (value: number) => Math.round(value * 1000) / 1000

onDatabase('postgres', soak).then(targets => {
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  process.exit(targets.every(({ ok }) => ok) ? 0 : 1)
}, error => {
  console.error(error)
  process.exit(1)
})
