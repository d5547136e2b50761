import './environment'
import http from 'node:http'
import path from 'node:path'
import { parseArgs } from 'node:util'
import facade from '@sap/cds'
import express from 'express'
import { prepareDatabase } from './data/database'
import { keepStatementsPrepared } from './data/prepared-statements'
import { handleDocuments } from './documents/handlers'
import { administer } from './wire/admin'
import { announceIn } from './wire/events'
import { putInFront } from './wire/front'
import { serveSoap } from './wire/soap'

/** The parts of CAP that start a server are not in its types. */
const cds = facade as any

const { values: options } = parseArgs({
  options: { port: { type: 'string', default: '4300' }, host: { type: 'string', default: '127.0.0.1' }, database: { type: 'string', default: process.env.HOST_ERP_DATABASE ?? ':memory:' }, events: { type: 'string' } }
})

/** The stand-in for SAP S/4HANA as a process of its own: `tsx test/host-erp/server.ts --port 4300 --database .data/host-erp.sqlite`. */
async function serve(): Promise<void> {
  const database = options.database === ':memory:' ? options.database : path.resolve(options.database)
  announceIn(options.events ? path.resolve(options.events) : eventsBeside(database))
  cds.root = __dirname
  keepStatementsPrepared()
  cds.env.requires.db.credentials.url = database
  // Ends idle connections to itself before the server does (after five seconds): a request in that moment would break off.
  cds.env.cov2ap.httpAgent = new http.Agent({ keepAlive: true, timeout: 3000 })
  cds.once('loaded', serveInsteadOfCalling)
  cds.once('bootstrap', (app: express.Express) => { administer(app); putInFront(app); serveSoap(app) })
  cds.once('served', async () => {
    await prepareDatabase()
    handleDocuments()
  })
  const app = express()
  app.listen = ((port: number) => http.createServer(app).listen(port, options.host)) as typeof app.listen
  await cds.plugins
  const server = await cds.server({ service: 'all', from: '*', port: Number(options.port), app }) as http.Server
  if (!server.listening) await new Promise(resolve => server.once('listening', resolve))
  const url = `http://${options.host}:${(server.address() as { port: number }).port}`
  cds.emit('listening', { server, url })
  console.log(`Stand-in for the host ERP at ${url} (database ${database})`)
  process.send?.({ url })
}

/** A database that outlives the process has its file of events beside it, where the service looks for it while developing. */
const eventsBeside = (database: string) => (database === ':memory:' ? undefined : path.join(path.dirname(database), 'host-events'))

/** What a field holds that nobody filled: the host has no nulls in text, figures and flags. */
const INITIAL: Record<string, unknown> = { 'cds.String': '', 'cds.Decimal': 0, 'cds.Integer': 0, 'cds.Boolean': false }

/** The models describe a remote system; here they are the system: every entity gets its table, every field its initial value. */
function serveInsteadOfCalling(model: { definitions?: Record<string, any> }): void {
  for (const [name, definition] of Object.entries(model.definitions ?? {})) {
    delete definition['@cds.external']
    delete definition['@cds.persistence.skip']
    if (definition.kind !== 'entity') continue
    if (model.definitions![name.split('.')[0]]?.['@readonly']) definition['@readonly'] = true
    for (const element of Object.values(definition.elements) as any[])
      if (element.type in INITIAL && !element.default) element.default = { val: INITIAL[element.type] }
  }
}

process.once('disconnect', () => process.exit(0))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))
serve().catch(error => {
  console.error(error)
  process.exit(1)
})
