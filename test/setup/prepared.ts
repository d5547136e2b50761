import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import cds from '@sap/cds'
import { readGraph } from './object-graph'

/**
 * Compiles the model, also to what services are served by, and fills a database with samples, once for a run of the suite, or of jest
 * where that was called alone; `usePrepared` takes them in each test file.
 */
export function prepare(): void {
  if (process.env.AFTERSALES_TEST_PREPARED) return
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-prepared-'))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path.join(__dirname, 'prepare.ts'), folder], {
    env: { ...process.env, CDS_TYPESCRIPT: 'true', AFTERSALES_UI5: 'off', NODE_ENV: 'test', NO_TELEMETRY: 'true' }, encoding: 'utf8'
  })
  if (status) throw new Error(`The model could not be prepared for tests:\n${stdout}\n${stderr}`)
  Object.assign(process.env, { AFTERSALES_TEST_PREPARED: folder, AFTERSALES_TEST_PREPARED_BY: String(process.pid) })
}

/** By whom it was prepared, when nobody needs it any more. */
export function removePrepared(): void {
  const { AFTERSALES_TEST_PREPARED: folder, AFTERSALES_TEST_PREPARED_BY: owner } = process.env
  if (folder && owner === String(process.pid)) fs.rmSync(folder, { recursive: true, force: true })
}

/** Arguments of Node.js for a command of the product: compiling the model was most of its start. */
export const WITH_PREPARED_MODEL = ['--import', 'tsx', '--import', path.join(__dirname, 'prepared-model.ts')]

interface Compiled { csn: object; sources: string[] }

/** The server of this test file starts with the compiled model, unless it has one of its own, and its database in memory with the samples. */
export function usePrepared(ownModel?: string): void {
  if (!ownModel) usePreparedModel()
  const takeInto = async (db: SqliteService) => { await takeSamples(db, preparedSamples()!); return db }
  replace(cds, 'deploy', () => ({ to: takeInto }))
  // The queue's timers outlive a test file and would load the parser when nothing can be loaded any more.
  cds.parse.cql('SELECT from aftersales.WorkOrders')
}

/** The database file with samples that was filled for this run, where one was. */
export function preparedSamples(): string | undefined {
  const file = process.env.AFTERSALES_TEST_PREPARED && path.join(process.env.AFTERSALES_TEST_PREPARED, 'samples.sqlite')
  return file && fs.existsSync(file) ? file : undefined
}

/** A server of this process starts with the compiled model, where a run of jest has prepared one. Nothing of CAP is read before it loads: its settings would be those without plugins. */
export function usePreparedModel(): void {
  if (process.env.AFTERSALES_TEST_PREPARED) replace(cds, 'load', Object.assign(async () => preparedModel(process.env.AFTERSALES_TEST_PREPARED!), cds.load))
}

function preparedModel(folder: string): object {
  const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')
  const { csn, sources } = JSON.parse(read('model.json')) as Compiled
  // Where CAP keeps what it has compiled for OData: starting a service compiled it again, for seconds.
  const served = readGraph(read('served.json'))
  // Texts are looked for beside them.
  for (const model of [csn, served]) Object.defineProperty(model, '$sources', { value: sources })
  if (cds.env.fiori.bypass_draft) (cds.compile.for as unknown as { direct_crud(csn: object): void }).direct_crud(served)
  Object.defineProperty(csn, '_4odata', { value: served })
  return csn
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
