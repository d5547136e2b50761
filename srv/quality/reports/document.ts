/**
 * A report before it is laid out: what is said, in which order, in the reader's words. Plain data, so that its hash says whether two prints tell the same,
 * and so that it can be handed to another thread.
 */
export interface ReportDocument {
  kind: 'notification' | '8D' | 'CAPA' | 'authorityDraft'
  language: string
  /** Name of the kind, for instance "8D Report". */
  title: string
  /** What it is about, in one line. */
  subject: string
  objectNumber: string
  /** Of the object when it was printed. */
  state: string
  /** Said across each page of what is no final document. */
  watermark?: string
  facts: Fact[]
  sections: Section[]
  signatures: Signature[]
}

export interface Section {
  title: string
  blocks: Block[]
}

export interface Fact {
  label: string
  /** Nothing: not known, which is shown. */
  value: string | null
}

export type Block =
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'text'; label?: string; text: string | null }
  | { kind: 'table'; title?: string; columns: Column[]; rows: Cell[][]; empty: string }
  | { kind: 'tree'; nodes: TreeNode[]; empty: string }
  | { kind: 'notice'; tone: 'good' | 'bad' | 'neutral'; text: string }

export interface Column {
  label: string
  /** Share of the width; columns without one are as wide as their content. */
  share?: number
}

export type Cell = string | null | { text: string; tone: 'good' | 'bad' }

export interface TreeNode {
  /** 0 for the first question. */
  depth: number
  text: string
  evidence: string | null
  /** Branch, "root cause", "ruled out". */
  marks: string[]
  isRootCause: boolean
  isRuledOut: boolean
}

export interface Signature {
  meaning: string
  printedName: string
  userId: string
  signedAt: string
  comment: string | null
  /** Of what was signed. */
  contentHash: string
  /** Why it no longer stands for the record; nothing where it does. */
  broken: string | null
}

/** What a print has that its content has not. */
export interface Imprint {
  number: string
  version: number
  printedBy: string
  /** Instant in UTC. */
  printedAt: string
  labels: ImprintLabels
}

/** Words of the frame, filled in but for the pages. */
export interface ImprintLabels {
  version: string
  state: string
  printed: string
  page: string
  signatures: string
  noSignatures: string
  meaning: string
  printedName: string
  signedAt: string
  hash: string
  validity: string
  valid: string
  broken: string
}
