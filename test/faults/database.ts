import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { copyTemplate, deployTemplate, environmentFor, startPostgres } from '../setup/postgres'

export type DatabaseName = 'sqlite' | 'postgres'

/** Runs the work on a fresh database that outlives the processes using it, and removes it afterwards. */
export function onDatabase<T>(name: DatabaseName, work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  return name === 'postgres' ? onPostgres(work) : onSqlite(work)
}

async function onSqlite<T>(work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-faults-'))
  const environment = { CDS_CONFIG: JSON.stringify({ requires: { db: { kind: 'sqlite', credentials: { url: path.join(folder, 'service.sqlite') } } } }) }
  try {
    const { status, stderr } = spawnSync(process.execPath, ['node_modules/@sap/cds-dk/bin/cds.js', 'deploy'], { env: { ...process.env, NODE_ENV: 'test', ...environment }, encoding: 'utf8' })
    if (status) throw new Error(stderr)
    return await work(environment)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function onPostgres<T>(work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  const server = await startPostgres()
  try {
    await deployTemplate(server.access)
    await copyTemplate(server.access, 'aftersales_test_faults')
    return await work(environmentFor(server.access, 'aftersales_test_faults'))
  } finally {
    await server.stop()
  }
}
