import type { ForecastSettings } from './settings'

/** An order with its forecast and what was told of it so far. Instants in milliseconds. */
export interface Outlook {
  now: number
  receivedAt: number
  dueAt: number
  expectedAt: number
  /** Percent. */
  risk: number
  /** The expected date that the customer was told last, whatever the due date was then. */
  toldExpectedAt?: number
  /** The due date for which the lead was told. */
  toldLeadFor?: number
}

const MINUTE = 60_000
const HOUR = 3_600_000
/** Told so much before the lead time begins, so that quiet hours can pass in it. */
const ALLOWANCE = 24 * HOUR

/**
 * Who is to be told now that the fix will be late. The customer once, before the due date, and again only when the expected date moves by
 * more than was agreed with itself; who was told one date for an earlier due date knows it. The lead once for each due date.
 * What is overdue already is told as such.
 */
export function delayNews(outlook: Outlook, settings: ForecastSettings): { customer: boolean; lead: boolean } {
  const { now, receivedAt, dueAt, expectedAt, risk, toldExpectedAt, toldLeadFor } = outlook
  const { leadHours, settleMinutes, slipHours, tellPercent } = settings
  const isTime = now >= dueAt - leadHours * HOUR - ALLOWANCE && now >= receivedAt + settleMinutes * MINUTE
  const isLate = expectedAt > dueAt
  const isFirst = toldExpectedAt === undefined
  const customer = isLate && (isFirst ? isTime && now <= dueAt : expectedAt > toldExpectedAt + slipHours * HOUR)
  const lead = isTime && now <= dueAt && toldLeadFor !== dueAt && (isLate || risk >= tellPercent)
  return { customer, lead: lead || customer }
}
