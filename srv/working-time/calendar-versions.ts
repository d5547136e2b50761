import type { Span } from './calendar'

/** The hours of a calendar as they are stored: spans by day of the week (1 Monday to 7 Sunday), and days with hours of their own. */
export interface StoredHours {
  spans: { weekday: number; startsAt: string; endsAt: string }[]
  exceptions: { day: string; startsAt?: string | null; endsAt?: string | null }[]
}

/** What was defined until an instant (in milliseconds), as JSON. */
export interface Version {
  definition: string
  replacedAt: number
}

/** By code of a calendar, and by region for holidays. */
export interface BySubject<T> {
  calendars: Map<string, T>
  holidays: Map<string, T>
}

/**
 * The number of the version that was known at an instant; its number of versions when that is what stands today. At the very instant
 * of a change the new definition holds.
 *
 * @param versions of one subject, oldest first
 */
export function versionAt(versions: Version[] | undefined, knownAt: number): number {
  const index = versions?.findIndex(({ replacedAt }) => replacedAt > knownAt) ?? -1
  return index < 0 ? versions?.length ?? 0 : index
}

/** One text for the same hours, in whatever order they are stored. */
export function hoursText({ spans, exceptions }: StoredHours): string {
  return JSON.stringify({
    spans: spans.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt })).sort(byText),
    exceptions: exceptions.map(({ day, startsAt, endsAt }) => ({ day, startsAt: startsAt ?? null, endsAt: endsAt ?? null })).sort(byText)
  })
}

/** One text for the same holidays. */
export const holidaysText = (days: string[]): string => JSON.stringify([...days].sort())

/** Spans by day of the week, Monday first. */
export const weekOf = ({ spans }: StoredHours): Span[][] =>
  Array.from({ length: 7 }, (_, day) => spans.filter(({ weekday }) => weekday === day + 1).map(spanOf))

/** A day without times has no work. */
export function exceptionsOf({ exceptions }: StoredHours): { day: string; spans: Span[] }[] {
  const days = [...new Set(exceptions.map(({ day }) => day))]
  return days.map(day => ({ day, spans: exceptions.filter(each => each.day === day && each.startsAt).map(spanOf) }))
}

const spanOf = ({ startsAt, endsAt }: { startsAt?: string | null; endsAt?: string | null }): Span => ({ from: startsAt!, to: endsAt! })

const byText = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b))
