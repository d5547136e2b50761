/** A van's stock of a part and what will be taken from it. Quantities are numbers with at most three decimals. */
export interface VanNeed {
  /** Promised to nobody, and on its way to the van for no order. */
  available: number
  incoming: number
  /** What should be there at least, and what there is room for. */
  minimum: number
  maximum: number
  /** What the visits of the next days will take, and what the van's own history says of as many days. */
  plannedNeed: number
  expectedUse: number
}

/**
 * What to put into the van: nothing while what remains after the next days is not less than the minimum; else up to the maximum, and more only
 * where the planned visits take more than that. Planned visits and the history tell of the same work, so that the larger of the two counts,
 * not their sum. A history asks for whole pieces only.
 */
export function replenishment({ available, incoming, minimum, maximum, plannedNeed, expectedUse }: VanNeed): number {
  const use = Math.max(plannedNeed, Math.floor(expectedUse))
  const there = available + incoming
  if (there - use >= minimum) return 0
  return Math.max(0, exact(Math.max(maximum, use + minimum) - there))
}

const exact = (quantity: number) => Math.round(quantity * 1000) / 1000

/** A place that could fill the van. */
export interface Source { plant: string; storageLocation: string; kind: string; available: number; deliveryHours: number | null }

/** Depots and warehouses of the van's plant, never other vans: the one that has all of it and is nearest, else the one that has most. */
export function sourceFor(quantity: number, plant: string, sources: readonly Source[]): { source: Source; quantity: number } | undefined {
  const usable = sources.filter(source => source.plant === plant && source.kind !== 'van' && source.available > 0)
  const nearest = (a: Source, b: Source) => (a.deliveryHours ?? 99) - (b.deliveryHours ?? 99) || a.storageLocation.localeCompare(b.storageLocation)
  const [whole] = usable.filter(({ available }) => available >= quantity).sort(nearest)
  const [most] = usable.sort((a, b) => b.available - a.available || nearest(a, b))
  const source = whole ?? most
  return source && { source, quantity: Math.min(quantity, source.available) }
}
