import { format } from 'node:util'
import cds from '@sap/cds'
import express from 'express'
import type { AxiosResponse } from 'axios'
import { action, errorOf, isPostgres, order, startApp, takeOrder, WORK_ORDERS } from '../setup/app'

const requires = cds.env.requires as Record<string, any>
requires.hardening = { rateLimits: { intake: { requests: 5, seconds: 60 }, signIn: { requests: 8, seconds: 60 } } }
// A host's own door beside ours.
cds.on('bootstrap', app => { app.get('/own/of-the-host', (_req, res) => { res.send('fine') }); app.use('/own/body', express.json(), (_req, res) => { res.sendStatus(204) }) })

const app = startApp()
const get = (path: string, user = 'auditor', headers = {}) => app.as(user).get(WORK_ORDERS + path, { headers })
const batch = (requests: unknown[], user = 'agent') => app.as(user).post(`${WORK_ORDERS}/$batch`, { requests })

describe('headers', () => {
  test('an answer of a service says that a browser shall run nothing of it', async () => {
    const { headers } = await get('/WorkOrders?$top=1')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'SAMEORIGIN', 'cross-origin-resource-policy': 'same-origin' })
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'self'/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test('refusals carry them too', async () => {
    const { status, headers } = await app.as('nobody').get(`${WORK_ORDERS}/WorkOrders`)
    expect([status, headers['x-content-type-options']]).toEqual([401, 'nosniff'])
  })

  test('what a host serves keeps the host\'s headers', async () => {
    const { status, headers } = await app.as('agent').get('/own/of-the-host')
    expect([status, headers['content-security-policy'], headers['x-frame-options']]).toEqual([200, undefined, undefined])
  })
})

describe('limits', () => {
  test('an address longer than any page makes is refused, also in a $batch', async () => {
    const long = `/WorkOrders?$filter=symptom eq '${'x'.repeat(9000)}'`
    expect(errorOf(await get(long))).toMatchObject({ status: 414, code: 'ADDRESS_TOO_LONG' })
    expect(errorOf(await batch([{ id: '1', method: 'GET', url: long.slice(1) }]))).toMatchObject({ status: 414, code: 'ADDRESS_TOO_LONG' })
  })

  test('an address that can\'t be read is refused, also in a $batch', async () => {
    expect(errorOf(await get('/WorkOrders/%E0%A4%A'))).toMatchObject({ status: 400, code: 'ADDRESS_MALFORMED' })
    expect(errorOf(await batch([{ id: '1', method: 'GET', url: 'WorkOrders/%E0' }]))).toMatchObject({ status: 400, code: 'ADDRESS_MALFORMED' })
  })

  test('a $batch of a hundred requests passes, one more does not', async () => {
    const requests = Array.from({ length: 101 }, (_, i) => ({ id: String(i), method: 'GET', url: 'Channels?$top=1' }))
    expect((await batch(requests.slice(1))).data.responses).toHaveLength(100)
    expect(errorOf(await batch(requests))).toMatchObject({ status: 413, code: 'BATCH_TOO_LARGE', message: expect.stringContaining('101') })
    const parts = Array.from({ length: 101 }, () => '--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET Channels?$top=1 HTTP/1.1\r\n\r\n\r\n').join('')
    const multipart = (content: string) => app.as('agent').post(`${WORK_ORDERS}/$batch`, content, { headers: { 'content-type': 'multipart/mixed;boundary=b', accept: 'multipart/mixed' } })
    expect(errorOf(await multipart(`${parts}--b--`))).toMatchObject({ status: 413, code: 'BATCH_TOO_LARGE' })
    const one = await multipart(`${parts.slice(0, parts.length / 101)}--b--`)
    expect([one.status, String(one.data)]).toEqual([200, expect.stringContaining('HTTP/1.1 200 OK')])
  })

  test('a $batch of another kind is refused, and nobody reads the body of a stranger', async () => {
    expect(errorOf(await app.as('agent').post(`${WORK_ORDERS}/$batch`, 'x', { headers: { 'content-type': 'text/plain' } }))).toMatchObject({ status: 415, code: 'BATCH_TYPE' })
    expect((await app.as('nobody').post(`${WORK_ORDERS}/$batch`, '{"', { headers: { 'content-type': 'application/json' } })).status).toBe(401)
  })

  test('$expand goes five levels deep', async () => {
    const deep = (levels: number): string => (levels === 1 ? 'workOrder' : `workOrder($expand=${levels === 2 ? 'notes' : `notes($expand=${deep(levels - 2)})`})`)
    expect((await get(`/Notes?$top=1&$expand=${deep(5)}`)).status).toBe(200)
    expect(errorOf(await get(`/Notes?$top=1&$expand=${deep(6)}`))).toMatchObject({ status: 400, code: 'EXPAND_TOO_DEEP' })
  })

  test('a page has a thousand rows at most, whatever is asked for', async () => {
    const statement = jest.spyOn(cds.db as unknown as { run(query: unknown): unknown }, 'run')
    await get('/Events?$top=5000')
    const limits = statement.mock.calls.map(([query]) => (query as { SELECT?: { limit?: { rows?: { val: number } } } })?.SELECT?.limit?.rows?.val)
    statement.mockRestore()
    expect(limits).toContain(1000)
    expect(limits).not.toContain(5000)
  })

  test('a body over the limit is refused, as JSON and as $batch', async () => {
    const symptom = 'x'.repeat(6 * 1024 * 1024)
    for (const [path, body] of [['intake', { symptom }], ['$batch', { requests: [{ id: '1', method: 'POST', url: 'intake', body: { symptom } }] }]] as const) {
      expect(errorOf(await app.as('agent').post(`${WORK_ORDERS}/${path}`, body, { maxBodyLength: Infinity })).status).toBe(413)
    }
  })
})

describe('bodies', () => {
  test('an update can\'t bring an expression in the place of values, neither alone nor in a $batch, and not in a draft', async () => {
    const ID = await takeOrder(app)
    const smuggled = [{ raw: ['status_code = lower(number)'] }, { raw: ['department = contactName'], length: 1 }, { department: 'x', raw: ["number = 'X' || number"] }, { raw: 'x' }]
    for (const body of smuggled) {
      expect([body, (await app.as('agent').patch(order(ID), body)).status]).toEqual([body, 400])
      const { data } = await batch([{ id: '1', method: 'PATCH', url: order(ID).slice(WORK_ORDERS.length + 1), headers: { 'content-type': 'application/json' }, body }])
      expect(data.responses[0].status).toBe(400)
    }
    expect((await app.as('agent').post(`${order(ID)}/aftersales.WorkOrderService.draftEdit`, {})).status).toBe(201)
    for (const body of smuggled) await app.as('agent').patch(order(ID, false), body)
    expect((await app.as('agent').get(order(ID, false))).data).toMatchObject({ status_code: 'New', department: 'Turning Shop', number: expect.stringMatching(/^WO-\d+$/) })
    expect((await app.as('agent').patch(order(ID, false), { department: 'Surgery' })).status).toBe(200)
    expect((await app.as('agent').get(order(ID))).data).toMatchObject({ status_code: 'New', number: expect.stringMatching(/^WO-/) })
  })
})

test('options that no database can follow, and bodies that are none, are the caller\'s to mend', async () => {
  for (const query of ["$filter=year(name) gt 1", '$apply=aggregate(name with custom as x)', '$apply=topcount(1,code)', '$filter=texts/$count gt 0']) {
    expect([query, errorOf(await get(`/Channels?${query}`))]).toEqual([query, expect.objectContaining({ status: 400, code: 'QUESTION_UNANSWERABLE' })])
  }
  const json = { headers: { 'content-type': 'application/json' } }
  for (const body of ['null', '"x"', '1']) expect([body, (await app.as('agent').post(`${WORK_ORDERS}/WorkOrders`, body, json)).status]).toEqual([body, 400])
})

test('a step asked of a draft says that it is one', async () => {
  const ID = await takeOrder(app, { serialNumber: 'WAS-0009-7701', symptom: 'Drum does not turn' })
  expect((await app.as('agent').post(action(ID, 'draftEdit'), { PreserveChanges: true })).status).toBe(201)
  const step = await app.as('agent').post(action(ID, 'release', false), {})
  expect(errorOf(step)).toMatchObject({ status: 409, code: 'DRAFT_UNSAVED', message: 'This is a draft, to which no action applies. Save it first.' })
  expect((await app.as('agent').delete(order(ID, false))).status).toBe(204)
})

test('a new row without its key is refused before the database sees it', async () => {
  const dispatch = '/odata/v4/dispatch', rows: [string, object, number][] = [
    ['MatchingWeights', { minutes: 40 }, 400], ['MatchingWeights', { factor_code: null, minutes: 40 }, 400], ['MatchingWeights', { orderType: null, factor_code: 'parts', minutes: 40 }, 400],
    ["ServiceAreas(code='US-NORTHEAST',IsActiveEntity=true)/texts", {}, 400], ["ServiceAreas(code='US-NORTHEAST',IsActiveEntity=true)/texts", { locale: 'fr', name: 'Nord-Est' }, 201]]
  for (const [entity, row, status] of rows) {
    const answer = await app.as('admin').post(`${dispatch}/${entity}`, row)
    expect([entity, row, answer.status, status === 400 ? errorOf(answer).code : undefined]).toEqual([entity, row, status, status === 400 ? 'KEY_NEEDED' : undefined])
  }
})

test('a key with a character that no text may hold is refused', async () => {
  const { status } = await app.as('admin').post('/odata/v4/quality/Codes', { catalog_code: '\u0000', codeGroup: '_', code: 'A', name: 'Inspection' })
  expect(status).toBe(400)
})

test('a list in the place of a key is refused, for drafts too', async () => {
  for (const code of [[[]], [1], ['a', []]]) expect([code, (await app.as('admin').post('/odata/v4/service-levels/Calendars', { code })).status]).toEqual([code, 400])
})

test('a request that waited for one which failed does not tell what the database said of that one', async () => {
  const requests = [{ id: '0', method: 'GET', url: 'Channels?$filter=year(name) gt 1' }, { id: '1', method: 'GET', url: 'Channels?$top=1', dependsOn: ['0'] }]
  const { data } = await app.as('agent').post(`${WORK_ORDERS}/$batch`, { requests: requests.map(each => ({ ...each, headers: { 'content-type': 'application/json' } })) })
  expect(data.responses.map(({ status }: { status: number }) => status)).toEqual([400, 424])
  expect(JSON.stringify(data.responses[1])).not.toMatch(/hint|routine|position|"severity|errcode|SELECT|SQLITE/i)
})

interface Limits { max: number; acquireTimeoutMillis: number | null }

describe('errors', () => {
  afterEach(() => jest.restoreAllMocks())
  const inside = /node_modules|\.ts:|\.js:|secret|SELECT|SQLITE|relation|no such|TypeError|cause|stack/i

  test('a row that the database refuses is not written to the log', async () => {
    const ID = await takeOrder(app)
    const statements = isPostgres() ? [`ALTER TABLE aftersales_Notes ADD CONSTRAINT nobody CHECK (text NOT LIKE '%Unverwechselbar%')`, 'ALTER TABLE aftersales_Notes DROP CONSTRAINT nobody']
      : [`CREATE TRIGGER nobody BEFORE INSERT ON aftersales_Notes WHEN NEW.text LIKE '%Unverwechselbar%' BEGIN SELECT RAISE(ABORT, 'nobody'); END`, 'DROP TRIGGER nobody']
    await cds.db.run(statements[0])
    const logged = jest.spyOn(console, 'error').mockImplementation()
    const { status } = await app.as('dispatcher').post(`${order(ID)}/aftersales.WorkOrderService.addNote`, { text: 'Call Hildegard Unverwechselbar' })
    const lines = logged.mock.calls.map(words => format(...words)).join('\n')
    await cds.db.run(statements[1])
    expect([status, lines]).toEqual([500, expect.stringContaining('nobody')])
    expect(lines).not.toContain('Unverwechselbar')
  })

  test('what a database says stays inside', async () => {
    const ID = await takeOrder(app)
    // This file's own database: nobody else misses them.
    await cds.db.run('ALTER TABLE aftersales_Notes RENAME COLUMN text TO words')
    await cds.db.run(`DROP VIEW aftersales_WorkOrderService_Notes${isPostgres() ? ' CASCADE' : ''}`)
    for (const answer of [await get('/Notes?$top=1'), await app.as('dispatcher').post(`${order(ID)}/aftersales.WorkOrderService.addNote`, { text: 'x' })]) {
      expect(errorOf(answer)).toMatchObject({ status: 500, code: 'INTERNAL_ERROR', message: expect.stringContaining('Try again') })
      expect(JSON.stringify(answer.data)).not.toMatch(inside)
    }
    const { data } = await batch([{ id: '1', method: 'GET', url: 'Notes?$top=1' }], 'auditor')
    expect([data.responses[0].status, data.responses[0].body.error.code]).toEqual([500, 'INTERNAL_ERROR'])
    expect(JSON.stringify(data)).not.toMatch(inside)
  })

  test('who gets no connection to the database in time is told when to come again, also in a $batch', async () => {
    // CAP's pools differ by database.
    const [pool] = Object.values((cds.db as unknown as { pools: Record<string, { options?: Limits; _config?: Limits }> }).pools)
    const limits = (pool._config ?? pool.options)!, before = limits.acquireTimeoutMillis
    const held = Array.from({ length: limits.max }, () => cds.db.tx())
    try {
      for (const transaction of held) await transaction.run('SELECT 1 as one')
      limits.acquireTimeoutMillis = 100
      const answer = await get('/Channels?$top=1')
      expect(errorOf(answer)).toEqual({ status: 503, code: 'DATABASE_BUSY', message: 'Too many people work at this moment, so that nothing could be read or saved in time. Try again in 5 seconds.' })
      expect(answer.headers['retry-after']).toBe('5')
      expect(JSON.stringify(answer.data)).not.toMatch(inside)
      const { data } = await batch([{ id: '1', method: 'GET', url: 'Channels?$top=1' }], 'auditor')
      expect(data.responses[0]).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { error: { code: 'DATABASE_BUSY' } } })
    } finally {
      limits.acquireTimeoutMillis = before
      for (const transaction of held) await transaction.rollback()
    }
    expect((await get('/Channels?$top=1')).status).toBe(200)
  })

  test('so does what nobody thought of', async () => {
    const service = await cds.connect.to('aftersales.WorkOrderService')
    service.prepend(() => service.on('READ', 'Channels', () => { throw Object.assign(new Error('secret of the inside'), { sql: 'SELECT secret', query: 'secret', reason: { response: 'secret' } }) }))
    const answer = await get('/Channels?$top=1')
    expect(errorOf(answer)).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' })
    expect(JSON.stringify(answer.data)).not.toMatch(inside)
    const chinese = await get('/Channels?$top=1', 'auditor', { 'accept-language': 'zh-CN' })
    expect(chinese.data.error.message).toContain('系统内部出错')
  })
})

describe('rates', () => {
  const intake = { channel_code: 'phone', serialNumber: 'NO-SUCH', symptom: 'noise' }
  const take = (language = 'en') => app.as('admin').post(`${WORK_ORDERS}/intake`, intake, { headers: { 'accept-language': language } })

  test('who takes requests faster than people can has to wait, alone, and is told how long', async () => {
    for (let i = 0; i < 5; i++) expect((await take()).status).toBe(422)
    const { status, data, headers } = await take()
    expect([status, data.error.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(data.error.message).toBe(`These were too many requests in a short time. Try again in ${headers['retry-after']} seconds.`)
    expect((await take('zh-CN')).data.error.message).toMatch(/请在 \d+ 秒后重试/)
    const { data: { responses } } = await batch([{ id: '1', method: 'POST', url: 'intake', headers: { 'content-type': 'application/json' }, body: intake }], 'admin')
    expect(responses[0].status).toBe(429)
    expect((await app.as('dispatcher').post(`${WORK_ORDERS}/intake`, intake)).status).toBe(422)
    expect((await get('/WorkOrders?$top=1', 'admin')).status).toBe(200)
  })

  test('who keeps being refused at the sign-in has to wait as well', async () => {
    const answers: AxiosResponse[] = []
    for (let i = 0; i < 9; i++) answers.push(await app.as('nobody').get(`${WORK_ORDERS}/WorkOrders`))
    expect(answers[0].status).toBe(401)
    expect(errorOf(answers[8])).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' })
    expect(Number(answers[8].headers['retry-after'])).toBeGreaterThan(0)
    expect((await app.as('nobody').get('/own/of-the-host')).status).toBe(200)
  })
})
