import cds from '@sap/cds'
import type { Context, Span } from '@opentelemetry/api'
import { openTelemetry } from './open-telemetry'

type Attributes = Record<string, string | number | boolean | undefined>

const TRACE_PARENT = /^[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/** What a span tells of itself when its work is done. */
export interface Told { set(attributes: Attributes): void }

/**
 * Runs the work in a span of its own. What libraries below would tell of it is kept back: they name addresses with keys and search terms.
 *
 * @param attributes never of a person
 * @param parent `traceparent` of whatever asked for the work, where that was another request
 */
export async function inSpan<T>(name: string, attributes: Attributes, work: (told: Told) => Promise<T>, parent?: string | null): Promise<T> {
  const api = openTelemetry()
  if (!api) return work({ set() {} })
  const { SpanKind, SpanStatusCode, context, trace } = api
  const span = trace.getTracer('cap-after-sales').startSpan(name, { kind: SpanKind.CLIENT, attributes: attributes as never }, contextOf(parent))
  try {
    return await context.with(quiet(trace.setSpan(context.active(), span)), () => work({ set: more => { span.setAttributes(more as never) } }))
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    span.end()
  }
}

/** Runs the work as a part of the trace that asked for it. */
export function asPartOf<T>(parent: string | null | undefined, work: () => T): T {
  const api = openTelemetry()
  return api && parent ? api.context.with(contextOf(parent)!, work) : work()
}

/** For whoever continues here: W3C's `traceparent` of the span at hand, or of who called us. */
export function traceParent(): string | undefined {
  const span = openTelemetry()?.trace.getActiveSpan()?.spanContext()
  if (span && openTelemetry()!.isSpanContextValid(span)) return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`
  const given = (cds.context as unknown as { http?: { req?: { headers: Record<string, unknown> } } } | undefined)?.http?.req?.headers.traceparent
  return typeof given === 'string' && TRACE_PARENT.test(given) ? given : undefined
}

/** Of the request at hand: as the caller gave it, without what does not belong into a header or a log line. */
export const correlationID = (): string | undefined => cds.context?.id?.replace(/[^\w.:-]/g, '').slice(0, 100) || undefined

/** The span that a framework has opened for the request at hand. */
export const activeSpan = (): Span | undefined => openTelemetry()?.trace.getActiveSpan()

function contextOf(parent?: string | null): Context | undefined {
  const { ROOT_CONTEXT, trace, context } = openTelemetry()!
  if (!parent || !TRACE_PARENT.test(parent)) return context.active()
  const [, traceId, spanId, flags] = parent.split('-')
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true })
}

/** By the name that OpenTelemetry's libraries agree upon. */
const quiet = (context: Context): Context => context.setValue(Symbol.for('OpenTelemetry SDK Context Key SUPPRESS_TRACING'), true)
