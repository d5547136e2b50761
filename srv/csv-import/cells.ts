import type { Problem } from './problem'

// eslint-disable-next-line no-control-regex
export const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** A row with fewer cells than headings, or with text beyond them, can't be told apart column by column. */
export function countProblem(cells: string[], header: string[]): Problem | undefined {
  if (cells.length >= header.length && !cells.slice(header.length).some(cell => cell.trim())) return undefined
  return { column: null, code: 'IMPORT_COLUMN_COUNT', args: [cells.length, header.length] }
}
