import { forecastBreach, riskOf, type History, type OpenRepair } from '../../../srv/service-levels/milestones/breach-risk'

const HOUR = 3_600_000
const hours = (...values: number[]) => values.map(value => value * HOUR)
const upTo = (count: number, each: (i: number) => number) => Array.from({ length: count }, (_, i) => each(i) * HOUR)
const nothing: History = { closest: [], similar: [], all: [] }
/** Sixty repairs that took one to six hours, after waits of two to twelve. */
const usual: History = { ...nothing, all: upTo(60, i => 1 + i % 6) }
const waits: History = { ...nothing, all: upTo(60, i => 2 + i % 11) }
const repair = (changes: Partial<OpenRepair> = {}): OpenRepair =>
  ({ now: 0, receivedAt: 0, dueAt: 24 * HOUR, work: usual, wait: waits, ...changes })
const risk = (changes?: Partial<OpenRepair>) => forecastBreach(repair(changes)).risk
const codes = (changes?: Partial<OpenRepair>) => forecastBreach(repair(changes)).reasons.map(({ code }) => code)

test('a repair with time to spare has hardly a risk, though never none', () => {
  expect(risk({ plannedStart: 2 * HOUR })).toBe(1)
  expect(riskOf(repair({ plannedStart: 2 * HOUR }))).toBeGreaterThan(0)
})

test('the risk is the part of earlier repairs that would have ended too late', () => {
  // Begun at 20, four hours are left: those of five and six hours are late.
  expect(risk({ plannedStart: 20 * HOUR })).toBe(34)
  expect(forecastBreach(repair({ plannedStart: 20 * HOUR })).reasons[0]).toEqual({ code: 'lateArrival', percent: 33 })
})

test('the later the arrival, the parts or the later the clock, the greater the risk', () => {
  const rising = (risks: number[]) => expect(risks).toEqual([...risks].sort((a, b) => a - b))
  const times = Array.from({ length: 30 }, (_, i) => i * HOUR)
  rising(times.map(plannedStart => risk({ plannedStart })))
  rising(times.map(partsAt => risk({ plannedStart: 0, partsAt })))
  rising(times.map(now => risk({ now })))
  rising(times.map(now => risk({ now, plannedStart: 0 })))
})

test('repairs of the same fault and model count more, the more there are', () => {
  const slow = (count: number) => risk({ plannedStart: 20 * HOUR, work: { ...usual, closest: upTo(count, () => 10) } })
  expect([slow(0), slow(4), slow(8), slow(40)]).toEqual([34, 55, 66, 88])
  expect(codes({ plannedStart: 20 * HOUR, work: { ...usual, closest: upTo(20, () => 10) } })).toContain('longRepairs')
})

test('of work that has begun, repairs that were shorter by now no longer count', () => {
  const begun = (now: number) => risk({ now: now * HOUR, startedAt: 19 * HOUR })
  expect(begun(19)).toBe(17)
  expect(begun(23)).toBe(50) // five or six hours, both still possible
})

test('parts that come after the due date decide alone', () => {
  const forecast = forecastBreach(repair({ plannedStart: 0, partsAt: 30 * HOUR }))
  expect(forecast).toMatchObject({ risk: 100, reasons: [{ code: 'partsAfterDue', percent: 99 }, { code: 'fewRepairsKnown' }] })
  expect(forecast.expectedAt).toBeGreaterThan(30 * HOUR)
})

test('an order for which nobody is planned waits as long as others did', () => {
  expect(risk({ dueAt: 12 * HOUR })).toBeGreaterThan(risk({ dueAt: 12 * HOUR, plannedStart: 2 * HOUR }))
  expect(codes({ dueAt: 12 * HOUR })).toEqual(['noArrivalPlanned', 'fewRepairsKnown'])
})

test('what is overdue is lost', () => {
  expect(forecastBreach(repair({ now: 25 * HOUR }))).toMatchObject({ risk: 100, reasons: [{ code: 'overdue', percent: 100 }] })
})

test('without any history nothing is known: the risk is even', () => {
  const forecast = forecastBreach(repair({ work: nothing, wait: nothing, plannedStart: HOUR }))
  expect(forecast).toMatchObject({ risk: 50, known: 0 })
  expect(Number.isFinite(forecast.expectedAt)).toBe(true)
})

test('half of such repairs would be done by the time that is told', () => {
  const { expectedAt } = forecastBreach(repair({ plannedStart: 2 * HOUR, work: { ...nothing, all: hours(1, 2, 3, 4, 5) } }))
  expect(expectedAt).toBe(5 * HOUR)
})
