/** A row that is not as the service left it. */
export interface Finding {
  table: 'AuditEvents' | 'AuditChains' | 'Signatures' | 'record'
  object: string
  objectID: string
  /** Of the row, where it has one. */
  ID?: string
  sequence?: number
  /** What differs, in one sentence. */
  text: string
}

export type Report = (finding: Finding) => void

export interface Figures {
  chains: number
  events: number
  /** Records that were compared with their trail. */
  records: number
  signatures: number
  /** Signatures of records that were changed later by somebody, as the trail tells: nothing is wrong with these. */
  outdated: number
}
