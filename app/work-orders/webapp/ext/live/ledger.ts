/** An entry of a ledger in words. */
export interface LedgerText {
  title: string
  at: string
  text: string
}
