import cds from '@sap/cds'
import type { Restricted } from './permissions'

type Reading = (req: cds.Request) => Promise<unknown>

interface Handling { handle(req: cds.Request): Promise<unknown> }

const wanted = new WeakMap<object, Map<string, Reading>>()

/** Whether the request at hand has begun to speak to the database: nothing may wait for the host any more then. */
export const isTransactionOpen = (): boolean =>
  Boolean((cds.context as unknown as { transactions?: Map<unknown, { ready?: unknown }> } | undefined)?.transactions?.get(cds.db)?.ready)

/**
 * Has the host asked before anything else is done about an event. CAP's own handlers come too late: those that check who may do what open a
 * transaction, in which nothing may wait for the host.
 */
export function readFirst(service: cds.Service, event: string, read: Reading): void {
  if (!wanted.has(service)) wrap(service)
  wanted.get(service)!.set(event, read)
}

function wrap(service: cds.Service): void {
  const events = new Map<string, Reading>()
  wanted.set(service, events)
  // Drafts put their own in its place while the service is set up.
  cds.once('served', () => put(service, events))
}

function put(service: cds.Service, events: Map<string, Reading>): void {
  const handling = service as unknown as Handling
  const { handle } = handling
  handling.handle = async function (this: unknown, req: cds.Request) {
    const read = events.get(req.event)
    // Of several changes in one transaction only the first finds none open.
    if (read && mayCome(service, req) && !isTransactionOpen()) await read(req)
    return handle.call(this as never, req)
  }
}

const mayCome = (service: cds.Service, req: cds.Request) =>
  [(service as unknown as { definition?: Restricted }).definition?.['@requires'] ?? []].flat().some(role => req.user.is(role))
