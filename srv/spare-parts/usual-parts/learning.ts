/** What a repair that is done used of a part. */
export interface Use { workOrder_ID: string; part_ID: string; pieces: number }

export interface LearntPart {
  part_ID: string
  repairs: number
  repairsWithPart: number
  pieces: number
  /** Repairs with the part, in percent. */
  share: number
  /** What a repair with the part usually takes. */
  quantity: number
}

/**
 * The parts that repairs of one fault and model took. What is usual is the median of the repairs that used the part at all, since one repair
 * with a dozen would lift a mean; of an even number it is the larger one in the middle, as too few pieces mean a second visit.
 *
 * @param repairs how many repairs there were, with parts or without
 * @param uses one for each repair and part; those without pieces count for nothing
 */
export function learnUsual(repairs: number, uses: readonly Use[]): LearntPart[] {
  const byPart = new Map<string, number[]>()
  for (const { part_ID, pieces } of uses) if (pieces > 0) byPart.set(part_ID, [...(byPart.get(part_ID) ?? []), pieces])
  return [...byPart].map(([part_ID, pieces]) => {
    const sorted = pieces.sort((a, b) => a - b)
    return {
      part_ID, repairs, repairsWithPart: sorted.length, pieces: Math.round(sorted.reduce((sum, each) => sum + each, 0) * 1000) / 1000,
      share: repairs ? Math.round((sorted.length / repairs) * 100) : 0, quantity: sorted[Math.floor(sorted.length / 2)]
    }
  })
}
