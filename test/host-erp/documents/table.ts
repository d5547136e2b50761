import cds from '@sap/cds'

type Row = Record<string, any>

/** Name of the entity's table. */
export const table = (entity: string) => entity.replaceAll('.', '_')

/** The fields that the entity stores, without navigations and without what it does not know. */
export function known(entity: string, row: Row): Row {
  const { elements } = cds.model!.definitions[entity] as unknown as { elements: Record<string, { isAssociation?: boolean }> }
  return Object.fromEntries(Object.entries(row).filter(([name]) => elements[name] && !elements[name].isAssociation))
}

/**
 * Adds rows by plain SQL; fields that are missing get their initial values. Documents come by the hundred a second, and
 * compiling a query for each takes longer than storing it.
 */
export async function insert(entity: string, rows: Row[]): Promise<void> {
  for (const row of rows) {
    const fields = Object.entries(known(entity, row)).filter(([, value]) => value !== undefined)
    const values = fields.map(([name, value]) => stored(value, typeOf(entity, name)))
    await cds.run(`INSERT INTO ${table(entity)} (${fields.map(([name]) => name)}) VALUES (${fields.map(() => '?')})`, values)
  }
}

/** How CAP stores a value: flags as numbers, points in time always with milliseconds. */
function stored(value: unknown, type: string): unknown {
  if (typeof value === 'boolean') return Number(value)
  return type === 'cds.DateTime' && value ? new Date(value as string).toISOString() : value
}

const typeOf = (entity: string, name: string) => (cds.model!.definitions[entity] as any).elements[name].type as string

/** One row by its key, as stored: flags are 0 or 1, quantities are numbers. */
export async function readRow(entity: string, key: Row): Promise<Row | undefined> {
  const [row] = await cds.run(`SELECT * FROM ${table(entity)} WHERE ${conditions(key)}`, Object.values(key)) as Row[]
  return row
}

/** Changes the row with this key and returns how many there were. */
export async function updateRow(entity: string, values: Row, key: Row): Promise<number> {
  const { changes } = await cds.run(`UPDATE ${table(entity)} SET ${Object.keys(values).map(name => `${name} = ?`)} WHERE ${conditions(key)}`,
    [...Object.values(values), ...Object.values(key)].map(value => typeof value === 'boolean' ? Number(value) : value)) as { changes: number }
  return changes
}

const conditions = (key: Row) => Object.keys(key).map(name => `${name} = ?`).join(' AND ')
