import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

interface Told { ready?: boolean; id?: number; answer?: unknown; error?: string }

const ROOT = path.resolve(__dirname, '../..')

/** An instance of the service in a child process that can be killed and started again on the same database. */
export class Instance {
  private child?: ChildProcess
  private asked = 0
  private readonly waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()

  /** @param script beside this one, which calls `serve` of `serving.ts` */
  constructor(private readonly script: string, private readonly environment: Record<string, string>) {}

  async start(): Promise<void> {
    const env = { ...process.env, NODE_ENV: 'test', CDS_TYPESCRIPT: 'true', AFTERSALES_UI5: 'off', ...this.environment }
    const child = (this.child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, this.script)],
      { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }))
    let complaints = ''
    child.stderr!.on('data', chunk => { complaints = (complaints + chunk).slice(-3000) })
    await new Promise<void>((resolve, reject) => {
      child.once('exit', code => reject(new Error(`The service ended with ${code}\n${complaints}`)))
      child.on('message', ({ ready, id, answer, error }: Told) => {
        if (ready) return resolve()
        const asker = this.waiting.get(id!)
        if (error) asker?.reject(new Error(error))
        else asker?.resolve(answer)
      })
    })
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const ended = new Promise(resolve => this.child!.once('exit', resolve))
    this.child!.kill('SIGKILL')
    await ended
    for (const { reject } of this.waiting.values()) reject(new Error('The instance was killed'))
    this.waiting.clear()
  }

  async stop(): Promise<void> {
    if (this.child?.exitCode === null && this.child.signalCode === null) await this.kill()
  }

  /** What the script answers to an order. */
  protected ask(order: object): Promise<unknown> {
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.child!.send({ id, ...order })
    }).finally(() => this.waiting.delete(id))
  }
}
