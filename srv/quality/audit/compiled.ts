import cds from '@sap/cds'
import type { Form } from './model'
import type { Key } from './reading'
import type { Runner } from './touching'

/** Stands for the values of the key while a statement is compiled; no record has it. */
const marks = (form: Form): string[] => form.keys.map((_, i) => `\u0001key${i}`)

interface Compiled { sql: string; values: unknown[] }
interface Prepared { all(values: unknown[]): Promise<unknown[]> | unknown[] }
interface Database extends Runner { kind: string; cqn2sql(query: unknown): Compiled; dbc?: object; prepare(sql: string): Prepared | Promise<Prepared> }

const compiled = new WeakMap<Form, Compiled>()
/** SQLite prepares a statement anew each time, which takes as long as running it; PostgreSQL knows them by name. */
const prepared = new WeakMap<object, Map<string, Prepared>>()

/**
 * Reads one record with all that is below it. CAP compiles a query with as many lists anew each time, which takes far longer than running it: the statement for
 * one key is kept.
 *
 * @param db a transaction that has begun
 * @returns undefined outside one, and where the database's statements are not of one piece
 */
export async function readOne(form: Form, columns: unknown[], key: Key, db: Runner): Promise<Record<string, unknown>[] | undefined> {
  const { kind } = cds.db as unknown as Database
  const { dbc } = db as Database
  if (!dbc || (kind !== 'sqlite' && kind !== 'postgres')) return undefined
  const statement = compiled.get(form) ?? compile(form, columns)
  const names = marks(form)
  const values = statement.values.map(value => (names.includes(value as string) ? key[form.keys[names.indexOf(value as string)]] : value))
  const rows = (await (await preparedFor(statement.sql, dbc, kind, db as Database)).all(values)) as { _json_?: string | object }[]
  return rows.map(({ _json_: json }) => (typeof json === 'string' ? JSON.parse(json) : json) as Record<string, unknown>)
}

async function preparedFor(sql: string, connection: object, kind: string, db: Database): Promise<Prepared> {
  const known = prepared.get(connection)?.get(sql)
  if (known) return known
  const statement = await db.prepare(sql)
  if (kind === 'sqlite') prepared.set(connection, (prepared.get(connection) ?? new Map()).set(sql, statement))
  return statement
}

function compile(form: Form, columns: unknown[]): Compiled {
  const query = SELECT.from(form.entity).columns(columns as never).where(Object.fromEntries(form.keys.map((name, i) => [name, marks(form)[i]])) as never)
  Object.assign(query.SELECT, { expand: 'root' })
  const { sql, values } = (cds.db as unknown as Database).cqn2sql(query)
  compiled.set(form, { sql, values })
  return { sql, values }
}
