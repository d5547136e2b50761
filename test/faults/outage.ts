import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import axios from 'axios'
import { percentile } from '../bench/report'
import { type HostErp, startHostErp } from '../host-erp/start'
import { outOfOrder, unexplained } from './checks'
import { type DatabaseName, onDatabase } from './database'
import { ServiceUnderFire } from './service-under-fire'

/**
 * The host is away while people go on taking orders and claiming parts: how long their requests take, compared with half as
 * long before and half as long afterwards, since the machine may do other work; and what becomes of the messages when it is back.
 * `npm run test:outage -- --seconds 60 --per-second 10 --database sqlite|postgres --variant refused|silent`
 */
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' }, 'per-second': { type: 'string', default: '10' },
    database: { type: 'string', default: 'sqlite,postgres' }, variant: { type: 'string', default: 'refused,silent' }
  }
})
const SECONDS = Number(options.seconds)
const EVERY = 1000 / Number(options['per-second'])
const CLAIMS_PER_ORDER = 3
const SLOWER_AT_MOST = 1.5

type Variant = 'refused' | 'silent'

async function main(): Promise<void> {
  let wrong = 0
  for (const database of options.database.split(','))
    for (const variant of options.variant.split(',')) wrong += await onDatabase(database as DatabaseName, environment => outage(database, variant as Variant, environment))
  process.exitCode = wrong ? 1 : 0
}

async function outage(database: string, variant: Variant, environment: Record<string, string>): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-outage-'))
  const file = path.join(folder, 'host.sqlite')
  let erp = await startHostErp({ database: file })
  const credentials = { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 5000 }
  const service = new ServiceUnderFire({ ...environment, FAULTS_HOST: JSON.stringify({ kind: 'odata-v2', credentials, delivery: { settle: 1000, probe: 5000 } }) })
  try {
    await service.start()
    await work(service, 5)
    const normal = await work(service, SECONDS / 2)
    await until(async () => !(await service.left('Confirmed')))
    await takeAway(erp, variant)
    const during = await work(service, SECONDS)
    const waiting = await service.messages()
    const silent = unexplained(waiting, Date.now(), 3_000)
    erp = await bringBack(erp, variant, file)
    const back = performance.now()
    await until(async () => !(await service.left('Confirmed', 'NeedsAttention')))
    const drained = (performance.now() - back) / 1000
    const after = await service.messages()
    normal.push(...await work(service, SECONDS / 2))
    return report({ database, variant, normal, during, waiting, silent, after, drained })
  } finally {
    await service.stop()
    await erp.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Requests at fixed moments, whether or not those before are answered: a slow service does not slow down who uses it. */
async function work(service: ServiceUnderFire, seconds: number): Promise<number[]> {
  const client = axios.create({ baseURL: service.url })
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  const answers: Promise<void>[] = []
  let workOrder_ID: string | undefined
  for (let count = 1; performance.now() < end; count++) {
    const order = count % CLAIMS_PER_ORDER ? workOrder_ID : undefined
    answers.push((async () => {
      const from = performance.now()
      const { status, data } = await client.post('/claim', { workOrder_ID: order }, { validateStatus: () => true })
      times.push(status < 300 ? performance.now() - from : Infinity)
      if (status < 300) workOrder_ID = data.workOrder_ID
    })())
    await wait(EVERY)
  }
  await Promise.all(answers)
  return times
}

async function takeAway(erp: HostErp, variant: Variant): Promise<void> {
  if (variant === 'refused') await erp.stop()
  else await axios.put(`${erp.url}/__faults`, { rates: { hang: 1 }, applyTo: 'all' })
}

async function bringBack(erp: HostErp, variant: Variant, database: string): Promise<HostErp> {
  if (variant === 'refused') return startHostErp({ port: Number(new URL(erp.url).port), database })
  await axios.delete(`${erp.url}/__faults`)
  return erp
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 300_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('Messages did not drain in five minutes')
    await wait(100)
  }
}

type Rows = Awaited<ReturnType<ServiceUnderFire['messages']>>
interface Result { database: string; variant: Variant; normal: number[]; during: number[]; waiting: Rows; silent: string[]; after: Rows; drained: number }

function report({ database, variant, normal, during, waiting, silent, after, drained }: Result): number {
  const [up, down] = [percentile(normal, 95), percentile(during, 95)]
  const open = waiting.filter(row => row.state_code !== 'Confirmed')
  const attention = after.filter(row => row.state_code === 'NeedsAttention')
  const wrong = [...silent, ...outOfOrder(after)]
  if (down > up * SLOWER_AT_MOST) wrong.push(`requests became ${(down / up).toFixed(2)} times as slow`)
  const failed = [...normal, ...during].filter(time => time === Infinity).length
  if (failed) wrong.push(`${failed} requests failed`)
  if (attention.length) wrong.push(`${attention.length} messages need attention: ${attention[0].lastErrorCode} ${attention[0].lastError}`)
  console.log(`${database}, host ${variant} for ${SECONDS} s, ${normal.length} + ${during.length} requests`)
  console.log(`  p50 ${percentile(normal, 50).toFixed(0)} → ${percentile(during, 50).toFixed(0)} ms, p95 ${up.toFixed(0)} → ${down.toFixed(0)} ms: ratio ${(down / up).toFixed(2)} (at most ${SLOWER_AT_MOST})`)
  console.log(`  ${open.length} messages waited (${[...new Set(open.flatMap(row => row.lastErrorCode ?? []))].join(', ')}) and were through ${drained.toFixed(1)} s after the host was back: ${(open.length / drained).toFixed(0)} documents/s`)
  console.log(wrong.length ? `  WRONG ${wrong.length}:\n    ${wrong.slice(0, 10).join('\n    ')}` : '  all confirmed, in the order of their work orders')
  return wrong.length
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
