import { compile, ROUND_THE_CLOCK, type CompiledCalendar } from '../../../srv/working-time/calendar'
import { replay, type ClockEvent } from '../../../srv/service-levels/clock'
import { outlook, replan, type Standing, type WarningRule } from '../../../srv/service-levels/warnings/plan'

const HOUR = 3_600_000
const RULES: WarningRule[] = [
  { code: 'half', level_code: 'yellow', percent: 50 }, { code: 'threeQuarters', level_code: 'yellow', percent: 75 },
  { code: 'ninety', level_code: 'yellow', percent: 90 }, { code: 'beforeDue', level_code: 'yellow', escalates: true }, { code: 'breach', level_code: 'red', percent: 100, escalates: true }
]
const nineToFive = [{ from: '09:00', to: '17:00' }]
const CALENDARS: Record<string, CompiledCalendar> = {
  office: compile({ timeZone: 'UTC', week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []] }), always: compile(ROUND_THE_CLOCK)
}
const at = (instant: string) => Date.parse(`${instant}Z`)
const text = (instant: number) => new Date(instant).toISOString().slice(0, 16)

/** A clock of so many hours that started then, with what else happened to it. */
function seen(start: string, hours: number, now: string, more: ClockEvent[] = [], calendar = 'office', warn = 1) {
  const state = replay([{ type: 'started', at: at(start), target: { calendar, workingTime: hours * HOUR } }, ...more], name => CALENDARS[name], at(now))
  return { state, view: outlook(state, CALENDARS[calendar], RULES, warn * HOUR, at(now)) }
}
const coming = (...args: Parameters<typeof seen>) => Object.fromEntries(seen(...args).view.coming.map(each => [each.rule.code, text(each.at)]))

describe('what a running clock will warn of', () => {
  test('a clock warns at half, three quarters and nine tenths of its working time, an hour before it is due, and once it is overdue', () => {
    // Monday 2 March 2026, ten working hours: due on Tuesday 11:00.
    expect(coming('2026-03-02T09:00', 10, '2026-03-02T09:00')).toEqual({
      half: '2026-03-02T14:00', threeQuarters: '2026-03-02T16:30', ninety: '2026-03-03T10:00', beforeDue: '2026-03-03T10:00', breach: '2026-03-03T11:00'
    })
  })

  test('the hour before is working time: due on Monday at half past nine warns on Friday afternoon', () => {
    expect(coming('2026-03-06T09:00', 8.5, '2026-03-06T09:00').beforeDue).toBe('2026-03-06T16:30')
  })

  test('a clock whose time ends with the day is overdue from then on, not only when work goes on', () => {
    expect(coming('2026-03-06T09:00', 8, '2026-03-06T09:00').breach).toBe('2026-03-06T17:00')
    expect(seen('2026-03-06T09:00', 8, '2026-03-06T17:00').view.holding.map(({ code }) => code)).not.toContain('breach')
    expect(seen('2026-03-06T09:00', 8, '2026-03-06T17:01').view.holding.at(-1)).toMatchObject({ code: 'breach' })
  })

  test('a share that is reached when work ends warns when somebody is there again', () => {
    expect(coming('2026-03-06T09:00', 16, '2026-03-06T09:00').half).toBe('2026-03-09T09:00')
  })

  test('a clock with less time than the warning before has none of it', () => {
    expect(coming('2026-03-02T09:00', 0.25, '2026-03-02T09:00')).toEqual({ half: '2026-03-02T09:07', threeQuarters: '2026-03-02T09:11', ninety: '2026-03-02T09:13', breach: '2026-03-02T09:15' })
  })

  test('the agreement says how long before', () => {
    expect(coming('2026-03-02T09:00', 8, '2026-03-02T09:00', [], 'office', 2).beforeDue).toBe('2026-03-02T15:00')
  })

  test('a promised instant is warned of on the wall’s clock', () => {
    const state = replay([{ type: 'started', at: at('2026-03-06T00:00'), target: { dueAt: at('2026-03-08T00:00') } }], name => CALENDARS[name], at('2026-03-06T00:00'))
    const view = outlook(state, undefined, RULES, HOUR, at('2026-03-06T00:00'))
    expect(view.coming.map(each => [each.rule.code, text(each.at)])).toEqual([
      ['half', '2026-03-07T00:00'], ['threeQuarters', '2026-03-07T12:00'], ['ninety', '2026-03-07T19:12'], ['beforeDue', '2026-03-07T23:00'], ['breach', '2026-03-08T00:00']
    ])
  })

  test('a pause moves what is to come by the working time that it took', () => {
    const pause: ClockEvent[] = [{ type: 'paused', at: at('2026-03-02T10:00') }, { type: 'resumed', at: at('2026-03-03T10:00') }]
    expect(coming('2026-03-02T09:00', 8, '2026-03-03T10:00', pause)).toMatchObject({ half: '2026-03-03T13:00', breach: '2026-03-03T17:00' })
  })

  test.each(['paused', 'stopped'] as const)('a %s clock has nothing to come', type => {
    expect(seen('2026-03-02T09:00', 8, '2026-03-02T11:00', [{ type, at: at('2026-03-02T10:00') }]).view).toEqual({ holding: [], coming: [] })
  })
})

describe('what becomes of warnings when a clock moves', () => {
  const standing = (rule_code: string, state_code: string): Standing => ({ ID: `${rule_code} ${state_code}`, rule_code, state_code })
  const moved = (clock: ReturnType<typeof seen>, rows: Standing[], now: string) => {
    const { planned, ...rest } = replan(clock.state, clock.view, rows, at(now))
    return { ...rest, planned: planned.map(each => `${each.rule.code} ${text(each.at)}`) }
  }

  test('of several rules that hold already only one warns, at once: the last one that asks for an answer', () => {
    const now = '2026-03-02T16:45'
    expect(moved(seen('2026-03-02T09:00', 8, now), [], now)).toEqual({
      dropped: [], withdrawn: [], resolved: [], kept: [], planned: [`beforeDue ${now}`, 'breach 2026-03-02T17:00']
    })
  })

  test('what has warned does not warn again', () => {
    const now = '2026-03-02T14:00'
    expect(moved(seen('2026-03-02T09:00', 8, now), [standing('half', 'Acknowledged'), standing('ninety', 'Planned')], now)).toEqual({
      dropped: ['ninety Planned'], withdrawn: [], resolved: [], kept: ['half Acknowledged'],
      planned: ['threeQuarters 2026-03-02T15:00', 'beforeDue 2026-03-02T16:00', 'ninety 2026-03-02T16:12', 'breach 2026-03-02T17:00']
    })
  })

  test('a later due date withdraws the warning that does not hold any more, and plans it anew', () => {
    const [now, longer] = ['2026-03-02T15:00', { type: 'targetChanged', at: at('2026-03-02T15:00'), target: { calendar: 'office', workingTime: 80 * HOUR } } as ClockEvent]
    const result = moved(seen('2026-03-02T09:00', 8, now, [longer]), [standing('half', 'Open')], now)
    expect(result.withdrawn).toEqual(['half Open'])
    expect(result.planned[0]).toBe('half 2026-03-09T09:00')
  })

  test('a target that is shorter than what was used warns now, not in the past', () => {
    const [now, shorter] = ['2026-03-02T15:00', { type: 'targetChanged', at: at('2026-03-02T15:00'), target: { calendar: 'office', workingTime: 2 * HOUR } } as ClockEvent]
    expect(moved(seen('2026-03-02T09:00', 8, now, [shorter]), [standing('half', 'Open')], now)).toMatchObject({ kept: ['half Open'], planned: [`breach ${now}`] })
  })

  test('a clock that stops resolves what it warned of, one that waits keeps it', () => {
    const rows = [standing('half', 'Open'), standing('breach', 'Planned')]
    const stopped = seen('2026-03-02T09:00', 8, '2026-03-02T14:00', [{ type: 'stopped', at: at('2026-03-02T14:00') }])
    expect(moved(stopped, rows, '2026-03-02T14:00')).toMatchObject({ dropped: ['breach Planned'], resolved: ['half Open'], planned: [] })
    const paused = seen('2026-03-02T09:00', 8, '2026-03-02T14:00', [{ type: 'paused', at: at('2026-03-02T14:00') }])
    expect(moved(paused, rows, '2026-03-02T14:00')).toMatchObject({ dropped: ['breach Planned'], kept: ['half Open'], resolved: [], planned: [] })
  })
})
