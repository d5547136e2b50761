import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import cds from '@sap/cds'

/** Compiles the model, and fills a database in memory with samples where one is asked for, once for a run of jest; `usePrepared` takes them in each test file. */
export function prepare(...samples: ['samples'] | []): void {
  const folder = (process.env.AFTERSALES_TEST_PREPARED = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-prepared-')))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path.join(__dirname, 'prepare.ts'), folder, ...samples], {
    env: { ...process.env, CDS_TYPESCRIPT: 'true', AFTERSALES_UI5: 'off', NODE_ENV: 'test' }, encoding: 'utf8'
  })
  if (status) throw new Error(`The model could not be prepared for tests:\n${stdout}\n${stderr}`)
}

export function removePrepared(): void {
  if (process.env.AFTERSALES_TEST_PREPARED) fs.rmSync(process.env.AFTERSALES_TEST_PREPARED, { recursive: true, force: true })
}

interface Compiled { csn: object; sources: string[] }

/** The server of this test file starts with the compiled model, and its database in memory with the samples. */
export function usePrepared(): void {
  const folder = process.env.AFTERSALES_TEST_PREPARED!
  const { csn, sources } = JSON.parse(fs.readFileSync(path.join(folder, 'model.json'), 'utf8')) as Compiled
  Object.defineProperty(csn, '$sources', { value: sources })
  const takeInto = async (db: SqliteService) => { await takeSamples(db, path.join(folder, 'samples.sqlite')); return db }
  replace(cds, 'load', Object.assign(async () => csn, cds.load))
  replace(cds, 'deploy', () => ({ to: takeInto }))
  // The queue's timers outlive a test file and would load the parser when nothing can be loaded any more.
  cds.parse.cql('SELECT from aftersales.WorkOrders')
}

/** They are getters, each file's own. */
const replace = (owner: object, name: string, value: unknown) => Object.defineProperty(owner, name, { value })

interface Transaction { begin(): Promise<unknown>; commit(): Promise<unknown>; dbc: DatabaseSync & { deserialize(bytes: Uint8Array): void } }
interface SqliteService { tx(): Transaction }

/** The pool's one connection is the database: its content is replaced outside of the transaction in which it can be reached. */
async function takeSamples(db: SqliteService, file: string): Promise<void> {
  const tx = db.tx()
  await tx.begin()
  tx.dbc.exec('COMMIT')
  tx.dbc.deserialize(fs.readFileSync(file))
  tx.dbc.exec('BEGIN')
  await tx.commit()
}
