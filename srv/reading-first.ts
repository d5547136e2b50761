import { AsyncLocalStorage } from 'node:async_hooks'
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

/** Requests of one changeset run at once in one transaction: those that are at work by its context, and what one of them reads before. */
interface Changeset { atWork: number; reading?: Promise<unknown> }

const changesets = new WeakMap<object, Changeset>()
const isReading = new AsyncLocalStorage<boolean>()

function put(service: cds.Service, events: Map<string, Reading>): void {
  const handling = service as unknown as Handling
  const { handle } = handling
  handling.handle = async function (this: unknown, req: cds.Request) {
    const changeset = changesetOf(cds.context)
    // Who goes on would open the transaction, and who reads would wait for its connection.
    if (changeset.reading && !isReading.getStore()) await changeset.reading
    const read = events.get(req.event)
    changeset.atWork++
    try {
      // Of several changes in one transaction only the first may find none open.
      if (read && mayCome(service, req) && changeset.atWork === 1 && !isTransactionOpen()) await readAlone(changeset, () => read(req))
      return await handle.call(this as never, req)
    } finally {
      changeset.atWork--
    }
  }
}

function changesetOf(context: object | undefined): Changeset {
  const known = context && changesets.get(context), changeset = known ?? { atWork: 0 }
  if (context && !known) changesets.set(context, changeset)
  return changeset
}

async function readAlone(changeset: Changeset, read: () => Promise<unknown>): Promise<void> {
  const reading = isReading.run(true, read)
  changeset.reading = reading.catch(() => {}) // its own request tells what went wrong
  try {
    await reading
  } finally {
    changeset.reading = undefined
  }
}

const mayCome = (service: cds.Service, req: cds.Request) =>
  [(service as unknown as { definition?: Restricted }).definition?.['@requires'] ?? []].flat().some(role => req.user.is(role))
