import type cds from '@sap/cds'
import { guardExpands } from './expand-access'
import { refuseImpossibleDates, refuseNegativePaging, refuseNulCharacters } from './input-guards'
import { findByForeignKey } from './navigation'

/** What every service sees to before it answers: access rules on all that a query reaches, input that no database takes, and the index of foreign keys. */
export function guardReading(service: cds.ApplicationService): void {
  service.before('READ', '*', guardExpands)
  service.before('READ', '*', refuseNegativePaging)
  service.before('READ', '*', findByForeignKey)
  service.before('*', refuseImpossibleDates)
  service.before('*', refuseNulCharacters)
}
