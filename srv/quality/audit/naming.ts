import cds from '@sap/cds'
import { textOf } from '../../words'

interface Row { object?: string | null; event?: string | null; objectName?: string | null; eventName?: string | null }
interface Titled { '@title'?: string; actions?: Record<string, Titled | undefined> }

/** Names what the trail keeps by its technical names: records by their title, actions by their button. */
export function nameAuditEvents(service: cds.ApplicationService): void {
  service.after('READ', 'AuditEvents', (rows: unknown) => {
    for (const row of [rows].flat() as (Row | null)[]) {
      if (row?.object) row.objectName = titleOf(definition(row.object)) ?? row.object
      if (row?.event) row.eventName = eventText(row.object, row.event)
    }
  })
}

const eventText = (object: string | null | undefined, event: string): string =>
  textOf(`audit.event.${event}`) ?? titleOf(definitions()[`aftersales.QualityService.${object}`]?.actions?.[event]) ?? event

const definitions = () => cds.model!.definitions as unknown as Record<string, Titled | undefined>

const definition = (object: string): Titled | undefined => definitions()[`aftersales.${object}`]

/** Of `{i18n>key}` its text in the reader's language. */
function titleOf(titled: Titled | undefined): string | undefined {
  const key = /^\{i18n>(\w+)\}$/.exec(titled?.['@title'] ?? '')?.[1]
  return key ? (cds.i18n.labels.at(key, cds.context?.locale) as string | undefined) : undefined
}
