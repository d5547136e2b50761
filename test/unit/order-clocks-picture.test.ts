import { durationOf } from '../../app/work-orders/webapp/ext/clocks/durations'
import { pictureOf, type ClockTimeLine } from '../../app/work-orders/webapp/ext/clocks/picture'
import { clockRows } from '../../app/work-orders/webapp/ext/clocks/words'
import { stepsOf, type Milestone } from '../../app/work-orders/webapp/ext/milestones/steps'

const at = (time: string, day = 9) => `2026-03-${String(day).padStart(2, '0')}T${time}:00.000Z`
const clock = (changes: Partial<ClockTimeLine>): ClockTimeLine => ({
  kind_code: 'fix', status_code: 'running', startedAt: at('06:00'), now: at('08:00'), stoppedAt: null, endsAt: at('16:00'), dueAt: at('16:00'), breachedAt: null,
  remainingMinutes: 480, pauseReason: null, workingTimes: [{ startsAt: at('06:00'), endsAt: at('16:00') }], waits: [], earlierTargets: [], ...changes
})
const language = { text: (key: string, ...figures: unknown[]) => [key, ...figures].join(' '), instant: (iso: string) => iso.slice(11, 16) }
const row = (changes: Partial<ClockTimeLine>) => clockRows({ clocks: [clock(changes)], ledger: [], kinds: { fix: 'Fix' }, statuses: {} }, language)[0]

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
  test('says how long until the due date, and turns yellow in the last hour and red after it', () => {
    expect(row({})).toMatchObject({ countdown: 'dueIn hoursAndMinutes 8 0', state: 'Success' })
    expect(row({ now: at('15:30') })).toMatchObject({ countdown: 'dueIn minutes 30', state: 'Warning' })
    expect(row({ now: at('17:05') })).toMatchObject({ countdown: 'overdueBy hoursAndMinutes 1 5', state: 'Error' })
  })

  test('says whether a clock that has stopped was met', () => {
    expect(row({ status_code: 'stopped', stoppedAt: at('10:00') })).toMatchObject({ countdown: 'met', workingTimeLeft: '' })
    expect(row({ status_code: 'stopped', stoppedAt: at('18:00'), breachedAt: at('16:00') })).toMatchObject({ countdown: 'missed', state: 'Error' })
  })

  test('describes for those who can’t see the picture what it shows', () => {
    const { described } = row({ waits: [{ startsAt: at('07:00'), endsAt: at('07:30'), reason: 'CUSTOMER' }] })
    expect(described).toBe('described Fix 06:00 16:00 describedDue 16:00 dueIn hoursAndMinutes 8 0 describedWait 07:00 07:30 CUSTOMER')
  })

  test('uses two units at most', () => {
    expect([59, 60, 2879, 2880].map(durationOf)).toEqual([
      { key: 'minutes', figures: [59] }, { key: 'hoursAndMinutes', figures: [1, 0] }, { key: 'hoursAndMinutes', figures: [47, 59] }, { key: 'daysAndHours', figures: [2, 0] }
    ])
  })
})

describe('the milestones of an order', () => {
  const milestone = (changes: Partial<Milestone>): Milestone => ({
    stage: 1, dueAt: at('10:00'), forecastAt: null, doneAt: null, isLate: false, lateMinutes: null,
    kind: { name: 'Parts ready' }, status: { code: 'open', name: 'Open' }, ownerRole: null, ...changes
  })

  test('stand out when they are late, and say which may run at the same time', () => {
    const steps = stepsOf([
      milestone({ status: { code: 'done', name: 'Reached' }, doneAt: at('09:00'), lateMinutes: -60 }),
      milestone({ stage: 2, isLate: true, forecastAt: at('12:00') }), milestone({ stage: 2 })
    ], language)
    expect(steps.map(({ state, parallel, reached }) => [state, parallel, reached])).toEqual([
      ['Success', false, 'milestones.reached 09:00'], ['Error', true, 'milestones.expected 12:00'], ['Information', true, '']
    ])
  })
})
