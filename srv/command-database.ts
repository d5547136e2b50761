import { existsSync } from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { entities } from './entities'

/** How long SQLite waits for the server that has the same file open. */
const PATIENCE_MS = 15_000

/**
 * Connects to the database of the active profile (`CDS_ENV`) without starting the services.
 * @throws when there is no database yet, saying how to make one
 */
export async function openDatabase(): Promise<void> {
  const { kind, impl = '', credentials } = (cds.env.requires as any).db
  if (kind === 'sqlite' || impl.includes('sqlite')) awaitOtherProcesses(credentials?.url ?? credentials?.database)
  await (cds as any).plugins
  const csn = await cds.load('*')
  cds.model = cds.compile.for.nodejs(csn as never) as never
  cds.db = await cds.connect.to('db')
  await requireTables()
}

function awaitOtherProcesses(url?: string) {
  if (!url || url === ':memory:') throw new Error('This profile keeps its data in memory only: a command finds nothing there. Set CDS_ENV to another profile.')
  const file = path.resolve(cds.root, url)
  // Opening a file that isn't there would make an empty database.
  if (!existsSync(file)) throw new Error(`There is no database ${url} yet: run "npm start" or "npx cds deploy" once.`)
  const db = (cds.env.requires as any).db
  db.client = { timeout: PATIENCE_MS, ...db.client }
}

async function requireTables() {
  try {
    await cds.tx(() => SELECT.one.from(entities().NumberRanges).columns('object'))
  } catch (cause) {
    throw new Error(`The database has no tables of this version: run "npm start" or "npx cds deploy" once. (${(cause as Error).message})`, { cause })
  }
}
