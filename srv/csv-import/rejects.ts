import type { RejectedRow } from './problem'

/** Columns that a rejects file has in addition; on the way back in they are ignored. */
export const REJECT_COLUMNS = ['_line', '_column', '_reason']

export type TextOf = (code: string, args: (string | number)[]) => string

/** Excel takes these at the beginning of a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^[+-]?[\d.,\s]+[+-]?$/
const GUARDED = /^'(?=[=+\-@\t\r])/

/** The heading line of a rejects file: that of the original file and what was wrong. */
export const rejectsHeader = (header: string[], delimiter: string) =>
  csvLine([...header.filter(heading => !REJECT_COLUMNS.includes(heading)), ...REJECT_COLUMNS], delimiter)

/**
 * A rejected row as it came, ready to be corrected, with line, columns and reasons. Cells that the row had
 * too many follow at the end; missing ones become question marks, so that the row is not taken for whole.
 */
export function rejectsLine({ line, cells, problems }: RejectedRow, header: string[], delimiter: string, textOf: TextOf): string {
  const original = header.map((_, i) => cells[i] ?? '?').filter((_, i) => !REJECT_COLUMNS.includes(header[i]))
  const columns = problems.map(problem => problem.column ?? '').filter(Boolean).join(', ')
  const reasons = problems.map(problem => textOf(problem.code, problem.args)).join(' ')
  return csvLine([...original, String(line), columns, reasons, ...cells.slice(header.length)], delimiter)
}

/** Takes back what `rejectsLine` put before a formula, so that a corrected file imports the original text. */
export function unguard(header: string[], cells: string[]): string[] {
  return header.includes('_reason') ? cells.map(cell => cell.replace(GUARDED, '')) : cells
}

const csvLine = (cells: string[], delimiter: string) => `${cells.map(cell => csvCell(cell, delimiter)).join(delimiter)}\r\n`

function csvCell(text: string, delimiter: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(delimiter) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe
}
