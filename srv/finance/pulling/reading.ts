import type { IncomingMessage, ServerResponse } from 'node:http'
import type cds from '@sap/cds'
import type { Entity } from './columns'
import { jsonRows } from './plain-rows'

/** What CAP's types leave out: the HTTP request and its answer; of a batch its parts. */
interface Reading extends cds.Request { req?: IncomingMessage & { query: Record<string, string>; _subrequest?: boolean }; res?: ServerResponse }
interface Select { from: { ref?: unknown[] }; one?: boolean; limit?: { rows?: { val: number } } }

/** Of a pull; whoever asks for more than these has CAP answer. */
const OPTIONS = new Set(['$filter', '$orderby', '$top', '$select'])

/** Pages of pulls go from the database to the network by the shortest way: CAP would look through each value and write them all once more. */
export function passThrough(service: cds.ApplicationService): void {
  service.on('READ', 'RepairCosts', async (req: Reading, next) => {
    if (!isPull(req)) return next()
    const rows = await jsonRows(req.query, (req.target as unknown as Entity).elements)
    req.res!.setHeader('Content-Type', 'application/json; charset=utf-8')
    req.res!.end(Buffer.from(`{"@odata.context":"$metadata#RepairCosts","value":${rows}}`))
    return []
  })
}

/** With a page size of its own, so that no link to a next page is wanted. */
function isPull({ query, req, res }: Reading): boolean {
  const { SELECT } = query as unknown as { SELECT: Select }
  return Boolean(req?.query && res && !req._subrequest && req.query.$top && Object.keys(req.query).every(option => OPTIONS.has(option)) &&
    !SELECT.one && SELECT.from.ref?.length === 1 && SELECT.limit?.rows?.val === Number(req.query.$top))
}
