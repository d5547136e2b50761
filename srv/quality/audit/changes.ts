import type { Content, Value } from './canonical'

/** Path of a field → its value; fields of children have paths like `items/<key>/causes/<key>/text`. */
export type Flat = Map<string, Value>
export type Changes = Record<string, { before: Value; after: Value }>

/** Name under which a row of a list carries its key, which is no field of the record. */
export const ROW_KEY = '#key'

/** What differs between two states of a record, field by field; null stands for a record that is not there. */
export function changesBetween(before: Content | null, after: Content | null): Changes {
  const old = flat(before), now = flat(after)
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort()
  return Object.fromEntries(paths
    .map(path => [path, { before: old.get(path) ?? null, after: now.get(path) ?? null }] as const)
    .filter(([, { before: from, after: to }]) => from !== to))
}

export function flat(content: Content | null): Flat {
  const fields: Flat = new Map()
  if (content) collect(content, '', fields)
  return fields
}

function collect(content: Content, prefix: string, fields: Flat): void {
  for (const [name, value] of Object.entries(content)) {
    if (name === ROW_KEY) continue
    if (Array.isArray(value)) value.forEach(row => collect(row, `${prefix}${name}/${String(row[ROW_KEY])}/`, fields))
    else if (value !== null && typeof value === 'object') collect(value, `${prefix}${name}/`, fields)
    else if (value !== null) fields.set(prefix + name, value)
  }
}
