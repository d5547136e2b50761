import cds from '@sap/cds'

/** How parts are looked after: `cds.requires.spareParts`. Times in milliseconds. */
export interface SparePartsSettings {
  /** Stock older than this is read again before pieces are promised. */
  stockFreshness: number
  /** Whoever promises waits so long for the host, then goes by the last figures. */
  stockPatience: number
  /** Lead times, prices and what is on order are read again after so long. */
  supplyFreshness: number
  orderFreshness: number
  /** How often each instance looks for figures to read, alerts to change and requisitions to follow; 0: never by itself. */
  look: number
  /** What a storage location counts as that nobody has described yet: `warehouse`, `depot` or `van`. */
  unknownPlaceKind: 'warehouse' | 'depot' | 'van'
}

const HOUR = 3_600_000

const DEFAULTS: SparePartsSettings = {
  stockFreshness: 30_000, stockPatience: 3_000, supplyFreshness: 72 * HOUR, orderFreshness: HOUR / 4, look: 60_000, unknownPlaceKind: 'warehouse'
}

export const sparePartsSettings = (): SparePartsSettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, Partial<SparePartsSettings> | undefined>).spareParts })
