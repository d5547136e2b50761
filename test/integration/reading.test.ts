import { action, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'
import { statementsOf } from '../setup/plans'

const app = startApp()

/** IDs of the orders that a user finds by a filter. */
async function found(user: string, filter: string): Promise<string[]> {
  const { data } = await app.as(user).get(`${WORK_ORDERS}/WorkOrders?$select=ID&$filter=${filter}&$top=1000`)
  return data.value.map((row: { ID: string }) => row.ID)
}

async function assigned(): Promise<string> {
  const ID = await takeOrder(app)
  await app.as('dispatcher').post(action(ID, 'release'), {})
  const { status } = await app.as('dispatcher').post(action(ID, 'assign'), { technician_ID: await technicianID(app) })
  expect(status).toBe(200)
  return ID
}

describe('my orders', () => {
  it('are those that a technician was sent to', async () => {
    const mine = await assigned(), others = await takeOrder(app)
    const list = await found('technician', 'isMine eq true')
    expect(list).toContain(mine)
    expect(list).not.toContain(others)
  })

  it('are those that an agent took, assigned or not', async () => {
    const ID = await takeOrder(app)
    expect(await found('agent', 'isMine eq true')).toContain(ID)
    expect(await found('dispatcher', 'isMine eq true')).not.toContain(ID)
    expect(await found('dispatcher', 'isMine eq false')).toContain(ID)
  })

  it('stay so while they are edited', async () => {
    const ID = await assigned()
    expect((await app.as('technician').post(action(ID, 'draftEdit'), { PreserveChanges: true })).status).toBe(201)
    const { data } = await app.as('technician').get(`${order(ID, false)}?$select=isMine`)
    expect(data.isMine).toBe(true)
  })
})

describe('what belongs to an order', () => {
  it.each(['events', 'notes', 'costItems', 'equipmentOrders', 'repairs', 'attachments'])('has the same %s by its path and by expanding it', async name => {
    const orders = await app.as('dispatcher').get(`${WORK_ORDERS}/WorkOrders?$select=ID&$expand=${name}($select=ID;$orderby=ID)&$filter=status_code ne 'New'&$top=20`)
    for (const { ID, [name]: expanded } of orders.data.value) {
      const { status, data } = await app.as('dispatcher').get(`${order(ID)}/${name}?$select=ID&$orderby=ID&$count=true`)
      expect(status).toBe(200)
      const ids = (rows: { ID: string }[]) => rows.map(row => row.ID)
      expect(ids(data.value)).toEqual(ids(expanded))
      expect(data['@odata.count']).toBe(expanded.length)
    }
    expect(orders.data.value.length).toBe(20)
    if (name !== 'attachments') expect(orders.data.value.some((row: Record<string, unknown[]>) => row[name].length > 0)).toBe(true)
  })

  it('can be filtered, sorted and counted by its path', async () => {
    const ID = await assigned()
    const { data } = await app.as('dispatcher').get(`${order(ID)}/events?$filter=type_code ne 'Created'&$orderby=sequence desc&$count=true&$top=1`)
    expect(data['@odata.count']).toBe(2)
    expect(data.value[0].type_code).toBe('Assigned')
    expect((await app.as('dispatcher').get(`${order(ID)}/events/$count`)).data).toBe(3)
  })

  it('is not there for a technician who was sent elsewhere', async () => {
    const ID = await takeOrder(app)
    const { status, data } = await app.as('technician').get(`${order(ID)}/events`)
    expect(status === 404 || data.value.length === 0).toBe(true)
  })

  it('is 404 for an order that does not exist', async () => {
    const { status } = await app.as('dispatcher').get(`${order('00000000-0000-4000-8000-000000000000')}/events`)
    expect(status).toBe(404)
  })
})

test.each(['zh-CN', 'zh-TW', 'en', 'de'])('a list sorts by a text in the language %s', async language => {
  const { status, data } = await app.as('dispatcher').get(`${WORK_ORDERS}/WorkOrders?$select=ID,siteName&$orderby=siteName&$top=1000`, { headers: { 'accept-language': language } })
  expect(status).toBe(200)
  const names = data.value.map((row: { siteName: string | null }) => row.siteName ?? '')
  expect(new Set(names).size).toBeGreaterThan(3)
  // Each name stands in one place: however a language sorts, equal texts are neighbours.
  expect(names.filter((name: string, i: number) => name !== names[i - 1])).toHaveLength(new Set(names).size)
})

describe('whether somebody edits an order', () => {
  const reads = async (path: string) => {
    let data: { value: Record<string, unknown>[] } = { value: [] }
    const statements = await statementsOf(async () => { ({ data } = await app.as('dispatcher').get(`${WORK_ORDERS}/WorkOrders?${path}`)) })
    return { rows: data.value, ofDrafts: statements.filter(sql => /WorkOrders_drafts/i.test(sql)).length }
  }

  it('is looked up for answers that tell it, and for no others', async () => {
    const ID = await takeOrder(app), of = `$filter=ID%20eq%20${ID}`
    expect((await app.as('agent').post(action(ID, 'draftEdit'), { PreserveChanges: true })).status).toBe(201)
    expect(await reads(`${of}&$select=ID,HasDraftEntity&$expand=DraftAdministrativeData($select=InProcessByUser)`)).toMatchObject({ rows: [{ HasDraftEntity: true, DraftAdministrativeData: { InProcessByUser: 'agent' } }], ofDrafts: 1 })
    expect(await reads(of)).toMatchObject({ rows: [{ HasDraftEntity: true, IsActiveEntity: true }], ofDrafts: 1 })
    expect(await reads(`${of}&$select=ID,number`)).toMatchObject({ rows: [{ ID, IsActiveEntity: true }], ofDrafts: 0 })
    expect(await reads(`$apply=filter(ID%20eq%20${ID})/groupby((status_code),aggregate($count%20as%20orders))`)).toMatchObject({ rows: [{ status_code: 'New', orders: 1 }], ofDrafts: 0 })
    const { data } = await app.as('agent').get(`${WORK_ORDERS}/WorkOrders?${of}%20and%20(IsActiveEntity%20eq%20false%20or%20SiblingEntity/IsActiveEntity%20eq%20null)&$select=ID,number`)
    expect(data.value).toMatchObject([{ ID, IsActiveEntity: false }])
  })
})
