import cds from '@sap/cds'
import axios from 'axios'
import { startApp } from '../setup/app'

const app = startApp()
const open = (path: string) => axios.get(`${app.url()}${path}`, { validateStatus: () => true })

interface Health { status: string; checks?: object; conditions?: Record<string, { status: string; reason?: string }> }

test('whoever asks learns whether the process lives and whether it is ready, and no more', async () => {
  for (const path of ['/health', '/health/live', '/health/ready']) {
    const { status, data } = await open(path)
    expect([path, status, data]).toEqual([path, 200, { status: 'UP' }])
  }
  expect((await app.as('agent').get('/health/ready')).data).toEqual({ status: 'UP' })
})

test('an Admin is told about the parts; a host that nobody reaches leaves the service ready', async () => {
  const detail = async () => (await app.as('admin').get<Health>('/health/ready')).data
  expect(await detail()).toMatchObject({ status: 'UP', checks: { database: 'UP', isShuttingDown: false }, conditions: { host: { status: 'UP' } } })
  const { hostCircuit } = await import('../../srv/host-erp/s4/connection')
  const refused = () => hostCircuit().run(() => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).catch(() => {})
  for (let i = 0; i < 6; i++) await refused()
  expect(await detail()).toMatchObject({ status: 'DEGRADED', conditions: { host: { status: 'DEGRADED', reason: 'ECONNREFUSED' } } })
  expect(await open('/health/ready')).toMatchObject({ status: 200, data: { status: 'UP' } })
})

test('while the database does not answer the process lives and is not ready; then it is again', async () => {
  const db = cds.db as unknown as { run: unknown }
  const { run } = db
  db.run = () => new Promise(resolve => setTimeout(resolve, 4_000, [{ one: 1 }]))
  await new Promise(resolve => setTimeout(resolve, 1_100))
  const from = performance.now()
  expect(await open('/health/ready')).toMatchObject({ status: 503, data: { status: 'DOWN' } })
  expect(performance.now() - from).toBeLessThan(3_500)
  expect((await open('/health/live')).status).toBe(200)
  db.run = run
  const deadline = Date.now() + 15_000
  while ((await open('/health/ready')).status !== 200 && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 300))
  expect((await open('/health/ready')).status).toBe(200)
})

test('of many who ask in a second one asks the database', async () => {
  const db = cds.db as unknown as { run: (...args: unknown[]) => unknown }
  const { run } = db
  let asked = 0
  db.run = (...args) => { if (args[0] === 'SELECT 1 AS one') asked++; return run.apply(cds.db, args) }
  await Promise.all(Array.from({ length: 50 }, () => open('/health/ready')))
  db.run = run
  expect(asked).toBeLessThanOrEqual(2)
})
