import cds from '@sap/cds'
import { gauge, type Sample } from './metrics'
import { observingSettings } from './settings'

/**
 * A figure that stands in the database: counted at most once in so many seconds, however many ask. Instances that share a database
 * tell the same figure. Left out where each tenant has a database of its own.
 */
export function storedFigure(name: string, help: string, read: () => Promise<Sample[]>): void {
  let known: { at: number; samples: Promise<Sample[]> } | undefined
  gauge(name, help, () => {
    if (!cds.db || (cds.requires as { multitenancy?: unknown }).multitenancy) return []
    if (!known || known.at + observingSettings().metrics.cache <= Date.now()) {
      const samples = cds.tx({ user: cds.User.privileged } as never, read as never) as unknown as Promise<Sample[]>
      known = { at: Date.now(), samples }
      samples.catch(() => { known = undefined })
    }
    return known.samples
  })
}

/** Seconds since an instant of the database; 0 where there is none. */
export const ageOf = (instant?: string | Date | null): number => (instant ? Math.max(0, Math.round((Date.now() - new Date(instant).getTime()) / 1000)) : 0)
