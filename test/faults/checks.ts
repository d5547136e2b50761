import type { MessageRow } from './service-under-fire'

/**
 * Messages of one work order that were sent before an earlier one was through. What needed a person once is left out:
 * it holds up nobody. Numbers of documents of one type tell the host's side of it, the times ours.
 */
export function outOfOrder(rows: MessageRow[], exceptions: Set<string> = new Set()): string[] {
  const sorted = rows.filter(row => row.workOrder_ID && !exceptions.has(row.ID)).toSorted((a, b) => a.number.localeCompare(b.number))
  const early = neighbours(sorted, row => row.workOrder_ID!).filter(([a, b]) => b.sentAt! < a.confirmedAt!)
  const swapped = neighbours(sorted, row => `${row.workOrder_ID} ${row.kind_code}`).filter(([a, b]) => b.hostDocument! < a.hostDocument!)
  return [...early, ...swapped].map(([a, b]) => `${b.number} (${b.hostDocument}) was sent before ${a.number} (${a.hostDocument}) of the same order was through`)
}

/** Rows that follow one another within their group. */
function neighbours(rows: MessageRow[], groupOf: (row: MessageRow) => string): [MessageRow, MessageRow][] {
  const last = new Map<string, MessageRow>()
  return rows.flatMap(row => {
    const before = last.get(groupOf(row))
    last.set(groupOf(row), row)
    return before ? [[before, row]] : []
  })
}

/** Messages that have waited for longer than `milliseconds` and do not say why: neither they nor the one of their order that they wait for. */
export function unexplained(rows: MessageRow[], now: number, milliseconds: number): string[] {
  const holdingUp = new Map<string, MessageRow>()
  const silent: string[] = []
  for (const row of rows.filter(({ state_code }) => state_code !== 'Confirmed').toSorted((a, b) => a.number.localeCompare(b.number))) {
    const isWaiting = row.state_code === 'Pending' && now - Date.parse(row.createdAt) > milliseconds
    const first = row.workOrder_ID ? holdingUp.get(row.workOrder_ID) : undefined
    if (isWaiting && !row.lastErrorCode && !first) silent.push(`${row.number} has waited since ${row.createdAt} without a reason`)
    if (row.state_code === 'NeedsAttention' && !row.lastErrorCode) silent.push(`${row.number} needs attention without a reason`)
    if (row.workOrder_ID && row.state_code !== 'NeedsAttention' && !first) holdingUp.set(row.workOrder_ID, row)
  }
  return silent
}
