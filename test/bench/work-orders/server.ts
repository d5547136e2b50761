import { spawn, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = path.resolve(__dirname, '../../..')
const START_SECONDS = 60

/** The product's server in a process of its own. */
export interface Server { url: string; pid: number; stop(): Promise<void> }

/** Starts the services without pages on a free port, with the database that the environment names. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/@sap/cds-dk/bin/cds-tsx.js'), 'serve', 'all'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env, PORT: String(port), AFTERSALES_UI5: 'off' }
  })
  const output: string[] = []
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', chunk => output.push(String(chunk)))
  const url = `http://127.0.0.1:${port}`
  try {
    await answering(url, child)
    return { url, pid: child.pid!, stop: () => stopped(child) }
  } catch (cause) {
    await stopped(child)
    throw new Error(`The server did not start:\n${output.join('').slice(-4000)}`, { cause })
  }
}

/** Any answer will do: who may see what is not the question here. */
async function answering(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_SECONDS * 1000
  while (child.exitCode === null && Date.now() < end) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(() => true, () => false)
    if (answered) return
    await pause(200)
  }
  throw new Error(child.exitCode === null ? `No answer within ${START_SECONDS} s` : `It ended with code ${child.exitCode}`)
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

const stopped = (child: ChildProcess) =>
  new Promise<void>(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill()
  })
