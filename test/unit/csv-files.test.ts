import path from 'node:path'
import cds from '@sap/cds'
import { readTables, type Table } from './tables'

type Element = { type?: string; length?: number; isAssociation?: boolean; target?: string; foreignKeys?: object; enum?: object; key?: boolean }

const tables = readTables()
const files = [...tables.values()]
let model: any

beforeAll(async () => {
  cds.root = path.resolve(__dirname, '../..')
  model = cds.compile.for.nodejs(await cds.load('*'))
})

const elements = (table: Table): Record<string, Element> => model.definitions[table.entity].elements

describe('CSV files', () => {
  test.each(files)('$file belongs to an entity and has only its columns', table => {
    expect(model.definitions[table.entity]).toBeDefined()
    expect(table.columns.filter(column => !elements(table)[column])).toEqual([])
    expect(table.rows.length).toBeGreaterThan(0)
  })

  test.each(files)('$file gives every key once', table => {
    const keys = table.columns.filter(column => elements(table)[column].key)
    const seen = table.rows.map(row => keys.map(key => row[key]).join('|'))
    expect(keys.length).toBeGreaterThan(0)
    expect(seen.filter((key, i) => seen.indexOf(key) !== i)).toEqual([])
  })

  test.each(files)('$file fits the lengths that PostgreSQL and HANA enforce', table => {
    const tooLong = table.columns.flatMap(column => {
      const { type, length = 255 } = elements(table)[column]
      return type === 'cds.String' ? table.rows.filter(row => row[column].length > length).map(row => `${column}: ${row[column]}`) : []
    })
    expect(tooLong).toEqual([])
  })

  test.each(files)('$file refers only to rows that exist', table => {
    expect(Object.entries(elements(table)).flatMap(([name, element]) => dangling(table, name, element))).toEqual([])
  })
})

function dangling(table: Table, name: string, { isAssociation, target, foreignKeys }: Element): string[] {
  if (!isAssociation || !foreignKeys || !target) return []
  const [key] = Object.keys(foreignKeys)
  const column = `${name}_${key}`
  if (!table.columns.includes(column)) return []
  const known = new Set(tables.get(target)?.rows.map(row => row[key]))
  return table.rows.filter(row => row[column] !== '' && !known.has(row[column])).map(row => `${column}: ${row[column]}`)
}
