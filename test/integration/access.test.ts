import { action, errorOf, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'

const app = startApp()
const USERS = ['agent', 'dispatcher', 'technician', 'parts', 'quality', 'qm', 'controller', 'auditor', 'admin']
const get = (user: string, path: string) => app.as(user).get(`${WORK_ORDERS}/${path}`)

test('without a user 401, without a role 401 or 403', async () => {
  const { default: axios } = await import('axios')
  const anonymous = axios.create({ baseURL: app.url(), validateStatus: () => true })
  for (const path of ['WorkOrders', 'Events', 'CurrentUser', '$metadata']) expect((await anonymous.get(`${WORK_ORDERS}/${path}`)).status).toBe(401)
  expect([401, 403]).toContain((await app.as('stranger').get(`${WORK_ORDERS}/WorkOrders`)).status)
})

test('every role reads orders; a technician only those assigned to him or her', async () => {
  const counts = Object.fromEntries(await Promise.all(USERS.map(async user => [user, Number((await get(user, 'WorkOrders/$count')).data)])))
  for (const user of USERS.filter(u => u !== 'technician')) expect(counts[user]).toBe(counts.admin)
  expect(counts.technician).toBeGreaterThan(0)
  expect(counts.technician).toBeLessThan(counts.admin)
  const own = (await get('technician', 'WorkOrders?$select=technician_ID')).data.value
  expect(new Set(own.map((o: { technician_ID: string }) => o.technician_ID))).toEqual(new Set([await technicianID(app)]))
})

test('an order of somebody else is not there for a technician, by no way', async () => {
  const ID = await takeOrder(app)
  expect((await app.as('technician').get(order(ID))).status).toBe(404)
  for (const child of ['costItems', 'notes', 'events', 'attachments']) {
    const answer = await app.as('technician').get(`${order(ID)}/${child}`)
    expect(answer.status === 404 || answer.data.value?.length === 0).toBe(true)
  }
  expect((await get('technician', `Events?$filter=workOrder_ID eq ${ID}`)).data.value).toEqual([])
  expect((await app.as('technician').patch(order(ID), { symptom: 'x' })).status).toBeGreaterThanOrEqual(403)
  expect((await app.as('technician').post(action(ID, 'addNote'), { text: 'x' })).status).toBe(403)
})

test('expanding leads a technician only to own orders', async () => {
  const mine = await technicianID(app)
  const { data } = await get('technician', 'WorkOrders?$expand=equipmentOrders($select=technician_ID),repeatOf($select=technician_ID)')
  const reached = data.value.flatMap((o: any) => [...o.equipmentOrders, ...(o.repeatOf ? [o.repeatOf] : [])])
  expect(reached.length).toBeGreaterThan(0)
  expect(reached.every((o: any) => o.technician_ID === mine)).toBe(true)
  expect((await get('technician', "WorkOrders?$filter=equipmentOrders/any(o:startswith(o/symptom,'A'))")).status).toBe(403)
})

test('who may not see costs does not see them by expand, path or batch either', async () => {
  for (const user of ['parts', 'quality']) {
    expect((await get(user, 'CostItems')).status).toBe(403)
    expect((await get(user, 'WorkOrders?$expand=costItems')).status).toBe(403)
    expect((await get(user, 'WorkOrders?$filter=costItems/any(c:c/amount gt 0)')).status).toBe(403)
    const ID = (await get(user, 'WorkOrders?$top=1&$select=ID')).data.value[0].ID
    expect((await app.as(user).get(`${order(ID)}/costItems`)).status).toBe(403)
    const batch = await app.as(user).post(`${WORK_ORDERS}/$batch`, { requests: [{ id: '1', method: 'GET', url: 'CostItems' }] })
    expect(batch.data.responses[0].status).toBe(403)
  }
})

test('steps belong to roles', async () => {
  const may: Record<string, string[]> = {
    release: ['agent', 'dispatcher', 'admin'], assign: ['dispatcher', 'admin'], start: ['dispatcher', 'admin'], cancel: ['agent', 'dispatcher', 'admin'],
    close: ['agent', 'dispatcher', 'controller', 'admin']
  }
  const ID = await takeOrder(app)
  const data: Record<string, object> = { assign: { technician_ID: await technicianID(app) }, cancel: { reason_code: 'NOSUCH' } }
  for (const [name, users] of Object.entries(may)) {
    for (const user of USERS.filter(u => !users.includes(u))) {
      expect([user, name, (await app.as(user).post(action(ID, name), data[name] ?? {})).status]).toEqual([user, name, 403])
    }
  }
  expect((await app.as('agent').get(order(ID))).data.status_code).toBe('New')
})

test('an auditor reads everything and changes nothing', async () => {
  const ID = await takeOrder(app)
  expect((await app.as('auditor').get(`${order(ID)}/events`)).data.value).toHaveLength(1)
  const auditor = app.as('auditor')
  const tries = [
    auditor.patch(order(ID), { symptom: 'x' }), auditor.post(action(ID, 'release'), {}), auditor.post(action(ID, 'addNote'), { text: 'x' }),
    auditor.post(`${WORK_ORDERS}/WorkOrders`, { symptom: 'x' }), auditor.post(action(ID, 'draftEdit'), {}),
    auditor.post(`${WORK_ORDERS}/intake`, { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'x' }),
    auditor.post(`${WORK_ORDERS}/importHistory`, { csv: '' }), auditor.post(`${WORK_ORDERS}/FaultRules`, { keyword: 'x', language: 'en' })
  ]
  for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403)
})

test('contact data is dots for roles without need, and no query finds it out', async () => {
  const ID = await takeOrder(app, { contactName: 'Greta Vogel', contactPhone: '+49 711 555', contactEmail: 'greta@example.com' })
  for (const user of ['agent', 'dispatcher', 'admin']) expect((await app.as(user).get(order(ID))).data.contactName).toBe('Greta Vogel')
  for (const user of ['parts', 'quality', 'qm', 'controller', 'auditor']) {
    expect((await app.as(user).get(order(ID))).data).toMatchObject({ contactName: '•••', contactPhone: '•••', contactEmail: '•••' })
    const probes = [
      "$filter=startswith(contactName,'Gr')", '$orderby=contactPhone', '$apply=groupby((contactEmail))', '$apply=aggregate(contactName with max as x)',
      "$filter=predecessor/contactName eq 'x'", "$filter=equipmentOrders/any(o:o/contactName eq 'Greta Vogel')"
    ]
    for (const probe of probes) expect([user, probe, (await get(user, `WorkOrders?${probe}`)).status]).toEqual([user, probe, 403])
    const expanded = await get(user, `WorkOrders?$filter=ID eq ${ID}&$expand=equipmentOrders($select=contactName)`)
    expect(JSON.stringify(expanded.data)).not.toContain('Greta')
    expect(JSON.stringify((await get(user, 'WorkOrders?$search=Greta')).data)).not.toContain(ID)
  }
})

test('only Admin edits the rules of triage', async () => {
  expect((await get('agent', 'FaultRules?$top=1')).status).toBe(200)
  const rule = { language: 'en', keyword: 'gremlin', faultCategory_code: 'SOFTWARE', weight: 9 }
  expect((await app.as('dispatcher').post(`${WORK_ORDERS}/FaultRules`, rule)).status).toBe(403)
  expect((await app.as('admin').post(`${WORK_ORDERS}/FaultRules`, rule)).status).toBe(201)
  const ID = await takeOrder(app, { symptom: 'There is a gremlin inside' })
  expect((await app.as('agent').get(order(ID))).data.faultCategory_code).toBe('SOFTWARE')
  expect(errorOf(await app.as('admin').post(`${WORK_ORDERS}/FaultRules`, { ...rule, faultCategory_code: 'NOSUCH' })).status).toBe(400)
})
