import { plain, recognise, type Field } from './headings'
import { ImportFailure } from './problem'
import { REJECT_COLUMNS } from './rejects'

export const DATE_FORMATS = ['auto', 'YYYY-MM-DD', 'DD.MM.YYYY', 'MM/DD/YYYY', 'DD/MM/YYYY', 'YYYYMMDD'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** The mapping as people write it; everything may be left out. */
export interface MappingInput {
  /** The system the orders come from: a reference is unique within its source. */
  source?: string
  /** Heading of the column that fills a field; null leaves a field empty although a heading fits. */
  columns?: Partial<Record<Field, string | null>>
  defaults?: { orderType?: string; currency?: string; accountingIndicator?: string }
  dateFormat?: DateFormat
  decimalSeparator?: '.' | ','
  delimiter?: string
  encoding?: string
  createMissingEquipment?: boolean
}

/** The mapping applied to one file: columns by position. */
export interface Mapping {
  source: string
  header: string[]
  columns: Partial<Record<Field, number>>
  /** Headings that fill nothing. */
  ignored: string[]
  defaults: { orderType: string | null; currency: string; accountingIndicator: string | null }
  dateFormat: DateFormat
  decimalSeparator: '.' | ','
  createMissingEquipment: boolean
}

const FIELDS: Field[] = [
  'reference', 'equipment', 'date', 'completedOn', 'shortText', 'symptom', 'orderType', 'cost', 'currency',
  'functionalLocation', 'customer', 'department', 'technician', 'resolution'
]
const REQUIRED: Field[] = ['reference', 'equipment', 'date']
const DEFAULT_SOURCE = 'history'

const isText = (value: unknown) => typeof value === 'string' && value.length > 0
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const RULES: Record<keyof MappingInput, (value: any) => boolean> = {
  // Part of the key that keeps a rerun from importing twice, which has room for 120 characters.
  source: value => typeof value === 'string' && /^[\w.-]{1,40}$/.test(value),
  columns: isObject,
  defaults: isObject,
  dateFormat: value => DATE_FORMATS.includes(value),
  decimalSeparator: value => value === '.' || value === ',',
  delimiter: value => [',', ';', '\t', '|'].includes(value),
  encoding: isEncoding,
  createMissingEquipment: value => typeof value === 'boolean'
}
const DEFAULTS = ['orderType', 'currency', 'accountingIndicator']

/**
 * Reads a mapping from JSON text; no text is an empty mapping.
 * @throws ImportFailure IMPORT_MAPPING_JSON, IMPORT_MAPPING_UNKNOWN or IMPORT_MAPPING_VALUE with the place as target
 */
export function parseMapping(json?: string | null): MappingInput {
  if (!json?.trim()) return {}
  const input = parseJson(json)
  if (!isObject(input)) throw new ImportFailure('IMPORT_MAPPING_JSON', 'mapping', ['{…}'])
  requireKnown(input, Object.keys(RULES), '')
  for (const [name, value] of Object.entries(input)) requireValue(RULES[name as keyof MappingInput](value), name, value)
  requireColumns((input.columns ?? {}) as Record<string, unknown>)
  requireDefaults((input.defaults ?? {}) as Record<string, unknown>)
  return input as MappingInput
}

function requireColumns(columns: Record<string, unknown>) {
  requireKnown(columns, FIELDS, 'columns.')
  for (const [field, heading] of Object.entries(columns)) requireValue(heading === null || isText(heading), `columns.${field}`, heading)
}

function requireDefaults(defaults: Record<string, unknown>) {
  requireKnown(defaults, DEFAULTS, 'defaults.')
  for (const [name, value] of Object.entries(defaults)) requireValue(isText(value), `defaults.${name}`, value)
}

/**
 * Joins mapping and header. What the mapping doesn't say is taken from the headings; German headings
 * mean decimal commas.
 * @throws ImportFailure IMPORT_COLUMN_NOT_FOUND when a heading isn't there, IMPORT_COLUMN_MISSING when a
 * required field has no column
 */
export function applyMapping(input: MappingInput, header: string[]): Mapping {
  const recognised = recognise(header)
  const columns = { ...recognised.columns }
  for (const [field, heading] of Object.entries(input.columns ?? {}) as [Field, string | null][]) {
    if (heading === null) delete columns[field]
    else columns[field] = columnOf(heading, header, field)
  }
  for (const field of REQUIRED) {
    if (columns[field] === undefined) throw new ImportFailure('IMPORT_COLUMN_MISSING', `columns.${field}`, [field, header.join(', ')])
  }
  const used = new Set(Object.values(columns))
  return {
    source: input.source ?? DEFAULT_SOURCE,
    header,
    columns,
    ignored: header.filter((heading, position) => !used.has(position) && !REJECT_COLUMNS.includes(heading)),
    defaults: { orderType: null, currency: 'EUR', accountingIndicator: null, ...input.defaults },
    dateFormat: input.dateFormat ?? 'auto',
    decimalSeparator: input.decimalSeparator ?? (recognised.language === 'de' ? ',' : '.'),
    createMissingEquipment: input.createMissingEquipment ?? true
  }
}

function columnOf(heading: string, header: string[], field: Field): number {
  const exact = header.indexOf(heading)
  const position = exact >= 0 ? exact : header.map(plain).indexOf(plain(heading))
  if (position < 0) throw new ImportFailure('IMPORT_COLUMN_NOT_FOUND', `columns.${field}`, [heading, header.join(', ')])
  return position
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new ImportFailure('IMPORT_MAPPING_JSON', 'mapping', [(error as Error).message])
  }
}

function requireKnown(object: Record<string, unknown>, known: string[], path: string) {
  const unknown = Object.keys(object).find(name => !known.includes(name))
  if (unknown !== undefined) throw new ImportFailure('IMPORT_MAPPING_UNKNOWN', path + unknown, [path + unknown, known.join(', ')])
}

function requireValue(isRight: boolean, target: string, value: unknown) {
  if (!isRight) throw new ImportFailure('IMPORT_MAPPING_VALUE', target, [String(JSON.stringify(value)), target])
}

function isEncoding(label: unknown): boolean {
  try {
    return typeof label === 'string' && !!new TextDecoder(label)
  } catch {
    return false
  }
}
