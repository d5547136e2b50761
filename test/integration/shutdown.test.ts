import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import axios from 'axios'
import { onDatabase } from '../faults/database'
import { twoInstances } from '../faults/instances'
import { ServiceUnderFire } from '../faults/service-under-fire'
import { startHostErp } from '../host-erp/start'
import { openBooks } from '../load/books'
import { isPostgres } from '../setup/app'

jest.setTimeout(120_000)

const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '1' }
const reservation = { costObject: { costCenter: '10101301' }, items: [part] }

/** A lease that no test outlives: what is taken at once afterwards was given back. */
const DELIVERY = { lease: 600_000, settle: 300, sweep: 500, probe: 300, firstDelay: 50 }
const settings = (limit: number) => ({ FAULTS_SHUTDOWN: JSON.stringify({ limit, delay: 400 }) })

/** What became of the only message, asked while no instance runs. */
async function message(environment: Record<string, string>): Promise<Record<string, unknown>> {
  const statement = 'select state_code as state, attempts, lastErrorCode as reason from aftersales_HostMessages'
  if (!isPostgres()) return { ...new DatabaseSync(JSON.parse(environment.CDS_CONFIG).requires.db.credentials.url).prepare(statement).get() }
  const books = await openBooks(environment)
  try {
    return (await books.query(statement)).rows[0]
  } finally {
    await books.end()
  }
}

test('on SIGTERM a request under way is answered, readiness says no, new ones are refused, and the process ends with 0', () =>
  onDatabase(isPostgres() ? 'postgres' : 'sqlite', async environment => {
    const service = new ServiceUnderFire({ ...environment, ...settings(7_000), FAULTS_HOST: '{}' })
    await service.start()
    try {
      const health = () => axios.get(`${service.url}/health/ready`, { validateStatus: () => true })
      expect((await health()).status).toBe(200)
      const slow = axios.get(`${service.url}/slow?ms=2000`)
      await wait(200)
      const ended = service.end()
      await wait(150)
      expect(await health()).toMatchObject({ status: 503, data: { status: 'DOWN' }, headers: { connection: 'close' } })
      expect((await axios.get(`${service.url}/health`, { validateStatus: () => true })).status).toBe(503)
      await wait(800)
      await expect(health()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
      expect((await slow).data).toEqual({ orders: expect.any(Number) })
      expect(await ended).toBe(0)
    } finally {
      await service.stop()
    }
  }))

test('a message that the host does not answer is given back: another instance sends it at once, and the document exists once', () =>
  onDatabase(isPostgres() ? 'postgres' : 'sqlite', async environment => {
    const erp = await startHostErp()
    const credentials = { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 60_000 }
    const variables = { ...environment, ...settings(1_000), FAULTS_HOST: JSON.stringify({ kind: 'odata-v2', credentials, delivery: DELIVERY }) }
    const [first, second] = [new ServiceUnderFire(variables), new ServiceUnderFire(variables)]
    try {
      await first.start()
      await axios.put(`${erp.url}/__faults`, { next: ['hang'] })
      await first.submit(1, 'reservation.create', reservation, { cause: { entity: 'shutdown', ID: '1' } })
      while (!(await axios.get(`${erp.url}/__counters`)).data.faults.hang) await wait(50)
      const from = performance.now()
      expect(await first.end()).toBe(0)
      expect(performance.now() - from).toBeLessThan(9_000)
      expect(await message(environment)).toEqual({ state: 'Pending', attempts: 1, reason: 'INSTANCE_ENDED' })
      await second.start()
      const again = performance.now()
      while (await second.left('Confirmed')) {
        if (performance.now() - again > 40_000) throw new Error(JSON.stringify(await second.messages()))
        await wait(100)
      }
      const [row] = await second.messages()
      expect((await axios.get(`${erp.url}/__documents`, { params: { key: row.idempotencyKey } })).data.documents).toHaveLength(1)
    } finally {
      await Promise.all([first.stop(), second.stop()])
      await erp.stop()
    }
  }))

// Two processes can't share a database in memory, and a file admits one writer: that would be about SQLite.
if (isPostgres()) test('of two instances under load one is killed and later the other one ended: nobody waits for ever, nothing is lost or doubled', async () => {
  const lines: string[] = []
  const wrong = await twoInstances({ seconds: 10, perSecond: 1, seed: 5 }, line => lines.push(line))
  expect({ wrong, lines }).toEqual({ wrong: [], lines })
})
