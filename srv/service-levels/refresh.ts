import cds from '@sap/cds'
import { calendars } from './calendars'
import { iso, type Entry } from './entries'
import { promiseOf, type OrderPromise } from './keeping'
import { read, type Clock } from './ledger'
import { planWarnings } from './warnings/planning'

const BATCH = 500

type OpenClock = Clock & { dueAt: string | null; breachedAt: string | null }

export interface Refreshed {
  /** Promises of orders that moved. */
  promises: { ID: string; promise: OrderPromise }[]
  /** True when an order that somebody edits was left for later. */
  skipped: boolean
  /** Where to go on; nothing when all clocks were looked at. */
  next?: string
}

/**
 * Computes the due dates of open clocks anew, a batch at a time: a changed calendar moves them without any event.
 * A clock that is moved meanwhile is left alone, since its due date is new then anyway.
 *
 * @param after ID of the last clock of the batch before
 * @param isEdited tells which orders somebody edits: saving the draft would take their old promise for a new one
 */
export async function refreshBatch(after: string, isEdited: (orders: string[]) => Promise<Set<string>>): Promise<Refreshed> {
  const { Clocks, ClockEvents } = cds.entities('aftersales')
  const clocks = (await SELECT.from(Clocks).columns('ID', 'workOrder_ID', 'kind_code', 'status_code', 'eventCount', 'dueAt', 'breachedAt')
    .where({ status_code: { in: ['running', 'paused'] }, ID: { '>': after } }).orderBy('ID').limit(BATCH)) as OpenClock[]
  if (!clocks.length) return { promises: [], skipped: false }
  const entries = (await SELECT.from(ClockEvents).where({ clock_ID: { in: clocks.map(({ ID }) => ID) } }).orderBy('clock_ID', 'sequence')) as (Entry & { clock_ID: string })[]
  const byClock = new Map(clocks.map(({ ID }) => [ID, [] as Entry[]]))
  for (const entry of entries) byClock.get(entry.clock_ID)!.push(entry)
  const all = await calendars()
  const now = cds.context!.timestamp.getTime()
  const moved = clocks.map(clock => ({ ...clock, entries: byClock.get(clock.ID)! }))
    .map(clock => ({ clock, state: read(clock, all, Math.max(now, Date.parse(clock.entries.at(-1)!.at))) }))
    .filter(({ clock, state }) => timeOf(clock.dueAt) !== state.dueAt)
  const edited = moved.length ? await isEdited(moved.map(({ clock }) => clock.workOrder_ID)) : new Set<string>()
  const free = moved.filter(({ clock }) => !edited.has(clock.workOrder_ID))
  const promises: Refreshed['promises'] = []
  const changedClocks: typeof free = []
  for (const each of free) {
    const { ID, eventCount, workOrder_ID } = each.clock
    const changed = await UPDATE(Clocks).with({ dueAt: iso(each.state.dueAt), breachedAt: iso(each.state.breachedAt) } as never).where({ ID, eventCount })
    if (changed) changedClocks.push(each)
    const promise = changed ? promiseOf([each], all) : undefined
    if (promise) promises.push({ ID: workOrder_ID, promise })
  }
  await planWarnings(changedClocks, all)
  return { promises, skipped: free.length < moved.length, next: clocks.length === BATCH ? clocks.at(-1)!.ID : undefined }
}

const timeOf = (instant: string | null) => (instant ? Date.parse(instant) : undefined)
