import cds from '@sap/cds'
import { NotSendable, UnreadableAnswer } from '../failures'

type Row = Record<string, any>

interface Requirement {
  kind?: string
  credentials?: { url?: string; destination?: string; path?: string }
  /** Service roots by API name, where a system has them elsewhere. */
  paths?: Record<string, string>
}

/** One released API of the host in OData V2, by its true name. */
export interface Api {
  create(entity: string, data: Row): Promise<Row>
  /** A function import that changes something. */
  call(operation: string, parameters: Record<string, string>): Promise<Row>
  read(path: string): Promise<Row[]>
  remove(path: string): Promise<void>
}

/**
 * Connects to an API below the one destination `cds.requires.S4HANA`. Nothing is opened before the first
 * request, so that the service starts and works while there is no host.
 */
export function api(name: string): Api {
  const send = async (request: { method: string; path: string; data?: Row }) => (await connection(name)).send(request as never)
  return {
    create: async (entity, data) => object(await send({ method: 'POST', path: `/${entity}`, data })),
    call: async (operation, parameters) => object(await send({ method: 'POST', path: `/${operation}?${new URLSearchParams(parameters)}`, data: {} })),
    read: async path => rows(await send({ method: 'GET', path: `/${path}` })),
    remove: async path => { await send({ method: 'DELETE', path: `/${path}` }) }
  }
}

async function connection(name: string): Promise<cds.Service> {
  const { S4HANA: host } = cds.env.requires as Record<string, Requirement | undefined>
  if (!host?.credentials?.url && !host?.credentials?.destination) throw new NotSendable('cds.requires.S4HANA has neither a destination nor a url')
  const { url, destination } = host.credentials
  const root = `${host.paths?.[name] ?? `/sap/opu/odata/sap/${name}`}`
  const id = `${destination ?? url}${root}`
  const known = connections.get(id)
  if (known) return known
  const options = { ...host, kind: 'odata-v2', credentials: { ...host.credentials, path: root }, csrf: { method: 'get', url: `${root}/` }, csrfInBatch: true }
  const service = cds.connect.to(name, options as never)
  connections.set(id, service)
  return service
}
const connections = new Map<string, Promise<cds.Service>>()

/** Half an answer is a string: what the host wrote is unknown then. */
function object(answer: unknown): Row {
  if (!answer || typeof answer !== 'object' || Array.isArray(answer)) throw new UnreadableAnswer('The answer of the host could not be read')
  return answer as Row
}

function rows(answer: unknown): Row[] {
  if (!Array.isArray(answer)) throw new UnreadableAnswer('The answer of the host could not be read')
  return answer as Row[]
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
