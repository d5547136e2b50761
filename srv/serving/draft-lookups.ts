import { AsyncLocalStorage } from 'node:async_hooks'
import cds from '@sap/cds'

interface Query { SELECT?: { columns?: (string | { ref?: unknown[] })[] } }
interface Reading { event: string; query?: Query; target?: { drafts?: object; isDraft?: boolean } }
interface Handling { handle(req: Reading): Promise<unknown> }

/** What of a row tells about its draft. */
const OF_DRAFTS = new Set<unknown>(['HasActiveEntity', 'HasDraftEntity', 'SiblingEntity', 'DraftAdministrativeData', 'DraftAdministrativeData_DraftUUID', 'DraftMessages'])

const unasked = new AsyncLocalStorage<boolean>()

/**
 * Spares the statement by which CAP looks for drafts of all rows that it has just read, sums of `$apply` included, where the question asks for nothing about
 * drafts: CAP throws away what it found then. Lists of pages do ask; systems that read and most of what pages read besides don't.
 */
export function skipDraftLookups(service: cds.ApplicationService): void {
  // Drafts put their own handling in its place while the service is set up.
  cds.once('served', () => {
    if (!Object.values(service.entities as unknown as Record<string, { drafts?: object }>).some(({ drafts }) => drafts)) return
    const handling = service as unknown as Handling, { handle } = handling
    handling.handle = function (this: unknown, req: Reading) {
      if (isOfDrafts(req)) return unasked.getStore() && isLookup(req) ? Promise.resolve([]) : handle.call(this as Handling, req)
      return req.event === 'READ' && req.target?.drafts ? unasked.run(asksForNone(req.query), () => handle.call(this as Handling, req)) : handle.call(this as Handling, req)
    }
  })
}

const asksForNone = (query?: Query): boolean => {
  const columns = query?.SELECT?.columns
  return Boolean(columns?.length && !columns.some(column => (typeof column === 'string' ? column === '*' : OF_DRAFTS.has(column.ref?.[0]))))
}

/** CAP marks its own questions, and asks for keys only. */
const isOfDrafts = ({ query }: Reading): boolean => Boolean(query && Object.getOwnPropertySymbols(query).some(({ description }) => description === 'draftParams'))
const isLookup = ({ event, query, target }: Reading): boolean => event === 'READ' && Boolean(target?.isDraft) && asksForNone(query)
