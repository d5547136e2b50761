/** What is wrong with one cell, or with the whole row when it names no column. */
export interface Problem {
  /** Heading of the column in the file. */
  column: string | null
  /** Key of the text in `_i18n/messages.properties`. */
  code: string
  args: (string | number)[]
}

/** A row that is not taken over, as it came. */
export interface RejectedRow {
  line: number
  cells: string[]
  problems: Problem[]
}

/** A file or mapping that can't be imported at all; CAP answers with status, code and target. */
export class ImportFailure extends Error {
  readonly status = 400

  constructor(readonly code: string, readonly target: string, readonly args: (string | number)[] = []) {
    super(code)
    this.name = 'ImportFailure'
  }
}
