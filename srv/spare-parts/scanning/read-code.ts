import { hasCheckDigit } from './check-digit'
import { END, readElementString, readTypedElements, shown, type Element, type ElementString, type ScanProblem } from './element-string'
import { gs1Date } from './gs1-date'

/** What a code says of a part. */
export interface ScannedPart {
  /** GS1 code, a bare trade item number, or text that may be the number of a part. */
  kind: 'gs1' | 'gtin' | 'text'
  /** With fourteen digits, leading zeros before shorter ones. */
  gtin?: string
  /** Numbers that the part may have here or at its maker, the likelier first. */
  partNumbers: string[]
  batch?: string
  serialNumber?: string
  /** `YYYY-MM-DD`, the last day on which it may be used. */
  expiresOn?: string
  /** `YYYY-MM-DD`; told, but a part is good after it. */
  bestBefore?: string
  producedOn?: string
  pieces?: number
  elements: Element[]
}

export type ScanResult = { part: ScannedPart } | { problem: ScanProblem }

/** GS1 DataMatrix, GS1-128, QR, DataBar and DotCode as scanners announce them (ISO/IEC 15424). */
const GS1_SYMBOLOGY = /^\](?:d2|C1|Q3|e0|J1)/
const SYMBOLOGY = /^\][A-Za-z]\w/
/** How FNC1 looks where a keyboard can't type it. */
const WRITTEN_END = /\u241d|<GS>|\{GS\}/g
const LONGEST = 500

/**
 * Reads a scanned or typed code. Whatever comes, it returns a part or names the problem; it never throws.
 *
 * A bare number of 8, 12, 13 or 14 digits is a GTIN when its check digit is right, and may be a part number in any case. Without a
 * symbology a code counts as GS1 when it has an end sign, or begins with a GTIN whose check digit is right.
 *
 * @param today `YYYY-MM-DD`, for the century of dates
 */
export function readCode(code: string, today: string): ScanResult {
  const typed = code.trim().replace(WRITTEN_END, END)
  if (!typed.replace(SYMBOLOGY, '').replaceAll(END, '')) return { problem: { key: 'SCAN_EMPTY', args: [] } }
  if (typed.length > LONGEST) return { problem: { key: 'SCAN_TOO_LONG', args: [LONGEST] } }
  if (GS1_SYMBOLOGY.test(typed)) return partOf(readElementString(typed.slice(3), today), today)
  const content = typed.replace(SYMBOLOGY, '').trim()
  if (/^\(\d{2,4}\)/.test(content)) return partOf(readTypedElements(content, today), today)
  if (content.includes(END) || isElementString(content)) return partOf(readElementString(content, today), today)
  return { part: plain(content) }
}

const isElementString = (content: string) => /^01\d{14}/.test(content) && hasCheckDigit(content.slice(2, 16))

function plain(content: string): ScannedPart {
  const isGtin = /^(?:\d{8}|\d{12,14})$/.test(content) && hasCheckDigit(content)
  return { kind: isGtin ? 'gtin' : 'text', ...(isGtin && { gtin: content.padStart(14, '0') }), partNumbers: [shown(content)], elements: [] }
}

function partOf(read: ElementString, today: string): ScanResult {
  if ('problem' in read) return read
  const values = Object.fromEntries(read.elements.map(({ ai, value }) => [ai, value]))
  const date = (...ais: string[]) => ais.map(ai => values[ai] && gs1Date(values[ai].slice(0, 6), today)).find(Boolean) || undefined
  const part: ScannedPart = {
    kind: 'gs1',
    gtin: values['01'] ?? values['8006']?.slice(0, 14) ?? values['02'],
    partNumbers: [values['241'], values['240']].filter(Boolean),
    batch: values['10'], serialNumber: values['21'] ?? values['250'],
    expiresOn: date('17', '7003'), bestBefore: date('15'), producedOn: date('11'),
    pieces: Number(values['30'] ?? values['37']) || undefined,
    elements: read.elements
  }
  return { part: Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as unknown as ScannedPart }
}
