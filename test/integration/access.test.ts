import { errorOf, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'

const app = startApp()
const get = (user: string, path: string) => app.as(user).get(`${WORK_ORDERS}/${path}`)

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
