import { parseDate, type DateFormat } from '../../csv-import/dates'
import type { Known } from './known'

/** Why an entry can't be read: a key of the texts and what goes into it. */
export interface EntryProblem {
  code: string
  args: (string | number)[]
}

export type Entries<Entry> = { entries: Entry[] } | { problem: EntryProblem }

/**
 * Several entries in one cell: one after the other with semicolons or line breaks between, the parts of an entry with colons.
 *
 *   skills        MONITORING:4; VENTILATION:3:2027-12-31      skill, level, last day
 *   certificates  MANUFACTURER:MM-77:2025-01-01:2027-12-31:PM-800+VE-300:Meridia Medical
 *                                                             kind, number, first and last day, models, issuer
 *   tools         SAFETYTESTER:ESA-40117:2026-01-19:2027-01-19  kind, serial number, calibrated on, due
 *   languages, further areas   de; en
 *
 * Parts at the end may be left out, those between may be empty. Skills, kinds, tools and areas are named by code or by name.
 */
export class EntryReader {
  constructor(private readonly known: Known, private readonly dateFormat: DateFormat) {}

  skills(cell: string) {
    return this.read(cell, ([skill, level = '', validTo = '']) => {
      const grade = Number(level || 3)
      if (!Number.isInteger(grade) || grade < 1 || grade > 5) throw problem('IMPORT_SKILL_LEVEL', level)
      return { skill_code: this.code('skills', skill), level: grade, validTo: this.day(validTo) }
    }, ({ skill_code }) => skill_code)
  }

  certificates(cell: string) {
    return this.read(cell, ([kind, number = '', validFrom = '', validTo = '', models = '', issuer = '']) => {
      const [from, to] = [this.day(validFrom), this.day(validTo)]
      if (from && to && to < from) throw problem('IMPORT_VALIDITY_REVERSED', to, from)
      const covered = [...new Set(models.split('+').map(model => model.trim()).filter(Boolean))]
      for (const model of covered) fits(model, 20)
      return { kind_code: this.code('certificates', kind), number: fits(number, 40), issuer: fits(issuer, 80), validFrom: from, validTo: to, models: covered }
    }, ({ kind_code, number, validTo }) => [kind_code, number, validTo].join('|'))
  }

  tools(cell: string) {
    return this.read(cell, ([kind, serialNumber = '', calibratedOn = '', due = '']) => {
      const [calibrated, calibrationDue] = [this.day(calibratedOn), this.day(due)]
      if (calibrated && calibrationDue && calibrationDue < calibrated) throw problem('IMPORT_VALIDITY_REVERSED', calibrationDue, calibrated)
      return { kind_code: this.code('tools', kind), serialNumber: fits(serialNumber, 30), calibratedOn: calibrated, calibrationDue }
    }, ({ kind_code, serialNumber }) => [kind_code, serialNumber].join('|'))
  }

  languages(cell: string) {
    return this.read(cell, ([language]) => ({ language_code: this.code('languages', language) }), ({ language_code }) => language_code)
  }

  furtherAreas(cell: string) {
    return this.read(cell, ([area]) => ({ area_code: this.code('areas', area) }), ({ area_code }) => area_code)
  }

  /** The first thing that is wrong stands for the cell; an entry that comes twice is one of them. */
  private read<Entry>(cell: string, entryOf: (parts: string[]) => Entry, keyOf: (entry: Entry) => string): Entries<Entry> {
    const seen = new Set<string>()
    try {
      const texts = cell.split(/[;；\n]/).map(text => text.trim()).filter(Boolean)
      return { entries: texts.map(text => {
        const entry = entryOf(text.split(/[:：]/).map(part => part.trim()))
        if (seen.has(keyOf(entry))) throw problem('IMPORT_ENTRY_REPEATED', text)
        seen.add(keyOf(entry))
        return entry
      }) }
    } catch (error) {
      if (error instanceof EntryFailure) return { problem: error.problem }
      throw error
    }
  }

  private code(list: keyof Known['codes'], text: string): string {
    return this.known.codes[list].get(text.toLowerCase()) ?? fail('IMPORT_CODE_UNKNOWN', text)
  }

  private day(text: string): string | null {
    const parsed = parseDate(text, this.dateFormat)
    if (parsed && 'code' in parsed) throw problem(parsed.code, text, this.dateFormat)
    return parsed?.date ?? null
  }
}

class EntryFailure extends Error {
  constructor(readonly problem: EntryProblem) { super(problem.code) }
}

const problem = (code: string, ...args: (string | number)[]) => new EntryFailure({ code, args })
const fail = (code: string, ...args: string[]): never => { throw problem(code, ...args) }

function fits(text: string, length: number): string | null {
  if (text.length > length) throw problem('IMPORT_TOO_LONG', text.length, length)
  return text || null
}
