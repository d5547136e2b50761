import cds from '@sap/cds'
import axios from 'axios'
import { isPostgres, startApp } from '../setup/app'
import { HOST_ERP, startHost } from '../setup/host'
import { wrongInBooks } from '../setup/part-books'
import { PARTS, play, sequences } from '../setup/part-sequences'
import { hostStock, refreshed } from '../setup/parts'

/** `AFTERSALES_PART_SEQUENCES=1000 npx tsx test/run.ts sqlite -- --testPathPatterns parts-property` plays as many; a few in every run, most where several write at once. */
const COUNT = Number(process.env.AFTERSALES_PART_SEQUENCES ?? (isPostgres() ? 40 : 20))
const SEED = Number(process.env.AFTERSALES_PART_SEED ?? 20261122)
const TOGETHER = 20

jest.setTimeout(COUNT * 10_000 + 120_000)

const app = startApp()
const host = startHost(app, { maxFailures: 4, firstDelay: 15, longestDelay: 120, settle: 20 })
const FAULTS = { internalError: 0.04, unavailable: 0.02, dropBefore: 0.03, dropAfter: 0.04, duplicate: 0.02, expiredToken: 0.02, wrongJson: 0.02 }

test(`pieces are neither made nor lost in ${COUNT} random sequences with faults of the host`, async () => {
  const opening = await hostStock(host.erp())
  const plans = sequences(COUNT, SEED)
  for (let round = 0; round * TOGETHER < plans.length; round++) {
    const refused = PARTS[round % PARTS.length]
    await markForDeletion(refused, round % 2 === 1)
    await tell('put', '/__faults', { seed: SEED + round, latency: { ms: 1 }, rates: FAULTS, applyTo: 'writes' })
    await Promise.all(plans.slice(round * TOGETHER, (round + 1) * TOGETHER).map(play))
    await tell('delete', '/__faults')
    await markForDeletion(refused, false)
    await finish(round)
    expect(await wrongInBooks(host.erp(), opening)).toEqual([])
    for (const part of PARTS) await refreshed(part)
    expect(await wrongInBooks(host.erp(), opening)).toEqual([])
  }
  console.log(await counted('PartMovements', 'kind_code'), await counted('HostMessages', 'state_code'))
})

/** How often each code occurs: a game in which nothing happens proves nothing. */
async function counted(entity: string, code: string): Promise<string> {
  const rows = (await cds.db.run(SELECT.from(`aftersales.${entity}`).columns(code, 'count(*) as times').groupBy(code).orderBy(code))) as Record<string, string>[]
  return rows.map(row => `${row[code]} ${row.times}`).join(', ')
}

/** The host refuses whatever it is told of the part. */
const markForDeletion = (part: string, IsMarkedForDeletion: boolean) => tell('post', '/__change', { entity: 'A_Product', key: { Product: part }, data: { IsMarkedForDeletion } })

/** A switch of the stand-in, over a connection of its own: faults break those that are kept. */
async function tell(method: string, path: string, data?: object): Promise<void> {
  const { status } = await axios.request({ method, url: host.erp().url + path, data, headers: { connection: 'close' } })
  expect(status).toBeLessThan(300)
}

/** Waits for all messages; a person looks at what needs attention, and sends it again or, where the host clearly does not have it, gives it up. */
async function finish(round: number): Promise<void> {
  const messages = () => SELECT.from('aftersales.HostMessages').columns('ID', 'lastErrorCode', 'number', 'kind_code', 'state_code', 'lastError', 'dependsOn_ID').orderBy('number')
  const open = (...states: string[]) => cds.db.run(messages().where({ state_code: { in: states } })) as unknown as Promise<Record<string, string>[]>
  for (const end = Date.now() + 90_000; Date.now() < end;) {
    const stuck = await open('NeedsAttention')
    for (const [index, { ID, lastErrorCode }] of stuck.entries()) {
      const isRefusal = lastErrorCode === 'ZHOST/006' && (index + round) % 3 === 0
      await app.as('admin').post(`${HOST_ERP}/HostMessages(${ID})/aftersales.HostErpService.${isRefusal ? 'giveUp' : 'retry'}`, isRefusal ? { reason: 'Not wanted any more' } : {})
    }
    if (!stuck.length && !(await open('Pending', 'Sent')).length) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`Messages to the host are still open: ${JSON.stringify((await open('Pending', 'Sent', 'NeedsAttention')).slice(0, 5))}`)
}
