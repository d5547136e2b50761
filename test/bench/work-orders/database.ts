import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { copyTemplate, deployTemplate, dropTestDatabases, environmentFor, startPostgres } from '../../setup/postgres'

export type Row = Record<string, string | number | boolean | null | undefined>

/** A deployed database to fill, and the environment by which the server finds it. */
export interface Database {
  env: Record<string, string>
  insert(table: string, rows: Row[]): Promise<void>
  /** Runs one statement of ours. */
  run(sql: string): Promise<void>
  /** Rows of one SELECT of ours. */
  query(sql: string): Promise<Record<string, unknown>[]>
  /** After loading: what the database would do by itself before long. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Databases of one kind for one run; `dispose` takes everything away. */
export interface DatabaseKind { origin: string; create(name: string): Promise<Database>; dispose(): Promise<void> }

const ROOT = path.resolve(__dirname, '../../..')

/** Model files that only this benchmark needs. */
export const BENCH_MODEL = { cds_folders_bench: 'test/bench/work-orders/' }

export const kinds: Record<string, () => Promise<DatabaseKind>> = { sqlite, postgres }

async function sqlite(): Promise<DatabaseKind> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-bench-'))
  return {
    origin: `SQLite ${process.versions.sqlite}, a file`,
    create: async name => sqliteDatabase(path.join(folder, `${name}.sqlite`)),
    dispose: async () => fs.rmSync(folder, { recursive: true, force: true })
  }
}

function sqliteDatabase(file: string): Database {
  const env = { ...BENCH_MODEL, CDS_CONFIG: JSON.stringify({ requires: { db: { credentials: { url: file } } } }) }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/@sap/cds-dk/bin/cds.js', 'deploy'], {
    cwd: ROOT, env: { ...process.env, ...env }, encoding: 'utf8'
  })
  if (status) throw new Error(`Deployment to SQLite failed:\n${stdout}\n${stderr}`)
  const db = new DatabaseSync(file)
  db.exec('PRAGMA synchronous = OFF') // for this connection, while loading
  return {
    env,
    insert: async (table, rows) => {
      const columns = columnsOf(rows)
      const insert = db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.map(() => '?')})`)
      db.exec('BEGIN')
      for (const row of rows) insert.run(...columns.map(column => sqliteValue(row[column])))
      db.exec('COMMIT')
    },
    run: async sql => db.exec(sql),
    query: async sql => db.prepare(sql).all(),
    // The product gathers no statistics on SQLite, so the benchmark doesn't either.
    settle: async () => {},
    close: async () => db.close()
  }
}

const sqliteValue = (value: Row[string]) => (typeof value === 'boolean' ? Number(value) : (value ?? null))

async function postgres(): Promise<DatabaseKind> {
  const { access, origin, stop } = await startPostgres()
  process.env.cds_folders_bench = BENCH_MODEL.cds_folders_bench
  await deployTemplate(access)
  return {
    origin,
    create: async name => {
      const database = `aftersales_test_bench_${name}`
      await copyTemplate(access, database)
      const client = new Client({ ...access, database })
      await client.connect()
      return postgresDatabase(client, { ...BENCH_MODEL, ...environmentFor(access, database) })
    },
    dispose: async () => {
      if (process.env.PGHOST) await dropTestDatabases(access)
      await stop()
    }
  }
}

/** @param client connected */
export function postgresDatabase(client: Client, env: Record<string, string>): Database {
  return {
    env,
    insert: async (table, rows) => {
      const columns = columnsOf(rows)
      const lower = rows.map(row => Object.fromEntries(columns.map(column => [column.toLowerCase(), row[column]])))
      await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1)`, [JSON.stringify(lower)])
    },
    run: async sql => void (await client.query(sql)),
    query: async sql => (await client.query(sql)).rows,
    settle: async () => void (await client.query('VACUUM ANALYZE')),
    close: () => client.end()
  }
}

const columnsOf = (rows: Row[]) => [...new Set(rows.flatMap(row => Object.keys(row)))]
