import { versionAt } from '../../../srv/working-time/calendar-versions'
import { Calendars } from '../../../srv/working-time/calendars'
import { calendarsAsOf, replay, type ClockEvent } from '../../../srv/service-levels/clock'

const HOUR = 3_600_000
const at = (text: string) => Date.parse(`${text}:00Z`)
const weekdays = (startsAt: string, endsAt: string) => [1, 2, 3, 4, 5].map(weekday => ({ weekday, startsAt, endsAt }))
const OFFICE = 'OFFICE|UTC|DE-BW'
const WEDNESDAY = '2026-03-11'

/** Nine to five until Tuesday 10 March 12:00, then eight to four; Wednesday a holiday of the country from Tuesday 14:00, until Thursday 10:00. */
const office = { code: 'OFFICE', hasHolidays: true, spans: weekdays('08:00', '16:00'), exceptions: [] }
const all = new Calendars('4', new Map([['OFFICE', office]]), new Map([['DE', []]]), [], {
  calendars: new Map([['OFFICE', [{ definition: JSON.stringify({ spans: weekdays('09:00', '17:00'), exceptions: [] }), replacedAt: at('2026-03-10T12:00') }]]]),
  holidays: new Map([['DE', [
    { definition: '[]', replacedAt: at('2026-03-10T14:00') }, { definition: JSON.stringify([WEDNESDAY]), replacedAt: at('2026-03-12T10:00') }
  ]]])
})
const due = (knownAt?: string) => new Date(all.named(OFFICE, knownAt ? at(knownAt) : undefined).add(at('2026-03-09T09:00'), 24 * HOUR)).toISOString().slice(0, 16)

test.each([
  ['before any change', '2026-03-10T11:59', '2026-03-11T17:00'], ['from the change of hours on', '2026-03-10T12:00', '2026-03-12T09:00'],
  ['with the new holiday', '2026-03-10T14:00', '2026-03-13T09:00'], ['after it was taken back', '2026-03-12T10:00', '2026-03-12T09:00'], ['today', undefined, '2026-03-12T09:00']
])('a calendar answers as it was known: %s', (_, knownAt, expected) => expect(due(knownAt)).toBe(expected))

test('the same definition is compiled once, whenever it was known', () => {
  expect(all.named(OFFICE, at('2026-03-10T14:00'))).toBe(all.named(OFFICE, at('2026-03-11T00:00')))
  expect(all.named(OFFICE, at('2026-03-12T10:00'))).toBe(all.named(OFFICE))
  expect(all.named(OFFICE, at('2026-03-10T12:00'))).not.toBe(all.named(OFFICE, at('2026-03-10T11:59')))
})

test('what nobody ever changed has one version', () => {
  expect([versionAt(undefined, 0), versionAt([], 0)]).toEqual([0, 0])
  expect(all.named('|UTC|', 0)).toBe(all.named('|UTC|'))
})

describe('a clock', () => {
  const target = { calendar: OFFICE, workingTime: 24 * HOUR }
  const event = (type: ClockEvent['type'], text: string): ClockEvent => ({ type, at: at(text), ...(type === 'started' || type === 'targetChanged' ? { target } : {}) })
  const started = event('started', '2026-03-09T09:00')
  const dueOf = (events: ClockEvent[], now: string, knownAt?: string) => new Date(replay(events, all.named, at(now), knownAt ? at(knownAt) : undefined).dueAt!).toISOString().slice(0, 16)

  test('that is open counts on the hours of today, whenever it started', () => {
    expect(dueOf([started], '2026-03-12T11:00')).toBe('2026-03-12T09:00')
    expect(dueOf([started], '2026-03-10T11:00', '2026-03-10T11:00')).toBe('2026-03-11T17:00')
  })

  test('that was stopped counts on those of its stop, late or not', () => {
    const stopped = (text: string) => replay([started, event('stopped', text)], all.named, at('2026-03-20T12:00'))
    expect([stopped('2026-03-10T11:00'), stopped('2026-03-11T12:00'), stopped('2026-03-12T12:00')].map(({ dueAt, breachedAt }) => [dueAt, Boolean(breachedAt)]))
      .toEqual([[at('2026-03-11T17:00'), false], [at('2026-03-13T09:00'), false], [at('2026-03-12T09:00'), true]])
    expect(calendarsAsOf([started, event('stopped', '2026-03-11T12:00')])).toBe(at('2026-03-11T12:00'))
  })

  test('that runs again after a stop counts on those of today', () => {
    expect(calendarsAsOf([started, event('stopped', '2026-03-10T11:00'), event('resumed', '2026-03-12T11:00')])).toBe(Infinity)
  })

  test('keeps each due date that it showed, with the hours that were known then', () => {
    const changes = [event('targetChanged', '2026-03-10T12:01'), event('targetChanged', '2026-03-10T14:01'), event('targetChanged', '2026-03-12T10:01')]
    const { earlierTargets, dueAt } = replay([started, ...changes], all.named, at('2026-03-12T11:00'))
    expect([...earlierTargets.map(each => each.dueAt), dueAt]).toEqual(['2026-03-11T17:00', '2026-03-12T09:00', '2026-03-13T09:00', '2026-03-12T09:00'].map(at))
  })
})
