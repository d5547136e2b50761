import { withDecimals } from './cells'
import type { Column } from './columns'

export type Row = Record<string, unknown>

const LINE_END = '\r\n'
/** Spreadsheets would take such a text for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r]/
const SPECIAL = /[",\r\n]/

/** First line of a file after RFC 4180; the mark tells Excel that it is UTF-8. */
export const csvHeading = (columns: Column[], withMark: boolean): string => `${withMark ? '\uFEFF' : ''}${columns.map(({ heading }) => quoted(harmless(heading))).join(',')}${LINE_END}`

/** @param digits digits after the point by currency */
export function csvLine(row: Row, columns: Column[], digits: Map<string, number>): string {
  let line = ''
  for (let at = 0; at < columns.length; at++) line += (at ? ',' : '') + cell(row, columns[at], digits)
  return line + LINE_END
}

function cell(row: Row, { name, kind, currency, names }: Column, digits: Map<string, number>): string {
  const value = row[name]
  if (value === null || value === undefined) return ''
  if (kind === 'amount') return withDecimals(String(value), digits.get(row[currency!] as string) ?? 2)
  if (kind === 'number') return withDecimals(String(value), 0)
  if (kind !== 'text') return String(value)
  return quoted(harmless(names?.get(value as string) ?? String(value)))
}

/** An apostrophe makes it text in every spreadsheet. */
const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

const quoted = (text: string) => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
