/**
 * Where the pieces of a need are: each is open, claimed, issued or released, and of the issued ones each is in hand, consumed, returned or
 * scrapped. Quantities are numbers with at most three decimals.
 */
export interface Pieces {
  quantity: number
  claimed: number
  /** Of the claimed ones. */
  picked: number
  issued: number
  /** Of the issued ones. */
  issuing: number
  consumed: number
  returned: number
  scrapped: number
  released: number
}

export type ReservationState = 'Needed' | 'Claimed' | 'Reserved' | 'Picked' | 'Issued' | 'Consumed' | 'Returned' | 'Scrapped' | 'Released'

export const openOf = ({ quantity, claimed, issued, released }: Pieces): number => exact(quantity - claimed - issued - released)
export const inHandOf = ({ issued, consumed, returned, scrapped }: Pieces): number => exact(issued - consumed - returned - scrapped)

/**
 * The state that people read: the earliest step in which a piece still is; once all are settled, what became of the most useful one.
 *
 * @param isReserved the host has a reservation for what is claimed
 */
export function stateOf(pieces: Pieces, isReserved: boolean): ReservationState {
  const { claimed, picked, consumed, returned, scrapped } = pieces
  if (openOf(pieces) > 0) return 'Needed'
  if (claimed > 0) return picked >= claimed ? 'Picked' : isReserved ? 'Reserved' : 'Claimed'
  if (inHandOf(pieces) > 0) return 'Issued'
  if (consumed > 0) return 'Consumed'
  if (returned > 0) return 'Returned'
  return scrapped > 0 ? 'Scrapped' : 'Released'
}

/** What is wrong with the counters; nothing, however pieces move. */
export function contradictions(pieces: Pieces): string[] {
  const { claimed, picked, issued, issuing, consumed, returned, scrapped, released } = pieces
  const found = Object.entries({ ...pieces, open: openOf(pieces), inHand: inHandOf(pieces) }).filter(([, value]) => value < 0).map(([name, value]) => `${name} is ${value}`)
  if (picked > claimed) found.push(`${picked} picked of ${claimed} claimed`)
  if (issuing > issued) found.push(`${issuing} on the way of ${issued} issued`)
  if (openOf(pieces) > 0 && claimed + issued + released + consumed + returned + scrapped > 0) found.push('open beside held or settled pieces')
  return found
}

/** Three decimals, as quantities have: sums of binary fractions are off by less. */
export const exact = (value: number): number => Math.round(value * 1000) / 1000

export interface StoredPieces {
  quantity: string | number; claimedQuantity: string | number; pickedQuantity: string | number; issuedQuantity: string | number; issuingQuantity: string | number
  consumedQuantity: string | number; returnedQuantity: string | number; scrappedQuantity: string | number; releasedQuantity: string | number
}

export const piecesOf = (row: StoredPieces): Pieces => ({
  quantity: Number(row.quantity), claimed: Number(row.claimedQuantity), picked: Number(row.pickedQuantity), issued: Number(row.issuedQuantity),
  issuing: Number(row.issuingQuantity), consumed: Number(row.consumedQuantity), returned: Number(row.returnedQuantity),
  scrapped: Number(row.scrappedQuantity), released: Number(row.releasedQuantity)
})
