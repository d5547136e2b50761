/** A usual part of the order's fault and model. */
export interface Usual { part_ID: string; quantity: number; repairs: number; repairsWithPart: number; share: number; isManual: boolean }

/** A component of the equipment's model. */
export interface Component extends Place { part_ID: string; quantity: number; isSparePart: boolean }

/** Where a part stands in the bill of material. */
interface Place { position: string | null; alternativeGroup: string | null; priority: number | null }

export interface Proposal extends Place {
  part_ID: string
  origin_code: 'usual' | 'bom'
  isProposed: boolean
  quantity: number
  repairs: number
  repairsWithPart: number
  share: number
  uses: number
}

const UNUSED = { isProposed: false, repairs: 0, repairsWithPart: 0, share: 0 }
/** A part that one repair used proves nothing. */
const FEW = 2

/**
 * What an order may need. A part is proposed when a person has said so, or when at least two repairs used it and their share is large enough;
 * the bill of material adds the other spare parts. Usual ones come first, by their share; then those that were used more often; then
 * by position and the priority of alternatives.
 *
 * @param usesOf how many repairs of the model used a part, whatever the fault
 * @param least share in percent from which a part is proposed
 */
export function proposeParts(usual: Usual[], components: Component[], usesOf: ReadonlyMap<string, number>, least: number): Proposal[] {
  const proposals = new Map<string, Proposal>()
  const uses = (part_ID: string) => usesOf.get(part_ID) ?? 0
  for (const { isManual, ...part } of usual) {
    const isProposed = isManual || (part.repairsWithPart >= FEW && part.share >= least)
    proposals.set(part.part_ID, { ...part, origin_code: 'usual', isProposed, uses: uses(part.part_ID), position: null, alternativeGroup: null, priority: null })
  }
  for (const { part_ID, isSparePart, quantity, position, alternativeGroup, priority } of components) {
    const known = proposals.get(part_ID)
    const place = { position, alternativeGroup, priority }
    if (known) proposals.set(part_ID, { ...known, ...(known.position === null && place) })
    else if (isSparePart) proposals.set(part_ID, { ...UNUSED, part_ID, origin_code: 'bom', quantity: quantity || 1, uses: uses(part_ID), ...place })
  }
  return [...proposals.values()].sort((a, b) =>
    Number(b.isProposed) - Number(a.isProposed) || b.share - a.share || b.uses - a.uses || (a.position ?? '9999').localeCompare(b.position ?? '9999')
    || (a.priority ?? 99) - (b.priority ?? 99) || a.part_ID.localeCompare(b.part_ID))
}
