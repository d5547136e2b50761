import { spawn, type ChildProcess } from 'node:child_process'
import net, { type AddressInfo } from 'node:net'
import axios, { type AxiosInstance } from 'axios'
import { productive } from '../setup/built'

export interface HostServer {
  /** Client of one of the host's users; without a name nobody signs in. Answers every status without throwing. */
  as(user?: string): AxiosInstance
  log(): string
  stop(): Promise<void>
}

/** `npm start` in the host's project, in a process of its own. */
export async function startHostProject(host: string): Promise<HostServer> {
  const port = await freePort(), started = run(host, port)
  await started.until(/server listening on/)
  const as = (user?: string) => axios.create({ baseURL: `http://127.0.0.1:${port}`, ...(user && { auth: { username: user, password: '' } }), validateStatus: () => true })
  return { as, log: started.log, stop: started.stop }
}

/** What a project says that does not start. */
export async function failedStart(host: string): Promise<string> {
  const started = run(host, await freePort())
  try {
    await started.ended
    return started.log()
  } finally {
    await started.stop()
  }
}

function run(cwd: string, port: number) {
  // A group of its own: npm and the server behind it end together.
  const child: ChildProcess = spawn('npm', ['start'], { cwd, env: productive({ PORT: String(port), NO_COLOR: '1' }), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = '', hasEnded = false
  const ended = new Promise<void>(resolve => child.once('close', () => { hasEnded = true; resolve() }))
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text: Buffer) => { said += text })
  const until = async (words: RegExp) => {
    for (const end = Date.now() + 120_000; !words.test(said);) {
      if (hasEnded || Date.now() > end) {
        await stop()
        throw new Error(`The host's server does not start:\n${said.slice(-4000)}`)
      }
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  const stop = async () => {
    if (!hasEnded) process.kill(-child.pid!, 'SIGTERM')
    const forced = setTimeout(() => { if (!hasEnded) process.kill(-child.pid!, 'SIGKILL') }, 8000)
    await ended
    clearTimeout(forced)
  }
  return { log: () => said, until, ended, stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
