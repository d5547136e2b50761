import { parseAmount } from '../../csv-import/amounts'
import { CONTROL_CHARACTER } from '../../csv-import/cells'
import type { Problem } from '../../csv-import/problem'
import { isTimeZone } from '../../time-zones'
import { REQUIRED, type Field } from './fields'
import type { Mapping } from './mapping'

/** In a cell it empties the field; an empty cell leaves it as it is. */
const NOTHING = '-'
const YES = ['true', 'yes', 'y', '1', 'x', 'ja', '是']
const NO = ['false', 'no', 'n', '0', 'nein', '否']
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const PHONE = /^[0-9+()/. x-]*$/

/**
 * The cells of one row by the fields that they fill: collects all of its problems, not only the first. A field that stays as it
 * is reads as undefined, one that is emptied as null.
 */
export class Cells {
  readonly problems: Problem[] = []
  private readonly rejected = new Set<Field>()

  constructor(private readonly cells: string[], private readonly mapping: Mapping) {}

  raw(field: Field): string {
    const position = this.mapping.columns[field]
    return position === undefined ? '' : this.cells[position].trim()
  }

  reject(field: Field, code: string, args: (string | number)[] = []): void {
    this.rejected.add(field)
    this.problems.push({ column: this.mapping.header[this.mapping.columns[field]!] ?? field, code, args })
  }

  isRejected(field: Field): boolean {
    return this.rejected.has(field)
  }

  text(field: Field, length: number): string | null | undefined {
    return this.value(field, raw => {
      const text = raw.replace(/\s+/g, ' ')
      if (CONTROL_CHARACTER.test(raw)) this.reject(field, 'IMPORT_CONTROL_CHARACTER')
      if (text.length > length) this.reject(field, 'IMPORT_TOO_LONG', [text.length, length])
      return text
    })
  }

  integer(field: Field, least: number, most: number): number | null | undefined {
    return this.value(field, raw => {
      const number = Number(raw)
      if (!Number.isInteger(number) || number < least || number > most) this.reject(field, 'IMPORT_NUMBER_RANGE', [raw, least, most])
      return number
    })
  }

  degrees(field: Field, limit: number): string | null | undefined {
    return this.value(field, raw => {
      const parsed = parseAmount(raw, this.mapping.decimalSeparator, 6)
      if (!('amount' in parsed) || Math.abs(Number(parsed.amount)) > limit) return void this.reject(field, 'IMPORT_NUMBER_RANGE', [raw, -limit, limit])
      return parsed.amount
    })
  }

  rate(field: Field): string | null | undefined {
    return this.value(field, raw => {
      const parsed = parseAmount(raw, this.mapping.decimalSeparator, 3)
      if (!('amount' in parsed)) return void this.reject(field, parsed.code, [raw, this.mapping.decimalSeparator, 3])
      if (Number(parsed.amount) < 0) this.reject(field, 'RATE_NEGATIVE')
      return parsed.amount
    })
  }

  flag(field: Field): boolean | null | undefined {
    return this.value(field, raw => {
      const text = raw.toLowerCase()
      if (!YES.includes(text) && !NO.includes(text)) this.reject(field, 'IMPORT_FLAG', [raw])
      return YES.includes(text)
    })
  }

  code(field: Field, known: Map<string, string>): string | null | undefined {
    return this.value(field, raw => known.get(raw.toLowerCase()) ?? void this.reject(field, 'IMPORT_CODE_UNKNOWN', [raw]))
  }

  /** What the fields of the app check as well, so that a file brings in nothing that a person could not enter. */
  checkFormats(values: Record<string, unknown>): void {
    const { email, phone, timeZone, country } = values as Record<string, string | null | undefined>
    if (email && !EMAIL.test(email)) this.reject('email', 'EMAIL_INVALID')
    if (phone && !PHONE.test(phone)) this.reject('phone', 'PHONE_INVALID')
    if (timeZone && !isTimeZone(timeZone)) this.reject('timeZone', 'TIME_ZONE_UNKNOWN', [timeZone])
    if (country && !/^[A-Z]{2}$/.test(country)) this.reject('country', 'COUNTRY_CODE_INVALID')
    for (const place of ['home', 'depot'] as const)
      if ((values[`${place}Latitude`] == null) !== (values[`${place}Longitude`] == null)) this.reject(`${place}Latitude`, 'PLACE_INCOMPLETE')
    if (values.startsAtDepot && values.depotLatitude == null) this.reject('depotLatitude', 'DEPOT_WITHOUT_PLACE')
  }

  private value<Value>(field: Field, read: (raw: string) => Value): Value | null | undefined {
    const raw = this.raw(field)
    if (!raw) return undefined
    if (raw !== NOTHING) return read(raw)
    if ((REQUIRED as readonly Field[]).includes(field) || field === 'number') this.reject(field, 'IMPORT_VALUE_MISSING')
    return null
  }
}
