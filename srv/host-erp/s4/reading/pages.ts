import { failureOf } from '../../failures'
import { ReadingFailure, type HostRecord, type ReadingPort } from '../../reading'
import { literal, padded, stripped } from '../../wire-format'
import type { Api } from '../connection'

export type Row = Record<string, any>

/** How the host keeps one kind of master data. Filters are OData V2, with literals encoded and blanks not. */
export interface Source<Kind extends HostRecord> {
  api: Api
  entity: string
  /** The key by which pages are cut; others of a compound key are fixed by `current`. */
  key: string
  /** Another field by which others name the record, where it may differ from the key. */
  alias?: string
  /** Length to which the host pads numeric keys. */
  keyLength: number
  /** Which records count. */
  current?: string
  changedSince(instant: string): string
  select: string[]
  expand?: string[]
  toRecord(row: Row): Kind
}

/** So many keys fit into an address without making CAP turn the request into a $batch. */
const KEYS_PER_REQUEST = 20

/**
 * Reads by ranges of keys instead of by `$skip`: a page costs the same wherever it lies, and records that come and go
 * meanwhile move no others out of sight.
 */
export function pagesOf<Kind extends HostRecord>(source: Source<Kind>): ReadingPort<Kind> {
  const { api, entity, key, alias, current, select, expand = [], toRecord } = source
  const $expand = expand.join(',')
  const list = (options: Record<string, string>) => fromHost(() => api.get(query(entity, { ...options, ...($expand && { $expand }) })))
  const names = [key, alias].filter(name => name !== undefined)
  const byKeys = async (keys: string[]) => {
    const found = new Map<string, Kind>()
    const step = KEYS_PER_REQUEST / names.length
    for (let from = 0; from < keys.length; from += step) {
      const some = keys.slice(from, from + step).flatMap(each => names.map(name => `${name} eq ${literal(each)}`)).join(' or ')
      const { rows } = await list({ $filter: all(current, `(${some})`) })
      for (const record of rows.map(toRecord)) found.set(stripped(record.key), record)
    }
    return found
  }
  return {
    async page({ after, changedSince, size }) {
      const $filter = all(current, changedSince && source.changedSince(changedSince), after && `${key} gt ${literal(after)}`)
      const { rows, count, next } = await list({
        $select: [key, ...select].join(','), $orderby: key, $top: String(size), ...($filter && { $filter }), ...(!after && { $inlinecount: 'allpages' })
      })
      const isLast = rows.length < size && !next
      return { rows: rows.map(toRecord), ...(!isLast && { next: String(rows.at(-1)?.[key] ?? after) }), ...(count !== undefined && { expected: count }) }
    },
    /** A gateway may show numbers with or without leading zeros: who is not found in one form is asked for in the other. */
    async byKeys(keys) {
      const found = await byKeys(keys)
      const numbers = new Set([...found.values()].map(({ number }) => stripped(number)))
      const unseen = keys.filter(each => !found.has(stripped(each)) && !numbers.has(stripped(each)))
      const others = unseen.map(each => otherForm(each, source.keyLength)).filter(each => each !== undefined)
      for (const [number, record] of await byKeys(others)) found.set(number, record)
      return [...found.values()]
    }
  }
}

function otherForm(key: string, length: number): string | undefined {
  return [padded(key, length), stripped(key)].find(form => form !== key)
}

/** Conditions that all have to hold; missing ones are left out. */
export const all = (...conditions: (string | null | undefined | false)[]): string => conditions.filter(Boolean).join(' and ')

/** A path with its query options; literals are encoded already. */
export const query = (entity: string, options: Record<string, string>): string =>
  `${entity}?${Object.entries(options).map(([name, value]) => `${name}=${value.replaceAll(' ', '%20')}`).join('&')}`

/** Rows of an expanded list, however the host nests them. */
export const many = (nested: unknown): Row[] => {
  const list = Array.isArray(nested) ? nested : (nested as { results?: Row[] } | null | undefined)?.results
  return list ?? []
}

/** What the host leaves empty is null. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null)

/** Translates the errors of a call, so that others need not know how the host is spoken to. */
export async function fromHost<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const { text, code, isFinal, retryAfter } = failureOf(error)
    throw new ReadingFailure(text, code, isFinal, retryAfter)
  }
}
