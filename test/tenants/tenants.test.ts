import { setTimeout as sleep } from 'node:timers/promises'
import type { AxiosInstance } from 'axios'
import { startHosts, type Hosts } from './hosts'
import { startTenantServer, type TenantServer } from './server'

const ORDERS = '/odata/v4/work-orders/WorkOrders', MESSAGES = '/odata/v4/host-erp/HostMessages', QUALITY = '/odata/v4/quality'
const COMPANIES = ['red', 'blue'], LATE = 'late'
const REQUIRES = {
  S4HANA: { credentials: { destination: 'S4HANA' }, delivery: { maxFailures: 1 } },
  spareParts: { look: 500, planningLook: 0 }
}
const SP_1004 = '329b22ce-3702-5493-9892-8c2fadd43168'

/** Two companies on one installation, each with the same sample equipment and a database of its own. */
describe('two companies', () => {
  let server: TenantServer, hosts: Hosts
  const taken: Record<string, { ID: string; number: string }> = {}

  beforeAll(async () => {
    hosts = await startHosts()
    server = await startTenantServer([...COMPANIES, LATE], REQUIRES, hosts.environment)
    for (const company of COMPANIES) await subscribe(server, company)
    for (const company of COMPANIES) taken[company] = await take(server.of(company), company)
  }, 240_000)
  afterAll(async () => {
    await server?.stop()
    await hosts?.stop()
  })

  const each = test.each(COMPANIES.map(company => [company, COMPANIES.find(other => other !== company)!]))

  each('count their numbers apart: %s begins like %s', (company, other) => {
    expect(taken[company].number).toBe(taken[other].number)
    expect(taken[company].ID).not.toBe(taken[other].ID)
  })

  each('%s reads its own orders and none of %s', async (company, other) => {
    const own = server.of(company)
    expect((await own.get(`${ORDERS}(ID=${taken[company].ID},IsActiveEntity=true)`)).data.symptom).toBe(`Leaks, says ${company}`)
    expect((await own.get(`${ORDERS}(ID=${taken[other].ID},IsActiveEntity=true)`)).status).toBe(404)
    expect((await own.get(`${ORDERS}?$filter=contains(symptom,'Leaks, says')&$select=symptom`)).data.value.map((row: { symptom: string }) => row.symptom)).toEqual([`Leaks, says ${company}`])
  })

  each('%s changes nothing of %s', async (company, other) => {
    const { status } = await server.of(company).post(`${ORDERS}(ID=${taken[other].ID},IsActiveEntity=true)/aftersales.WorkOrderService.release`, {})
    expect(status).toBe(404)
    expect((await server.of(other).get(`${ORDERS}(ID=${taken[other].ID},IsActiveEntity=true)?$select=status_code`)).data.status_code).toBe('New')
  })

  each('%s reads its own attachments and none of %s', async (company, other) => {
    const attachments = (ID: string) => `${ORDERS}(ID=${ID},IsActiveEntity=true)/attachments`
    const { status, data } = await server.of(company).post(attachments(taken[company].ID), { filename: `${company}.txt`, mimeType: 'text/plain' })
    expect({ status, data }).toMatchObject({ status: 201 })
    expect((await server.of(company).get(attachments(taken[company].ID))).data.value).toMatchObject([{ filename: `${company}.txt` }])
    expect((await server.of(company).get(attachments(taken[other].ID))).data.value ?? []).toEqual([])
  })

  each('%s has a trail of its own, whose chains begin there, and none of %s', async (company, other) => {
    const raised = await server.of(company).post(`${QUALITY}/WorkOrders(${taken[company].ID})/aftersales.QualityService.raiseNotification`, { type_code: 'Q1' })
    expect(raised).toMatchObject({ status: 200 })
    const trailOf = async (reader: string) => (await server.of(reader).get(`${QUALITY}/AuditEvents?$filter=objectID eq '${raised.data.ID}'&$orderby=sequence`)).data.value as { sequence: number; userId: string }[]
    const own = await trailOf(company)
    expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, index) => index + 1))
    expect(own[0]).toMatchObject({ userId: company })
    expect(await trailOf(other)).toEqual([])
  })

  test('each sends its messages to its own host, at the same time, and hears from no other', async () => {
    const orders: Record<string, number> = { red: 7, blue: 9 }
    await Promise.all(COMPANIES.map(async company => {
      const wish = { part_ID: SP_1004, plant: '1010', storageLocation: '0001', quantity: orders[company] }
      expect(await server.of(company).post('/odata/v4/spare-parts/requisitionForStock', wish)).toMatchObject({ status: 200 })
    }))
    for (const company of COMPANIES) {
      const heard = await eventually(() => messages(server.of(company)), rows => rows.some(row => row.lastError))
      expect(heard.map(row => row.lastError)).toEqual([expect.stringContaining(`Refused by the host of ${company}`)])
      const written = hosts.asked(company).filter(({ method, path }) => method === 'POST' && /PURCHASEREQ/i.test(path)).map(({ body }) => body)
      expect(written).toEqual([expect.stringContaining(heard[0].idempotencyKey)])
    }
    expect(hosts.asked('provider')).toEqual([])
  })

  test('who subscribes later gets rounds of its own, which end with the subscription', async () => {
    await subscribe(server, LATE)
    await eventually(() => hosts.asked(LATE).length, asked => asked > 0)
    expect((await server.platform.delete(`/-/cds/saas-provisioning/tenant/${LATE}`, { data: { subscribedTenantId: LATE } })).status).toBeLessThan(300)
    const [late, red] = [LATE, 'red'].map(company => hosts.asked(company).length)
    await eventually(() => hosts.asked('red').length, asked => asked > red)
    expect(hosts.asked(LATE)).toHaveLength(late)
    expect((await server.of('red').get(`${ORDERS}/$count`)).status).toBe(200)
  })

  test('a trail is verified in the database of its company', async () => {
    expect(await server.verifyAudit('red')).toMatch(/^[1-9]\d* events in [1-9]\d* chains.*: all whole\.$/m)
  })

  test('who has no company is nobody', async () => {
    expect((await server.of('green').get(ORDERS)).status).toBe(401)
  })

  test('no work ran without a company', () => {
    expect(server.said()).not.toMatch(/no such table|tenant.*undefined|No tenant/i)
  })
})

async function take(client: AxiosInstance, company: string): Promise<{ ID: string; number: string }> {
  const { status, data } = await client.post('/odata/v4/work-orders/intake', { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: `Leaks, says ${company}` })
  if (status !== 200) throw new Error(`${company}: ${status} ${JSON.stringify(data)}`)
  return data as { ID: string; number: string }
}

interface Message { lastError: string | null; idempotencyKey: string }

const messages = async (client: AxiosInstance): Promise<Message[]> => (await client.get(MESSAGES)).data.value as Message[]

async function subscribe({ platform, said }: TenantServer, company: string): Promise<void> {
  const { status, data } = await platform.put(`/-/cds/saas-provisioning/tenant/${company}`, { subscribedTenantId: company, eventType: 'CREATE' })
  if (status >= 300) throw new Error(`${company}: ${status} ${JSON.stringify(data)}\n${said()}`)
}

/** What was found when it is as wanted, or at last. */
async function eventually<T>(find: () => T | Promise<T>, isWanted: (found: T) => boolean): Promise<T> {
  for (let end = Date.now() + 10_000; ; await sleep(100)) {
    const found = await find()
    if (isWanted(found)) return found
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(found)}`)
  }
}
