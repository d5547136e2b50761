import type { Language } from '../live/language'

/** A place from which a part could come. */
export interface Offer {
  plant: string
  storageLocation: string
  placeName: string
  kind_code: string
  technicianName: string | null
  available: string
  onOrder: string
  onOrderDate: string | null
  expectedAt: string | null
  kilometres: number | null
}

/** Where a part could come from, and others that would do. */
export interface Offers { part: Offered; successor: Offered | null; substitutes: Offered[] }
export interface Offered { part_ID: string; number: string; name: string; needsApproval: boolean | null; expectedAt: string | null; places: Offer[] }

/** A part that an order may need, with what speaks for it. */
export interface Proposed {
  part_ID: string
  number: string
  name: string
  unit: string | null
  origin_code: string
  quantity: string | null
  repairs: number | null
  repairsWithPart: number | null
  uses: number | null
  needed: string | null
  available: string | null
}

export interface PlaceRow { plant: string; storageLocation: string; name: string; facts: string; expected: string; hasPieces: boolean }
export interface SubstituteRow { part_ID: string; name: string; facts: string; expected: string; needsApproval: boolean }

type Words = Pick<Language, 'text' | 'instant' | 'quantity'>

/** More nobody reads while a customer waits. */
const SHOWN = 6

/** Places that have pieces or expect some, the earliest first as the service ranks them. */
export const placeRows = ({ part }: Offers, wanted: number, unit: string | null, { text, instant, quantity }: Words): PlaceRow[] => part.places
  .filter(({ available, expectedAt }) => Number(available) > 0 || expectedAt)
  .slice(0, SHOWN)
  .map(({ plant, storageLocation, placeName, technicianName, available, expectedAt, kilometres }) => ({
    plant, storageLocation, name: placeName, hasPieces: Number(available) >= wanted, expected: expectedAt ? instant(expectedAt) : '',
    facts: [
      `${plant} ${storageLocation}`, text('parts.free', quantity(Math.max(0, Number(available)), unit)), technicianName && technicianName !== placeName && technicianName,
      kilometres !== null && text('parts.kilometres', kilometres)
    ].filter(Boolean).join(' · ')
  }))

/** The successor comes first. */
export const substituteRows = ({ successor, substitutes }: Offers, unit: string | null, words: Words): SubstituteRow[] =>
  [...successor ? [successor] : [], ...substitutes].map(each => substituteRow(each, unit, words))

function substituteRow({ part_ID, number, name, needsApproval, expectedAt, places }: Offered, unit: string | null, { text, instant, quantity }: Words): SubstituteRow {
  const free = places.reduce((sum, { available }) => sum + Math.max(0, Number(available)), 0)
  const [first] = places
  return {
    part_ID, name: `${name} · ${number}`, needsApproval: needsApproval === true, expected: expectedAt ? instant(expectedAt) : '',
    facts: [text('parts.free', quantity(free, unit)), free > 0 && first && text('parts.firstAt', first.placeName), needsApproval && text('parts.needsApproval')].filter(Boolean).join(' · ')
  }
}

export interface CandidateRow { part_ID: string; name: string; facts: string; free: string; freeState: 'Success' | 'Error' | 'None'; origin: string; quantity: string; unit: string | null }

/** A part to choose from, with what speaks for it. */
export function candidateRow({ part_ID, number, name, unit, origin_code, quantity: usual, repairs, repairsWithPart, uses, needed, available }: Proposed, { text, quantity }: Words): CandidateRow {
  return {
    part_ID, name, unit, origin: origin_code, quantity: String(Number(usual ?? 1) || 1),
    facts: [
      number, repairs && repairsWithPart && text('parts.usual', repairsWithPart, repairs), origin_code === 'bom' && (uses ? text('parts.bomUsed', uses) : text('parts.bom')),
      Number(needed) > 0 && text('parts.neededAlready', quantity(needed!, unit))
    ].filter(Boolean).join(' · '),
    free: available === null ? '' : text('parts.free', quantity(available, unit)), freeState: available === null ? 'None' : Number(available) > 0 ? 'Success' : 'Error'
  }
}
