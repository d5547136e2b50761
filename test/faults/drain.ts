import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import axios from 'axios'
import { startHostErp } from '../host-erp/start'
import { ServiceUnderFire } from './service-under-fire'

/** How fast messages drain against a host with 5 ms latency: `tsx test/faults/drain.ts [writes] [unverified]`, on SQLite. */
async function main(): Promise<void> {
  const writes = Number(process.argv[2] ?? 500)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-drain-'))
  const environment = { CDS_CONFIG: JSON.stringify({ requires: { db: { kind: 'sqlite', credentials: { url: path.join(folder, 'service.sqlite') } } } }) }
  spawnSync(process.execPath, ['node_modules/@sap/cds-dk/bin/cds.js', 'deploy'], { env: { ...process.env, NODE_ENV: 'test', ...environment } })
  const erp = await startHostErp()
  const credentials = { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 5000 }
  const service = new ServiceUnderFire({ ...environment, FAULTS_HOST: JSON.stringify({ kind: 'odata-v2', credentials, delivery: { verify: process.argv[3] !== 'unverified' } }) })
  try {
    await axios.put(`${erp.url}/__faults`, { latency: { ms: 5 } })
    await service.start()
    const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '0.001' }
    const from = performance.now()
    for (let id = 0; id < writes; id += 10) {
      await Promise.all(Array.from({ length: 10 }, (_, i) => service.submit(id + i, 'reservation.create', { costObject: { costCenter: '10101301' }, items: [part] }, {})))
    }
    const submitted = performance.now() - from
    while ((await service.messages()).some(row => row.state_code !== 'Confirmed')) await new Promise(resolve => setTimeout(resolve, 200))
    const seconds = (performance.now() - from) / 1000
    console.log(`${writes} messages: written in ${(submitted / 1000).toFixed(1)} s, confirmed in ${seconds.toFixed(1)} s: ${(writes / seconds).toFixed(0)} documents/s`)
  } finally {
    await service.stop()
    await erp.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

void main()
