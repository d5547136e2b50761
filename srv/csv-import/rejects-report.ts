import type { RejectedRow } from './problem'
import { rejectsHeader, rejectsLine } from './rejects'
import { textOf } from './texts'

/** A cell or a row that was not taken, in the language of the request. */
export interface RejectedCell {
  line: number
  column: string | null
  reason: string
}

/** Collects the rejected rows of an uploaded file, for a list on the screen and for a file to correct. */
export class RejectsReport {
  readonly cells: RejectedCell[] = []
  private readonly lines: string[] = []

  add(row: RejectedRow, header: string[], delimiter: string): void {
    if (!this.lines.length) this.lines.push('\ufeff', rejectsHeader(header, delimiter))
    this.lines.push(rejectsLine(row, header, delimiter, textOf))
    for (const { column, code, args } of row.problems) {
      this.cells.push({ line: row.line, column: column?.slice(0, 60) ?? null, reason: textOf(code, args).slice(0, 255) })
    }
  }

  /** Null when nothing was rejected. */
  get csv(): string | null {
    return this.lines.join('') || null
  }
}
