import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = path.resolve(__dirname, '../..')

/** The stand-alone shell in a process of its own, with a database that nobody else uses. */
export interface ShellServer { url: string; stop(): Promise<void> }

/**
 * Starts what `npm start` starts, on a free port and a fresh database file with sample data, and waits
 * until pages are served (the first time on a machine UI5 is fetched and built).
 */
export async function startShell(): Promise<ShellServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-shell-'))
  const env = { ...process.env, ...environment(path.join(folder, 'after-sales.sqlite')) }
  await finished(spawn(process.execPath, [bin('tsx/dist/cli.mjs'), 'app/launchpad/prepare-database.ts'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }))
  const server = spawn(process.execPath, [bin('@sap/cds-dk/bin/cds-tsx.js'), 'serve', 'all'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = () => stopped(server).then(() => fs.rmSync(folder, { recursive: true, force: true }))
  try {
    return { url: await addressOf(server), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Jest's own environment must not reach the server: it is the product as people start it. */
function environment(database: string): NodeJS.ProcessEnv {
  return {
    PORT: '0', NODE_ENV: 'development', CDS_ENV: 'development', AFTERSALES_UI5: 'on', CDS_TYPESCRIPT: undefined,
    CDS_CONFIG: JSON.stringify({ requires: { db: { credentials: { url: database } } } })
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  const output: string[] = []
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout!, server.stderr!]) {
      createInterface(stream).on('line', line => {
        output.push(line)
        const ready = /is ready: (http\S+)/.exec(line)
        if (ready) resolve(ready[1].replace(/\/$/, ''))
      })
    }
    server.once('exit', code => reject(new Error(`The server ended with code ${code}:\n${output.slice(-30).join('\n')}`)))
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
