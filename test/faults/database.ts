import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { copyTemplate, deployTemplate, environmentFor, startPostgres } from '../setup/postgres'
import { preparedSamples } from '../setup/prepared'
import { scratchFolder } from '../setup/scratch'

export type DatabaseName = 'sqlite' | 'postgres'

/** Runs the work on a fresh database that outlives the processes using it, and removes it afterwards. */
export function onDatabase<T>(name: DatabaseName, work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  return name === 'postgres' ? onPostgres(work) : onSqlite(work)
}

/** The same on several databases, one after the other; the process fails when the work found anything wrong. */
export async function onDatabases(names: string, work: (name: string, environment: Record<string, string>) => Promise<number>): Promise<void> {
  let failures = 0
  for (const name of names.split(',')) failures += await onDatabase(name as DatabaseName, environment => work(name, environment))
  process.exitCode = failures ? 1 : 0
}

async function onSqlite<T>(work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  const folder = scratchFolder('aftersales-faults-')
  const file = path.join(folder, 'service.sqlite'), samples = preparedSamples()
  const environment = { CDS_CONFIG: JSON.stringify({ requires: { db: { kind: 'sqlite', credentials: { url: file } } } }) }
  try {
    if (samples) fs.copyFileSync(samples, file)
    else deploy(environment)
    return await work(environment)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function deploy(environment: Record<string, string>): void {
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/@sap/cds-dk/bin/cds.js', 'deploy'], { env: { ...process.env, NODE_ENV: 'test', ...environment }, encoding: 'utf8' })
  if (status) throw new Error(stderr)
}

async function onPostgres<T>(work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  const running = process.env.AFTERSALES_TEST_POSTGRES
  if (running) {
    const access = JSON.parse(running), database = `aftersales_test_${randomUUID().replaceAll('-', '')}`
    await copyTemplate(access, database)
    return work(environmentFor(access, database))
  }
  const server = await startPostgres()
  try {
    await deployTemplate(server.access)
    await copyTemplate(server.access, 'aftersales_test_faults')
    return await work(environmentFor(server.access, 'aftersales_test_faults'))
  } finally {
    await server.stop()
  }
}
