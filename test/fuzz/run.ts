import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { onDatabases } from '../faults/database'
import { startHostErp } from '../host-erp/start'
import { fuzz } from './fuzz'

/**
 * Random requests against every service, and whether the rows still hold what they promise afterwards.
 * `npm run fuzz -- --requests 10000 --seed 1 --database sqlite,postgres --log fuzz.log`
 */
const { values: options } = parseArgs({ options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, database: { type: 'string', default: 'sqlite,postgres' }, log: { type: 'string' } } })
const [REQUESTS, SEED] = [options.requests, options.seed].map(Number)

async function run(database: string, environment: Record<string, string>): Promise<number> {
  const erp = await startHostErp()
  const host = JSON.stringify({ kind: 'odata-v2', credentials: { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout: 5000 }, replication: { every: 0 } })
  const log = options.log ? fs.openSync(options.log, 'a') : 'ignore'
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'service-process.ts')], {
    env: { ...process.env, NODE_ENV: 'test', CDS_TYPESCRIPT: 'true', AFTERSALES_UI5: 'off', NO_TELEMETRY: 'true', ...environment, FUZZ_HOST: host }, stdio: ['ignore', log, log, 'ipc']
  })
  try {
    const { port, paths } = await said<{ port: number; paths: string[] }>(child)
    const outcome = await fuzz({ url: `http://127.0.0.1:${port}`, paths, requests: REQUESTS, seed: SEED, tell: failure => console.log(JSON.stringify(failure)) })
    const broken = said<{ broken: string[] }>(child)
    child.send({})
    const rows = (await broken).broken
    for (const row of rows) console.log(`broken: ${row}`)
    const { requests, seconds, statuses, failures, slowest } = outcome
    console.log(`${database}, seed ${SEED}: ${requests} requests in ${seconds.toFixed(0)} s, ${failures.length} failures, ${rows.length} broken invariants; answers ${JSON.stringify(statuses)}; slowest ${slowest.milliseconds} ms (${slowest.what})`)
    return failures.length + rows.length
  } finally {
    child.kill('SIGKILL')
    await erp.stop()
  }
}

const said = <T>(child: ChildProcess): Promise<T> => new Promise((resolve, reject) => {
  child.once('message', message => resolve(message as T))
  child.once('exit', code => reject(new Error(`The service ended with ${code}`)))
})

onDatabases(options.database, run).catch(error => {
  console.error(error)
  process.exit(1)
})
