import { AsyncLocalStorage } from 'node:async_hooks'
import { counter, duration } from '../observing/metrics'
import { correlationID, inSpan, traceParent } from '../observing/tracing'
import { failureOf } from './failures'

/** For whom the host is asked, and what for: `movement.issue`, `read.stock`. */
export interface Purpose { capability: string; kind: string }

/** One request as it goes out. */
export interface Call { api: string; method: string; path: string }

const purposes = new AsyncLocalStorage<Purpose>()
const lasted = duration('aftersales_host_request_duration_seconds', 'How long requests to the host took, answered or not')
const failed = counter('aftersales_host_errors_total', 'Requests to the host that failed, by reason')

export const forPurpose = <T>(purpose: Purpose, work: () => T): T => purposes.run(purpose, work)

/**
 * Sends one request to the host in a span of its own, and measures it. Of the address only API and entity are told: keys and
 * filters may be those of a person.
 *
 * @param send with headers that let the host's own log and traces continue ours
 */
export function call<T>({ api, method, path }: Call, send: (headers: Record<string, string>) => Promise<T>): Promise<T> {
  const { capability, kind } = purposes.getStore() ?? { capability: 'none', kind: 'other' }
  const entity = /^\/?([\w.]*)/.exec(path)![1]
  const attributes = {
    'peer.service': 'S/4HANA', 'http.request.method': method, 'aftersales.capability': capability, 'aftersales.kind': kind, 'aftersales.host.api': api, 'aftersales.host.entity': entity
  }
  return inSpan(`S/4HANA ${api} ${method}${entity && ` ${entity}`}`, attributes, async told => {
    const from = performance.now()
    try {
      const answer = await send(outgoing())
      told.set({ 'aftersales.outcome': 'answered' })
      return answer
    } catch (error) {
      const reason = reasonOf(error)
      told.set({ 'aftersales.outcome': reason, 'http.response.status_code': (error as { reason?: { response?: { status?: number } } })?.reason?.response?.status })
      failed({ capability, kind, reason })
      throw error
    } finally {
      lasted({ capability, kind }, performance.now() - from)
    }
  })
}

function outgoing(): Record<string, string> {
  const parent = traceParent(), correlation = correlationID()
  return { ...(parent && { traceparent: parent }), ...(correlation && { 'x-correlation-id': correlation, 'x-correlationid': correlation }) }
}

function reasonOf(error: unknown): string {
  const { isSignIn, isFinal, scope } = failureOf(error)
  return isSignIn ? 'signIn' : isFinal ? 'refused' : scope === 'host' ? 'hostAway' : scope === 'unknown' ? 'noAnswer' : 'passing'
}
