import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { Client } from 'pg'
import type { PostgresAccess } from '../setup/postgres'

/** What a release left on PostgreSQL: how its tables came about, what CAP noted of its model, and rows. */
export interface StoredDatabase { statements: string[]; model: string; rows: Rows }

export type Row = Record<string, unknown>
/** By table. */
export type Rows = Record<string, Row[]>

const MODEL = 'cds_model'
const fileOf = (version: string) => path.join(__dirname, `${version}.postgres.json.gz`)

export const storedDatabase = (version: string): StoredDatabase => JSON.parse(zlib.gunzipSync(fs.readFileSync(fileOf(version))).toString('utf8')) as StoredDatabase

export function storeDatabase(version: string, database: StoredDatabase): string {
  fs.writeFileSync(fileOf(version), zlib.gzipSync(JSON.stringify(database), { level: 9 }))
  return fileOf(version)
}

export async function onDatabase<T>(access: PostgresAccess, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(access)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Tables of the application with their rows; those without are there as well. */
export async function readRows(client: Client): Promise<Rows> {
  const { rows: tables } = await client.query<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '${MODEL}' ORDER BY tablename`)
  const found: Rows = {}
  for (const { tablename } of tables) found[tablename] = (await client.query<{ rows: Row[] }>(`SELECT coalesce(json_agg(t), '[]') AS rows FROM "${tablename}" t`)).rows[0].rows
  return found
}

/** CAP's note of the model that the tables were deployed from: the next deployment starts from there. */
export async function readModel(client: Client): Promise<string> {
  return (await client.query<{ csn: string }>(`SELECT csn FROM ${MODEL}`)).rows[0].csn
}

/** Brings an empty database to where the release left it. */
export async function restore(client: Client, { statements, model, rows }: StoredDatabase): Promise<void> {
  await client.query('BEGIN')
  for (const statement of statements) await client.query(statement)
  for (const [table, entries] of Object.entries(rows)) {
    if (entries.length) await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, [JSON.stringify(entries)])
  }
  await client.query(`CREATE TABLE ${MODEL} (csn text)`)
  await client.query(`INSERT INTO ${MODEL} VALUES ($1)`, [model])
  await client.query('COMMIT')
}
