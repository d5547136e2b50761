import http from 'node:http'
import axios, { type AxiosInstance } from 'axios'
import { CAUSE } from './causes'
import { Chance } from './chance'
import { readMetadata, type ServiceMetadata } from './metadata'
import { Pool, type Row } from './pool'
import { Requests, type Asked, type Draft } from './requests'

export const USERS = ['agent', 'dispatcher', 'technician', 'parts', 'quality', 'qm', 'quality2', 'qm2', 'controller', 'puller', 'auditor', 'admin', 'privacy', 'privacy2']
/** So long a request may take, in milliseconds: longer is a hang. */
const PATIENCE = 20_000

export interface Failure { request: number; what: string; asked: { user: string; method: string; url: string; headers?: object; body?: unknown }; answer: string }
export interface Outcome { requests: number; seconds: number; statuses: Record<string, number>; failures: Failure[]; slowest: { milliseconds: number; what: string } }

interface Options { url: string; paths: string[]; requests: number; seed: number; tell?: (failure: Failure) => void }

/**
 * Asks the services at random, one request after the other: the same seed asks the same of the same database.
 * Wrong is an answer of 5xx, one that tells about the inside, and none in time. What fails is asked again with less, as long as it fails.
 */
export async function fuzz({ url, paths, requests: count, seed, tell }: Options): Promise<Outcome> {
  const clients = clientsOf(url), chance = new Chance(seed), pool = new Pool(), refused = new Map<string, Set<string>>(), closed = new Set<string>()
  const services: ServiceMetadata[] = []
  for (const path of paths) services.push(readMetadata(path, await described(clients, path)))
  for (const metadata of services) await harvest(clients, metadata, pool)
  const outcome: Outcome = { requests: 0, seconds: 0, statuses: {}, failures: [], slowest: { milliseconds: 0, what: '' } }, started = performance.now()
  const seen = new Set<string>()
  for (let number = 1; number <= count; number++) {
    const metadata = chance.weighted(services.map(each => [Math.sqrt(each.sets.length + 4 * each.operations.length), each] as const))
    const requests = new Requests(metadata, pool, chance)
    let draft = requests.any()
    // What nobody can do is tried again only now and then.
    for (let tries = 0; tries < 8 && closed.has(`${metadata.path} ${draft.what}`) && chance.of(0.95); tries++) draft = requests.any()
    const may = refused.get(`${metadata.path} ${draft.what}`)
    const asked: Asked = { ...draft, metadata, user: chance.from(may && may.size < USERS.length && chance.of(0.9) ? USERS.filter(user => !may.has(user)) : USERS) }
    const { status, body, wrong, milliseconds } = await ask(clients, asked)
    outcome.requests++
    outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1
    if (milliseconds > outcome.slowest.milliseconds) outcome.slowest = { milliseconds: Math.round(milliseconds), what: `${asked.method} ${asked.metadata.path}${asked.url}`.slice(0, 200) }
    if (status === 403) refused.set(`${metadata.path} ${draft.what}`, new Set([...(may ?? []), asked.user]))
    if (status === 405) closed.add(`${metadata.path} ${draft.what}`)
    if ((status === 201 || status === 200) && asked.method !== 'GET' && asked.creates && isRow(body)) pool.add(metadata, asked.creates, body)
    const kind = `${asked.what.startsWith('call') ? asked.what : ''} ${wrong?.replace(/[0-9a-f-]{36}|\d+|\\?"[^"]*"/g, '#').slice(0, 120)}`
    if (!wrong || seen.has(kind)) continue
    seen.add(kind)
    const least = await shrink(clients, asked)
    const failure = { request: number, what: wrong, asked: { user: least.user, method: least.method, url: `${metadata.path}${least.url}`, headers: least.headers, body: least.body }, answer: JSON.stringify(body)?.slice(0, 300) ?? '' }
    outcome.failures.push(failure)
    tell?.(failure)
  }
  outcome.seconds = (performance.now() - started) / 1000
  return outcome
}

const isRow = (body: unknown): body is Row => Boolean(body) && typeof body === 'object' && !('value' in (body as Row)) && !('error' in (body as Row))

function clientsOf(baseURL: string): Record<string, AxiosInstance> {
  const httpAgent = new http.Agent({ keepAlive: true, maxSockets: 2 })
  const client = (username: string) => axios.create({ baseURL, auth: { username, password: '' }, httpAgent, validateStatus: () => true, timeout: PATIENCE, maxBodyLength: Infinity })
  return Object.fromEntries(USERS.map(user => [user, client(user)]))
}

/** The first who may see a service sees what it offers. */
async function described(clients: Record<string, AxiosInstance>, path: string): Promise<string> {
  for (const client of Object.values(clients)) {
    const { status, data } = await client.get(`${path}/$metadata`)
    if (status === 200) return data
  }
  throw new Error(`Nobody may read ${path}/$metadata`)
}

/** What is there before it begins: the first rows of each set. */
async function harvest(clients: Record<string, AxiosInstance>, metadata: ServiceMetadata, pool: Pool): Promise<void> {
  for (const { name, type } of metadata.sets) {
    for (const user of ['auditor', 'admin', 'controller', 'privacy']) {
      const { status, data } = await clients[user].get(`${metadata.path}/${name}?$top=20`)
      if (status !== 200) continue
      for (const row of data.value ?? []) pool.add(metadata, type, row, true)
      break
    }
  }
}

interface Answer { status: number | string; body: unknown; wrong?: string; milliseconds: number }

async function ask(clients: Record<string, AxiosInstance>, { user, method, url, headers, body, metadata }: Asked): Promise<Answer> {
  const started = performance.now()
  try {
    const { status, data, headers: answered } = await clients[user].request({ method, url: metadata.path + url, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, data: body })
    return { status, body: data, wrong: wrongWith(status, data, answered), milliseconds: performance.now() - started }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // An address that no client could send is no request.
    if (code === 'ERR_UNESCAPED_CHARACTERS' || code === 'ERR_INVALID_URL' || code === 'ERR_BAD_OPTION') return { status: 'unsendable', body: null, milliseconds: 0 }
    return { status: code ?? 'none', body: null, wrong: `no answer: ${code} ${message}`, milliseconds: performance.now() - started }
  }
}

interface Batch { responses?: { status: number; headers?: Record<string, unknown>; body?: unknown }[] }

function wrongWith(status: number, data: unknown, headers: Record<string, unknown> = {}): string | undefined {
  const text = typeof data === 'string' ? data : JSON.stringify(data ?? '')
  if (status >= 500) return `${status} ${headers[CAUSE] ? decodeURIComponent(String(headers[CAUSE])) : text.slice(0, 300)}`
  if (status >= 400 && /\bat .+\.(js|ts):\d+|node_modules|SQLITE_|sqlstate|syntax error at or near|\b(SELECT|INSERT INTO|UPDATE) .+ (FROM|VALUES|SET) /.test(text)) return `tells about the inside: ${text.slice(0, 300)}`
  for (const { status: inner, headers: answered, body } of (data as Batch)?.responses ?? []) {
    const wrong = wrongWith(inner, body, answered)
    if (wrong) return `in $batch: ${wrong}`
  }
}

/** The smallest request found that still fails: without options, fields, headers, one after the other. */
async function shrink(clients: Record<string, AxiosInstance>, asked: Asked): Promise<Asked> {
  let least = asked, tries = 0
  for (let smaller = true; smaller && tries < 60;) {
    smaller = false
    for (const draft of lesser(least)) {
      if (tries++ >= 60) break
      const next = { ...least, ...draft }
      if ((await ask(clients, next)).wrong) { least = next; smaller = true; break }
    }
  }
  return least
}

function* lesser({ url, headers, body }: Asked): Generator<Partial<Draft>> {
  const [path, query] = url.split('?')
  const options = query?.split('&') ?? []
  for (const option of options) {
    const rest = options.filter(each => each !== option)
    yield { url: path + (rest.length ? `?${rest.join('&')}` : '') }
  }
  if (headers?.['if-match']) yield { headers: undefined }
  if (!body || typeof body !== 'object') return
  const requests = (body as { requests?: unknown[] }).requests
  if (requests) for (const each of requests.length > 1 ? requests : []) yield { body: { requests: requests.filter(other => other !== each) } }
  else for (const name of Object.keys(body)) {
    const { [name]: _, ...rest } = body as Row
    yield { body: rest }
  }
}
