import cds from '@sap/cds'

/** How trends are watched: `cds.requires.trends`. */
export interface TrendSettings {
  /** The hour of UTC from which trends are counted anew each night. */
  hour: number
  /** How often each instance looks whether that hour has come, in milliseconds; 0: never by itself. */
  look: number
  /** Weeks that are kept to be drawn. */
  shownWeeks: number
  /** Signals older than so many weeks are drawn, and nobody is asked to decide on them. */
  freshWeeks: number
  /** Series of one turn: one transaction. */
  batch: number
}

const DEFAULTS: TrendSettings = { hour: 2, look: 600_000, shownWeeks: 104, freshWeeks: 13, batch: 250 }

export const trendSettings = (): TrendSettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, Partial<TrendSettings> | undefined>).trends })
