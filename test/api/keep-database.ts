import path from 'node:path'
import axios from 'axios'
import cds from '@sap/cds'
import { copyTemplate, deployTemplate, environmentFor, startPostgres } from '../setup/postgres'
import { onDatabase, readModel, readRows, storeDatabase } from './database'
import { orderJourney } from './journey'
import { currentVersion } from './release'

/** What CAP's types leave out. */
interface Facade {
  plugins: Promise<unknown>
  load(files: string): Promise<object>
  minify(csn: object): object
  server(options: object): Promise<{ listening: boolean; address(): { port: number }; once(event: string, then: () => void): void }>
  compile: { to: { sql: { delta(csn: object, options: object): { createsAndAlters: string[] } } } }
}

const DATABASE = 'aftersales_release'

/**
 * Deploys this release to PostgreSQL with its sample data, has people work with it, and keeps what its database then is, for the test that
 * later releases start from it. Run at a release, beside `npm run check-api -- --write`.
 */
async function main(): Promise<void> {
  const postgres = await startPostgres()
  try {
    await deployTemplate(postgres.access)
    await copyTemplate(postgres.access, DATABASE)
    Object.assign(process.env, environmentFor(postgres.access, DATABASE), { CDS_TYPESCRIPT: 'true', AFTERSALES_UI5: 'off', NODE_ENV: 'test', NO_TELEMETRY: 'true' })
    cds.root = path.resolve(__dirname, '../..')
    const facade = cds as unknown as Facade
    await facade.plugins
    const server = await facade.server({ service: 'all', from: '*', port: 0 })
    if (!server.listening) await new Promise<void>(resolve => server.once('listening', resolve))
    const baseURL = `http://localhost:${server.address().port}`
    const number = await orderJourney(user => axios.create({ baseURL, auth: { username: user, password: '' }, validateStatus: () => true }), 'Spindle stops after a minute')
    console.log(`Kept with the order ${number.number}`)
    const statements = facade.compile.to.sql.delta(facade.minify(await facade.load('*')), { dialect: 'postgres', kind: 'postgres' }).createsAndAlters
    const file = await onDatabase({ ...postgres.access, database: DATABASE }, async client =>
      storeDatabase(currentVersion(), { statements, model: await readModel(client), rows: await readRows(client) }))
    console.log(`${path.relative(cds.root, file)} is the database of ${currentVersion()} now.`)
  } finally {
    await postgres.stop()
  }
}

main().then(() => process.exit(0), error => {
  console.error(error)
  process.exit(1)
})
