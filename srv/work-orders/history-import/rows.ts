import { shortTextOf } from '../triage'
import { parseAmount } from '../../csv-import/amounts'
import { CONTROL_CHARACTER, countProblem } from '../../csv-import/cells'
import { parseDate } from '../../csv-import/dates'
import type { Problem, RejectedRow } from '../../csv-import/problem'
import type { Field } from './headings'
import type { Mapping } from './mapping'

/** A valid row of the file. */
export interface HistoryRow {
  line: number
  cells: string[]
  reference: string
  /** Serial number or number of the equipment. */
  equipment: string
  /** ISO calendar days. */
  date: string
  completedOn: string
  shortText: string | null
  symptom: string | null
  orderType: string | null
  amount: string
  currency: string
  functionalLocation: string | null
  customer: string | null
  department: string | null
  technician: string | null
  resolution: string | null
}

/** What the codes and dates of a row are checked against. */
export interface KnownCodes {
  orderTypes: Set<string>
  /** Currency and its number of decimals. */
  currencies: Map<string, number>
  /** The last day that counts as past. */
  today: string
}

export const isRejected = (row: HistoryRow | RejectedRow): row is RejectedRow => 'problems' in row

/** Lengths of the fields in `db/work-orders.cds`; the reference's text may be cut, nothing else. */
const LENGTHS: Partial<Record<Field, number>> = {
  reference: 60, equipment: 18, shortText: 1000, symptom: 1000, functionalLocation: 40, customer: 10, department: 40, technician: 80, resolution: 1000
}
const LONG_TEXTS: Field[] = ['shortText', 'symptom', 'resolution']
const SHORT_TEXT = 80

/**
 * Returns a function that reads one row after the other and remembers the references it has seen, so that
 * the second row with a reference is rejected even when the first one was.
 */
export function rowReader(mapping: Mapping, known: KnownCodes) {
  const lineOfReference = new Map<string, number>()

  return function read(line: number, cells: string[]): HistoryRow | RejectedRow {
    const wrongCount = countProblem(cells, mapping.header)
    if (wrongCount) return { line, cells, problems: [wrongCount] }
    const row = new Row(line, cells, mapping)
    const valid = row.read(known)
    if (valid.reference) row.rejectRepeated(valid.reference, lineOfReference)
    return row.problems.length ? { line, cells, problems: row.problems } : valid
  }
}

/** One row while it is being read: collects all of its problems, not only the first. */
class Row {
  readonly problems: Problem[] = []

  constructor(readonly line: number, readonly cells: string[], readonly mapping: Mapping) {}

  read(known: KnownCodes): HistoryRow {
    const currency = this.code('currency', this.mapping.defaults.currency, known.currencies, 'IMPORT_CURRENCY_UNKNOWN') ?? ''
    const date = this.required('date') ? this.day('date', known.today) : null
    return {
      line: this.line,
      cells: this.cells,
      reference: this.required('reference'),
      equipment: this.required('equipment'),
      date: date ?? '',
      completedOn: this.completedOn(date, known.today) ?? date ?? '',
      ...this.texts(),
      orderType: this.code('orderType', this.mapping.defaults.orderType, known.orderTypes, 'IMPORT_ORDER_TYPE_UNKNOWN'),
      currency,
      amount: this.amount(known.currencies.get(currency) ?? 2),
      functionalLocation: this.text('functionalLocation'),
      customer: this.text('customer'),
      department: this.text('department'),
      technician: this.text('technician'),
      resolution: this.text('resolution')
    }
  }

  rejectRepeated(reference: string, lineOfReference: Map<string, number>) {
    const firstLine = lineOfReference.get(reference)
    if (firstLine === undefined) lineOfReference.set(reference, this.line)
    else this.reject('reference', 'IMPORT_REFERENCE_REPEATED', [reference, firstLine])
  }

  private cell(field: Field): string {
    const position = this.mapping.columns[field]
    return position === undefined ? '' : this.cells[position].trim()
  }

  private reject(field: Field, code: string, args: (string | number)[] = []) {
    this.problems.push({ column: this.mapping.header[this.mapping.columns[field]!] ?? field, code, args })
  }

  private text(field: Field): string | null {
    const raw = this.cell(field)
    if (CONTROL_CHARACTER.test(raw)) this.reject(field, 'IMPORT_CONTROL_CHARACTER')
    const text = LONG_TEXTS.includes(field) ? raw : raw.replace(/\s+/g, ' ')
    const limit = LENGTHS[field]!
    if (text.length > limit) this.reject(field, 'IMPORT_TOO_LONG', [text.length, limit])
    return text || null
  }

  private required(field: Field): string {
    const text = field === 'date' ? this.cell(field) : this.text(field)
    if (!text) this.reject(field, 'IMPORT_VALUE_MISSING')
    return text ?? ''
  }

  /** A text too long for a title is kept whole as the symptom. */
  private texts(): { shortText: string | null; symptom: string | null } {
    const text = this.text('shortText')
    const symptom = this.text('symptom')
    if (!text) return { shortText: symptom && shortTextOf(symptom, SHORT_TEXT), symptom }
    const shortText = shortTextOf(text, SHORT_TEXT)
    if (!symptom) return { shortText, symptom: text }
    if (shortText === text) return { shortText, symptom }
    const whole = `${text}\n${symptom}`
    if (whole.length > LENGTHS.symptom!) this.reject('symptom', 'IMPORT_TOO_LONG', [whole.length, LENGTHS.symptom!])
    return { shortText, symptom: whole }
  }

  private day(field: Field, today: string): string | null {
    const text = this.cell(field)
    const parsed = parseDate(text, this.mapping.dateFormat)
    if (parsed === null) return field === 'date' ? (this.reject(field, 'IMPORT_VALUE_MISSING'), null) : null
    if ('code' in parsed) this.reject(field, parsed.code, [text, this.mapping.dateFormat])
    else if (parsed.date > today) this.reject(field, 'IMPORT_DATE_IN_FUTURE', [text])
    else return parsed.date
    return null
  }

  private completedOn(date: string | null, today: string): string | null {
    const completedOn = this.day('completedOn', today)
    if (date && completedOn && completedOn < date) this.reject('completedOn', 'IMPORT_DATE_ORDER', [completedOn, date])
    return completedOn
  }

  private code(field: Field, fallback: string | null, known: { has(code: string): boolean }, problem: string): string | null {
    const code = this.cell(field) || fallback
    if (code !== null && !known.has(code)) this.reject(field, problem, [code])
    return code
  }

  private amount(decimals: number): string {
    const text = this.cell('cost')
    const parsed = parseAmount(text, this.mapping.decimalSeparator, decimals)
    if ('amount' in parsed) return parsed.amount
    this.reject('cost', parsed.code, [text, this.mapping.decimalSeparator, decimals])
    return '0'
  }
}
