const fs = require('node:fs')

/** Exporters for `@cap-js/telemetry` in a process of its own: one line of JSON for each span, and for each figure, in the file that TELEMETRY_FILE names. */
const write = (kind, each) => fs.appendFileSync(process.env.TELEMETRY_FILE, `${JSON.stringify({ kind, ...each })}\n`)

class Spans {
  export(spans, done) {
    for (const span of spans) {
      const { traceId, spanId } = span.spanContext()
      const { name, attributes, events, status, instrumentationScope: { name: scope } } = span
      write('span', { name, scope, spanKind: span.kind, traceId, spanId, parent: span.parentSpanContext?.spanId, attributes, events: events.map(event => ({ name: event.name, attributes: event.attributes })), status })
    }
    done({ code: 0 })
  }
  async forceFlush() {}
  async shutdown() {}
}

class Figures {
  export({ scopeMetrics }, done) {
    for (const { metrics } of scopeMetrics) for (const { descriptor: { name }, dataPoints } of metrics) write('figure', { name, points: dataPoints.map(({ attributes, value }) => ({ attributes, value })) })
    done({ code: 0 })
  }
  async forceFlush() {}
  async shutdown() {}
}

module.exports = { Spans, Figures }
