import { execFile, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import axios, { type AxiosInstance } from 'axios'
import { scratchFolder } from '../setup/scratch'

const ROOT = path.resolve(__dirname, '../..')
const ROLES = ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin']

/** An installation for several companies: a process of its own, with a database file for each of them in a temporary folder. */
export interface TenantServer {
  /** A person of a company, who has all its roles. */
  of(tenant: string): AxiosInstance
  /** The platform, which subscribes companies. */
  platform: AxiosInstance
  /** What `npm run verify-audit` says of a company's database. */
  verifyAudit(tenant: string): Promise<string>
  /** What the process has said so far. */
  said(): string
  stop(): Promise<void>
}

/** @param tenants who will subscribe; each has a user of that name */
export async function startTenantServer(tenants: string[], requires: object = {}, environment: Record<string, string> = {}): Promise<TenantServer> {
  const folder = scratchFolder('aftersales-tenants-')
  const users = Object.fromEntries(tenants.map(tenant => [tenant, { tenant, roles: ROLES }]))
  const settings = {
    requires: {
      ...requires, multitenancy: true, db: { kind: 'sqlite', credentials: { url: path.join(folder, 'db.sqlite') }, data: ['db/data', 'test/data'] },
      auth: { kind: 'mocked', users: { ...users, platform: { tenant: 't0', roles: ['internal-user', 'cds.Subscriber'] }, '*': false } }
    }
  }
  const port = await freePort()
  const server = spawn(process.execPath, ['node_modules/@sap/cds-dk/bin/cds-tsx.js', 'serve', 'all'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environmentOfTests(), ...environment, PORT: `${port}`, CDS_CONFIG: JSON.stringify(settings) }
  })
  const output: string[] = []
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => output.push(String(chunk)))
  const said = () => output.join('')
  const stop = () => stopped(server).then(() => fs.rmSync(folder, { recursive: true, force: true }))
  const url = `http://localhost:${port}`
  const lives = () => axios.get(`${url}/health/live`).then(() => true, () => false)
  while (!(await lives())) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}:\n${said()}`)
    await sleep(200)
  }
  const as = (username: string) => axios.create({ baseURL: url, auth: { username, password: '' }, validateStatus: () => true })
  const verifyAudit = async (tenant: string) => {
    const requires = { db: { kind: 'sqlite', credentials: { url: path.join(folder, `db-${tenant}.sqlite`) } } }
    return (await promisify(execFile)(process.execPath, ['--import', 'tsx', 'srv/quality/verify-audit/run.ts'], { cwd: ROOT, env: { ...environmentOfTests(), CDS_CONFIG: JSON.stringify({ requires }) } })).stdout
  }
  return { of: as, platform: as('platform'), verifyAudit, said, stop }
}

const environmentOfTests = () => ({ ...process.env, NODE_ENV: 'test', CDS_ENV: 'test', CDS_TYPESCRIPT: undefined, AFTERSALES_UI5: 'off', NO_TELEMETRY: 'true' })

const freePort = () => new Promise<number>(resolve => {
  const probe = net.createServer().listen(0, () => {
    const { port } = probe.address() as net.AddressInfo
    probe.close(() => resolve(port))
  })
})

const stopped = (child: ChildProcess) => new Promise<void>(resolve => {
  if (child.exitCode !== null) return resolve()
  child.once('exit', () => resolve())
  child.kill()
})
