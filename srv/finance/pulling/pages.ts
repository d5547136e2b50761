import cds from '@sap/cds'
import type { Row } from './csv'
import { plainRows } from './plain-rows'

/** `came`: each row once, however often it changes meanwhile; `changed`: in the order of changes, for who goes on from the last one. */
export type Sequence = 'came' | 'changed'

/** Which rows, in which sequence, and what of them. */
export interface Wish { entity: string; columns: string[]; where?: unknown[]; search?: unknown[]; sequence: Sequence; top?: number }

/** Who asks, and in which language. */
export interface Asker { user: cds.User; tenant?: string; locale: string }

/** Small enough to be forgotten before the next. */
const PAGE = 1000
const KEYS: Record<Sequence, string[]> = { came: ['createdAt', 'ID'], changed: ['changeNumber'] }
const alias = (key: string) => `key_${key}`

type Values = Record<string, unknown>
type Condition = unknown[]

/**
 * Pages of rows, each but the first read in a transaction of its own and found by the key of the last row before it: neither a connection nor a lock is held
 * while somebody takes them, as slowly as they like.
 */
export async function* pagesOf(wish: Wish, asker: Asker): AsyncGenerator<Row[]> {
  let last: Values | undefined, left = wish.top ?? Infinity
  while (left > 0) {
    const wanted = Math.min(PAGE, left)
    // The first is read by the request itself, in whose transaction it lies.
    const rows = await (last ? inTransaction(asker, () => nextRows(wish, last, wanted)) : nextRows(wish, last, wanted))
    if (rows.length) yield rows
    if (rows.length < wanted) return
    last = rows.at(-1)
    left -= rows.length
  }
}

/** Those that came in the same moment first: as one condition with "or" no database would find its way by the index. */
async function nextRows(wish: Wish, last: Values | undefined, wanted: number): Promise<Row[]> {
  const keys = KEYS[wish.sequence]
  if (!last) return select(wish, [], wanted)
  const [first, second] = keys.map(key => ({ ref: [key] })), [after, ID] = keys.map(key => ({ val: last[alias(key)] }))
  if (!second) return select(wish, [first, '>', after], wanted)
  const rows = await select(wish, [first, '=', after, 'and', second, '>', ID], wanted)
  return rows.length < wanted ? [...rows, ...(await select(wish, after.val === null ? [first, '!=', after] : [first, '>', after], wanted - rows.length))] : rows
}

async function select({ entity, columns, where, search, sequence }: Wish, condition: Condition, wanted: number): Promise<Row[]> {
  const keys = KEYS[sequence], conditions = [where, condition].filter(each => each?.length)
  const query = (cds.ql as unknown as (cqn: object) => unknown)({
    SELECT: {
      from: { ref: [entity] },
      columns: [...columns.map(name => ({ ref: [name] })), ...keys.map(key => ({ ref: [key], as: alias(key) }))],
      ...(conditions.length && { where: conditions.flatMap((each, at) => [...(at ? ['and'] : []), { xpr: structuredClone(each) }]) }),
      ...(search && { search }),
      orderBy: keys.map(key => ({ ref: [key], sort: 'asc' })),
      limit: { rows: { val: wanted } }
    }
  })
  return plainRows(query, {})
}

const inTransaction = <T>({ user, tenant, locale }: Asker, work: () => Promise<T>): Promise<T> => cds.tx({ user, tenant, locale } as never, work as never) as unknown as Promise<T>
