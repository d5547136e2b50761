/** error: a request of ours would fail; warning: it may; note: the host can do more than we use. */
export type Severity = 'error' | 'warning' | 'note'

export interface Finding {
  severity: Severity
  code: string
  /** `EntitySet`, `EntitySet.Field` or the name of an operation; empty: the whole API. */
  at: string
  text: string
}

const finding = (severity: Severity) => (code: string, at: string, text: string): Finding => ({ severity, code, at, text })

export const error = finding('error')
export const warning = finding('warning')
export const note = finding('note')
