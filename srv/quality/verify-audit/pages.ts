import type { Runner } from '../audit/touching'

/** So many rows are held in memory. */
const PAGE = 1000

type Row = Record<string, unknown>

/**
 * Rows of a table in the order of these columns, page by page. Each page begins behind the last row of the one before, so that neither memory nor
 * time grow with what was read.
 *
 * @param order columns that together are unique and never empty
 */
export async function* pagesOf<T extends object>(db: Runner, entity: string, order: string[], size = PAGE): AsyncGenerator<T[]> {
  let last: Row | undefined
  do {
    const select = SELECT.from(entity).orderBy(order.map(column => ({ ref: [column], sort: 'asc' })) as never).limit(size)
    if (last) select.SELECT.where = behind(last, order) as never
    const page = (await db.run(select)) as T[]
    if (page.length) yield page
    last = page.length === size ? (page.at(-1) as Row) : undefined
  } while (last)
}

function behind(row: Row, [column, ...further]: string[]): unknown[] {
  const past = [{ ref: [column] }, '>', { val: row[column] }]
  return further.length ? [{ xpr: past }, 'or', { xpr: [{ ref: [column] }, '=', { val: row[column] }, 'and', { xpr: behind(row, further) }] }] : past
}
