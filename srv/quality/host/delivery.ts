import type cds from '@sap/cds'
import { entities } from '../../entities'

type Row = Record<string, unknown> & { ID?: string }
interface Delivery { ID: string; hostDeliveryCode: string; hostDeliveryName: string | null; hostDeliveryCriticality: number | null; hostMessageNumber: string; hostError: string | null }

const TOLD = ['hostDeliveryCode', 'hostDeliveryName', 'hostDeliveryCriticality', 'hostMessageNumber', 'hostError']

/** Tells of notifications that are read how the message stands that hands them over; a draft is told what its notification is. */
export function tellDelivery(service: cds.ApplicationService): void {
  const { QualityNotifications } = service.entities as unknown as Record<string, { drafts: unknown }>
  service.after('READ', [QualityNotifications, QualityNotifications.drafts] as never, (rows: Row[] | Row | undefined, req: cds.Request) => tell([rows ?? []].flat() as Row[], askedIn(req)))
}

/** Of these elements, those that a query selects; all where it selects none by name. */
function askedIn({ query }: cds.Request): string[] {
  const columns = (query as unknown as cds.ql.SELECT<unknown>).SELECT?.columns as ('*' | { ref?: string[] })[] | undefined
  return !columns?.length || columns.includes('*') ? TOLD : TOLD.filter(element => columns.some(column => column !== '*' && column.ref?.[0] === element))
}

async function tell(rows: Row[], elements: string[]): Promise<void> {
  const asked = elements.length ? rows.filter(row => row?.ID) : []
  if (!asked.length) return
  const found = (await SELECT.localized.from(entities().QualityNotifications).columns(
    'ID', 'hostMessage.state.code as hostDeliveryCode', 'hostMessage.state.name as hostDeliveryName', 'hostMessage.state.criticality as hostDeliveryCriticality',
    'hostMessage.number as hostMessageNumber', 'hostMessage.lastError as hostError'
  ).where({ ID: { in: asked.map(({ ID }) => ID!) }, hostMessage_ID: { '!=': null } } as never)) as unknown as Delivery[]
  const byID = new Map(found.map(delivery => [delivery.ID, delivery]))
  for (const row of asked) for (const element of elements) row[element] = byID.get(row.ID!)?.[element as keyof Delivery] ?? null
}
