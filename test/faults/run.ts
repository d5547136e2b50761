import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import axios from 'axios'
import { startHostErp, type HostErp } from '../host-erp/start'
import { seededRandom } from '../host-erp/wire/random'
import { outOfOrder, unexplained } from './checks'
import { onDatabases } from './database'
import { report } from './report'
import { type MessageRow, ServiceUnderFire } from './service-under-fire'

/**
 * Documents under every fault of the stand-in while the service is killed: afterwards each that was wanted exists exactly once.
 * `npm run test:faults -- --writes 500 --kills 20 --seed 42 --database sqlite,postgres --instances 1`
 */
const { values: options } = parseArgs({
  options: {
    writes: { type: 'string', default: '500' }, kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '42' },
    database: { type: 'string', default: 'sqlite,postgres' }, instances: { type: 'string', default: '1' }
  }
})
const [WRITES, KILLS, SEED, INSTANCES] = [options.writes, options.kills, options.seed, options.instances].map(Number)
const CALLERS = 4
const RATES = { internalError: 0.05, unavailable: 0.05, dropBefore: 0.05, dropAfter: 0.08, duplicate: 0.05, expiredToken: 0.05, wrongJson: 0.05, hang: 0.01 }
const LOCKS = [{ object: 'SP-1005', user: 'MMUELLER' }]
const DELIVERY = { firstDelay: 50, longestDelay: 1000, maxFailures: 8, lease: 6000, settle: 200, sweep: 1000, probe: 300 }
const PARTS = ['SP-1004', 'SP-1005', 'SP-1002']
/** So long a message may wait for its turn, in milliseconds, when the service lives. */
const PATIENCE = 60_000

async function underFire(database: string, environment: Record<string, string>): Promise<number> {
  const erp = await startHostErp()
  const credentials = { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 1000 }
  const host = JSON.stringify({ kind: 'odata-v2', credentials, delivery: DELIVERY })
  const services = Array.from({ length: INSTANCES }, () => new ServiceUnderFire({ ...environment, FAULTS_HOST: host }))
  const started = performance.now()
  try {
    await axios.put(`${erp.url}/__faults`, { seed: SEED, rates: RATES, retryAfter: 0, locks: LOCKS, latency: { ms: 2, jitter: 8 } })
    for (const service of services) await service.start()
    const taken = await writeWhileKilled(services)
    const silent: string[] = []
    const attention = (await drained(services[0], silent)).filter(row => row.state_code === 'NeedsAttention')
    await axios.put(`${erp.url}/__faults`, {})
    for (const row of attention) await services[0].retry(row)
    const rows = await drained(services[0], silent)
    const wrong = [...silent, ...outOfOrder(rows, new Set(attention.map(row => row.ID))), ...(await miscounted(erp, rows, taken))]
    const seconds = (performance.now() - started) / 1000
    await report({ title: `${database}, ${WRITES} writes, seed ${SEED}, ${services.length} instance(s)`, erp, services, rows, taken, attention, wrong, seconds })
    return wrong.length
  } finally {
    await Promise.all(services.map(service => service.stop()))
    await erp.stop()
  }
}

/** Several callers at once; at random moments an instance dies and comes back, and who got no answer looks and asks again. */
async function writeWhileKilled(services: ServiceUnderFire[]): Promise<Set<string>> {
  const random = seededRandom(SEED)
  const batches = Math.ceil(WRITES / CALLERS)
  const moments = new Set<number>()
  while (moments.size < Math.min(KILLS, batches)) moments.add(Math.floor(random() * batches))
  const orders = Array.from({ length: Math.ceil(WRITES / 8) }, () => crypto.randomUUID())
  const taken = new Set<string>()
  const ask = async ({ id, kind, request, origin }: Write) => {
    if (await services[id % services.length].submit(id, kind, request, origin)) taken.add(String(id))
  }
  for (let batch = 0; batch < batches; batch++) {
    const writes = Array.from({ length: Math.min(CALLERS, WRITES - batch * CALLERS) }, (_, i) => writeOf(batch * CALLERS + i, random(), orders[Math.floor(random() * orders.length)]))
    const answers = writes.map(ask)
    if (!moments.has(batch)) { await Promise.all(answers); continue }
    const victim = services[Math.floor(random() * services.length)]
    await wait(random() * 400)
    await victim.kill()
    await Promise.all(answers)
    await victim.start()
    const stored = new Set((await victim.messages()).map(row => row.causeID))
    await Promise.all(writes.filter(({ id }) => !stored.has(String(id))).map(ask))
  }
  return taken
}

interface Write { id: number; kind: string; request: object; origin: object }

function writeOf(id: number, draw: number, workOrder_ID: string): Write {
  const part = { material: PARTS[Math.floor(draw * 1000) % PARTS.length], plant: '1010', storageLocation: '0001', quantity: '0.001' }
  const request = { costObject: { costCenter: '10101301' }, items: [part] }
  const origin = { cause: { entity: 'fault-run', ID: String(id) }, workOrder_ID }
  return draw < 0.5 ? { id, kind: 'reservation.create', request, origin } : { id, kind: 'movement.issue', request: { ...request, postingDate: '2026-11-22' }, origin }
}

/** Waits until no message is on its way, and asks every now and then why those wait that do. */
async function drained(service: ServiceUnderFire, silent: string[]): Promise<MessageRow[]> {
  const started = Date.now()
  for (let look = 1; Date.now() < started + 300_000 && (await service.left('Confirmed', 'NeedsAttention')); look++) {
    if (look % 25 === 0 && Date.now() > started + PATIENCE) silent.push(...unexplained(await service.messages(), Date.now(), PATIENCE))
    await wait(200)
  }
  const rows = await service.messages()
  silent.push(...unexplained(rows, Date.now(), 0))
  return rows
}

/** What was wanted and does not exist exactly once, by the host's own books. */
async function miscounted(erp: HostErp, rows: MessageRow[], taken: Set<string>): Promise<string[]> {
  const { data: { counts } } = await axios.get(`${erp.url}/__documents`)
  const reversed = new Set(Object.keys(counts.reversal ?? {}))
  const causes = new Set(rows.map(row => row.causeID))
  const wrong: string[] = []
  if (causes.size !== WRITES || rows.length !== WRITES) wrong.push(`${WRITES} documents were wanted, there are ${rows.length} messages of ${causes.size} causes`)
  for (const id of taken) if (!causes.has(id)) wrong.push(`write ${id} was taken and is lost`)
  for (const row of rows) {
    const { data } = await axios.get(`${erp.url}/__documents`, { params: { key: row.idempotencyKey } })
    const valid = data.documents.filter((document: { number: string }) => !reversed.has(document.number))
    if (row.state_code !== 'Confirmed') wrong.push(`${row.number} is ${row.state_code}: ${row.lastErrorCode} ${row.lastError}`)
    else if (valid.length !== 1) wrong.push(`${row.number} exists ${valid.length} times`)
    else if (valid[0].number !== row.hostDocument!.split('/')[0]) wrong.push(`${row.number} says ${row.hostDocument}, the host ${valid[0].number}`)
  }
  const keys = new Set(rows.map(row => row.idempotencyKey))
  const foreign = [counts.reservation, counts.materialDocument].flatMap(group => Object.keys(group ?? {})).filter(key => !keys.has(key))
  return [...wrong, ...foreign.map(key => `the host has a document ${key} that nobody wanted`)]
}

onDatabases(options.database, underFire).catch(error => {
  console.error(error)
  process.exit(1)
})
