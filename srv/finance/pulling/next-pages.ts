import type cds from '@sap/cds'

interface Reading extends cds.Request { req?: { query?: Record<string, string>; _subrequest?: boolean } }
interface Select { orderBy?: { ref?: string[]; sort?: string }[]; limit?: { rows?: { val: number } }; one?: boolean; from: { ref?: unknown[] } }
type Page = Record<string, unknown>[] & { $nextLink?: string }

/** Of a reading whose pages the server makes. */
const OPTIONS = new Set(['$filter', '$orderby', '$select', '$count', '$search', '$expand', '$skiptoken'])

/**
 * The link to the next page names the last row of this one instead of how many rows came before: nobody counts millions of rows to leave them out, and
 * what others write meanwhile moves no row to another page. Power BI and the like read whole tables so.
 */
export function linkByLastRow(service: cds.ApplicationService): void {
  service.after('READ', 'RepairCosts', (result, request) => {
    const rows = result as unknown as Page, { query, req } = request as unknown as Reading, { SELECT } = query as unknown as { SELECT?: Select }
    if (!SELECT || !Array.isArray(rows) || !rows.length || rows.length !== SELECT.limit?.rows?.val || SELECT.one || SELECT.from.ref?.length !== 1) return
    if (!req?.query || req._subrequest || !Object.keys(req.query).every(option => OPTIONS.has(option))) return
    const last = rows.at(-1)!, keys = (SELECT.orderBy ?? []).map(({ ref, sort }) => ({ k: ref?.length === 1 ? ref[0] : '', v: last[ref?.[0] ?? ''], a: sort !== 'desc' }))
    // In CAP's own form of such a link, which it reads again.
    if (keys.length && keys.every(({ k, v }) => k && v !== null && v !== undefined)) rows.$nextLink = Buffer.from(JSON.stringify({ r: 0, c: keys })).toString('base64')
  })
}
