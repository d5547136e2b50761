import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import axios from 'axios'
import { startHostErp } from '../host-erp/start'
import { type DatabaseName, onDatabase } from './database'
import { outOfOrder } from './checks'
import { ServiceUnderFire } from './service-under-fire'

/**
 * How fast messages drain, once the host is up, against 5 ms latency.
 * `tsx test/faults/drain.ts 500 [--database postgres] [--instances 2] [--unverified]`
 */
const { values: options, positionals: [count = '500'] } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string', default: 'sqlite' }, instances: { type: 'string', default: '1' }, unverified: { type: 'boolean', default: false } }
})
const WRITES = Number(count)

async function main(environment: Record<string, string>): Promise<void> {
  const erp = await startHostErp()
  const credentials = { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 5000 }
  const host = JSON.stringify({ kind: 'odata-v2', credentials, delivery: { verify: !options.unverified, sweep: 1000, probe: 250 } })
  const services = Array.from({ length: Number(options.instances) }, () => new ServiceUnderFire({ ...environment, FAULTS_HOST: host }))
  const [service] = services
  try {
    await axios.put(`${erp.url}/__faults`, { rates: { unavailable: 1 }, applyTo: 'all', retryAfter: 0 })
    for (const each of services) await each.start()
    const orders = Array.from({ length: Math.ceil(WRITES / 3) }, () => crypto.randomUUID())
    const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '0.001' }
    const from = performance.now()
    for (let id = 0; id < WRITES; id += 10) {
      await Promise.all(Array.from({ length: Math.min(10, WRITES - id) }, (_, i) => services[i % services.length].submit(
        id + i, 'reservation.create', { costObject: { costCenter: '10101301' }, items: [part] }, { workOrder_ID: orders[(id + i) % orders.length] })))
    }
    const submitted = (performance.now() - from) / 1000
    await axios.put(`${erp.url}/__faults`, { latency: { ms: 5 } })
    const up = performance.now()
    while (await service.left('Confirmed')) await wait(100)
    const seconds = (performance.now() - up) / 1000
    const wrong = outOfOrder(await service.messages())
    const { data: { counts } } = await axios.get(`${erp.url}/__documents`)
    const documents = Object.values(counts.reservation as Record<string, number>)
    if (documents.length !== WRITES || documents.some(number => number !== 1)) wrong.push(`${WRITES} documents were wanted, the host has ${documents.reduce((sum, number) => sum + number, 0)}`)
    console.log(`${options.database}: ${WRITES} messages written in ${submitted.toFixed(1)} s while the host was down, then confirmed in ${seconds.toFixed(1)} s: ${(WRITES / seconds).toFixed(0)} documents/s`)
    if (services.length > 1) console.log(`  of them ${services.map(each => each.confirmed).join(' + ')} by ${services.length} instances`)
    console.log(wrong.length ? `  WRONG: ${wrong.slice(0, 10).join('\n    ')}` : '  each exists once, in the order of its work order')
    process.exitCode = wrong.length ? 1 : 0
  } finally {
    await Promise.all(services.map(each => each.stop()))
    await erp.stop()
  }
}

void onDatabase(options.database as DatabaseName, main)
