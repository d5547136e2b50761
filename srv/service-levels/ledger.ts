import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { grouped } from '../grouped'
import type { Calendars } from '../working-time/calendars'
import { LedgerError, replay, type ClockState } from './clock'
import { eventOf, iso, targetEntry, type Entry } from './entries'
import type { ClockKind, Status } from './order-clocks'
import { planWarnings } from './warnings/planning'

const LOG = cds.log('service-levels')

/** A clock of an order with its ledger, oldest entry first. */
export interface Clock {
  ID: string
  workOrder_ID: string
  kind_code: ClockKind
  status_code: Status
  eventCount: number
  entries: Entry[]
}

/** What is to be added; when nothing else is said, it is written down with the transaction. */
export type Addition = Pick<Entry, 'type_code' | 'at'> & Partial<Entry>
export interface Change {
  clock: Clock
  added: Addition[]
}

export const newClock = (workOrder_ID: string, kind_code: ClockKind): Clock =>
  ({ ID: cds.utils.uuid(), workOrder_ID, kind_code, status_code: 'notStarted', eventCount: 0, entries: [] })

/** All clocks of an order. */
export const clocksOf = (workOrder_ID: string): Promise<Clock[]> => clocksOfAll([workOrder_ID])

/** All clocks of some orders, in two statements. */
export async function clocksOfAll(orders: string[]): Promise<Clock[]> {
  const { Clocks, ClockEvents } = entities()
  const clocks = (await SELECT.from(Clocks).columns('ID', 'workOrder_ID', 'kind_code', 'status_code', 'eventCount').where({ workOrder_ID: { in: orders } })) as Clock[]
  if (!clocks.length) return []
  const entries = (await SELECT.from(ClockEvents).where({ workOrder_ID: { in: orders } }).orderBy('sequence')) as (Entry & { clock_ID: string })[]
  const ofClock = grouped(entries, ({ clock_ID }) => clock_ID)
  return clocks.map(clock => ({ ...clock, entries: ofClock.get(clock.ID) ?? [] }))
}

/**
 * Appends to the ledger and refreshes what lists show of each clock, in the caller's transaction. The clock's row is
 * changed only if nobody has appended meanwhile, which makes the sequence one.
 *
 * @param isQuiet nobody is told of what holds already; what is to come is warned of
 * @returns the clocks as they stand now
 * @throws 409 when somebody else was faster
 */
export async function append(changes: Change[], all: Calendars, isQuiet = false): Promise<{ clock: Clock; state: ClockState }[]> {
  const { Clocks, ClockEvents } = entities()
  const written = changes.filter(({ added }) => added.length).map(change => ({ isNew: !change.clock.eventCount, ...extended(change, all) }))
  if (!written.length) return []
  const fresh = written.filter(({ isNew }) => isNew)
  if (fresh.length) await INSERT.into(Clocks).entries(fresh.map(({ clock: { ID, workOrder_ID, kind_code }, row }) => ({ ID, workOrder_ID, kind_code, ...row })))
  await writeClocks(written.filter(({ isNew }) => !isNew))
  await INSERT.into(ClockEvents).entries(written.flatMap(({ rows }) => rows))
  await planWarnings(fresh, all, { areNew: true, isQuiet })
  await planWarnings(written.filter(({ isNew }) => !isNew), all)
  return written
}

/** A few are changed one by one; of many, one statement locks them in the order of their IDs and one writes them. */
async function writeClocks(written: ReturnType<typeof extended>[]): Promise<void> {
  const { Clocks } = entities()
  const countBefore = ({ clock, rows }: ReturnType<typeof extended>) => clock.eventCount - rows.length
  if (written.length <= FEW) {
    for (const each of written)
      if (!(await UPDATE(Clocks).with(each.row as never).where({ ID: each.clock.ID, eventCount: countBefore(each) }))) fail(409, 'CLOCK_MOVED')
    return
  }
  const IDs = written.map(({ clock: { ID } }) => ID)
  const rows = (await SELECT.from(Clocks).columns('ID', 'eventCount').where({ ID: { in: IDs } }).orderBy('ID').forUpdate()) as Pick<Clock, 'ID' | 'eventCount'>[]
  const now = new Map(rows.map(({ ID, eventCount }) => [ID, eventCount]))
  if (written.some(each => now.get(each.clock.ID) !== countBefore(each))) fail(409, 'CLOCK_MOVED')
  await UPSERT.into(Clocks).entries(written.map(({ clock: { ID, workOrder_ID, kind_code }, row }) => ({ ID, workOrder_ID, kind_code, ...row })))
}

/** An order has no more clocks than that. */
const FEW = 5

/** A clock's ledger read at an instant; with `knownAt` as it was known then. Without the hours its target needs, nothing is due. */
export function read({ ID, entries }: Pick<Clock, 'ID' | 'entries'>, all: Calendars, at: number, knownAt?: number): ClockState {
  try {
    return replay(entries.map(eventOf), all.named, at, knownAt)
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof LedgerError)) throw error
    LOG.error(`Clock ${ID} can't be computed`, error)
    const last = entries.findLast(({ type_code }) => type_code !== 'targetChanged')
    return { status: STATUS[last?.type_code ?? ''] ?? 'notStarted', elapsed: 0, earlierTargets: [] }
  }
}

const STATUS: Record<string, Status> = { started: 'running', resumed: 'running', paused: 'paused', stopped: 'stopped' }

/** A clock with what is added to it, and the rows that say so. */
export function extended({ clock, added }: Change, all: Calendars) {
  const { timestamp, user } = cds.context!
  const entries = [...clock.entries]
  for (const addition of added) {
    // Servers' clocks differ a little: what is written later never takes effect earlier.
    const at = new Date(Math.max(Date.parse(addition.at), Date.parse(entries.at(-1)?.at ?? addition.at))).toISOString()
    entries.push({ recordedAt: timestamp.toISOString(), ...addition, at })
  }
  const { ID, workOrder_ID } = clock
  const rows = entries.slice(clock.entries.length).map((entry, i) =>
    ({ ...entry, ID: cds.utils.uuid(), clock_ID: ID, workOrder_ID, sequence: clock.eventCount + i + 1, userId: user.id }))
  const last = entries.at(-1)!
  const state = read({ ID, entries }, all, Math.max(timestamp.getTime(), Date.parse(last.at)))
  const row = {
    status_code: state.status, agreement_ID: targetEntry(entries).agreement_ID ?? null, eventCount: clock.eventCount + rows.length,
    startedAt: entries[0].at, dueAt: iso(state.dueAt), breachedAt: iso(state.breachedAt),
    stoppedAt: state.status === 'stopped' ? entries.findLast(({ type_code }) => type_code === 'stopped')!.at : null
  }
  return { clock: { ...clock, entries, status_code: state.status, eventCount: row.eventCount }, state, row, rows }
}
