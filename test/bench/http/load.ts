import fs from 'node:fs'
import autocannon from 'autocannon'
import { percentile } from '../report'
import { rounded } from '../work-orders/measurements'
import type { Request } from './pairs'

/** `cpu` is milliseconds of the server's process for each request, where the system tells them; the database's own are in it with SQLite only. */
export interface Figure { perSecond: number; p95: number; cpu?: number; failed: number; answer?: string }

const CONNECTIONS = 4

const headersOf = (user: string) => ({ authorization: `Basic ${Buffer.from(`${user}:`).toString('base64')}`, accept: 'application/json', 'content-type': 'application/json' })

export async function request(url: string, { user, method, path, body }: Request, n: number): Promise<{ status: number; text: string }> {
  const response = await fetch(url + path(n), { method, headers: headersOf(user), body: body && JSON.stringify(body(n)) })
  return { status: response.status, text: await response.text() }
}

let count = 0

/** As many requests as some connections get through in so many seconds. */
export function fire({ url, pid }: { url: string; pid: number }, { user, method = 'GET', path, body }: Request, seconds: number): Promise<Figure> {
  const times: number[] = []
  let failed = 0, answer: string | undefined
  const from = performance.now(), spent = cpuOf(pid)
  const figure = (): Figure => {
    const cpu = cpuOf(pid)
    return {
      perSecond: rounded((times.length * 1000) / (performance.now() - from)), p95: rounded(percentile(times, 95) ?? 0), failed, answer,
      ...(cpu !== undefined && times.length && { cpu: rounded((cpu - spent!) / times.length) })
    }
  }
  return new Promise((resolve, reject) => {
    const instance = autocannon({
      url, connections: CONNECTIONS, duration: seconds, timeout: 60,
      requests: [{
        method, headers: headersOf(user),
        setupRequest: request => ({ ...request, path: path(++count), ...(body && { body: JSON.stringify(body(count)) }) }),
        onResponse: (status, text) => { if (status >= 300) { failed++; answer ??= `${status} ${text.slice(0, 200)}` } }
      }]
    }, error => (error ? reject(error) : resolve(figure())))
    instance.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
}

/** Milliseconds that a process has computed so far: whatever else the machine does is not in it. Linux tells. */
function cpuOf(pid: number): number | undefined {
  const tasks = `/proc/${pid}/task`
  if (!fs.existsSync(tasks)) return
  return fs.readdirSync(tasks).reduce((sum, task) => sum + Number(fs.readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0)
}

/** The middle of several turns. */
export const middle = (figures: Figure[]): Figure => {
  const of = (name: 'perSecond' | 'p95' | 'cpu') => percentile(figures.map(figure => figure[name] ?? 0), 50)
  return {
    perSecond: of('perSecond'), p95: of('p95'), ...(figures.every(({ cpu }) => cpu !== undefined) && { cpu: of('cpu') }),
    failed: figures.reduce((sum, { failed }) => sum + failed, 0), answer: figures.find(({ answer }) => answer)?.answer
  }
}
