import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import cds from '@sap/cds'
import { fail } from '../../errors'
import { exportedColumns, minorUnits, type Entity } from './columns'
import { csvFile, excelFile, type Content } from './files'
import { pagesOf, type Wish } from './pages'

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}
type Format = keyof typeof TYPES

interface Select {
  from: { ref?: unknown[] }; columns?: ('*' | { ref?: string[]; expand?: unknown; func?: string; xpr?: unknown })[]; where?: unknown[]; search?: unknown[]; groupBy?: unknown; count?: boolean; one?: boolean
}
/** What CAP's types leave out: the HTTP request and its answer; of a batch its parts. */
interface Reading extends cds.Request { req?: { query: Record<string, string>; _subrequest?: boolean }; res?: ServerResponse }

/** `RepairCosts?$filter=…&export=csv` answers with a file of all rows that the filter lets through, in place of a page of them. */
export function exportCosts(service: cds.ApplicationService): void {
  service.on('READ', 'RepairCosts', async (req: Reading, next) => {
    const format = req.req?.query?.export
    if (format === undefined) return next()
    if (!Object.hasOwn(TYPES, String(format))) fail(400, 'EXPORT_FORMAT_UNKNOWN', { target: 'export', args: [format] })
    await sendFile(req, format as Format)
    return []
  })
}

async function sendFile(req: Reading, format: Format): Promise<void> {
  const { query } = req.req!, { user, tenant, locale = 'en' } = req
  const wish = await wishOf(req), columns = await exportedColumns(req.target as never, selected(req), locale)
  const needed = new Set([...columns.map(({ name }) => name), ...columns.flatMap(({ currency }) => currency ?? [])])
  const title = (cds.i18n.labels.at('RepairCosts', locale) as string | undefined) ?? 'Repair Costs'
  const pages = await begun(pagesOf({ ...wish, columns: [...needed] }, { user, tenant, locale }))
  const content: Content = { title, columns, digits: await minorUnits(), pages }
  answer(req.res!, format, title, req.timestamp, format === 'csv' ? csvFile(content, query.bom === 'true') : excelFile(content))
}

/** Of what OData offers that which makes sense for a file. Anything else is refused rather than left out. */
async function wishOf(req: Reading): Promise<Wish> {
  const { SELECT } = req.query as unknown as { SELECT: Select }, { $orderby, $top, $skip, $apply, $expand, $count, $skiptoken } = req.req!.query
  const unfit = Object.entries({ $skip, $apply, $expand, $count, $skiptoken }).find(([, value]) => value !== undefined)?.[0]
  if (unfit || req.req!._subrequest || !req.res || SELECT.one || SELECT.from.ref?.length !== 1) fail(400, 'EXPORT_UNFIT', { target: unfit, args: [unfit ?? '$batch'] })
  const sequence = /^changeNumber( asc)?$/.test($orderby ?? '') ? 'changed' : 'came'
  if ($orderby && sequence === 'came') fail(400, 'EXPORT_ORDER', { target: '$orderby' })
  return { entity: (req.target as unknown as Entity).name, columns: [], where: SELECT.where, search: SELECT.search, sequence, ...($top && { top: Number($top) }) }
}

function selected(req: Reading): string[] | undefined {
  if (!req.req!.query.$select) return undefined
  const { columns = [] } = (req.query as unknown as { SELECT: Select }).SELECT
  const names = columns.flatMap(column => (column === '*' ? [] : (column.ref ?? []).join('_'))), { elements } = req.target as unknown as Entity
  const unknown = names.find(name => !elements[name] || elements[name].isAssociation)
  if (unknown !== undefined) fail(400, 'EXPORT_UNFIT', { target: '$select', args: [`$select=${unknown}`] })
  return columns.includes('*') ? undefined : names
}

/** The first page is read before anything is said, so that what can't be read is an error and no broken file. */
async function begun<T>(pages: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await pages.next()
  return (async function* () {
    try {
      if (first.done) return
      yield first.value
      yield* pages
    } finally {
      await pages.return(undefined)
    }
  })()
}

/** Not waited for: the request is over, its transaction with it, while rows still flow. Whoever goes away ends the reading. */
function answer(res: ServerResponse, format: Format, title: string, now: Date, file: Readable): void {
  const name = `${now.toISOString().slice(0, 10)}.${format}`
  res.writeHead(200, {
    'Content-Type': TYPES[format], 'Cache-Control': 'no-store',
    'Content-Disposition': `attachment; filename="repair-costs-${name}"; filename*=UTF-8''${encodeURIComponent(`${title}-${name}`)}`
  })
  res.flushHeaders()
  pipeline(file, res).catch((error: NodeJS.ErrnoException) => {
    // A file without its end must not look whole: the connection is cut.
    res.destroy()
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') cds.log('finance').error('An export of repair costs broke off', error)
  })
}
