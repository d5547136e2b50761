import { agreementOf } from '../../app/work-orders/webapp/ext/clocks/agreement'
import { pictureOf, type ClockTimeLine } from '../../app/work-orders/webapp/ext/clocks/picture'
import type { Standing } from '../../app/work-orders/webapp/ext/clocks/standing'
import { clockRows } from '../../app/work-orders/webapp/ext/clocks/words'
import { deadlineOf, type Promised } from '../../app/work-orders/webapp/ext/deadline/words'
import { durationOf } from '../../app/work-orders/webapp/ext/live/durations'

const at = (time: string, day = 9) => `2026-03-${String(day).padStart(2, '0')}T${time}:00.000Z`
const clock = (changes: Partial<ClockTimeLine>): ClockTimeLine => ({
  kind_code: 'fix', agreement_ID: null, status_code: 'running', startedAt: at('06:00'), now: at('08:00'), stoppedAt: null, endsAt: at('16:00'), dueAt: at('16:00'), breachedAt: null,
  remainingMinutes: 480, pauseReason: null, workingTimes: [{ startsAt: at('06:00'), endsAt: at('16:00') }], waits: [], earlierTargets: [], ...changes
})
const language = { text: (key: string, ...figures: unknown[]) => [key, ...figures].join(' '), instant: (iso: string) => iso.slice(11, 16) }
const standing = (changes: Partial<Standing>): Standing =>
  ({ ...clock(changes), kindName: 'Fix', statusName: 'Running', pauseReasonName: '', level: 'green', rule: '', ...changes })
const row = (changes: Partial<Standing>, passed = 0) => clockRows([standing(changes)], [], language, passed)[0]

describe('the picture of a clock', () => {
  test('spreads the time from its start to its end over the whole width, with now where it belongs', () => {
    const { work, due, now } = pictureOf(clock({}))
    expect(work).toEqual([{ from: 12, width: 976 }])
    expect(due).toBe(988)
    expect(now).toBeCloseTo(12 + 976 * 0.2, 1)
  })

  test('marks working time after the due date as late, up to now and no further', () => {
    const { late } = pictureOf(clock({ dueAt: at('11:00'), breachedAt: at('11:00'), now: at('13:30') }))
    expect(late).toEqual([{ from: 500, width: 244 }])
  })

  test('shows a clock that has stopped where it stopped', () => {
    expect(pictureOf(clock({ status_code: 'stopped', stoppedAt: at('11:00'), now: at('23:00') })).now).toBe(500)
  })

  test('stands for a clock that has just started', () => {
    const { work, now } = pictureOf(clock({ endsAt: at('06:00'), now: at('06:00'), dueAt: null, workingTimes: [] }))
    expect([work, now]).toEqual([[], 12])
  })
})

describe('a clock in words', () => {
  test('says how long until the due date, in the colour of its warnings, and red after it', () => {
    expect(row({})).toMatchObject({ countdown: 'countdown.left duration.hoursAndMinutes 8 0', state: 'Success' })
    expect(row({ now: at('15:30'), level: 'yellow', rule: 'Agreed warning' })).toMatchObject({ countdown: 'countdown.left duration.minutes 30', state: 'Warning', warned: 'Agreed warning' })
    expect(row({ now: at('17:05') })).toMatchObject({ countdown: 'countdown.overdue duration.hoursAndMinutes 1 5', state: 'Error' })
  })

  test('goes on counting between two readings', () => {
    expect(row({}, 90_000).countdown).toBe('countdown.left duration.hoursAndMinutes 7 58')
    expect(row({ now: at('15:59') }, 61_000)).toMatchObject({ countdown: 'countdown.overdue duration.minutes 0', state: 'Error' })
  })

  test('says whether a clock that has stopped was in time, or by how much it was late', () => {
    expect(row({ status_code: 'stopped', stoppedAt: at('10:00') })).toMatchObject({ countdown: 'countdown.inTime', workingTimeLeft: '', state: 'Success' })
    expect(row({ status_code: 'stopped', stoppedAt: at('18:00'), breachedAt: at('16:00') })).toMatchObject({ countdown: 'countdown.lateBy duration.hoursAndMinutes 2 0', state: 'Error' })
  })

  test('describes for those who can’t see the picture what it shows', () => {
    const { described } = row({ waits: [{ startsAt: at('07:00'), endsAt: at('07:30'), reason: 'CUSTOMER' }] })
    expect(described).toBe('clocks.described Fix 06:00 16:00 clocks.describedDue 16:00 countdown.left duration.hoursAndMinutes 8 0. clocks.describedWait 07:00 07:30 CUSTOMER')
  })

  test('uses two units at most', () => {
    expect([59, 60, 2879, 2880].map(durationOf)).toEqual([
      { key: 'minutes', figures: [59] }, { key: 'hoursAndMinutes', figures: [1, 0] }, { key: 'hoursAndMinutes', figures: [47, 59] }, { key: 'daysAndHours', figures: [2, 0] }
    ])
  })
})

describe('the deadline in the header', () => {
  const order = (changes: Partial<Promised> = {}): Promised => ({ status: 'InProgress', promisedAt: at('16:00'), pausedAt: null, completedAt: null, ...changes })
  const told = (promised: Promised, clocks: Standing[] = [], now = at('08:00')) => deadlineOf(promised, clocks, language, Date.parse(now), 0)

  test('counts down to what the order promises where nobody keeps clocks', () => {
    expect(told(order())).toMatchObject({ countdown: 'countdown.left duration.hoursAndMinutes 8 0', state: 'Success', next: '' })
    expect(told(order(), [], at('16:20'))).toMatchObject({ countdown: 'countdown.overdue duration.minutes 20', state: 'Error' })
    expect(told(order({ pausedAt: at('07:00') })).countdown).toBe('countdown.waits')
    expect(told(order({ status: 'Completed', completedAt: at('15:00') })).countdown).toBe('countdown.inTime')
    expect(told(order({ status: 'Closed', completedAt: at('17:00') })).countdown).toBe('countdown.lateBy duration.hoursAndMinutes 1 0')
    expect(told(order({ promisedAt: null })).countdown).toBe('countdown.none')
    expect(told(order({ status: 'Cancelled' }), [standing({ status_code: 'stopped', stoppedAt: at('07:00') })]).countdown).toBe('countdown.none')
  })

  test('is the fix’s, says what that waits for, and names the clock that is due next', () => {
    const arrival = standing({ kind_code: 'arrival', kindName: 'Arrival', dueAt: at('09:00'), level: 'yellow' })
    expect(told(order(), [arrival, standing({})])).toEqual({
      countdown: 'countdown.left duration.hoursAndMinutes 8 0', state: 'Success',
      next: 'countdown.next Arrival countdown.left duration.hoursAndMinutes 1 0', nextState: 'Warning'
    })
    expect(told(order(), [standing({ status_code: 'paused', dueAt: null, pauseReasonName: 'Waiting for Customer' })])).toMatchObject({ countdown: 'Waiting for Customer', state: 'None' })
  })

  test('counts by the server’s clock, whatever the desk’s says', () => {
    expect(told(order(), [standing({ now: at('15:00') })], at('03:00')).countdown).toBe('countdown.left duration.hoursAndMinutes 1 0')
  })
})

test('an agreement says what lateness costs, for each unit begun and at most', () => {
  const terms = [
    { kind: { name: 'Penalty' }, clock: { name: 'Fix' }, unitMinutes: 60, amount: '250.000', maximum: '2500.000', currency_code: 'EUR' },
    { kind: { name: 'Stand-by' }, clock: null, unitMinutes: 1440, amount: '480.000', maximum: null, currency_code: 'EUR' },
    { kind: { name: 'Bonus' }, clock: null, unitMinutes: null, amount: '100.000', maximum: null, currency_code: 'EUR' }
  ]
  const amount = (value: string, currency: string) => `${Number(value)} ${currency}`
  expect(agreementOf({ ID: 'a', number: 'SLA-1', name: 'Full', terms }, { ...language, amount })).toEqual({
    name: 'SLA-1 Full', link: '#ServiceAgreement-manage&/Agreements(ID=a,IsActiveEntity=true)',
    terms: [
      { name: 'Penalty (Fix)', text: 'terms.perUnitAtMost 250 EUR duration.hours 1 2500 EUR' },
      { name: 'Stand-by', text: 'terms.perUnit 480 EUR duration.hours 24' }, { name: 'Bonus', text: '100 EUR' }
    ]
  })
})
