import fc from 'fast-check'
import { compile, ROUND_THE_CLOCK, type Span, type WorkingCalendar } from '../../../srv/working-time/calendar'
import { byTheMinute } from './by-the-minute'

const HOUR = 3_600_000
const office: Span[] = [{ from: '09:00', to: '17:00' }]
const mondayToFriday = (spans: Span[]) => [spans, spans, spans, spans, spans, [], []]
const berlin: WorkingCalendar = { timeZone: 'Europe/Berlin', week: mondayToFriday(office) }
const nights: Span[] = [{ from: '22:00', to: '06:00' }]
const everyDay = (spans: Span[]) => Array.from({ length: 7 }, () => spans)
const at = (text: string) => Date.parse(text)
const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z')

describe('working time', () => {
  test('three hours from Friday 16:00 end on Monday 11:00', () => {
    expect(iso(compile(berlin).add(at('2026-11-20T16:00+01:00'), 3 * HOUR))).toBe('2026-11-23T10:00Z')
  })

  test.each([
    ['Berlin, night when clocks go forward: 22–6 has seven hours', 'Europe/Berlin', '2026-03-28T12:00+01:00', '2026-03-29T12:00+02:00', 7],
    ['Berlin, night when clocks go back: nine', 'Europe/Berlin', '2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00', 9],
    ['New York, forward', 'America/New_York', '2026-03-07T12:00-05:00', '2026-03-08T12:00-04:00', 7],
    ['New York, back', 'America/New_York', '2026-10-31T12:00-04:00', '2026-11-01T12:00-05:00', 9],
    ['Sydney, forward', 'Australia/Sydney', '2026-10-03T12:00+10:00', '2026-10-04T12:00+11:00', 7],
    ['Sydney, back', 'Australia/Sydney', '2026-04-04T12:00+11:00', '2026-04-05T12:00+10:00', 9],
    ['Lord Howe, back by half an hour', 'Australia/Lord_Howe', '2026-04-04T12:00+11:00', '2026-04-05T12:00+10:30', 8.5],
    ['Shanghai, never', 'Asia/Shanghai', '2026-03-28T12:00+08:00', '2026-03-29T12:00+08:00', 8],
    ['Kolkata, never', 'Asia/Kolkata', '2026-10-24T12:00+05:30', '2026-10-25T12:00+05:30', 8]
  ])('%s', (_, timeZone, from, to, hours) => {
    expect(compile({ timeZone, week: everyDay(nights) }).between(at(from), at(to)) / HOUR).toBe(hours)
  })

  test('a holiday has no work, but the night shift that began before it goes on', () => {
    const calendar = compile({ timeZone: 'Europe/Berlin', week: everyDay(nights), holidays: ['2026-12-25'] })
    expect(calendar.intervals(at('2026-12-24T12:00Z'), at('2026-12-27T00:00Z')).map(({ from, to }) => [iso(from), iso(to)]))
      .toEqual([['2026-12-24T21:00Z', '2026-12-25T05:00Z'], ['2026-12-26T21:00Z', '2026-12-27T00:00Z']])
  })

  test('an exception opens a Saturday and shortens a Monday', () => {
    const calendar = compile({ ...berlin, exceptions: [{ day: '2026-11-21', spans: [{ from: '10:00', to: '12:00' }] }, { day: '2026-11-23', spans: [] }] })
    expect(iso(calendar.add(at('2026-11-20T16:00Z'), 3 * HOUR))).toBe('2026-11-24T09:00Z')
  })

  test('a leap day is a day as others are', () => {
    expect(compile({ ...berlin, week: everyDay(office) }).between(at('2028-02-28T23:00Z'), at('2028-02-29T23:00Z')) / HOUR).toBe(8)
  })

  test('round the clock, a day of working time is a day, whatever clocks do', () => {
    const calendar = compile({ ...ROUND_THE_CLOCK, timeZone: 'Europe/Berlin' })
    expect(iso(calendar.add(at('2026-03-28T22:00Z'), 24 * HOUR))).toBe('2026-03-29T22:00Z')
  })

  test('years ahead are reached', () => {
    expect(iso(compile({ ...berlin, week: mondayToFriday(office).map((spans, day) => (day === 0 ? spans : [])) }).add(at('2026-11-23T08:00Z'), 8 * 52 * 12 * HOUR)))
      .toBe('2038-11-01T16:00Z')
  })

  test('a calendar without work says so instead of searching for ever', () => {
    expect(() => compile({ ...berlin, week: everyDay([]) }).add(0, 1)).toThrow(RangeError)
    expect(() => compile({ ...berlin, week: everyDay([]) }).next(0)).toThrow(RangeError)
  })

  test.each([
    [{ ...berlin, timeZone: 'Europe/Atlantis' }], [{ ...berlin, week: [office] }], [{ ...berlin, holidays: ['25.12.2026'] }], [{ ...berlin, week: everyDay([{ from: '09:00', to: '25:00' }]) }]
  ])('what is no calendar is refused: %j', calendar => {
    expect(() => compile(calendar).next(at('2026-11-22T00:00Z'))).toThrow(RangeError)
  })
})

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia']
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45)).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const spans = fc.array(fc.record({ from: time, to: fc.oneof(time, fc.constant('24:00')) }), { maxLength: 3 })
const dayOf = (year: number) => fc.integer({ min: 0, max: 364 }).map(day => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10))
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  timeZone: fc.constantFrom(...ZONES), week: fc.array(spans, { minLength: 7, maxLength: 7 }),
  holidays: fc.array(dayOf(2026), { maxLength: 5 }), exceptions: fc.array(fc.record({ day: dayOf(2026), spans }), { maxLength: 5 })
}).filter(({ week }) => week.some(day => day.length))
const instants = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 31) / 60_000 }).map(minute => minute * 60_000)

describe('for any calendar', () => {
  test('working time is that of a clock read minute by minute', () => {
    fc.assert(fc.property(calendars, instants, fc.integer({ min: 0, max: 4 * 1440 }), (calendar, from, minutes) => {
      const to = from + minutes * 60_000
      expect(compile(calendar).between(from, to)).toBe(byTheMinute(calendar, from, to))
    }), { numRuns: 150 })
  })

  test('between the start and the sum lies what was added, and no earlier instant does as well', () => {
    fc.assert(fc.property(calendars, instants, fc.integer({ min: 1, max: 500 * 60_000 * 60 }), (calendar, start, duration) => {
      const compiled = compile(calendar)
      const end = compiled.add(start, duration)
      expect(compiled.between(start, end)).toBe(duration)
      expect(compiled.between(start, end - 1)).toBe(duration - 1)
      expect(compiled.subtract(end, duration)).toBeGreaterThanOrEqual(start)
      expect(compiled.between(compiled.subtract(end, duration), end)).toBe(duration)
    }))
  })

  test('the next instant of work is work, and nothing is worked before it', () => {
    fc.assert(fc.property(calendars, instants, (calendar, instant) => {
      const compiled = compile(calendar)
      const next = compiled.next(instant)
      expect([compiled.isWorking(next), compiled.between(instant, next)]).toEqual([true, 0])
    }))
  })

  test('what lies between three instants adds up, in either direction', () => {
    fc.assert(fc.property(calendars, instants, instants, instants, (calendar, a, b, c) => {
      const { between } = compile(calendar)
      expect(between(a, b) + between(b, c)).toBe(between(a, c))
      expect(between(a, b)).toBe(-between(b, a) + 0)
    }))
  })
})
