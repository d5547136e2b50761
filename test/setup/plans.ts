import cds from '@sap/cds'
import { isPostgres } from './app'

interface Transaction { prepare(sql: string): { all(values: unknown[]): Promise<unknown[]> }; exec(sql: string): Promise<{ rows: unknown[] }> }
interface Database extends Transaction { tx<T>(work: (tx: Transaction & { run(sql: string): Promise<unknown> }) => Promise<T>): Promise<T> }
interface Node { 'Node Type': string; 'Relation Name'?: string; 'Index Cond'?: string; 'Recheck Cond'?: string; Plans?: Node[] }

const database = () => cds.db as unknown as Database

/** A transaction has no connection before its first statement. */
const connected = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => database().tx(async tx => {
  await tx.run('SELECT 1')
  return work(tx)
})

/** SQL of the statements that some work runs to read or change rows, each text once. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const db = database()
  const { prepare } = db
  const seen = new Set<string>()
  db.prepare = function (this: unknown, sql: string) {
    if (/^\s*(SELECT|UPDATE|WITH)/i.test(sql) && /aftersales_/i.test(sql)) seen.add(sql)
    return prepare.call(this, sql)
  }
  try {
    await work()
  } finally {
    db.prepare = prepare
  }
  return [...seen]
}

/**
 * Which of these tables a statement reads from end to end, as the database plans it. PostgreSQL would read small tables so whatever indexes there
 * are, and is told that it costs much.
 */
export async function scannedBy(sql: string, tables: string[]): Promise<string[]> {
  return isPostgres() ? scannedOnPostgres(sql, tables) : scannedOnSqlite(sql, tables)
}

async function scannedOnSqlite(sql: string, tables: string[]): Promise<string[]> {
  return connected(async tx => {
    const plan = (await tx.prepare(`EXPLAIN QUERY PLAN ${sql}`).all([])) as { detail: string }[]
    const views = (await tx.prepare(`SELECT sql FROM sqlite_master WHERE type = 'view'`).all([])) as { sql: string }[]
    const aliases = new Map([...views.map(view => view.sql), sql].flatMap(text => [...text.matchAll(/aftersales_(\w+) as "?([$\w]+)"?/gi)].map(([, table, alias]) => [alias, table] as const)))
    return plan.flatMap(({ detail }) => {
      const [, name] = /^SCAN "?([$\w]+)"?/.exec(detail) ?? []
      const table = aliases.get(name) ?? name?.replace('aftersales_', '')
      return tables.includes(table) ? [`${table}: ${detail}`] : []
    })
  })
}

async function scannedOnPostgres(sql: string, tables: string[]): Promise<string[]> {
  const names = new Map(tables.map(table => [`aftersales_${table.toLowerCase()}`, table]))
  const scans = (node: Node): string[] => {
    const table = names.get(node['Relation Name'] ?? '')
    const isScan = table && !node['Index Cond'] && !node['Recheck Cond'] && /Scan$/.test(node['Node Type'])
    return [...(isScan ? [`${table}: ${node['Node Type']}`] : []), ...(node.Plans ?? []).flatMap(scans)]
  }
  return connected(async tx => {
    await tx.exec('SET LOCAL enable_seqscan = off')
    const { rows: [row] } = (await tx.exec(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${sql}`)) as { rows: { 'QUERY PLAN': { Plan: Node }[] }[] }
    return scans(row['QUERY PLAN'][0].Plan)
  })
}
