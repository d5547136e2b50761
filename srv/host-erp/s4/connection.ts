import cds from '@sap/cds'
import { call, type Call } from '../calls'
import { Circuit } from '../circuit'
import { NotSendable, UnreadableAnswer } from '../failures'
import { deliverySettings } from '../settings'
import { type Destination, withSession } from './csrf'
import { type DestinationOptions, optionsHere } from './destination-options'
import { rootOf } from './roots'
import { PerTenant } from '../../tenants'

type Row = Record<string, any>

/** One for all that is asked of the host: a user of the page and a message burn the same sign-in. */
const circuits = new PerTenant(() => new Circuit(deliverySettings))
/** Each tenant has a host of its own. */
export const hostCircuit = (): Circuit => circuits.here()
export const hostCircuits = (): Circuit[] => circuits.all()

interface Requirement {
  kind?: string
  credentials?: { url?: string; destination?: string; username?: string; requestTimeout?: number }
  destinationOptions?: DestinationOptions
}

/** A page of a list. */
export interface Page {
  rows: Row[]
  /** Of the whole list, when `$inlinecount=allpages` (V2) or `$count=true` (V4) asked for it. */
  count?: number
  /** Path of the next page, when the host ended this one early. */
  next?: string
}

/** One released API of the host, by its true name. Paths are below its root and encoded. */
export interface Api {
  create(entity: string, data: Row): Promise<Row>
  /** A function import (V2) or action (V4) that changes something. */
  call(operation: string, parameters: Record<string, string>): Promise<Row>
  /** Changes fields of one record, unless somebody else changed it in the same moment (412). */
  update(path: string, changes: Row): Promise<void>
  read(path: string): Promise<Row[]>
  get(path: string): Promise<Page>
  remove(path: string): Promise<void>
}

/** Measures what is really sent: a host that is known to be down is not even asked. */
export const throughCircuit = <T>(what: Call, send: (headers: Record<string, string>) => Promise<T>): Promise<T> => hostCircuit().run(() => call(what, send))

type Version = 'v2' | 'v4'

const known = new PerTenant(() => new Map<string, Connection>())

interface Connection { service: Promise<cds.Service>; place: Parameters<typeof withSession>[0] }

interface Sending { method: string; path: string; data?: Row; headers?: Record<string, string> }

/**
 * Connects to an API below the one destination `cds.requires.S4HANA`. Nothing is opened before the first
 * request, so that the service starts and works while there is no host.
 */
export function api(name: string, { odata = 'v2' }: { odata?: Version } = {}): Api {
  const read = async (path: string) => {
    const remote = await ready(connectionTo(name, odata))
    return throughCircuit({ api: name, method: 'GET', path }, headers => remote.send({ method: 'GET', path: `/${path}`, headers } as never))
  }
  const write = async (request: Sending) => {
    const connection = connectionTo(name, odata), { place } = connection
    const { headers, ...rest } = request
    const remote = await ready(connection)
    const { method, path } = request
    return withSession(place, session => throughCircuit({ api: name, method, path }, outgoing => remote.send({ ...rest, headers: { ...outgoing, ...headers, ...session } } as never)))
  }
  const get = async (path: string) => pageOf(await read(path), connectionTo(name, odata).place.root)
  return {
    get,
    read: async path => (await get(path)).rows,
    create: async (entity, data) => object(await write({ method: 'POST', path: `/${entity}`, data })),
    call: async (operation, parameters) => object(await write(odata === 'v4'
      ? { method: 'POST', path: `/${operation}`, data: parameters }
      : { method: 'POST', path: `/${operation}?${new URLSearchParams(parameters)}`, data: {} })),
    update: async (path, changes) => {
      const row = object(await read(path))
      const etag = row.$metadata?.etag ?? row.$etag
      await write({ method: 'PATCH', path: `/${path}`, data: changes, headers: etag && { 'if-match': etag } })
    },
    remove: async path => { await write({ method: 'DELETE', path: `/${path}` }) }
  }
}

function connectionTo(name: string, odata: Version): Connection {
  const place = placeOf(name)
  const connections = known.here(), opened = connections.get(place.key)
  if (opened) return opened
  const { root } = place
  const host = requirement()
  // The token of our own is for writes; CAP turns long queries into $batch, which needs one too.
  const csrf = { method: 'get', url: `${root}/` }
  const options = { ...host, kind: odata === 'v4' ? 'odata-v4' : 'odata-v2', credentials: { ...host.credentials, path: root }, csrf, csrfInBatch: true }
  const connection: Connection = { service: cds.connect.to(name, options as never), place }
  connections.set(place.key, connection)
  return connection
}

/** Where an API is and as whom we ask there, which settings may change while the process runs. */
export function placeOf(name: string): Connection['place'] {
  const { credentials: { url, destination, username, requestTimeout = 60_000, ...others }, destinationOptions } = requirement()
  const root = rootOf(name)
  const target = async () => (destination ? { destinationName: destination, ...await optionsHere(destinationOptions) } : { name, url, username, ...others }) as Destination
  return { key: [destination ?? url, username, root].join(' '), destination: target, root, requestTimeout, pass: request => throughCircuit({ api: name, method: 'GET', path: '' }, request) }
}

/** CAP keeps a connection's options from its beginning; the token of a tenant ends earlier. */
async function ready({ service }: Connection): Promise<cds.Service> {
  const { destinationOptions } = requirement()
  return Object.assign(await service, { destinationOptions: await optionsHere(destinationOptions) })
}

function requirement(): Requirement & { credentials: NonNullable<Requirement['credentials']> } {
  const { S4HANA: host } = cds.env.requires as Record<string, Requirement | undefined>
  if (!host?.credentials?.url && !host?.credentials?.destination) throw new NotSendable('cds.requires.S4HANA has neither a destination nor a url')
  return host as ReturnType<typeof requirement>
}

/** A page's rows; CAP keeps what else the host said beside them. */
function pageOf(answer: unknown, root: string): Page {
  if (!Array.isArray(answer)) throw new UnreadableAnswer('The answer of the host could not be read')
  const { $count: count, $next, $nextLink = $next } = answer as unknown as { $count?: unknown; $next?: string; $nextLink?: string }
  return { rows: answer as Row[], ...(count !== undefined && { count: Number(count) }), ...($nextLink && { next: below(root, $nextLink) }) }
}

/** The host names the next page by its whole address, as it sees itself from inside. */
function below(root: string, link: string): string {
  const at = link.indexOf(`${root}/`)
  if (at < 0 && /^(\w+:)?\//.test(link)) throw new UnreadableAnswer(`The next page ${link} is not below ${root}`)
  return at < 0 ? link : link.slice(at + root.length + 1)
}

/** Half an answer is a string: what the host wrote is unknown then. */
function object(answer: unknown): Row {
  if (!answer || typeof answer !== 'object' || Array.isArray(answer)) throw new UnreadableAnswer('The answer of the host could not be read')
  return answer as Row
}

/** Fields without a value are left out: the host takes '' for a value that was given. */
export function filled(fields: Row): Row {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''))
}

/** The field of a new document that names it. */
export function numberIn(document: Row, field: string): string {
  if (!document[field]) throw new UnreadableAnswer(`The answer of the host lacks ${field}`)
  return String(document[field])
}

/** Different values of a field in the order of the rows. */
export const distinct = (found: Row[], valueOf: (row: Row) => string): string[] => [...new Set(found.map(valueOf))]

/** Whether the host says that this one record does not exist. */
export const isMissing = (error: unknown): boolean => (error as { reason?: { response?: { status?: number } } }).reason?.response?.status === 404
