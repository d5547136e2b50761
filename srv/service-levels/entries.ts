import type { ClockEvent, ClockState, Target } from './clock'
import { hoursOf, nameOf, type Hours } from '../working-time/hours'
import type { ClockKind } from './order-clocks'

/** A row of ClockEvents as far as the ledger's meaning goes. Instants as ISO strings. */
export interface Entry {
  type_code: ClockEvent['type']
  at: string
  recordedAt: string
  reason?: string | null
  text?: string | null
  targetMinutes?: number | null
  targetAt?: string | null
  calendar_code?: string | null
  timeZone?: string | null
  holidayRegion_code?: string | null
  pauseReasons?: string | null
  agreement_ID?: string | null
}

/** What was agreed for one clock: working minutes on some hours, or an instant that was promised as such. */
export interface ClockTerms {
  kind: ClockKind
  target: { minutes: number; hours: Hours } | { at: string }
  /** Hold reasons for which it waits. */
  pauseReasons: string[]
  agreement_ID: string | null
}

const MINUTE = 60_000

/** The columns of an entry that sets a target. */
export function columnsOf({ target, pauseReasons, agreement_ID }: ClockTerms): Partial<Entry> {
  const columns = 'at' in target
    ? { targetAt: target.at, targetMinutes: null, calendar_code: null, timeZone: null, holidayRegion_code: null }
    : {
        targetAt: null, targetMinutes: target.minutes, calendar_code: target.hours.calendar,
        timeZone: target.hours.timeZone, holidayRegion_code: target.hours.holidayRegion
      }
  return { ...columns, pauseReasons: pauseReasons.join(' '), agreement_ID }
}

/** The entry that holds for a clock's target: the last that set one. */
export const targetEntry = (entries: Entry[]): Entry => entries.findLast(({ type_code }) => type_code === 'started' || type_code === 'targetChanged')!

export const pauseReasonsOf = (entries: Entry[]): string[] => (targetEntry(entries).pauseReasons ?? '').split(' ').filter(Boolean)

/** True when a clock runs under these terms already. */
export function agrees(entries: Entry[], terms: ClockTerms): boolean {
  const current = targetEntry(entries)
  return Object.entries(columnsOf(terms)).every(([column, value]) => comparable(current[column as keyof Entry]) === comparable(value))
}

const comparable = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value ?? '')

/** What had taken effect by an instant and was known by another. */
export const entriesBy = (entries: Entry[], at: number, knownAt: number): Entry[] =>
  entries.filter(entry => Date.parse(entry.at) <= at && Date.parse(entry.recordedAt) <= knownAt)

export function eventOf(entry: Entry): ClockEvent {
  const { type_code: type, at, recordedAt, reason } = entry
  return { type, at: Date.parse(at), recordedAt: Date.parse(recordedAt), reason: reason ?? undefined, target: targetOf(entry) }
}

function targetOf({ targetAt, targetMinutes, calendar_code, timeZone, holidayRegion_code }: Entry): Target | undefined {
  if (targetAt) return { dueAt: Date.parse(targetAt) }
  if (targetMinutes == null) return undefined
  const calendar = nameOf({ calendar: calendar_code ?? null, timeZone: timeZone ?? 'UTC', holidayRegion: holidayRegion_code ?? null })
  return { calendar, workingTime: targetMinutes * MINUTE }
}

/** A clock as functions answer it. Durations in whole minutes, rounded down: what is left is left. */
export function readingOf(kind: string, entries: Entry[], state: ClockState) {
  const { target } = state
  return {
    kind_code: kind,
    agreement_ID: entries.length ? targetEntry(entries).agreement_ID ?? null : null,
    status_code: state.status,
    startedAt: iso(state.startedAt),
    dueAt: iso(state.dueAt),
    breachedAt: iso(state.breachedAt),
    targetMinutes: target && 'workingTime' in target ? target.workingTime / MINUTE : null,
    calendar_code: target && 'calendar' in target ? hoursOf(target.calendar).calendar : null,
    elapsedMinutes: Math.floor(state.elapsed / MINUTE),
    remainingMinutes: state.remaining === undefined ? null : Math.floor(state.remaining / MINUTE),
    pauseReason: state.pauseReason ?? null,
    earlierTargets: state.earlierTargets.map(({ dueAt, replacedAt, reason }) => ({ dueAt: iso(dueAt), replacedAt: iso(replacedAt), reason: reason ?? null }))
  }
}

export const iso = (instant?: number): string | null => (instant === undefined ? null : new Date(instant).toISOString())
