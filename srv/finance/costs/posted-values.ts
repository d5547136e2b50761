import { Decimal } from 'decimal.js'
import type { PostedValue } from '../../host-erp/reading'

/** A goods movement of a need, and the host's document of it once there is one. */
export interface Movement { kind: 'Issued' | 'Returned'; document: string | null }

export interface HostValue {
  /** What the host has booked in all; negative where more came back. */
  amount: string
  currency: string
  /** The last document. */
  document: string
}

/**
 * What the host has booked for a need: all that was issued less what was brought back, without documents that it has taken back.
 *
 * @param valuesOf the items of a document
 * @returns nothing while a document is missing, or where the host says no value
 */
export function hostValue(movements: readonly Movement[], part: string, valuesOf: ReadonlyMap<string, readonly PostedValue[]>): HostValue | undefined {
  if (!movements.length || movements.some(({ document }) => !document)) return undefined
  const documents = [...new Set(movements.map(({ document }) => document!))]
  const values = documents.flatMap(document => valuesOf.get(document) ?? []).filter(value => value.material === part && !value.isCancelled && !value.reverses)
  const [first] = values
  if (!first || values.some(({ currency }) => currency !== first.currency)) return undefined
  const amount = Decimal.sum(0, ...values.map(({ amount, debitCredit }) => (debitCredit === 'H' ? new Decimal(amount) : new Decimal(amount).negated())))
  return { amount: amount.toFixed(), currency: first.currency, document: documents.at(-1)! }
}
