import type cds from '@sap/cds'
import { confineReaders } from './confinement'
import { exportCosts } from './export'
import { linkByLastRow } from './next-pages'
import { passThrough } from './reading'
import { trustGroups } from './totals'

/** How costs leave by reading: who may, totals, files. */
export function implementPulling(service: cds.ApplicationService): void {
  confineReaders(service)
  trustGroups(service)
  exportCosts(service)
  passThrough(service)
  linkByLastRow(service)
}
