import { compile } from '../../../srv/working-time/calendar'
import { replay, type ClockEvent } from '../../../srv/service-levels/clock'
import { withInstants } from '../../../srv/service-levels/due-within'
import { timeLineOf } from '../../../srv/service-levels/time-line'

const HOUR = 3_600_000
const office = compile({ timeZone: 'UTC', week: [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? [{ from: '09:00', to: '17:00' }] : [])) })
const at = (text: string) => Date.parse(`2026-03-${text}Z`)
const draw = (events: ClockEvent[], now: number) => {
  const { endsAt, workingTimes, waits } = timeLineOf(events, replay(events, () => office, now), office, now)
  const read = (instant: number) => new Date(instant).toISOString().slice(8, 16)
  return { endsAt: read(endsAt), work: workingTimes.map(({ from, to }) => [read(from), read(to)]), waits: waits.map(({ from, to, reason }) => [read(from), read(to), reason]) }
}
const started = (hours: number): ClockEvent => ({ type: 'started', at: at('09T15:00'), target: { calendar: 'office', workingTime: hours * HOUR } })

describe('the time line of a clock', () => {
  test('goes from its start to its due date, across the night', () => {
    expect(draw([started(4)], at('09T16:00'))).toEqual({ endsAt: '10T11:00', work: [['09T15:00', '09T17:00'], ['10T09:00', '10T11:00']], waits: [] })
  })

  test('goes on until now when it is overdue, and until the stop when it has stopped', () => {
    expect(draw([started(1)], at('10T10:00')).endsAt).toBe('10T10:00')
    expect(draw([started(1), { type: 'stopped', at: at('10T09:30') }], at('12T10:00')).endsAt).toBe('10T09:30')
  })

  test('shows each time in which it waited, the last one until now, and that between a stop and the reopening', () => {
    const events: ClockEvent[] = [
      started(4), { type: 'paused', at: at('09T15:30'), reason: 'CUSTOMER' }, { type: 'resumed', at: at('09T16:00') },
      { type: 'stopped', at: at('10T09:10'), reason: 'Completed' }, { type: 'resumed', at: at('10T09:40'), reason: 'Reopened' }, { type: 'paused', at: at('10T09:50'), reason: 'ACCESS' }
    ]
    expect(draw(events, at('10T10:00')).waits).toEqual([
      ['09T15:30', '09T16:00', 'CUSTOMER'], ['10T09:10', '10T09:40', 'Completed'], ['10T09:50', '10T10:00', 'ACCESS']
    ])
  })

  test('joins what can’t be told apart when the picture spans years', () => {
    const { workingTimes } = timeLineOf([started(1)], replay([started(1)], () => office, at('09T15:00') + 3 * 365 * 24 * HOUR), office, at('09T15:00') + 3 * 365 * 24 * HOUR)
    expect(workingTimes.length).toBeLessThan(300)
    expect(workingTimes.at(-1)!.to - workingTimes[0].from).toBeGreaterThan(3 * 364 * 24 * HOUR)
  })
})

describe('a filter on the hours that are left', () => {
  const now = at('09T15:00')
  const iso = (hours: number) => new Date(now + hours * HOUR).toISOString()
  const field = { ref: ['dueWithin'] }, dueAt = { ref: ['dueAt'] }

  test('becomes a comparison of due dates, at any depth, beside other conditions', () => {
    expect(withInstants([field, '=', { val: 2 }], now)).toEqual([{ xpr: [dueAt, '>=', { val: iso(0) }, 'and', dueAt, '<', { val: iso(2) }] }])
    expect(withInstants([{ ref: ['status_code'] }, '=', { val: 'running' }, 'and', { xpr: [field, '<=', { val: 1 }] }], now)).toEqual([
      { ref: ['status_code'] }, '=', { val: 'running' }, 'and', { xpr: [{ xpr: [dueAt, '<', { val: iso(1) }] }] }
    ])
    expect(withInstants([field, '=', { val: 0 }], now)).toEqual([{ xpr: [dueAt, '<', { val: iso(0) }] }])
  })

  test('is refused when it asks for something else', () => {
    for (const condition of [[field, '>', { val: 2 }], [field, '=', { val: null }], [field, '=', { val: 1.5 }], [field, 'in', { list: [] }]])
      expect(() => withInstants(condition, now)).toThrow()
  })
})
