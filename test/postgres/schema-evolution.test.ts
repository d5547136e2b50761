import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import axios from 'axios'
import type { Client } from 'pg'
import { onDatabase, readModel, readRows, restore, storedDatabase, type Row, type Rows } from '../api/database'
import { done, orderJourney, WORK_ORDERS } from '../api/journey'
import { lastRelease } from '../api/release'
import type { PostgresAccess } from '../setup/postgres'
import { usePreparedModel } from '../setup/prepared'

const ROOT = path.resolve(__dirname, '../..')
const access = JSON.parse(process.env.AFTERSALES_TEST_POSTGRES!) as PostgresAccess
const evolved = process.env.AFTERSALES_TEST_DATABASE!
const lossy = `${evolved}_lossy`
const { version } = lastRelease()
const before = storedDatabase(version)

interface Element { type?: string; key?: boolean; notNull?: boolean; length?: number; default?: { val?: unknown }; virtual?: boolean; value?: object }
interface Model { definitions: Record<string, { kind: string; elements?: Record<string, Element>; query?: object; projection?: object; '@aftersales.indexes'?: string[][] }> }
interface Facade { load(files: string): Promise<Model>; compile: ((cdl: string) => object) & { to: { sql: { delta(csn: object, options: object, prior?: string): { afterImage: object; drops: string[]; createsAndAlters: string[] } } } } }
const facade = cds as unknown as Facade

const on = <T>(database: string, work: (client: Client) => Promise<T>) => onDatabase({ ...access, database }, work)

/** As an installation deploys: without sample data. Answers for each database null, or why it was refused. */
function deploy(...databases: string[]): (string | null)[] {
  const db = { kind: 'postgres', credentials: access, schema_evolution: 'auto', data: ['db/data'] }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path.join(__dirname, 'deploy.ts'), ...databases], {
    cwd: ROOT, env: { ...process.env, CDS_ENV: 'test,pg', CDS_CONFIG: JSON.stringify({ requires: { db } }) }, encoding: 'utf8', timeout: 170_000
  })
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as (string | null)[]
}

async function create(database: string, stored = before): Promise<void> {
  await onDatabase(access, async client => {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${database}`)
  })
  await on(database, client => restore(client, stored))
}

describe(`a database of release ${version}, deployed again`, () => {
  let model: Model
  let rows: { before: Rows; after: Rows }
  let outcomes: (string | null)[]
  cds.root = ROOT
  usePreparedModel()

  beforeAll(async () => {
    model = await facade.load('*')
    await create(evolved)
    await create(lossy, { statements: before.statements, model: JSON.stringify(formerModel()), rows: { aftersales_workorders: before.rows.aftersales_workorders } })
    const old = await on(evolved, readRows)
    outcomes = deploy(evolved, evolved, lossy)
    rows = { before: old, after: await on(evolved, readRows) }
  }, 180_000)

  test('is deployed without a complaint, and once more', () => {
    expect(outcomes.slice(0, 2)).toEqual([null, null])
  })

  test('keeps each of its tables', () => {
    expect(Object.keys(rows.before).filter(table => !(table in rows.after))).toEqual([])
  })

  test('keeps each row as it was, and each shipped row by its key', () => {
    const shipped = shippedTables()
    for (const [table, old] of Object.entries(rows.before)) {
      const columns = Object.keys(old[0] ?? {})
      const known = new Set(rows.after[table].map(row => textOf(row, shipped.has(table) ? keysOf(model, table) : columns)))
      const lost = old.filter(row => !known.has(textOf(row, shipped.has(table) ? keysOf(model, table) : columns)))
      expect({ table, lost: lost.slice(0, 2) }).toEqual({ table, lost: [] })
      if (!shipped.has(table)) expect({ table, rows: rows.after[table].length }).toEqual({ table, rows: old.length })
    }
    expect(rows.before.aftersales_workorders.length).toBeGreaterThan(10)
  })

  test('fills new columns of old rows with their defaults', () => {
    for (const { table, column, element } of newColumns(model)) {
      if (element.default?.val === undefined && !element.notNull) continue
      for (const row of rows.after[table]) expect({ table, column, value: row[column] }).not.toEqual({ table, column, value: null })
    }
  })

  test('has every index and every collation of a new one', async () => {
    const names = async (sql: string) => (await on(evolved, client => client.query<{ name: string }>(sql))).rows.map(({ name }) => name)
    const indexes = await names(`SELECT indexname AS name FROM pg_indexes WHERE indexname LIKE 'ix\\_%'`)
    const declared = Object.entries(model.definitions).flatMap(([name, { kind, query, projection, '@aftersales.indexes': own }]) =>
      kind === 'entity' && own && !query && !projection ? own.map(columns => `ix_${name.replace(/\./g, '_').replace(/^aftersales_/, '')}_${columns.join('_')}`.slice(0, 63).toLowerCase()) : [])
    expect(declared.length).toBeGreaterThan(50)
    expect(declared.filter(index => !indexes.includes(index))).toEqual([])
    expect(await names(`SELECT collname AS name FROM pg_collation WHERE collname LIKE 'zh-__-x-icu' ORDER BY 1`)).toEqual(['zh-CN-x-icu', 'zh-HK-x-icu', 'zh-TW-x-icu'])
  })

  test('is left as it was where a field would become shorter', async () => {
    expect(outcomes[2]).toMatch(/symptom.* length reduction/)
    expect(await on(lossy, readModel) === JSON.stringify(formerModel())).toBe(true)
    expect(changed({ aftersales_workorders: before.rows.aftersales_workorders }, await on(lossy, readRows))).toEqual([])
  })

  test.each([
    ['a field that is gone', 'text : String(10); more : Integer', 'text : String(10)', /Dropping elements/],
    ['a field of another type', 'text : String(10)', 'text : Integer', /lossy type change/],
    ['a decimal of fewer digits', 'text : Decimal(9,2)', 'text : Decimal(7,2)', /lossy scale change/]
  ])('%s is refused likewise', (_, former, now, refusal) => {
    const model = (elements: string) => facade.compile(`entity Things { key ID : UUID; ${elements} }`)
    const options = { dialect: 'postgres', kind: 'postgres' }
    const { afterImage } = facade.compile.to.sql.delta(model(former), options)
    expect(() => facade.compile.to.sql.delta(model(now), options, JSON.stringify(afterImage))).toThrow(refusal)
  })

  /** Of a release whose texts were longer. */
  function formerModel(): Model {
    const former = JSON.parse(before.model) as Model
    former.definitions['aftersales.WorkOrders'].elements!.symptom.length = 2000
    return former
  }

  /** Rows that come with the module: a release may word them anew. */
  function shippedTables(): Set<string> {
    const files = fs.readdirSync(path.join(ROOT, 'db/data')).filter(name => name.endsWith('.csv'))
    return new Set(files.map(name => name.replace(/\.csv$/, '').replace(/[-.]/g, '_').toLowerCase()))
  }
})

describe(`services on a database of release ${version}`, () => {
  const test_ = cds.test('serve', 'all') as unknown as { url: string }
  const as = (user: string) => axios.create({ baseURL: test_.url, auth: { username: user, password: '' }, validateStatus: () => true })
  afterAll(async () => {
    const db = cds.db as unknown as { acquire(): Promise<unknown>; disconnect(): Promise<void> }
    db.acquire = () => new Promise(() => {})
    await db.disconnect()
  })

  test('go on with the orders and the numbers that were there', async () => {
    const old = before.rows.aftersales_workorders.find(({ symptom }) => symptom === 'Spindle stops after a minute')!
    const order = `${WORK_ORDERS}/WorkOrders(ID=${old.id as string},IsActiveEntity=true)`
    expect(done(await as('agent').get(`${order}?$expand=notes`))).toMatchObject({ number: old.number, status_code: 'Released', notes: [{ text: 'Said by phone: Spindle stops after a minute' }] })
    done(await as('dispatcher').post(`${order}/aftersales.WorkOrderService.cancel`, { reason_code: 'DUPLICATE' }))
    const { number } = await orderJourney(as, 'Coolant drips')
    expect(Number(number.slice(3))).toBeGreaterThan(Number((old.number as string).slice(3)))
  })
})

/** Tables whose rows differ; their rows themselves would be too much for a report. */
const changed = (a: Rows, b: Rows) => Object.keys(a).filter(table => {
  const texts = (rows: Row[]) => rows.map(row => JSON.stringify(row)).sort().join()
  return texts(a[table]) !== texts(b[table] ?? [])
})

const tableOf = (entity: string) => entity.replace(/\./g, '_').toLowerCase()
const textOf = (row: Row, columns: string[]) => JSON.stringify(columns.map(column => row[column]))

function entityOf(model: Model, table: string): Model['definitions'][string] | undefined {
  return Object.entries(model.definitions).find(([name, { kind }]) => kind === 'entity' && tableOf(name) === table)?.[1]
}

/** Columns that make a row known again: scalars of the key, those of an association by what the database calls them. */
function keysOf(model: Model, table: string): string[] {
  const keys = Object.entries(entityOf(model, table)?.elements ?? {}).filter(([, { key, type }]) => key && type !== 'cds.Association').map(([name]) => name.toLowerCase())
  return keys.length ? keys : ['id']
}

function newColumns(model: Model): { table: string; column: string; element: Element }[] {
  return Object.entries(model.definitions).flatMap(([name, { kind, elements = {}, query, projection }]) => {
    const table = tableOf(name), old = before.rows[table]?.[0]
    if (kind !== 'entity' || query || projection || !old) return []
    return Object.entries(elements).filter(([column, { type, virtual, value }]) =>
      !/Association|Composition/.test(type ?? '') && !virtual && !value && !(column.toLowerCase() in old)).map(([column, element]) => ({ table, column: column.toLowerCase(), element }))
  })
}
