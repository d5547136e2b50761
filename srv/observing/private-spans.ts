import { isOwnService } from '../serving/own-paths'
import { openTelemetry } from './open-telemetry'

/** A span that ends, as the SDK of OpenTelemetry hands it to its processors while it can still be changed. */
interface EndingSpan {
  name: string
  attributes: Record<string, unknown>
  events: { attributes?: Record<string, unknown> }[]
  status: { code: number; message?: string }
  instrumentationScope?: { name: string }
  setAttribute(name: string, value: string): unknown
}
interface Processor { onStart(): void; onEnding(span: EndingSpan): void; onEnd(): void; forceFlush(): Promise<void>; shutdown(): Promise<void> }
interface Provider { getDelegate?(): Provider; _activeSpanProcessor?: { _spanProcessors?: Processor[] } }

const PATHS = ['url.path', 'http.target', 'http.url', 'url.full', 'http.route']
/** Who asks, from where and from which page; by the present names and the former ones. */
const PERSONAL = /^(client\.address|net(work)?\.peer\.(ip|address|name)|http\.(client_ip|user_agent)|user_agent\.original|(http\.request\.header\.)?(referer|x-forwarded-for|x-real-ip|forwarded|user-agent|cookie|authorization))$/

/**
 * Keeps out of all spans of this module's requests, CAP's and the database's included, what people look for and who they are. Called once providers are
 * registered, and before the first request; without an SDK in this process, or with another vendor's, it does nothing.
 */
export function keepPersonsOut(): void {
  const provider = openTelemetry()?.trace.getTracerProvider() as Provider | undefined
  const processors = (provider?.getDelegate?.() ?? provider)?._activeSpanProcessor?._spanProcessors
  processors?.unshift({ onStart() {}, onEnding: mask, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} })
}

/** A path without keys and parameters of functions, and without its question. */
export const bare = (address: string): string =>
  address.split('?')[0].replace(/%28/g, '(').replace(/%29/g, ')').replace(/\((?:'[^']*'|[^()'])*\)/g, '()').replace(/\((?!\)).*/, '(')

/** Which options a question has. */
export const optionsOf = (query: string): string => [...new URLSearchParams(query).keys()].map(option => option.slice(0, 30)).join('&')

function mask(span: EndingSpan): void {
  const { attributes, name } = span
  const path = String(attributes['url.path'] ?? attributes['http.target'] ?? '').split('?')[0]
  const isOwnRequest = isOwnService(path)
  if (isOwnRequest) {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (PATHS.includes(attribute)) span.setAttribute(attribute, bare(String(value)))
      else if (PERSONAL.test(attribute)) span.setAttribute(attribute, '***')
    }
    const query = attributes['url.query']
    if (query && /=/.test(String(query))) span.setAttribute('url.query', optionsOf(String(query)))
  }
  if (isOwnRequest || /\baftersales\./.test(name) || String(attributes['db.sql.table'] ?? '').startsWith('aftersales.')) maskErrors(span)
}

/** Codes are ours; sentences of drivers and of the host repeat what was entered. */
const isCode = (text: unknown) => /^[A-Z][A-Z0-9_]*$/.test(String(text ?? ''))

function maskErrors(span: EndingSpan): void {
  const { status, events } = span
  if (status.message && !isCode(status.message)) span.status = { ...status, message: '***' }
  for (const { attributes } of events) {
    const message = attributes?.['exception.message']
    if (!attributes || !message || isCode(message)) continue
    const frames = String(attributes['exception.stacktrace'] ?? '').split('\n').filter(line => /^\s+at /.test(line))
    Object.assign(attributes, { 'exception.message': '***', 'exception.stacktrace': frames.join('\n') })
  }
}
