import { compile } from '../../../srv/working-time/calendar'
import { PastRepairs, type Measure, type PastRepair } from '../../../srv/service-levels/forecast/past-repairs'
import { forecastWithin } from '../../../srv/service-levels/forecast/working-time'

const HOUR = 3_600_000
const at = (instant: string) => Date.parse(`${instant}:00+01:00`)
/** Berlin, Monday to Friday 9 to 17; 6 January 2026 is a holiday. */
const office = compile({ timeZone: 'Europe/Berlin', week: [...Array(5).fill([{ from: '09:00', to: '17:00' }]), [], []], holidays: ['2026-01-06'] })
const hours = (...values: number[]) => values.map(value => value * HOUR)
const history = (...values: number[]) => ({ closest: hours(...values), similar: hours(...values), all: hours(...values) })
const expected = (changes: object) => {
  const forecast = forecastWithin({
    now: at('2026-01-05T14:00'), dueAt: at('2026-01-09T17:00'), receivedAt: at('2026-01-05T10:00'), work: history(4, 4, 4), wait: history(1, 1, 1), ...changes
  }, office)
  return { ...forecast, expectedAt: new Date(forecast.expectedAt + HOUR).toISOString().slice(0, 16) }
}

describe('a forecast on office hours', () => {
  test('goes on where work does: past the evening and the holiday', () => {
    expect(expected({ startedAt: at('2026-01-05T14:00') }).expectedAt).toBe('2026-01-07T10:00')
  })

  test('does not count the night that has passed as work', () => {
    const { expectedAt } = expected({ now: at('2026-01-07T09:30'), startedAt: at('2026-01-05T14:30') })
    expect(expectedAt).toBe('2026-01-07T10:30')
  })

  test('begins no visit that is planned in the night before people work', () => {
    expect(expected({ plannedStart: at('2026-01-07T03:00') }).expectedAt).toBe('2026-01-07T13:00')
  })

  test('never expects the end before the parts, nor at an hour at which nobody works', () => {
    expect(expected({ startedAt: at('2026-01-05T10:00'), partsAt: at('2026-01-10T03:00') }).expectedAt).toBe('2026-01-12T09:00')
  })

  test('holds what is due after the weekend for the more likely in time, the more hours there are until then', () => {
    const risk = (dueAt: string) => expected({ plannedStart: at('2026-01-09T15:00'), dueAt: at(dueAt) }).risk
    expect(risk('2026-01-11T20:00')).toBe(risk('2026-01-09T17:00'))
    expect(risk('2026-01-12T12:00')).toBeLessThan(risk('2026-01-11T20:00'))
  })

  test('holds for late what is past its due date, even before anybody could have worked since', () => {
    expect(expected({ now: at('2026-01-09T20:00'), startedAt: at('2026-01-09T16:00') })).toMatchObject({ risk: 100, reasons: [{ code: 'overdue' }] })
  })

  test('is the same as by the clock on the wall for those who work round it', () => {
    const repair = { now: at('2026-01-05T14:00'), dueAt: at('2026-01-05T20:00'), receivedAt: at('2026-01-05T10:00'), plannedStart: at('2026-01-05T15:00'), work: history(2, 4, 8), wait: history(1) }
    const always = compile({ timeZone: 'UTC', week: Array(7).fill([{ from: '00:00', to: '24:00' }]) })
    expect(forecastWithin(repair, always)).toEqual(forecastWithin(repair, undefined))
  })
})

describe('earlier repairs', () => {
  const repair = (startedAt: string, completedAt: string, changes: Partial<PastRepair> = {}): PastRepair =>
    ({ receivedAt: at(startedAt) - HOUR, startedAt: at(startedAt), completedAt: at(completedAt), fault: 'NOISE', model: 'M1', priority: '2', timeZone: 'Europe/Berlin', ...changes })
  const [wall, agreed]: Measure[] = [{ name: '', at: () => undefined }, { name: 'office', at: () => office }]
  const likeness = { fault: 'NOISE', model: 'M1', priority: '2' }

  test('over night have taken as much working time as was worked on them', () => {
    const past = new PastRepairs([repair('2026-01-07T16:00', '2026-01-08T10:00')])
    expect(past.work(likeness, wall).closest).toEqual(hours(18))
    expect(past.work(likeness, agreed).closest).toEqual(hours(2))
  })

  test('at night count with the time that they took', () => {
    expect(new PastRepairs([repair('2026-01-07T22:00', '2026-01-08T01:00')]).work(likeness, agreed).closest).toEqual(hours(3))
  })

  test('are alike by fault and model, then by fault, then at all; how long they waited by priority', () => {
    const past = new PastRepairs([repair('2026-01-07T09:00', '2026-01-07T10:00'), repair('2026-01-07T09:00', '2026-01-07T11:00', { model: 'M2', priority: '1' }), repair('2026-01-07T09:00', '2026-01-07T12:00', { fault: null })])
    expect(past.work(likeness, wall)).toEqual({ closest: hours(1), similar: hours(1, 2), all: hours(1, 2, 3) })
    expect(past.wait({ ...likeness, priority: '1' }, wall)).toMatchObject({ closest: hours(1), similar: hours(1) })
    expect(past.work({ fault: null, model: 'M1', priority: null }, wall)).toMatchObject({ closest: [], similar: [] })
  })

  test('count with the latest three hundred of each kind', () => {
    const past = new PastRepairs(Array.from({ length: 400 }, (_, i) => repair('2026-01-07T09:00', i < 300 ? '2026-01-07T10:00' : '2026-01-07T16:00')))
    expect(new Set(past.work(likeness, wall).closest)).toEqual(new Set(hours(1)))
  })
})
