import cds from '@sap/cds'
import { entities } from '../../entities'

/** The label of a field in the reader's language; a name that no field has stays as it is. */
export function labelOf(entity: string, field: string): string {
  const element = entities()[entity].elements[field]
  return (element && (cds.i18n.labels.for(element as never, cds.context?.locale) as string | undefined)) ?? field
}

/** What a complaint record lacks: fields of its own, or of the notification's device. */
export const nameOfMissing = (field: string) => labelOf(['model', 'udi'].includes(field) ? 'QualityNotifications' : 'ComplaintRecords', field)

interface Record { missing?: string | null; complaint?: Record | null }

/** Stored are the fields' names; people read their labels. */
export function tellMissing(rows: unknown): void {
  for (const row of [rows].flat() as (Record | null)[]) {
    if (row?.complaint) tellMissing(row.complaint)
    if (row?.missing) row.missing = row.missing.split(', ').map(nameOfMissing).join(', ')
  }
}
