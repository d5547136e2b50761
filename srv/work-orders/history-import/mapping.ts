import type { DateFormat } from '../../csv-import/dates'
import { columnsOf } from '../../csv-import/headings'
import { isObject, isText, parseMappingJson, READING_RULES, requireColumns, requireKnown, requireValue } from '../../csv-import/mapping-json'
import { REJECT_COLUMNS } from '../../csv-import/rejects'
import { HEADINGS, type Field } from './headings'

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

const FIELDS = Object.keys(HEADINGS) as Field[]
const REQUIRED: Field[] = ['reference', 'equipment', 'date']
const DEFAULT_SOURCE = 'history'

const RULES: Record<keyof MappingInput, (value: any) => boolean> = {
  // Part of the key that keeps a rerun from importing twice, which has room for 120 characters.
  source: value => typeof value === 'string' && /^[\w.-]{1,40}$/.test(value),
  ...READING_RULES,
  defaults: isObject,
  createMissingEquipment: value => typeof value === 'boolean'
}
const DEFAULTS = ['orderType', 'currency', 'accountingIndicator']

/**
 * Reads a mapping from JSON text; no text is an empty mapping.
 * @throws ImportFailure IMPORT_MAPPING_JSON, IMPORT_MAPPING_UNKNOWN or IMPORT_MAPPING_VALUE with the place as target
 */
export function parseMapping(json?: string | null): MappingInput {
  const input = parseMappingJson(json, RULES)
  requireColumns(input.columns, FIELDS)
  requireDefaults((input.defaults ?? {}) as Record<string, unknown>)
  return input as MappingInput
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
  const { columns, language } = columnsOf(header, HEADINGS, input.columns, REQUIRED)
  const used = new Set(Object.values(columns))
  return {
    source: input.source ?? DEFAULT_SOURCE,
    header,
    columns,
    ignored: header.filter((heading, position) => !used.has(position) && !REJECT_COLUMNS.includes(heading)),
    defaults: { orderType: null, currency: 'EUR', accountingIndicator: null, ...input.defaults },
    dateFormat: input.dateFormat ?? 'auto',
    decimalSeparator: input.decimalSeparator ?? (language === 'de' ? ',' : '.'),
    createMissingEquipment: input.createMissingEquipment ?? true
  }
}
