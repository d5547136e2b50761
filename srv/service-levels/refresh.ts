import cds from '@sap/cds'
import { entities } from '../entities'
import { calendars, type Calendars } from '../working-time/calendars'
import type { ClockState } from './clock'
import { iso, targetEntry, type Entry } from './entries'
import { nameOf } from '../working-time/hours'
import { promiseOf } from './keeping'
import { extended, read, type Addition, type Clock } from './ledger'
import type { ChangedPromise } from './promises'
import { planWarnings } from './warnings/planning'

const BATCH = 500

type OpenClock = Clock & { dueAt: string | null }

export interface Refreshed {
  /** Promises of orders that moved. */
  promises: ChangedPromise[]
  /** True when an order that somebody edits or moves was left for later. */
  skipped: boolean
  /** Where to go on; nothing when all clocks were looked at. */
  next?: string
}

/**
 * Computes the due dates of open clocks anew, a batch at a time: a changed calendar moves them without any event of the order. The
 * ledger gets an entry that says so, which keeps the due date that was shown before. Warnings to come follow.
 *
 * @param after ID of the last clock of the batch before
 * @param isEdited tells which orders somebody edits: saving the draft would take their old promise for a new one
 */
export async function refreshBatch(after: string, isEdited: (orders: string[]) => Promise<Set<string>>): Promise<Refreshed> {
  const clocks = await openClocks(after)
  const [all, now] = [await calendars(), cds.context!.timestamp.getTime()]
  const affected = clocks.map(clock => effectOf(clock, all, now)).filter(({ hasMoved, hasOtherHours }) => hasMoved || hasOtherHours)
  const free = await heldStill(affected, isEdited)
  const moved = free.filter(({ hasMoved }) => hasMoved).map(({ clock, isExplained }) => extended({ clock, added: isExplained ? [changeOf(clock, all)] : [] }, all))
  await write(moved)
  await planWarnings([...moved, ...free.filter(({ hasMoved }) => !hasMoved)], all)
  const promises = moved.flatMap(each => {
    const promise = promiseOf([each], all)
    return promise ? { ID: each.clock.workOrder_ID, promise } : []
  })
  return { promises, skipped: free.length < affected.length, next: clocks.length === BATCH ? clocks.at(-1)!.ID : undefined }
}

async function openClocks(after: string): Promise<OpenClock[]> {
  const { Clocks, ClockEvents } = entities()
  const clocks = (await SELECT.from(Clocks).columns('ID', 'workOrder_ID', 'kind_code', 'status_code', 'eventCount', 'dueAt')
    .where({ status_code: { in: ['running', 'paused'] }, ID: { '>': after } }).orderBy('ID').limit(BATCH)) as OpenClock[]
  if (!clocks.length) return []
  const entries = (await SELECT.from(ClockEvents).where({ clock_ID: { in: clocks.map(({ ID }) => ID) } }).orderBy('clock_ID', 'sequence')) as (Entry & { clock_ID: string })[]
  const byClock = new Map(clocks.map(({ ID }) => [ID, [] as Entry[]]))
  for (const entry of entries) byClock.get(entry.clock_ID)!.push(entry)
  return clocks.map(clock => ({ ...clock, entries: byClock.get(clock.ID)! }))
}

interface Effect {
  clock: OpenClock
  state: ClockState
  /** Its due date, or what is left of it while it waits. */
  hasMoved: boolean
  /** By a change that is on record; not by what a deployment brought. */
  isExplained: boolean
  /** Working hours up to its due date lie elsewhere, and with them its warnings. */
  hasOtherHours: boolean
}

/** What the calendars of today mean for a clock whose last entry was written on those of its time. */
function effectOf(clock: OpenClock, all: Calendars, now: number): Effect {
  const { entries, dueAt } = clock
  const [instant, recorded] = [Math.max(now, Date.parse(entries.at(-1)!.at)), Math.max(...entries.map(({ recordedAt }) => Date.parse(recordedAt)))]
  const state = read(clock, all, instant)
  const shown = dueAt ? Date.parse(dueAt) : undefined
  const nothing = { clock, state, hasMoved: state.dueAt !== shown, isExplained: false, hasOtherHours: false }
  const name = nameOfHours(targetEntry(entries))
  if (!name || all.named(name, recorded) === all.named(name)) return nothing
  const hasMoved = state.dueAt !== shown || (state.status === 'paused' && state.remaining !== read(clock, all, instant, recorded).remaining)
  const until = state.dueAt ?? state.startedAt!
  const [before, today] = [recorded, Infinity].map(knownAt => JSON.stringify(all.named(name, knownAt).intervals(state.startedAt!, until)))
  return { clock, state, hasMoved, isExplained: hasMoved, hasOtherHours: state.status === 'running' && before !== today }
}

const nameOfHours = ({ targetAt, calendar_code, timeZone, holidayRegion_code }: Entry): string | undefined =>
  targetAt || !calendar_code ? undefined : nameOf({ calendar: calendar_code, timeZone: timeZone ?? 'UTC', holidayRegion: holidayRegion_code ?? null })

/** Never written down before the change that it tells of, though servers' clocks differ a little. */
function changeOf({ entries }: Clock, all: Calendars): Addition {
  const now = cds.context!.timestamp.getTime()
  const { targetMinutes, targetAt, calendar_code, timeZone, holidayRegion_code, pauseReasons, agreement_ID } = targetEntry(entries)
  return {
    type_code: 'targetChanged', at: iso(now)!, recordedAt: iso(Math.max(now, all.lastReplacedAt()))!, reason: 'calendar',
    targetMinutes, targetAt, calendar_code, timeZone, holidayRegion_code, pauseReasons, agreement_ID
  }
}

/** Keeps orders, then clocks from being changed, as an order's step does; what somebody edits or moves at this moment is left out. */
async function heldStill(affected: Effect[], isEdited: (orders: string[]) => Promise<Set<string>>): Promise<Effect[]> {
  if (!affected.length) return []
  const { WorkOrders, Clocks } = entities()
  const orders = [...new Set(affected.map(({ clock }) => clock.workOrder_ID))]
  const edited = await isEdited(orders)
  const locked = (await SELECT.from(WorkOrders).columns('ID').where({ ID: { in: orders } }).forUpdate({ ignoreLocked: true } as never)) as { ID: string }[]
  const free = new Set(locked.map(({ ID }) => ID).filter(ID => !edited.has(ID)))
  const candidates = affected.filter(({ clock }) => free.has(clock.workOrder_ID))
  if (!candidates.length) return []
  const counts = (await SELECT.from(Clocks).columns('ID', 'eventCount').where({ ID: { in: candidates.map(({ clock }) => clock.ID) } })
    .forUpdate({ ignoreLocked: true } as never)) as { ID: string; eventCount: number }[]
  const countOf = new Map(counts.map(({ ID, eventCount }) => [ID, eventCount]))
  return candidates.filter(({ clock }) => countOf.get(clock.ID) === clock.eventCount)
}

async function write(moved: ReturnType<typeof extended>[]): Promise<void> {
  if (!moved.length) return
  const { Clocks, ClockEvents } = entities()
  await UPSERT.into(Clocks).entries(moved.map(({ clock: { ID, workOrder_ID, kind_code }, row }) => ({ ID, workOrder_ID, kind_code, ...row })))
  const rows = moved.flatMap(each => each.rows)
  if (rows.length) await INSERT.into(ClockEvents).entries(rows)
}
