import fc from 'fast-check'
import { compile, ROUND_THE_CLOCK } from '../../../srv/working-time/calendar'
import { ChainError, inOrder, lateMinutes, lateNews, progressOf, stagesOf, timesOf, type PlannedMilestone } from '../../../srv/service-levels/milestones/plan'

const HOUR = 3_600_000
const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: '09:00', to: '17:00' }] : []))
const named: Record<string, ReturnType<typeof compile>> = { always: compile(ROUND_THE_CLOCK), office: compile({ timeZone: 'UTC', week }) }
const calendars = (name: string) => named[name]
const at = (text: string) => Date.parse(`${text}:00Z`)
const FRIDAY = at('2026-03-06T15:00')

const after = (kind: string, anchor: string | number, hours: number, calendar = 'office', more: Partial<PlannedMilestone> = {}): PlannedMilestone => ({
  kind, predecessors: typeof anchor === 'string' ? [anchor] : [], status: 'waiting', ...more,
  target: { from: typeof anchor === 'string' ? { kind: anchor } : { at: anchor }, workingTime: hours * HOUR, calendar }
})
const reached = (milestone: PlannedMilestone, doneAt: number): PlannedMilestone => ({ ...milestone, status: 'done', doneAt })
const repair = [
  after('dispatched', FRIDAY, 2), after('inspected', 'dispatched', 4), after('parts', 'inspected', 48, 'always'), after('site', 'inspected', 8),
  after('repaired', 'parts', 8, 'office', { predecessors: ['parts', 'site'] })
]
const dates = (chain: PlannedMilestone[], now = FRIDAY) =>
  Object.fromEntries([...timesOf(chain, calendars, now)].map(([kind, { dueAt, forecastAt }]) => [kind, [dueAt, forecastAt].map(each => new Date(each).toISOString().slice(0, 16))]))

test('targets count from one another on the hours of each', () => {
  expect(dates(repair)).toMatchObject({
    dispatched: ['2026-03-06T17:00', '2026-03-06T17:00'],
    inspected: ['2026-03-09T13:00', '2026-03-09T13:00'],
    parts: ['2026-03-11T13:00', '2026-03-11T13:00'],
    site: ['2026-03-10T13:00', '2026-03-10T13:00'],
    repaired: ['2026-03-12T13:00', '2026-03-12T13:00']
  })
})

test('what was reached late or early moves what counts from it', () => {
  const chain = [reached(repair[0], at('2026-03-06T16:00')), reached(repair[1], at('2026-03-09T17:00')), ...repair.slice(2)]
  const times = timesOf(chain, calendars, at('2026-03-09T17:00'))
  expect(times.get('parts')!.dueAt).toBe(at('2026-03-11T17:00'))
  expect(times.get('inspected')).toMatchObject({ dueAt: at('2026-03-09T12:00'), forecastAt: at('2026-03-09T17:00') })
  expect([...times.values()].map(({ status }) => status)).toEqual(['done', 'done', 'open', 'open', 'waiting'])
})

test('a shipment’s estimate stands for the plan and moves all that follows, sooner or later', () => {
  const with_ = (text: string) => dates(repair.map(each => (each.kind === 'parts' ? { ...each, estimates: [at('2026-03-10T09:00'), at(text)] } : each)))
  expect(with_('2026-03-13T13:00')).toMatchObject({ parts: ['2026-03-11T13:00', '2026-03-13T13:00'], repaired: ['2026-03-12T13:00', '2026-03-16T13:00'] })
  expect(with_('2026-03-10T10:00')).toMatchObject({ parts: ['2026-03-11T13:00', '2026-03-10T10:00'], repaired: ['2026-03-12T13:00', '2026-03-11T10:00'] })
})

test('nothing that is still to be done is expected in the past', () => {
  const now = at('2026-03-20T10:00')
  for (const { forecastAt, isLate } of timesOf(repair, calendars, now).values()) expect([forecastAt >= now, isLate]).toEqual([true, true])
})

test('a milestone is late once its due date has passed, on a weekend as on a working day', () => {
  const late = (now: string) => timesOf(repair, calendars, at(now)).get('dispatched')!.isLate
  expect([late('2026-03-06T17:00'), late('2026-03-06T17:01'), late('2026-03-08T12:00'), late('2026-03-09T09:01')]).toEqual([false, true, true, true])
})

test('how late it was is told in working minutes, and at least as one', () => {
  const late = (doneAt: string) => lateMinutes(repair[0].target, at('2026-03-06T17:00'), at(doneAt), calendars)
  expect(['2026-03-06T16:00', '2026-03-06T17:00', '2026-03-06T20:00', '2026-03-09T10:30'].map(late)).toEqual([-60, 0, 1, 90])
})

test('a delay is told where it begins, where it breaks the promise, and once it is there', () => {
  const chain = repair.map(each => (each.kind === 'parts' ? { ...each, estimates: [at('2026-03-13T13:00')] } : each))
  chain.push({ ...after('completed', 'repaired', 0), target: { dueAt: at('2026-03-13T10:00') } })
  const news = (now: number) => chain.map(each => [each.kind, lateNews(each, timesOf(chain, calendars, now), now, each.kind === 'completed')]).filter(([, what]) => what)
  expect(news(FRIDAY)).toEqual([['parts', 'forecast'], ['completed', 'forecast']])
  expect(news(at('2026-03-09T10:00'))[0]).toEqual(['dispatched', 'overdue'])
})

test('milestones of one stage run in parallel', () => {
  expect([...stagesOf(repair)]).toEqual([['dispatched', 0], ['inspected', 1], ['parts', 2], ['site', 2], ['repaired', 3]])
})

test('a chain that waits for itself, or for what it does not have, is none', () => {
  const link = (kind: string, ...predecessors: string[]) => ({ kind, predecessors })
  expect(() => inOrder([link('a', 'b'), link('b', 'c'), link('c', 'a')])).toThrow(new ChainError('cycle', 'a'))
  expect(() => inOrder([link('a', 'x')])).toThrow(new ChainError('unknown', 'x'))
  expect(() => inOrder([link('a', 'b'), { ...after('b', 'a', 1), predecessors: [] }])).toThrow(ChainError)
})

test('progress is told in whole percent of the weight; what is not needed does not count', () => {
  expect(progressOf([{ status: 'done', weight: 2 }, { status: 'open', weight: 1 }, { status: 'skipped', weight: 9 }])).toBe(66)
  expect(progressOf([{ status: 'skipped' }])).toBe(100)
  expect(progressOf([{ status: 'done', weight: 999 }, { status: 'waiting', weight: 1 }])).toBe(99)
})

const chains = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 60 }), fc.constantFrom('always', 'office'), fc.option(fc.integer({ min: 0, max: 400 }))), { minLength: 1, maxLength: 14 })
  .map(parts => parts.map(([anchor, other, hours, calendar, estimate], i): PlannedMilestone => ({
    ...(i ? after(`m${i}`, `m${anchor % i}`, hours, calendar) : after('m0', FRIDAY, hours, calendar)),
    predecessors: i ? [...new Set([`m${anchor % i}`, `m${other % i}`])] : [],
    estimates: estimate === null ? [] : [FRIDAY + estimate * HOUR]
  })))

test('whatever the chain: nothing is expected before what it waits for, and an estimate that slips brings nothing forward', () => {
  fc.assert(fc.property(chains, fc.nat(13), fc.integer({ min: 1, max: 200 }), (chain, which, slip) => {
    const before = timesOf(chain, calendars, FRIDAY)
    for (const { kind, predecessors } of chain) for (const each of predecessors) expect(before.get(kind)!.forecastAt).toBeGreaterThanOrEqual(before.get(each)!.forecastAt)
    const slipped = chain[which % chain.length]
    if (!slipped.estimates!.length) return
    const after_ = timesOf(chain.map(each => (each === slipped ? { ...each, estimates: [each.estimates![0] + slip * HOUR] } : each)), calendars, FRIDAY)
    for (const { kind } of chain) {
      expect(after_.get(kind)!.forecastAt).toBeGreaterThanOrEqual(before.get(kind)!.forecastAt)
      expect(after_.get(kind)!.dueAt).toBe(before.get(kind)!.dueAt)
    }
  }), { numRuns: 300 })
})
