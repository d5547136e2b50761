import { DATE_FORMATS } from './dates'
import { ImportFailure } from './problem'

export type Rules = Record<string, (value: any) => boolean>

export const isText = (value: unknown) => typeof value === 'string' && value.length > 0
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What every mapping may say about how to read the file. */
export const READING_RULES = {
  columns: isObject,
  dateFormat: (value: any) => DATE_FORMATS.includes(value),
  decimalSeparator: (value: any) => value === '.' || value === ',',
  delimiter: (value: any) => [',', ';', '\t', '|'].includes(value),
  encoding: isEncoding
} satisfies Rules

/**
 * Reads a mapping from JSON text; no text is an empty mapping.
 * @throws ImportFailure IMPORT_MAPPING_JSON, IMPORT_MAPPING_UNKNOWN or IMPORT_MAPPING_VALUE with the place as target
 */
export function parseMappingJson(json: string | null | undefined, rules: Rules): Record<string, unknown> {
  if (!json?.trim()) return {}
  const input = parseJson(json)
  if (!isObject(input)) throw new ImportFailure('IMPORT_MAPPING_JSON', 'mapping', ['{…}'])
  requireKnown(input, Object.keys(rules), '')
  for (const [name, value] of Object.entries(input)) requireValue(rules[name](value), name, value)
  return input
}

/** Columns name a heading for a field, or null for none. */
export function requireColumns(columns: unknown, fields: readonly string[]): void {
  if (!isObject(columns)) return
  requireKnown(columns, fields, 'columns.')
  for (const [field, heading] of Object.entries(columns)) requireValue(heading === null || isText(heading), `columns.${field}`, heading)
}

export function requireKnown(object: Record<string, unknown>, known: readonly string[], path: string): void {
  const unknown = Object.keys(object).find(name => !known.includes(name))
  if (unknown !== undefined) throw new ImportFailure('IMPORT_MAPPING_UNKNOWN', path + unknown, [path + unknown, known.join(', ')])
}

export function requireValue(isRight: boolean, target: string, value: unknown): void {
  if (!isRight) throw new ImportFailure('IMPORT_MAPPING_VALUE', target, [String(JSON.stringify(value)), target])
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new ImportFailure('IMPORT_MAPPING_JSON', 'mapping', [(error as Error).message])
  }
}

function isEncoding(label: unknown): boolean {
  try {
    return typeof label === 'string' && !!new TextDecoder(label)
  } catch {
    return false
  }
}
