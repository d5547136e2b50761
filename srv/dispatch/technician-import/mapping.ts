import type { DateFormat } from '../../csv-import/dates'
import { columnsOf } from '../../csv-import/headings'
import { parseMappingJson, READING_RULES, requireColumns } from '../../csv-import/mapping-json'
import { HEADINGS, type Field } from './fields'

/** The mapping as people write it; everything may be left out. */
export interface MappingInput {
  /** Heading of the column that fills a field; null leaves a field as it is although a heading fits. */
  columns?: Partial<Record<Field, string | null>>
  dateFormat?: DateFormat
  decimalSeparator?: '.' | ','
  delimiter?: string
  encoding?: string
}

/** The mapping applied to one file: columns by position. */
export interface Mapping {
  header: string[]
  columns: Partial<Record<Field, number>>
  dateFormat: DateFormat
  decimalSeparator: '.' | ','
}

/** @throws ImportFailure with the place as target */
export function parseMapping(json?: string | null): MappingInput {
  const input = parseMappingJson(json, READING_RULES)
  requireColumns(input.columns, Object.keys(HEADINGS))
  return input as MappingInput
}

/**
 * Joins mapping and header. What the mapping doesn't say is taken from the headings; German headings mean decimal commas.
 * @throws ImportFailure when a heading isn't there, or no column has the number
 */
export function applyMapping(input: MappingInput, header: string[]): Mapping {
  const { columns, language } = columnsOf(header, HEADINGS, input.columns, ['number'])
  return { header, columns, dateFormat: input.dateFormat ?? 'auto', decimalSeparator: input.decimalSeparator ?? (language === 'de' ? ',' : '.') }
}
