import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = path.resolve(__dirname, '../../..')

/** The product's server in a process of its own. */
export interface Server { url: string; stop(): Promise<void> }

/** Starts the services without pages on a free port, with the database that the environment names. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/@sap/cds-dk/bin/cds-tsx.js'), 'serve', 'all'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env, PORT: '0', AFTERSALES_UI5: 'off' }
  })
  const stop = () => stopped(child)
  try {
    return { url: await addressOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  const output: string[] = []
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface(stream).on('line', line => {
        output.push(line)
        const listening = /server listening on.*?(http:\/\/[\w.]+:\d+)/.exec(line)
        if (listening) resolve(listening[1].replace('localhost', '127.0.0.1'))
      })
    }
    child.once('exit', code => reject(new Error(`The server ended with code ${code}:\n${output.slice(-30).join('\n')}`)))
  })
}

const stopped = (child: ChildProcess) =>
  new Promise<void>(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill()
  })
