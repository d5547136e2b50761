import { spawn } from 'node:child_process'
import path from 'node:path'

/** The running stand-in, as tests see it. */
export interface HostErp {
  url: string
  /** Technical user of the host. */
  auth: { username: string; password: string }
  /** Process id, for tests that measure or kill it. */
  pid: number
  stop(): Promise<void>
}

const START_TIMEOUT = 60_000

/** Starts the stand-in as a child process; without options on a free port with a database in memory. */
export async function startHostErp({ port = 0, database = ':memory:', events }: { port?: number; database?: string; events?: string } = {}): Promise<HostErp> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'server.ts'), '--port', String(port), '--database', database, ...(events ? ['--events', events] : [])],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaints = ''
  child.stderr!.on('data', chunk => { complaints = (complaints + chunk).slice(-4000) })
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => { child.kill('SIGKILL'); reject(new Error(`The stand-in did not start in time\n${complaints}`)) }, START_TIMEOUT)
    child.once('message', message => { clearTimeout(timer); resolve((message as { url: string }).url) })
    child.once('exit', code => { clearTimeout(timer); reject(new Error(`The stand-in ended with ${code}\n${complaints}`)) })
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  let isWanted = true
  child.once('exit', (code, signal) => { if (isWanted) console.error(`The stand-in ended by itself (${signal ?? code})\n${complaints}`) })
  const stop = () => { isWanted = false; child.kill('SIGTERM'); return ended }
  const { HOST_ERP_USER: username = 'AFTERSALES', HOST_ERP_PASSWORD: password = 'Stand-in-1' } = process.env
  return { url, auth: { username, password }, pid: child.pid!, stop }
}
