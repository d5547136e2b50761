import { compile, type WorkingCalendar } from '../../../srv/working-time/calendar'

const HOUR = 3_600_000
const mondays: WorkingCalendar = { timeZone: 'Europe/Berlin', week: [[{ from: '09:00', to: '17:00' }], [], [], [], [], [], []] }
const start = Date.parse('2026-11-23T09:00+01:00')

test.each([['1970-01-05'], ['1995-01-02'], ['2010-01-04']])('a deadline years ahead is found as well after the calendar was asked about %s', day => {
  const asked = compile(mondays)
  asked.between(Date.parse(`${day}T09:00+01:00`), start)
  const threeYears = 3 * 52 * 8 * HOUR
  expect(asked.add(start, threeYears)).toBe(compile(mondays).add(start, threeYears))
  expect(asked.subtract(start, threeYears)).toBe(compile(mondays).subtract(start, threeYears))
})

test('a deadline is found from the very edge of what was laid out before', () => {
  const asked = compile(mondays)
  asked.next(start)
  const edge = start + 366 * 24 * HOUR
  expect(asked.add(edge, 600 * HOUR)).toBe(compile(mondays).add(edge, 600 * HOUR))
})

test('shifts that touch or overlap are one stretch of work', () => {
  const shifts = [{ from: '06:00', to: '14:00' }, { from: '14:00', to: '20:00' }, { from: '19:00', to: '22:00' }]
  const [from, to] = [Date.parse('2026-11-23T06:00+01:00'), Date.parse('2026-11-23T22:00+01:00')]
  expect(compile({ ...mondays, week: mondays.week.map(spans => (spans.length ? shifts : [])) }).intervals(from - HOUR, to + HOUR)).toEqual([{ from, to }])
})

test.each([['2027-02-29'], ['2026-02-30'], ['2026-04-31'], ['2026-13-01'], ['2026-00-10']])('%s is no day to be free on', day => {
  expect(() => compile({ ...mondays, holidays: [day] })).toThrow(RangeError)
  expect(() => compile({ ...mondays, exceptions: [{ day, spans: [] }] })).toThrow(RangeError)
})

test.each([['9:00'], ['09:60'], ['24:01'], ['24:30'], ['09:00 and more'], ['']])('"%s" is no time to begin work at', from => {
  expect(() => compile({ ...mondays, week: mondays.week.map(() => [{ from, to: '17:00' }]) })).toThrow(RangeError)
})

test('times as databases write them are read, with their seconds', () => {
  const week = mondays.week.map(spans => spans.map(() => ({ from: '09:00:00', to: '17:00:00' })))
  expect(compile({ ...mondays, week }).add(start, 8 * HOUR)).toBe(start + 8 * HOUR)
})
