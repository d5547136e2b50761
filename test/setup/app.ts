import http from 'node:http'
import path from 'node:path'
import cds from '@sap/cds'
import axios, { type AxiosInstance, type AxiosResponse } from 'axios'
import { copyTemplate, deployInto } from './postgres'
import { usePrepared } from './prepared'

export const WORK_ORDERS = '/odata/v4/work-orders'
export const MASTER_DATA = '/odata/v4/master-data'
const SERVICE = 'aftersales.WorkOrderService'
/** A server that was busy for seconds has closed the connections that were kept, and a request on one of them would be lost. */
const httpAgent = new http.Agent({ keepAlive: false })

/** The running application, and how tests speak to it. */
export interface App {
  url(): string
  /** OData client of a development user; answers every status without throwing. */
  as(user: string): AxiosInstance
}

/**
 * Starts the application on this worker's own database with fresh sample data, for one test file:
 * SQLite in memory, or a copy of the PostgreSQL template.
 *
 * @param folder of a model of its own, for an installation that picks from this one
 * @param isExtended its tables are others, and are deployed
 */
export function startApp(folder?: string, isExtended = false): App {
  const access = process.env.AFTERSALES_TEST_POSTGRES
  if (isPostgres()) beforeAll(() => copyTemplate(JSON.parse(access!), process.env.AFTERSALES_TEST_DATABASE!))
  if (isPostgres() && isExtended) beforeAll(() => deployInto(JSON.parse(access!), process.env.AFTERSALES_TEST_DATABASE!, folder!), 60_000)
  cds.root = path.resolve(__dirname, '../..')
  if (!isExtended) usePrepared(folder)
  const test = cds.test('serve', folder ?? 'all', ...(isPostgres() ? [] : ['--in-memory'])) as unknown as { url: string }
  afterAll(disconnect)
  const clients = new Map<string, AxiosInstance>()
  const as = (user: string) => {
    if (!clients.has(user)) {
      clients.set(user, axios.create({ baseURL: test.url, auth: { username: user, password: '' }, validateStatus: () => true, httpAgent }))
    }
    return clients.get(user)!
  }
  return { url: () => test.url, as }
}

/** The queue's timers outlive a test file: what they ask for afterwards must not open a connection again. */
async function disconnect(): Promise<void> {
  const db = cds.db as unknown as { acquire(): Promise<unknown>; disconnect(): Promise<void> }
  db.acquire = () => new Promise(() => {})
  await db.disconnect()
}

export const isPostgres = () => Boolean(process.env.CDS_ENV?.includes('pg'))

/** Path of an active or draft work order. */
export const order = (ID: string, isActive = true) => `${WORK_ORDERS}/WorkOrders(ID=${ID},IsActiveEntity=${isActive})`

/** Path of a bound action. */
export const action = (ID: string, name: string, isActive = true) => `${order(ID, isActive)}/${SERVICE}.${name}`

/** The error that an answer carries: status, code, target and text. */
export function errorOf({ status, data }: AxiosResponse): { status: number; code?: string; target?: string; message?: string } {
  return { status, code: data?.error?.code, target: data?.error?.target, message: data?.error?.message }
}

/** Takes a request by phone for a piece of sample equipment and returns the new order's ID. */
export async function takeOrder(app: App, changes: Record<string, unknown> = {}): Promise<string> {
  const { status, data } = await app.as('agent').post(`${WORK_ORDERS}/intake`, {
    channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'Spindle makes a loud noise', ...changes
  })
  if (status !== 200) throw new Error(`intake failed: ${status} ${JSON.stringify(data)}`)
  return data.ID
}

/** The technician of the sample data who signs in as `technician`. */
export async function technicianID(app: App): Promise<string> {
  const { data } = await app.as('dispatcher').get(`${WORK_ORDERS}/Technicians?$filter=userId eq 'technician'`)
  return data.value[0].ID
}

/** For tests about something else than who may come: the sample data's `technician` works everywhere, and no work asks for more than that. */
export function letTechnicianDoAll(): void {
  beforeAll(async () => {
    const { ID } = (await cds.db.run(SELECT.one.from('aftersales.Technicians').columns('ID').where({ userId: 'technician' })))!
    await cds.db.run(DELETE.from('aftersales.WorkRequirements'))
    await cds.db.run(DELETE.from('aftersales.TechnicianAreas').where({ technician_ID: ID }))
    await cds.db.run(UPDATE('aftersales.Technicians').with({ area_code: null, calendar_code: null } as never).where({ ID }))
  })
}
