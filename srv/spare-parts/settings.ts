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
  /** What somebody waits for or carries is read again by itself after so long. */
  watchFreshness: number
  /** Hours from the arrival of the last part until the repair is done, as customers are told. */
  repairHours: number
  /** How often each instance looks for figures to read, alerts to change and requisitions to follow; 0: never by itself. */
  look: number
  /** What a storage location counts as that nobody has described yet: `warehouse`, `depot` or `van`. */
  unknownPlaceKind: 'warehouse' | 'depot' | 'van'
  /** A claim falls back to everybody after so many hours, counted from when the part is needed if that is later; 0: never. */
  claimHours: number
  /** Who bears the cost of parts: `costCenter` and `order` with the host's number by plant (`*` for all others), or the service item. */
  costObject: { kind: 'costCenter' | 'order' | 'serviceItem'; byPlant: Record<string, string> }
  /** Bills of material are read again after so long. */
  bomFreshness: number
  /** Share of repairs in percent from which a part is proposed. */
  usualShare: number
  /** The hour of UTC from which the coming day is planned: forecasts and what vans need. */
  planningHour: number
  /** How often each instance looks whether that hour has come; 0: never by itself. */
  planningLook: number
  /** Forecasts, vans or faults of one turn: one transaction. */
  planningBatch: number
  /** Months of history that forecasts go by. */
  historyMonths: number
  /** Share in percent of the spans of lead time and review in which everything asked for is to be there. */
  serviceLevel: number
  /** Days until a part comes where the host tells no lead time, and between two looks at whether to order; months that an order is to last. */
  leadTimeDays: number
  reviewDays: number
  coverMonths: number
  /** Days whose visits a van is filled for. */
  vanDays: number
}

const HOUR = 3_600_000

const DEFAULTS: SparePartsSettings = {
  stockFreshness: 30_000, stockPatience: 3_000, supplyFreshness: 72 * HOUR, orderFreshness: HOUR / 4, watchFreshness: HOUR / 4, repairHours: 4, look: 60_000, unknownPlaceKind: 'warehouse',
  claimHours: 72, costObject: { kind: 'serviceItem', byPlant: {} },
  bomFreshness: 24 * HOUR, usualShare: 25, planningHour: 1, planningLook: HOUR / 6, planningBatch: 100, historyMonths: 60, serviceLevel: 95, leadTimeDays: 14, reviewDays: 7, coverMonths: 2, vanDays: 5
}

export const sparePartsSettings = (): SparePartsSettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, Partial<SparePartsSettings> | undefined>).spareParts })
