import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import axios, { type AxiosInstance } from 'axios'
import { startHostErp, type HostErp } from '../host-erp/start'
import { atMost, report } from './report'
import { kinds, type Database } from './work-orders/database'
import { startServer, type Server } from './work-orders/server'

const SERVICE = '/odata/v4/master-data'
const CHANGES = 1000
const GROWTH_LIMIT_MB = 300

interface Run { read: number; written: number; unchanged: number; rejected: number; seconds: number; rowsPerSecond: number; growthMB: number }

/**
 * Loads `--equipment N` (100,000) generated pieces of equipment from the stand-in, loads them again without a change, then fetches
 * the 1,000 that came since. `--database sqlite|postgres`. Memory is that of the server's process, sampled; its growth
 * counts from an idle server that has answered its first requests and replicated customers and products.
 */
export async function bench(args: string[]): Promise<void> {
  const option = (name: string, value: string) => args[args.indexOf(`--${name}`) + 1 || args.length] ?? value
  const equipment = Number(option('equipment', '100000'))
  const kind = await kinds[option('database', 'sqlite')]()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'replication-bench-'))
  const host = await startHostErp()
  const database = await kind.create('replication')
  const server = await startServer(environment(database, host, folder))
  try {
    console.log(`${kind.origin}; ${os.availableParallelism()} cores, load ${os.loadavg()[0].toFixed(1)}`)
    report('replication', { origin: kind.origin, load: os.loadavg()[0], ...(await measure(server, host, equipment)) }, targets)
  } finally {
    await server.stop()
    await database.close()
    await host.stop()
    await kind.dispose()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const targets: ReturnType<typeof atMost>[] = []

async function measure(server: Server, host: HostErp, equipment: number) {
  const generate = (count: number) => axios.post(`${host.url}/__generate`, { equipment: count })
  const client = axios.create({ baseURL: server.url, auth: { username: 'admin', password: '' } })
  await generate(equipment)
  await pause(2000)
  for (const object of ['customers', 'products']) await run(client, server, object, 'full')
  const full = await run(client, server, 'equipment', 'full')
  const again = await run(client, server, 'equipment', 'full')
  await pause(2000)
  await generate(CHANGES)
  const delta = await run(client, server, 'equipment', 'delta')
  const runs = { full, again, delta }
  for (const [name, figures] of Object.entries(runs)) {
    const { read, written, unchanged, rejected, seconds, rowsPerSecond, growthMB } = figures
    console.log(`${name}: ${read} read, ${written} written, ${unchanged} unchanged, ${rejected} rejected in ${seconds} s = ${rowsPerSecond}/s, memory +${growthMB} MB at its peak`)
  }
  targets.push(atMost('memory growth of the full load (MB)', full.growthMB, GROWTH_LIMIT_MB), atMost('memory growth of the second load (MB)', again.growthMB, GROWTH_LIMIT_MB))
  return runs
}

async function run(client: AxiosInstance, server: Server, object_code: string, mode_code: string): Promise<Run> {
  const idle = memoryOf(server.pid)
  let peak = idle
  const started = performance.now()
  const { data: { ID } } = await client.post(`${SERVICE}/replicate`, { object_code, mode_code })
  for (;;) {
    await pause(100)
    peak = Math.max(peak, memoryOf(server.pid))
    const { data } = await client.get(`${SERVICE}/ReplicationRuns(${ID})`)
    if (data.state_code === 'Failed') throw new Error(`${object_code} ${mode_code}: ${data.errorCode} ${data.error}`)
    if (data.state_code !== 'Finished') continue
    const seconds = (performance.now() - started) / 1000
    const { read, written, unchanged, rejected } = data
    return { read, written, unchanged, rejected, seconds: Math.round(seconds * 10) / 10, rowsPerSecond: Math.round(read / seconds), growthMB: Math.round((peak - idle) / 1024) }
  }
}

/** Resident memory in kB of a process and its children. */
function memoryOf(pid: number): number {
  const own = Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + memoryOf(Number(child)), own)
}

/** No overlap: what was generated just before the load would be fetched again as changed. */
function environment(database: Database, host: HostErp, folder: string): Record<string, string> {
  const config = JSON.parse(database.env.CDS_CONFIG ?? '{}')
  config.requires = {
    ...config.requires,
    messaging: { file: path.join(folder, 'events') },
    S4HANA: { replication: { every: 0, overlap: 0 }, credentials: { url: host.url, ...host.auth, authentication: 'BasicAuthentication', requestTimeout: 30_000 } }
  }
  return { ...database.env, AFTERSALES_HOST_ERP: 'off', CDS_CONFIG: JSON.stringify(config) }
}
