import type { Language } from '../live/language'
import type { LedgerText } from '../live/ledger'

/** An entry of a milestone's ledger with the name of its type. */
export interface MilestoneEvent {
  at: string
  text: string | null
  reference: string | null
  userId: string | null
  type: { name: string }
}

export const ledgerOf = (events: MilestoneEvent[], { instant }: Pick<Language, 'instant'>): LedgerText[] => events.map(({ at, type, text, reference, userId }) => ({
  title: type.name, at: [instant(at), userId].filter(Boolean).join(' · '), text: [reference, text].filter(Boolean).join(' · ')
}))
