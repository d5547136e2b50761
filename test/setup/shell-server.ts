import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createInterface } from 'node:readline'
import { WITH_PREPARED_MODEL } from './prepared'
import { scratchFolder } from './scratch'

const ROOT = path.resolve(__dirname, '../..')
const DATABASE = 'after-sales.sqlite'

/**
 * The stand-alone shell in a process of its own, with databases that nobody else uses: `database` is the service's file,
 * `hostUrl` its stand-in of the host ERP.
 */
export interface ShellServer { url: string; hostUrl: string; database: string; stop(): Promise<void> }

/** Creates the database that each server starts with, once for a run of jest. */
export async function prepareShell(): Promise<void> {
  const folder = (process.env.AFTERSALES_TEST_SHELL = scratchFolder('aftersales-shell-'))
  const env = { ...process.env, ...environment(folder, {}, {}) }
  await finished(spawn(process.execPath, [...WITH_PREPARED_MODEL, 'app/launchpad/prepare-database.ts'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }))
}

export function removePreparedShell(): void {
  if (process.env.AFTERSALES_TEST_SHELL) fs.rmSync(process.env.AFTERSALES_TEST_SHELL, { recursive: true, force: true })
}

/**
 * Starts what `npm start` starts, on a free port and a fresh database file with sample data, and waits
 * until pages are served (the first time on a machine UI5 is fetched and built).
 * @param host settings of `cds.requires.S4HANA`, for tests that can't wait as long as people can
 * @param settings further ones of `cds.requires`
 * @param variables environment of the server's process
 */
export async function startShell(host: object = {}, settings: object = {}, variables: NodeJS.ProcessEnv = {}): Promise<ShellServer> {
  const folder = scratchFolder('aftersales-shell-')
  const env = { ...process.env, ...environment(folder, host, settings), ...variables }
  fs.cpSync(process.env.AFTERSALES_TEST_SHELL!, folder, { recursive: true })
  const server = spawn(process.execPath, [...WITH_PREPARED_MODEL, bin('@sap/cds-dk/bin/cds-tsx.js'), 'serve', 'all'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = listen(server)
  const stop = () => stopped(server).then(() => fs.rmSync(folder, { recursive: true, force: true }))
  try {
    const [url, hostUrl] = await Promise.all([said(/is ready: (http\S+?)\/?$/), said(/stand-in at (http\S+)/)])
    return { url, hostUrl, database: path.join(folder, DATABASE), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Jest's own environment must not reach the server: it is the product as people start it. */
function environment(folder: string, host: object, settings: object): NodeJS.ProcessEnv {
  const requires = {
    ...settings, db: { credentials: { url: path.join(folder, DATABASE) } }, S4HANA: { ...host, credentials: { url: 'http://127.0.0.1:0' } }, messaging: { file: path.join(folder, 'host-events') }
  }
  return {
    PORT: '0', NODE_ENV: 'development', CDS_ENV: 'development', AFTERSALES_UI5: 'on', CDS_TYPESCRIPT: undefined,
    HOST_ERP_DATABASE: path.join(folder, 'host-erp.sqlite'), CDS_CONFIG: JSON.stringify({ requires })
  }
}

/** Answers what the server's output says in a pattern's first group. Should the server end by itself later, its last lines go to the test's output. */
function listen(server: ChildProcess): (pattern: RegExp) => Promise<string> {
  const output: string[] = []
  const waiting = new Set<(line: string) => void>()
  for (const stream of [server.stdout!, server.stderr!]) {
    createInterface(stream).on('line', line => {
      output.push(line)
      if (output.length > 30) output.shift()
      for (const look of waiting) look(line)
    })
  }
  const words = (code: number | null) => `The server ended with code ${code}:\n${output.join('\n')}`
  server.once('exit', code => { if (code) process.stderr.write(`${words(code)}\n`) })
  return pattern => new Promise((resolve, reject) => {
    waiting.add(function look(line) {
      const [, answer] = pattern.exec(line) ?? []
      if (!answer) return
      waiting.delete(look)
      resolve(answer)
    })
    server.once('exit', code => reject(new Error(words(code))))
  })
}

const bin = (file: string) => path.join(ROOT, 'node_modules', file)

const finished = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => child.once('exit', code => (code ? reject(new Error(`${child.spawnfile} ended with code ${code}`)) : resolve())))

const stopped = (child: ChildProcess) =>
  new Promise<void>(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill()
  })

/** The service's file beside the service: waits while that writes. */
export const openDatabase = (file: string): DatabaseSync => new DatabaseSync(file, { timeout: 20_000 })

/** The German sample technician may go anywhere and do anything: for pages that are about something else than who may do what. */
export function letTechnicianDoAll(file: string): void {
  const database = openDatabase(file)
  database.exec(`delete from aftersales_WorkRequirements;
    delete from aftersales_TechnicianAreas where technician_ID = (select ID from aftersales_Technicians where userId = 'technician');
    update aftersales_Technicians set area_code = null, calendar_code = null where userId = 'technician'`)
  database.close()
}
