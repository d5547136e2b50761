import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import cds from '@sap/cds'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { context, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import axios from 'axios'
import { onDatabase } from '../faults/database'
import { ServiceUnderFire } from '../faults/service-under-fire'
import { startApp, takeOrder } from '../setup/app'
import { startHost } from '../setup/host'

jest.setTimeout(60_000)

const TOKEN = 'a-token-of-this-test'
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const CALLER = `00-${TRACE}-00f067aa0ba902b7-01`
Object.assign(cds.env.requires, { observing: { ...(cds.env.requires as Record<string, object>).observing, metrics: { token: TOKEN, cache: 0 } } })

const spans = new InMemorySpanExporter()
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

const app = startApp()
const host = startHost(app)
const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '1', unit: 'EA' }
const figures = async (authorization = `Bearer ${TOKEN}`) => axios.get<string>(`${app.url()}/metrics`, { validateStatus: () => true, headers: { authorization } })
const valueOf = (text: string, start: string) => Number(text.split('\n').find(line => line.startsWith(start))?.split(' ').pop() ?? NaN)

/** As a request does it: with the caller's headers at hand. */
async function submitIn(traceparent: string, id: string) {
  const service = (await cds.connect.to('aftersales.HostErpService')) as unknown as { submit(kind: string, request: object): Promise<{ ID: string }> }
  const request = { costObject: { costCenter: '10101301' }, items: [part] }
  return (await cds.tx({ user: new cds.User('parts'), id, http: { req: { headers: { traceparent } } } } as never, (() => service.submit('reservation.create', request)) as never)) as unknown as { ID: string }
}

test('what a request sends to the host later belongs to its trace and has its correlation id, in the host as well', async () => {
  spans.reset()
  const { ID } = await submitIn(CALLER, 'correlation-of-a-test')
  const message = await host.until(ID, 'Confirmed')
  expect(message).toMatchObject({ correlationID: 'correlation-of-a-test', traceParent: CALLER })
  const own = spans.getFinishedSpans().filter(span => span.spanContext().traceId === TRACE)
  const write = own.find(span => span.attributes['http.request.method'] === 'POST')!
  expect(write.name).toBe('S/4HANA API_RESERVATION_DOCUMENT_SRV POST A_ReservationDocumentHeader')
  expect(write.attributes).toMatchObject({ 'aftersales.capability': 'spare-parts', 'aftersales.kind': 'reservation.create', 'aftersales.outcome': 'answered' })
  expect(write.parentSpanContext?.spanId).toBe('00f067aa0ba902b7')
})

test('spans of the host tell its APIs and entities, and no key, filter or person', async () => {
  spans.reset()
  const service = (await cds.connect.to('aftersales.HostErpService')) as unknown as { reading: { customers: { byKeys(keys: string[]): Promise<unknown[]> } } }
  await service.reading.customers.byKeys(['10100001'])
  const told = JSON.stringify(spans.getFinishedSpans().map(({ name, attributes, events }) => ({ name, attributes, events })))
  expect(told).toContain('"aftersales.kind":"read.customers"')
  expect(told).not.toContain('10100001')
})

test('a failed call is told with its reason; the span ends as an error', async () => {
  spans.reset()
  await host.faults({ next: ['unavailable'], retryAfter: 0 })
  const before = valueOf((await figures()).data, 'aftersales_host_errors_total{capability="spare-parts",kind="reservation.create",reason="hostAway"}')
  const { ID } = await submitIn(CALLER, 'correlation-of-a-failure')
  await host.until(ID, 'Confirmed')
  const failure = spans.getFinishedSpans().find(span => span.attributes['aftersales.outcome'] === 'hostAway')!
  expect(failure.attributes).toMatchObject({ 'http.response.status_code': 503 })
  expect(failure.status.code).toBe(2)
  const after = valueOf((await figures()).data, 'aftersales_host_errors_total{capability="spare-parts",kind="reservation.create",reason="hostAway"}')
  expect(after - (before || 0)).toBe(1)
})

test('figures in the text form of Prometheus: requests, the host, queues, overdue promises, for who knows the token', async () => {
  expect((await figures('')).status).toBe(401)
  expect((await figures('Bearer another-token-of-them')).status).toBe(401)
  const ID = await takeOrder(app)
  await cds.tx({ user: cds.User.privileged } as never, (() => UPDATE('aftersales.Clocks').with({ dueAt: '2020-01-01T00:00:00Z' } as never).where({ workOrder_ID: ID })) as never)
  const { status, data: text, headers } = await figures()
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('version=0.0.4')])
  for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e+-]+)$/)
  expect(valueOf(text, 'aftersales_requests_total{service="work-orders",method="POST",status="2xx"}')).toBeGreaterThan(0)
  expect(valueOf(text, 'aftersales_host_request_duration_seconds_count{capability="spare-parts",kind="reservation.create"}')).toBeGreaterThan(0)
  expect(valueOf(text, 'aftersales_tasks{state="dead"}')).toBe(0)
  expect(valueOf(text, 'aftersales_memory_bytes{part="rss"}')).toBeGreaterThan(1e7)
  expect(text).toMatch(/aftersales_sla_breaches\{promise="clock",type="\w+"\} [1-9]/)
  expect(text).not.toMatch(/LAT-0420-1105|technician|agent/)
})

test('messages that wait for the host are counted by kind and state, with the age of the oldest', async () => {
  await host.faults({ rates: { unavailable: 1 }, applyTo: 'all', retryAfter: 0 })
  const { ID } = await submitIn(CALLER, 'correlation-of-one-that-waits')
  await host.until(ID, 'Pending')
  const { data } = await figures()
  expect(data).toMatch(/aftersales_host_messages\{kind="reservation.create",state="(Pending|Sent)"\} 1/)
  expect(data).toMatch(/aftersales_host_messages_oldest_seconds\{kind="reservation.create"/)
  await host.faults({})
  await host.until(ID, 'Confirmed')
})

test('a line of the JSON log has the correlation id and the trace, and neither who nor where somebody is', async () => {
  const format = jest.requireActual<(this: object, module: string, level: number, ...words: unknown[]) => string[]>('@sap/cds/lib/log/format/json.js')
  const headers = { traceparent: CALLER, authorization: 'Basic secret', cookie: 'session=1', 'x-forwarded-for': '198.51.100.7', referer: 'https://x/?q=Weiss', 'user-agent': 'Browser of Weiss' }
  const [line] = (await cds.tx({ user: new cds.User('weiss'), id: 'correlation-of-a-line', http: { req: { headers } } } as never, (async () => format.call({}, 'host-erp', 3, 'HM-1 is not through')) as never)) as unknown as string[]
  expect(JSON.parse(line)).toMatchObject({ level: 'info', logger: 'host-erp', msg: 'HM-1 is not through', correlation_id: 'correlation-of-a-line', w3c_traceparent: CALLER })
  expect(line).not.toMatch(/secret|session|198\.51|weiss/i)
})

describe('with @cap-js/telemetry', () => {
  interface Span { kind: 'span'; name: string; scope: string; spanKind: number; traceId: string; spanId: string; parent?: string; attributes: Record<string, unknown> }
  interface Figure { kind: 'figure'; name: string; points: { attributes: Record<string, string>; value: number | { count: number } }[] }
  const PERSON = { contactName: 'Hildegard Unverwechselbar', contactPhone: '+49 30 5550199', contactEmail: 'hildegard@unverwechselbar.test' }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-telemetry-')), file = path.join(folder, 'told.jsonl')
  const told = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Span | Figure) : [])
  const spansTold = () => told().filter(each => each.kind === 'span')
  const lastOf = (name: string) => told().filter(each => each.kind === 'figure').findLast(figure => figure.name === name)?.points ?? []
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  /** The host behind a network that keeps the headers of what passes. */
  async function withHeadersKept<T>(work: (url: string, kept: http.IncomingMessage[]) => Promise<T>): Promise<T> {
    const kept: http.IncomingMessage[] = []
    const network = http.createServer((req, res) => {
      kept.push(req)
      const onward = http.request(host.erp().url + req.url, { method: req.method, headers: req.headers }, answer => { res.writeHead(answer.statusCode!, answer.headers); answer.pipe(res) })
      onward.on('error', () => res.destroy())
      req.pipe(onward)
    })
    await new Promise<void>(resolve => network.listen(0, '127.0.0.1', resolve))
    try {
      return await work(`http://127.0.0.1:${(network.address() as { port: number }).port}`, kept)
    } finally {
      network.close()
      network.closeAllConnections()
    }
  }

  test('a trace goes from the request to the host and tells nothing of persons; figures tell what waits, how long the host takes and what is overdue', () =>
    onDatabase('sqlite', environment => withHeadersKept(async (url, kept) => {
      const config = JSON.parse(environment.CDS_CONFIG), module = './test/setup/telemetry-file.cjs'
      config.requires.observing = { metrics: { cache: 0 } }
      config.requires.telemetry = {
        tracing: { exporter: { module, class: 'Spans' } }, metrics: { exporter: { module, class: 'Figures' }, config: { exportIntervalMillis: 500, exportTimeoutMillis: 400 } },
        instrumentations: { http: { module: '@opentelemetry/instrumentation-http', class: 'HttpInstrumentation' } }
      }
      const FAULTS_HOST = JSON.stringify({ kind: 'odata-v2', credentials: { url, ...host.erp().auth, authentication: 'BasicAuthentication' } })
      const service = new ServiceUnderFire({ ...environment, CDS_CONFIG: JSON.stringify(config), NO_TELEMETRY: '', TELEMETRY_FILE: file, FAULTS_HOST })
      try {
        await service.start()
        const headers = { traceparent: CALLER, 'x-forwarded-for': '198.51.100.7', referer: 'https://x.test/?q=Unverwechselbar', 'user-agent': 'Browser of Unverwechselbar' }
        const agent = axios.create({ baseURL: `${service.url}/odata/v4/work-orders`, auth: { username: 'agent', password: '' }, headers, validateStatus: () => true })
        const statuses = [
          await agent.post('/intake', { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: `Call ${PERSON.contactName}`, ...PERSON }),
          await agent.get(`/WorkOrders?$filter=contactName eq '${PERSON.contactName}'&$search=Unverwechselbar`),
          await agent.post('/$batch', { requests: [{ id: '1', method: 'GET', url: `WorkOrders?$filter=contactPhone eq '${encodeURIComponent(PERSON.contactPhone)}'` }] }),
          await agent.post('/intake', { channel_code: 'none', serialNumber: 'Unverwechselbar', symptom: PERSON.contactPhone, ...PERSON }),
          await agent.get(`/WorkOrders?$filter=year(contactName) eq 1 and contactName eq 'Unverwechselbar'`),
          await agent.get(`/WorkOrders('Unverwechselbar')`)
        ]
        expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 422, 400, 404])
        const workOrder_ID = statuses[0].data.ID
        await axios.post(`${service.url}/claim`, { workOrder_ID }, { headers: { traceparent: CALLER } })
        while (await service.left('Confirmed')) await wait(50)

        const own = spansTold().filter(({ traceId }) => traceId === TRACE)
        const write = own.find(({ name }) => name === 'S/4HANA API_RESERVATION_DOCUMENT_SRV POST A_ReservationDocumentHeader')!
        expect(own.find(({ spanId }) => spanId === write.parent)).toMatchObject({ scope: '@opentelemetry/instrumentation-http', parent: '00f067aa0ba902b7' })
        const [arrived] = kept.filter(({ method }) => method === 'POST')
        expect(arrived.headers.traceparent).toBe(`00-${TRACE}-${write.spanId}-01`)

        // What is masked was there: requests, their services, statements.
        expect(own.find(({ scope, attributes }) => scope === '@opentelemetry/instrumentation-http' && attributes['url.query'] === '$filter&$search')?.attributes).toMatchObject({ 'url.path': '/odata/v4/work-orders/WorkOrders', 'http.user_agent': '***', 'http.client_ip': '***' })
        expect(own.some(({ name, attributes }) => name.startsWith('aftersales.WorkOrderService - READ') && attributes['url.path'] === '/odata/v4/work-orders/WorkOrders()')).toBe(true)
        expect(own.some(({ attributes }) => String(attributes['db.query.text']).includes('contactName = ?'))).toBe(true)
        expect(spansTold().map(span => JSON.stringify(span)).filter(span => /unverwechselbar|hildegard|5550199|198\.51/i.test(span))).toEqual([])

        // A message that waits, and a promise that was not kept.
        await host.faults({ rates: { unavailable: 1 }, applyTo: 'all', retryAfter: 0 })
        await axios.post(`${service.url}/claim`, { workOrder_ID })
        const database = new DatabaseSync(config.requires.db.credentials.url)
        database.exec(`PRAGMA busy_timeout = 5000; UPDATE aftersales_Clocks SET dueAt = '2020-01-01T00:00:00Z'`)
        database.close()
        while (!lastOf('aftersales_host_messages').length || !lastOf('aftersales_sla_breaches').length) await wait(100)
        // It was `Sent`, and is no more.
        while (lastOf('aftersales_host_messages').filter(({ value }) => value).length !== 1) await wait(100)
        expect(lastOf('aftersales_host_messages').filter(({ value }) => value)).toEqual([{ attributes: { kind: 'reservation.create', state: expect.stringMatching(/Pending|Sent/) }, value: 1 }])
        expect(lastOf('aftersales_sla_breaches')).toContainEqual({ attributes: { promise: 'clock', type: expect.any(String) }, value: 1 })
        expect(told().filter(each => each.kind === 'figure').filter(({ name }) => name === 'aftersales_host_request_duration_seconds').flatMap(({ points }) => points)).toContainEqual({ attributes: { capability: 'spare-parts', kind: 'reservation.create' }, value: expect.objectContaining({ count: expect.any(Number) }) })
        expect(JSON.stringify(told().filter(each => each.kind === 'figure'))).not.toMatch(/unverwechselbar|hildegard|5550199|198\.51|LAT-0420/i)
      } finally {
        await host.faults({})
        await service.stop()
      }
    })))
})
