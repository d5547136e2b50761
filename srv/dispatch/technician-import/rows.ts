import { CONTROL_CHARACTER, countProblem } from '../../csv-import/cells'
import type { RejectedRow } from '../../csv-import/problem'
import { Cells } from './cells'
import { EntryReader, type Entries } from './entries'
import { DEGREES, FLAGS, INTEGERS, NUMBER_LENGTH, REFERENCES, REQUIRED, TEXT_LENGTHS, type Field } from './fields'
import type { Known } from './known'
import type { Mapping } from './mapping'

/** The parts of a technician that a cell lists; one that is missing stays as it is. */
export interface Parts {
  skills?: ReturnType<EntryReader['skills']> extends Entries<infer E> ? E[] : never
  certificates?: ReturnType<EntryReader['certificates']> extends Entries<infer E> ? E[] : never
  tools?: ReturnType<EntryReader['tools']> extends Entries<infer E> ? E[] : never
  languages?: ReturnType<EntryReader['languages']> extends Entries<infer E> ? E[] : never
  furtherAreas?: ReturnType<EntryReader['furtherAreas']> extends Entries<infer E> ? E[] : never
}

/** A valid row of the file. */
export interface TechnicianRow {
  line: number
  cells: string[]
  number: string
  /** Columns of the technician to be written. */
  values: Record<string, unknown>
  parts: Parts
}

const PARTS = ['skills', 'certificates', 'tools', 'languages', 'furtherAreas'] as const

/**
 * Returns a function that reads one row after the other. It remembers numbers and users, so that the second row with one is
 * rejected even when the first one was.
 */
export function rowReader(mapping: Mapping, known: Known) {
  const entries = new EntryReader(known, mapping.dateFormat)
  const holders = new Map([...known.technicians].filter(([, { userId }]) => userId).map(([number, { userId }]) => [userId!, number]))
  const lineOfNumber = new Map<string, number>()

  return function read(line: number, cells: string[]): TechnicianRow | RejectedRow {
    const wrongCount = countProblem(cells, mapping.header)
    if (wrongCount) return { line, cells, problems: [wrongCount] }
    const row = new Cells(cells, mapping)
    const number = row.text('number', NUMBER_LENGTH) ?? ''
    if (!number) row.reject('number', 'IMPORT_VALUE_MISSING')
    else if (lineOfNumber.has(number)) row.reject('number', 'IMPORT_REFERENCE_REPEATED', [number, lineOfNumber.get(number)!])
    else lineOfNumber.set(number, line)
    if (known.edited.has(number)) row.reject('number', 'IMPORT_TECHNICIAN_EDITED', [number])
    const values = valuesOf(row, known)
    if (!known.technicians.has(number)) requireNew(row, values)
    refuseTakenUser(row, values.userId as string | undefined, number, holders)
    const parts = partsOf(row, entries)
    return row.problems.length ? { line, cells, problems: row.problems } : { line, cells, number, values, parts }
  }
}

export const isRejected = (row: TechnicianRow | RejectedRow): row is RejectedRow => 'problems' in row

function valuesOf(row: Cells, known: Known): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const put = (name: string, value: unknown) => { if (value !== undefined) values[name] = value }
  for (const [field, length] of Object.entries(TEXT_LENGTHS) as [keyof typeof TEXT_LENGTHS, number][]) put(field, row.text(field, length))
  for (const [field, [least, most]] of Object.entries(INTEGERS) as [keyof typeof INTEGERS, [number, number]][]) put(field, row.integer(field, least, most))
  for (const [field, limit] of Object.entries(DEGREES) as [keyof typeof DEGREES, number][]) put(field, row.degrees(field, limit))
  for (const field of FLAGS) put(field, row.flag(field))
  put('costRate', row.rate('costRate'))
  const lists = { area: known.codes.areas, calendar: known.codes.calendars, currency: known.codes.currencies }
  for (const [field, column] of Object.entries(REFERENCES) as [keyof typeof REFERENCES, string][]) put(column, row.code(field, lists[field]))
  row.checkFormats(values)
  return values
}

function requireNew(row: Cells, values: Record<string, unknown>): void {
  for (const field of REQUIRED) {
    const column = field in REFERENCES ? REFERENCES[field as keyof typeof REFERENCES] : field
    if (values[column] == null && !row.isRejected(field)) row.reject(field, 'IMPORT_VALUE_MISSING')
  }
}

function refuseTakenUser(row: Cells, userId: string | undefined, number: string, holders: Map<string, string>): void {
  if (!userId) return
  const holder = holders.get(userId)
  if (holder && holder !== number) row.reject('userId', 'IMPORT_USER_TAKEN', [userId, holder])
  else holders.set(userId, number)
}

function partsOf(row: Cells, entries: EntryReader): Parts {
  const parts: Record<string, unknown[]> = {}
  for (const field of PARTS) {
    const cell = row.raw(field as Field)
    if (!cell) continue
    if (CONTROL_CHARACTER.test(cell)) row.reject(field, 'IMPORT_CONTROL_CHARACTER')
    const read = cell === '-' ? { entries: [] } : entries[field](cell)
    if ('problem' in read) row.reject(field, read.problem.code, read.problem.args)
    else parts[field] = read.entries
  }
  return parts as Parts
}
