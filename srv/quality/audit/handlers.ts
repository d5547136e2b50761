import cds from '@sap/cds'
import { noteCalls } from './calls'
import { places, savedTableOf, type Definition } from './model'
import { watchDatabase } from './watching'

const watched = new WeakSet<object>()

/** The trail sees every change of audited records, from whichever service, once all of them are there. */
export function implementAudit(): void {
  cds.once('served', () => {
    if (cds.db && !watched.has(cds.db)) {
      watched.add(cds.db)
      watchDatabase(cds.db)
    }
    for (const service of Object.values(cds.services as unknown as Record<string, cds.Service>)) if (showsAudited(service)) noteCalls(service)
  })
}

function showsAudited(service: cds.Service): boolean {
  if (!(service instanceof cds.ApplicationService)) return false
  return Object.values(service.entities as unknown as Record<string, Definition>).some(entity => places().has(savedTableOf(entity)?.name ?? ''))
}
