import type { Language } from '../live/language'
import { durationOf } from './durations'
import type { ClockTimeLine } from './picture'

/** An entry of the ledger with the names of its codes. */
export interface LedgerEntry {
  at: string
  recordedAt: string
  sequence: number
  reason: string | null
  reasonName: string | null
  text: string | null
  userId: string | null
  targetMinutes: number | null
  targetAt: string | null
  kind: { name: string }
  type: { code: string; name: string }
  calendar: { name: string } | null
}

/** What the section shows of an order. */
export interface OrderClocks {
  clocks: ClockTimeLine[]
  ledger: LedgerEntry[]
  /** Names by kind and status of a clock. */
  kinds: Record<string, string>
  statuses: Record<string, string>
}

/** A clock in words. */
export interface ClockRow {
  name: string
  status: string
  /** Empty while nobody knows it. */
  due: string
  countdown: string
  state: 'Error' | 'Warning' | 'Success' | 'None'
  workingTimeLeft: string
  earlier: string[]
  start: string
  end: string
  /** What the picture shows. */
  described: string
  clock: ClockTimeLine
}

export interface LedgerRow {
  at: string
  clock: string
  type: string
  reason: string
  target: string
  user: string
  text: string
}

const MINUTE = 60_000
const SOON = 60

/** @param now the server's, so that a wrong clock on a desk changes nothing */
export function clockRows({ clocks, ledger, kinds, statuses }: OrderClocks, { text, instant }: Language): ClockRow[] {
  const reasons = Object.fromEntries(ledger.filter(({ reason }) => reason).map(({ reason, reasonName }) => [reason, reasonName ?? reason!]))
  const reasonOf = (code: string | null) => (code ? reasons[code] ?? code : '')
  const duration = (minutes: number) => { const { key, figures } = durationOf(minutes); return text(key, ...figures) }
  return clocks.map(clock => {
    const { countdown, state } = countdownOf(clock, { text, duration, reasonOf })
    const waits = clock.waits.map(wait => text('describedWait', instant(wait.startsAt), instant(wait.endsAt), reasonOf(wait.reason)))
    const due = clock.dueAt ? instant(clock.dueAt) : ''
    const name = kinds[clock.kind_code] ?? clock.kind_code
    return {
      name, due, countdown, state, clock,
      status: statuses[clock.status_code] ?? clock.status_code,
      workingTimeLeft: clock.status_code !== 'stopped' && (clock.remainingMinutes ?? 0) > 0 ? text('workingTimeLeft', duration(clock.remainingMinutes!)) : '',
      earlier: clock.earlierTargets.map(({ dueAt, replacedAt, reason }) => text('earlierTarget', dueAt ? instant(dueAt) : '–', instant(replacedAt), reasonOf(reason))),
      start: instant(clock.startedAt), end: instant(clock.endsAt),
      described: [
        text('described', name, instant(clock.startedAt), instant(clock.endsAt)), due && text('describedDue', due), countdown, ...waits
      ].filter(Boolean).join(' ')
    }
  })
}

interface Words { text: Language['text']; duration(minutes: number): string; reasonOf(code: string | null): string }

function countdownOf(clock: ClockTimeLine, { text, duration, reasonOf }: Words): Pick<ClockRow, 'countdown' | 'state'> {
  if (clock.status_code === 'stopped') return clock.breachedAt ? { countdown: text('missed'), state: 'Error' } : { countdown: text('met'), state: 'Success' }
  if (clock.status_code === 'paused') return { countdown: text('waits', reasonOf(clock.pauseReason)), state: clock.breachedAt ? 'Error' : 'None' }
  if (!clock.dueAt) return { countdown: '', state: 'None' }
  const minutes = Math.trunc((Date.parse(clock.dueAt) - Date.parse(clock.now)) / MINUTE)
  if (Date.parse(clock.dueAt) < Date.parse(clock.now)) return { countdown: text('overdueBy', duration(minutes)), state: 'Error' }
  return { countdown: text('dueIn', duration(minutes)), state: minutes < SOON ? 'Warning' : 'Success' }
}

/** The ledger as a table. */
export function ledgerRows({ ledger }: OrderClocks, { text, instant }: Language): LedgerRow[] {
  const duration = (minutes: number) => { const { key, figures } = durationOf(minutes); return text(key, ...figures) }
  return ledger.map(({ at, kind, type, reasonName, reason, targetMinutes, targetAt, calendar, userId, text: note }) => ({
    at: instant(at), clock: kind.name, type: type.name, reason: reasonName ?? reason ?? '',
    target: targetAt ? instant(targetAt) : targetMinutes === null ? '' : [duration(targetMinutes), calendar?.name].filter(Boolean).join(', '),
    user: userId ?? '', text: note ?? ''
  }))
}
