import cds from '@sap/cds'
import type { Row } from './csv'

interface Statement { sql: string; values?: unknown[] }
interface Select { columns?: unknown[]; expand?: 'root' }
interface Element { name: string; isAssociation?: boolean; virtual?: boolean }

/** Where this is tried. Elsewhere CAP reads as ever. */
const DATABASES = new Set(['postgres', 'sqlite'])
const database = () => cds.db as unknown as { kind: string; cqn2sql(query: unknown): Statement; run(query: unknown, values?: unknown): Promise<Row[]> }

/**
 * CAP has the database make JSON of each row, which it reads again; on PostgreSQL the making alone takes several times as long as the rows. Here they come as columns where the
 * database can do so, by CAP's own switch for that; with the same values. For many flat rows: nothing is expanded.
 */
export async function plainRows(query: unknown, elements: Record<string, Element>): Promise<Row[]> {
  const rows = await read(query, elements)
  return isJson(rows) ? rows.map(({ _json_: text }) => JSON.parse(text as string) as Row) : rows
}

/** Likewise as the text of a JSON array: what the database has written as such stays as it is. */
export async function jsonRows(query: unknown, elements: Record<string, Element>): Promise<string> {
  const rows = await read(query, elements)
  return isJson(rows) ? `[${rows.map(({ _json_: text }) => text).join(',')}]` : JSON.stringify(rows)
}

async function read(query: unknown, elements: Record<string, Element>): Promise<Row[]> {
  if (!DATABASES.has(database().kind)) return database().run(query)
  const { sql, values } = statement(query, elements)
  return database().run(sql, values)
}

const isJson = (rows: Row[]) => typeof rows[0]?._json_ === 'string'

/** Nothing else is rendered between turning the switch on and off. */
function statement(query: unknown, elements: Record<string, Element>): Statement {
  const { features } = cds.env as unknown as { features: { sql_simple_queries: number } }, { sql_simple_queries: before } = features
  const select = (cds.ql as unknown as { clone(query: unknown): { SELECT: Select } }).clone(query), { SELECT } = select
  // Not everything, as that has associations among it, which are written as JSON.
  if (!SELECT.columns || SELECT.columns.includes('*')) SELECT.columns = Object.values(elements).filter(({ isAssociation, virtual }) => !isAssociation && !virtual).map(({ name }) => ({ ref: [name] }))
  SELECT.expand = 'root'
  features.sql_simple_queries = 1
  try {
    return database().cqn2sql(select)
  } finally {
    features.sql_simple_queries = before
  }
}
