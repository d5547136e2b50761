import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import axios, { type AxiosInstance } from 'axios'

/** What came back, and of which attempt: earlier ones had no answer, so that nobody knows what became of them. */
export interface Answer { status: number; data: any; attempt: number }

/** Statuses of a server that is about to go, or of a proxy in front of one that is gone. */
const ELSEWHERE = [502, 503, 504]
const MOST_ATTEMPTS = 40

/** People of all roles, who ask again, elsewhere, when an instance does not answer, as a load balancer in front of it would have it. */
export class People {
  private readonly clients = new Map<string, AxiosInstance>()
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  private turn = 0
  /** By kind of request: milliseconds of each that was answered, and when it was asked. */
  readonly times = new Map<string, { at: number; ms: number }[]>()
  /** Answers that nobody should get. */
  readonly wrong: string[] = []
  unanswered = 0
  asked = 0

  /** @param addresses of instances that take requests just now */
  constructor(private readonly addresses: () => string[]) {}

  get(kind: string, user: string, path: string): Promise<Answer> { return this.ask(kind, user, 'GET', path) }

  /** @param isDone asked before a further attempt, where the request has no key of its own */
  post(kind: string, user: string, path: string, data: object = {}, isDone?: () => Promise<boolean>): Promise<Answer> { return this.ask(kind, user, 'POST', path, data, isDone) }

  private async ask(kind: string, user: string, method: string, path: string, data?: object, isDone?: () => Promise<boolean>): Promise<Answer> {
    const from = performance.now()
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const addresses = this.addresses()
      const address = addresses[this.turn++ % addresses.length]
      if (!address) { await wait(100); continue }
      if (attempt > 1 && (await isDone?.())) return { status: 200, data: undefined, attempt }
      const started = performance.now()
      this.asked++
      const answer = await this.client(address, user).request({ method, url: path, data }).catch(() => undefined)
      if (answer && !ELSEWHERE.includes(answer.status)) {
        if (answer.status >= 500) this.wrong.push(`${kind}: ${answer.status} ${JSON.stringify(answer.data).slice(0, 300)}`)
        if (attempt === 1) this.note(kind, from, performance.now() - started)
        return { status: answer.status, data: answer.data, attempt }
      }
      this.unanswered++
      await wait(Math.min(500, 50 * attempt))
    }
    this.wrong.push(`${kind}: nobody answered in ${MOST_ATTEMPTS} attempts`)
    return { status: 0, data: undefined, attempt: MOST_ATTEMPTS }
  }

  close(): void { this.agent.destroy() }

  private note(kind: string, at: number, ms: number) {
    if (!this.times.has(kind)) this.times.set(kind, [])
    this.times.get(kind)!.push({ at, ms })
  }

  private client(baseURL: string, username: string): AxiosInstance {
    const key = `${baseURL} ${username}`
    const known = this.clients.get(key) ?? axios.create({ baseURL, auth: { username, password: '' }, validateStatus: () => true, httpAgent: this.agent, timeout: 30_000 })
    this.clients.set(key, known)
    return known
  }
}
