import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'

export type Row = Record<string, string>

/** What a CSV file fills: the entity's name in the model and its rows. */
export interface Table {
  file: string
  entity: string
  columns: string[]
  rows: Row[]
}

const root = path.resolve(__dirname, '../..')
const folders = ['db/data', 'test/data']

/** All CSV files of the product and of the sample data, by entity. Empty fields are ''. */
export function readTables(): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (const folder of folders)
    for (const file of fs.readdirSync(path.join(root, folder)).filter(f => f.endsWith('.csv'))) {
      const entity = file.replace(/\.csv$/, '').replace('-', '.')
      if (tables.has(entity)) throw new Error(`${file}: two files for ${entity}, one would overwrite the other`)
      const [columns, ...lines] = (cds.parse as any).csv(fs.readFileSync(path.join(root, folder, file), 'utf8')) as string[][]
      const rows = lines.map(line => Object.fromEntries(columns.map((c, i) => [c, line[i] == null ? '' : String(line[i])])))
      tables.set(entity, { file, entity, columns, rows })
    }
  return tables
}

/** Rows of one entity of the aftersales namespace. */
export const rowsOf = (tables: Map<string, Table>, entity: string): Row[] => tables.get(`aftersales.${entity}`)?.rows ?? []

/** The rows by one column. */
export const by = (rows: Row[], column: string): Map<string, Row> => new Map(rows.map(row => [row[column], row]))

/** The rows in groups that share a column's value. */
export function grouped(rows: Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row])
  return groups
}
