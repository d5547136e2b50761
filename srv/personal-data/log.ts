import cds from '@sap/cds'
import { fail } from '../errors'

interface AuditLog { log(event: string, data: object): Promise<unknown> }

/** Rows that were read at once: one entry for a request. */
export interface Read { type: string; IDs: readonly string[]; attributes: readonly string[]; subject?: { type: string; role?: string; ID: string } }

/** Keys that an entry names; of more only their number is told. */
const NAMED = 20

const handled = new Set<string>()

/** What is logged, as the plugin's setting says: READ, WRITE, both or nothing. */
export const logsReads = (): boolean => handled.has('READ')
export const logsChanges = (): boolean => handled.has('WRITE')
export function setHandled(events: readonly string[]): void {
  handled.clear()
  events.forEach(event => handled.add(event))
}

/** Leaves by the queue, with the transaction at hand: not lost at a crash, and nobody waits for whoever keeps the log. */
export async function logRead(_req: cds.Request, { type, IDs, attributes, subject }: Read): Promise<void> {
  if (!logsReads() || !IDs.length) return
  await emit('SensitiveDataRead', {
    data_subject: subjectOf(type, IDs, subject), object: { type, id: keysOf(IDs) }, attributes: attributes.map(name => ({ name }))
  })
}

export interface Change { type: string; IDs: readonly string[]; attributes: { name: string; old?: unknown; new?: unknown }[]; subject?: { type: string; role?: string; ID: string } }

export async function logChange({ type, IDs, attributes, subject }: Change): Promise<void> {
  if (!logsChanges() || !IDs.length || !attributes.length) return
  await emit('PersonalDataModified', { data_subject: subjectOf(type, IDs, subject), object: { type, id: keysOf(IDs) }, attributes })
}

const keysOf = (IDs: readonly string[]): Record<string, string> =>
  IDs.length === 1 ? { ID: IDs[0] } : { count: String(IDs.length), IDs: IDs.slice(0, NAMED).join(',') }

const subjectOf = (type: string, IDs: readonly string[], subject: Read['subject']) =>
  subject ? { type: subject.type, role: subject.role, id: { ID: subject.ID } } : { type, role: type.split('.').at(-1), id: keysOf(IDs) }

const SILENT = Symbol('values are not told')

/** For who takes values away: they would live on in the log. Holds for the transaction at hand. */
export function tellNoValues(): void {
  (cds.context as unknown as Record<symbol, boolean>)[SILENT] = true
}
export const valuesAreTold = (): boolean => !(cds.context as unknown as Record<symbol, boolean> | undefined)?.[SILENT]

/** Seen in the log of the server, and the request fails rather than goes unlogged; it is no error of the program that would end the process. */
async function emit(event: string, data: object): Promise<void> {
  const { user, timestamp, tenant } = cds.context!
  try {
    const log = (await cds.connect.to('audit-log')) as unknown as AuditLog
    await log.log(event, { ...data, uuid: cds.utils.uuid(), user: user.id, time: timestamp.toISOString(), ...(tenant && { tenant }) })
  } catch (error) {
    cds.log('data-privacy').error('The audit log could not be written', (error as Error).message)
    fail(503, 'AUDIT_LOG_FAILED')
  }
}
