import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import axios from 'axios'

/** A message as its Admin sees it. */
export interface MessageRow {
  ID: string; number: string; kind_code: string; state_code: string; idempotencyKey: string; hostDocument: string | null
  attempts: number; causeID: string; lastErrorCode: string | null; lastError: string | null; workOrder_ID: string | null
  createdAt: string; sentAt: string | null; confirmedAt: string | null
}

/** In bytes, after the garbage is collected. */
export interface Memory { rss: number; heapUsed: number; external: number }

/** What the process tells its parent. */
interface Told { ready?: boolean; port?: number; id?: number; done?: boolean; confirmed?: boolean; wasThere?: boolean; memory?: Memory }

const ROOT = path.resolve(__dirname, '../..')
const COLUMNS = 'ID,number,kind_code,state_code,idempotencyKey,hostDocument,attempts,causeID,lastErrorCode,lastError,workOrder_ID,createdAt,sentAt,confirmedAt'

/** The service in a child process that can be killed and started again on the same database. */
export class ServiceUnderFire {
  private child?: ChildProcess
  private readonly waiting = new Map<number, (taken: boolean) => void>()
  url = ''
  kills = 0
  /** The last that it said. */
  complaints = ''
  /** Documents that this instance brought to an end, and those of them that it found in the host from an attempt before. */
  confirmed = 0
  found = 0

  private toldMemory?: (memory: Memory) => void

  constructor(private readonly environment: Record<string, string>) {}

  async start(): Promise<void> {
    const env = { ...process.env, NODE_ENV: 'test', CDS_TYPESCRIPT: 'true', AFTERSALES_UI5: 'off', ...this.environment }
    const child = (this.child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'service-process.ts')],
      { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }))
    child.stderr!.on('data', chunk => { this.complaints = (this.complaints + chunk).slice(-3000) })
    await new Promise<void>((resolve, reject) => {
      child.once('exit', code => reject(new Error(`The service ended with ${code}\n${this.complaints}`)))
      child.on('message', (told: Told) => {
        if (told.ready) { this.url = `http://localhost:${told.port}`; return resolve() }
        if (told.memory) return this.toldMemory?.(told.memory)
        if (told.confirmed) { this.confirmed++; this.found += told.wasThere ? 1 : 0 }
        this.waiting.get(told.id!)?.(told.done!)
      })
    })
  }

  /** False when the service died, or refused, before it said that the message is stored. */
  submit(id: number, kind: string, request: object, origin: object): Promise<boolean> {
    return new Promise(resolve => {
      this.waiting.set(id, taken => { this.waiting.delete(id); resolve(taken) })
      this.child!.send({ id, kind, request, origin }, error => { if (error) this.waiting.get(id)?.(false) })
    })
  }

  memory(): Promise<Memory> {
    return new Promise(resolve => {
      this.toldMemory = resolve
      this.child!.send({ memory: true })
    })
  }

  /** False once it has ended, by itself or not. */
  get isRunning(): boolean { return this.child?.exitCode === null && this.child.signalCode === null }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const ended = new Promise(resolve => this.child!.once('exit', resolve))
    this.child!.kill('SIGKILL')
    await ended
    this.kills++
    for (const answer of [...this.waiting.values()]) answer(false)
  }

  /** SIGTERM, as a platform ends an instance; what it ended with. */
  async end(): Promise<number | null> {
    const ended = new Promise<number | null>(resolve => this.child!.once('exit', resolve))
    this.child!.kill('SIGTERM')
    return ended
  }

  async stop(): Promise<void> {
    if (this.child?.exitCode === null && this.child.signalCode === null) await this.kill()
  }

  async messages(): Promise<MessageRow[]> {
    const rows: MessageRow[] = []
    for (;;) {
      const { data } = await this.client().get(`/HostMessages?$select=${COLUMNS}&$orderby=number&$skip=${rows.length}`)
      rows.push(...data.value)
      if (!data['@odata.nextLink']) return rows
    }
  }

  /** How many are in none of these states: cheap enough to ask again and again. */
  async left(...states: string[]): Promise<number> {
    const filter = states.map(state => `state_code ne '${state}'`).join(' and ')
    return Number((await this.client().get(`/HostMessages/$count?$filter=${filter}`)).data)
  }

  async retry({ ID }: MessageRow): Promise<void> {
    await this.client().post(`/HostMessages(${ID})/aftersales.HostErpService.retry`, {})
  }

  private client() {
    return axios.create({ baseURL: `${this.url}/odata/v4/host-erp`, auth: { username: 'admin', password: '' } })
  }
}
