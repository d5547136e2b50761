import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import axios from 'axios'
import { startHostErp, type HostErp } from '../host-erp/start'
import { seededRandom } from '../host-erp/wire/random'
import { copyTemplate, deployTemplate, environmentFor, startPostgres } from '../setup/postgres'
import { type MessageRow, ServiceUnderFire } from './service-under-fire'

/**
 * Documents under every fault of the stand-in while the service is killed: afterwards each that was wanted exists exactly once.
 * `npm run test:faults -- --writes 500 --kills 20 --seed 42 --database sqlite|postgres`
 */
const { values: options } = parseArgs({
  options: { writes: { type: 'string', default: '500' }, kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '42' }, database: { type: 'string', default: 'sqlite,postgres' } }
})
const [WRITES, KILLS, SEED] = [Number(options.writes), Number(options.kills), Number(options.seed)]
const RATES = { internalError: 0.05, unavailable: 0.05, dropBefore: 0.05, dropAfter: 0.08, duplicate: 0.05, expiredToken: 0.05, wrongJson: 0.05, hang: 0.01 }
const LOCKS = [{ object: 'SP-1005', user: 'MMUELLER' }]
const DELIVERY = { firstDelay: 50, longestDelay: 1000, maxFailures: 8, lease: 4000, settle: 200, sweep: 1000 }
const PARTS = ['SP-1004', 'SP-1005', 'SP-1002']

async function main(): Promise<void> {
  let failures = 0
  for (const database of options.database.split(',')) failures += database === 'postgres' ? await onPostgres() : await onSqlite()
  process.exitCode = failures ? 1 : 0
}

async function onSqlite(): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-faults-'))
  const environment = { CDS_CONFIG: JSON.stringify({ requires: { db: { kind: 'sqlite', credentials: { url: path.join(folder, 'service.sqlite') } } } }) }
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/@sap/cds-dk/bin/cds.js', 'deploy'], { env: { ...process.env, NODE_ENV: 'test', ...environment }, encoding: 'utf8' })
  if (status) throw new Error(stderr)
  try {
    return await underFire('SQLite', environment)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function onPostgres(): Promise<number> {
  const server = await startPostgres()
  try {
    await deployTemplate(server.access)
    await copyTemplate(server.access, 'aftersales_test_faults')
    return await underFire('PostgreSQL', environmentFor(server.access, 'aftersales_test_faults'))
  } finally {
    await server.stop()
  }
}

async function underFire(name: string, environment: Record<string, string>): Promise<number> {
  const erp = await startHostErp()
  const credentials = { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 1500 }
  const service = new ServiceUnderFire({ ...environment, FAULTS_HOST: JSON.stringify({ kind: 'odata-v2', credentials, delivery: DELIVERY }) })
  const started = performance.now()
  try {
    await axios.put(`${erp.url}/__faults`, { seed: SEED, rates: RATES, retryAfter: 0, locks: LOCKS, latency: { ms: 2, jitter: 8 } })
    await service.start()
    const taken = await writeWhileKilled(service)
    const first = await drained(service)
    const attention = first.filter(row => row.state_code === 'NeedsAttention')
    await axios.put(`${erp.url}/__faults`, {})
    for (const row of attention) await service.retry(row)
    const rows = await drained(service)
    return await report(name, { erp, rows, taken, attention, kills: service.kills, seconds: (performance.now() - started) / 1000 })
  } finally {
    await service.stop()
    await erp.stop()
  }
}

/** Four callers at once; at random moments the service dies and comes back, and who got no answer looks and asks again. */
async function writeWhileKilled(service: ServiceUnderFire): Promise<Set<string>> {
  const random = seededRandom(SEED)
  const moments = new Set<number>()
  while (moments.size < Math.min(KILLS, WRITES / 4)) moments.add(Math.floor(random() * WRITES / 4))
  const orders = Array.from({ length: Math.ceil(WRITES / 8) }, () => crypto.randomUUID())
  const taken = new Set<string>()
  const ask = async (write: { id: number; kind: string; request: object; origin: object }) => {
    if (await service.submit(write.id, write.kind, write.request, write.origin)) taken.add(String(write.id))
  }
  for (let batch = 0; batch < WRITES / 4; batch++) {
    const writes = Array.from({ length: Math.min(4, WRITES - batch * 4) }, (_, i) => {
      const [kind, request] = documentOf(random())
      const id = batch * 4 + i
      return { id, kind, request, origin: { cause: { entity: 'fault-run', ID: String(id) }, workOrder_ID: orders[Math.floor(random() * orders.length)] } }
    })
    const answers = writes.map(ask)
    if (!moments.has(batch)) { await Promise.all(answers); continue }
    await wait(random() * 60)
    await service.kill()
    await Promise.all(answers)
    await service.start()
    const stored = new Set((await service.messages()).map(row => row.causeID))
    await Promise.all(writes.filter(({ id }) => !stored.has(String(id))).map(ask))
  }
  return taken
}

function documentOf(draw: number): [string, object] {
  const part = { material: PARTS[Math.floor(draw * 1000) % PARTS.length], plant: '1010', storageLocation: '0001', quantity: '0.001' }
  const costObject = { costCenter: '10101301' }
  if (draw < 0.5) return ['reservation.create', { costObject, items: [part] }]
  return ['movement.issue', { costObject, postingDate: '2026-11-22', items: [part] }]
}

/** Waits until no message is on its way. */
async function drained(service: ServiceUnderFire): Promise<MessageRow[]> {
  const deadline = Date.now() + 300_000
  for (;;) {
    const rows = await service.messages()
    if (rows.every(row => !['Pending', 'Sent'].includes(row.state_code)) || Date.now() > deadline) return rows
    await wait(500)
  }
}

interface Result { erp: HostErp; rows: MessageRow[]; taken: Set<string>; attention: MessageRow[]; kills: number; seconds: number }

async function report(name: string, { erp, rows, taken, attention, kills, seconds }: Result): Promise<number> {
  const { data: counters } = await axios.get(`${erp.url}/__counters`)
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
  for (const key of foreign) wrong.push(`the host has a document ${key} that nobody wanted`)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  console.log(`${name}: ${WRITES} writes, seed ${SEED}, service killed ${kills} times, ${seconds.toFixed(0)} s`)
  console.log(`  messages ${rows.length} (${taken.size} acknowledged to their callers), attempts ${sum(rows.map(row => row.attempts))}, repeated ${rows.filter(row => row.attempts > 1).length}`)
  console.log(`  faults of the host ${JSON.stringify(counters.faults)}`)
  console.log(`  documents whose answer was lost or that came twice: ${sum(['dropAfter', 'wrongJson', 'duplicate'].map(fault => counters.faults[fault] ?? 0))}; surplus issues taken back ${reversed.size}`)
  console.log(`  needed attention ${attention.length} (${[...new Set(attention.map(row => row.lastErrorCode))].join('; ') || 'none'}), confirmed after a retry`)
  console.log(wrong.length ? `  WRONG ${wrong.length}:\n    ${wrong.slice(0, 20).join('\n    ')}` : '  every document that was wanted exists exactly once')
  return wrong.length
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
