import type cds from '@sap/cds'
import { guardExpands } from './expand-access'
import { refuseForbiddenCharacters, refuseImpossibleDates, refuseImpossibleDatesInFilters, refuseNegativePaging } from './input-guards'
import { findByForeignKey } from './navigation'
import { protectPersonalData } from './personal-data/masking'
import { guardWriting } from './write-access'

/** What every service sees to before it answers: access rules on all that a query reaches, personal data, input that no database takes, and the index of foreign keys. */
export function guardReading(service: cds.ApplicationService): void {
  protectPersonalData(service)
  service.before('READ', '*', guardExpands)
  service.before('READ', '*', refuseNegativePaging)
  service.before('READ', '*', refuseImpossibleDatesInFilters)
  service.before('READ', '*', findByForeignKey)
  service.before('*', guardWriting)
  service.before('*', refuseImpossibleDates)
  service.before('*', refuseForbiddenCharacters)
}
