import { executeHttpRequest } from '@sap-cloud-sdk/http-client'
import { timeout } from '@sap-cloud-sdk/resilience'
import { PerTenant } from '../../tenants'
import { isTokenRefused } from '../failures'

/** Proof that a writing request is meant, and the session that it belongs to. Empty where the host asks for none. */
export interface Session { 'x-csrf-token'?: string; cookie?: string }

export type Destination = Parameters<typeof executeHttpRequest>[0]

interface Place {
  /** Tells sessions apart: destination, API and user. */
  key: string
  destination(): Promise<Destination>
  /** Root of the API, which answers cheaply. */
  root: string
  requestTimeout: number
  /** Lets the request through, if the host is up. */
  pass<T>(request: (headers: Record<string, string>) => Promise<T>): Promise<T>
}

interface Answer { status: number; headers: Record<string, unknown>; data?: unknown }

const known = new PerTenant(() => new Map<string, Promise<Session>>())

/**
 * Runs a writing request with the token that others fetched before it. When the host does not accept that any more it has
 * not worked on the request: the first who learns it fetches a new one, and each repeats its request once.
 */
export async function withSession<T>(place: Place, write: (session: Session) => Promise<T>): Promise<T> {
  const sessions = known.here(), session = sessions.get(place.key) ?? open(place)
  try {
    return await write(await session)
  } catch (error) {
    if (!isTokenRefused((error as { reason?: { response?: Answer } }).reason?.response)) throw error
    if (sessions.get(place.key) === session) sessions.delete(place.key)
    return write(await (sessions.get(place.key) ?? open(place)))
  }
}

function open(place: Place): Promise<Session> {
  const sessions = known.here(), session = fetchSession(place)
  sessions.set(place.key, session)
  session.catch(() => { if (sessions.get(place.key) === session) sessions.delete(place.key) })
  return session
}

const fetchSession = (place: Place): Promise<Session> => place.pass(headers => askFor(place, headers))

async function askFor({ destination: find, root, requestTimeout }: Place, outgoing: Record<string, string>): Promise<Session> {
  const request = { method: 'get', url: `${root}/`, headers: { ...outgoing, 'x-csrf-token': 'Fetch', accept: 'application/json' }, middleware: [timeout(requestTimeout)] }
  try {
    return sessionIn(await executeHttpRequest(await find(), request as never, { fetchCsrfToken: false }))
  } catch (error) {
    const { response, code, message } = error as { response?: Answer; code?: string; message: string }
    // Some APIs refuse to be read at their root and hand out a token all the same.
    if (response && sessionIn(response)['x-csrf-token'] && !isTokenRefused(response)) return sessionIn(response)
    const answer = response && { status: response.status, headers: response.headers, body: response.data }
    throw Object.assign(new Error(message), { reason: { code, message, response: answer } })
  }
}

function sessionIn({ headers }: Answer): Session {
  const token = headers['x-csrf-token']
  if (!token) return {}
  const cookie = [headers['set-cookie'] ?? []].flat().map(line => String(line).split(';')[0]).join('; ')
  return { 'x-csrf-token': String(token), ...(cookie && { cookie }) }
}
