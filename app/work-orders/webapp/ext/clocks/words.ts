import { countdownOf, type State } from '../live/countdown'
import { durationOf } from '../live/durations'
import type { Language } from '../live/language'
import { agreementOf, type Agreement, type AgreementText } from './agreement'
import type { ClockTimeLine } from './picture'
import { riskOf, type Risk, type RiskText } from './risk'
import { runningOf, type Standing } from './standing'

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
  clocks: Standing[]
  ledger: LedgerEntry[]
  risk: Risk | null
  agreements: Agreement[]
}

/** A clock in words. */
export interface ClockRow {
  name: string
  status: string
  /** Empty while nobody knows it. */
  due: string
  countdown: string
  state: State
  /** The warning that holds. */
  warned: string
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

export interface ClocksText {
  rows: ClockRow[]
  ledger: LedgerRow[]
  risk: RiskText | null
  agreements: AgreementText[]
  /** A temporary restoration is waited for. */
  awaitsRestoration: boolean
}

/** @param passed milliseconds since the clocks were read */
export function clocksText({ clocks, ledger, risk, agreements }: OrderClocks, language: Language, passed: number): ClocksText {
  return {
    rows: clockRows(clocks, ledger, language, passed), ledger: ledger.map(entry => ledgerRow(entry, language)),
    risk: riskOf(risk, language), agreements: agreements.map(agreement => agreementOf(agreement, language)),
    awaitsRestoration: clocks.some(({ kind_code, status_code }) => kind_code === 'restore' && status_code !== 'stopped')
  }
}

export function clockRows(clocks: Standing[], ledger: LedgerEntry[], { text, instant }: Pick<Language, 'text' | 'instant'>, passed: number): ClockRow[] {
  const reasons = Object.fromEntries(ledger.filter(({ reason }) => reason).map(({ reason, reasonName }) => [reason, reasonName ?? reason!]))
  const reasonOf = (code: string | null) => (code ? reasons[code] ?? code : '')
  return clocks.map(clock => {
    const { kindName: name, statusName: status, status_code, rule, remainingMinutes, earlierTargets } = clock
    const { countdown, state } = countdownOf(runningOf(clock), Date.parse(clock.now) + passed, { text })
    const waits = clock.waits.map(wait => text('clocks.describedWait', instant(wait.startsAt), instant(wait.endsAt), reasonOf(wait.reason)))
    const due = clock.dueAt ? instant(clock.dueAt) : ''
    const [start, end] = [instant(clock.startedAt), instant(clock.endsAt)]
    return {
      name, status, due, countdown, state, clock, start, end, warned: status_code === 'running' ? rule : '',
      workingTimeLeft: status_code !== 'stopped' && (remainingMinutes ?? 0) > 0 ? text('clocks.workingTimeLeft', duration(remainingMinutes!, text)) : '',
      earlier: earlierTargets.map(({ dueAt, replacedAt, reason }) => text('clocks.earlierTarget', dueAt ? instant(dueAt) : '–', instant(replacedAt), reasonOf(reason))),
      described: [text('clocks.described', name, start, end), due && text('clocks.describedDue', due), `${countdown}.`, ...waits].filter(Boolean).join(' ')
    }
  })
}

function ledgerRow({ at, kind, type, reasonName, reason, targetMinutes, targetAt, calendar, userId, text: note }: LedgerEntry, { text, instant }: Language): LedgerRow {
  return {
    at: instant(at), clock: kind.name, type: type.name, reason: reasonName ?? reason ?? '',
    target: targetAt ? instant(targetAt) : targetMinutes === null ? '' : [duration(targetMinutes, text), calendar?.name].filter(Boolean).join(', '),
    user: userId ?? '', text: note ?? ''
  }
}

function duration(minutes: number, text: Language['text']): string {
  const { key, figures } = durationOf(minutes)
  return text(`duration.${key}`, ...figures)
}
