import { compile, type CompiledCalendar } from '../../../srv/working-time/calendar'
import { LedgerError, replay, type ClockEvent } from '../../../srv/service-levels/clock'
import { CALENDARS } from './cases/calendars'
import type { DeadlineCase } from './cases/case'
import { DEADLINES } from './deadlines.cases'
import { durationOf, eventOf, instantOf, targetOf, written, zonesIn } from './notation'

const MINUTE = 60_000
const compiled: Record<string, CompiledCalendar> = Object.fromEntries(Object.entries(CALENDARS).map(([name, calendar]) => [name, compile(calendar)]))
const calendars = (name: string) => compiled[name]

describe.each(Object.entries(DEADLINES))('%s', (_, cases) => {
  test.each(cases)('$name', row => {
    const { zones, events, now, knownAt } = read(row)
    const state = replay(events, calendars, now, knownAt)
    const text = (instant?: number) => (instant === undefined ? 'open' : written(instant, zones.at(-1)!))
    expect({
      due: text(state.dueAt), breached: text(state.breachedAt), earlier: state.earlierTargets.map(({ dueAt }) => text(dueAt)),
      ...(row.left && { left: state.remaining }), ...(row.status && { status: state.status })
    }).toEqual({
      due: row.due, breached: row.breached ? row.due : 'open', earlier: row.earlier ?? [],
      ...(row.left && { left: durationOf(row.left) }), ...(row.status && { status: row.status })
    })
  })
})

const running = Object.values(DEADLINES).flat().filter(({ target, events, breached, due, status, knownAt }) =>
  !breached && !knownAt && due !== 'open' && status !== 'paused' && !/paused|stopped/.test(events.at(-1)!) && !/promised/.test([target, ...events].join()))

test.each(running)('nothing is left at the due date, one millisecond later it is late, and a minute of work more is counted: $name ($target)', row => {
  const { events, now, zones } = read(row)
  const dueAt = instantOf(row.due, zones)
  const { target } = replay(events, calendars, now)
  expect(replay(events, calendars, Math.max(now, dueAt))).toMatchObject({ dueAt, remaining: 0 })
  expect(replay(events, calendars, Math.max(now, dueAt))).not.toHaveProperty('breachedAt')
  expect(replay(events, calendars, Math.max(now, dueAt) + 1)).toMatchObject({ dueAt, breachedAt: dueAt })
  const late = calendars((target as { calendar: string }).calendar).add(Math.max(now, dueAt), MINUTE)
  expect(replay(events, calendars, late)).toMatchObject({ dueAt, remaining: -MINUTE, breachedAt: dueAt })
})

test('why a clock is paused, and when and why a target was replaced, can be told', () => {
  const [long, short] = [{ calendar: 'office', workingTime: 480 * MINUTE }, { calendar: 'office', workingTime: 240 * MINUTE }]
  const events: ClockEvent[] = [
    { type: 'started', at: 0, target: long, reason: 'created' }, { type: 'targetChanged', at: MINUTE, target: short, reason: 'priority' },
    { type: 'paused', at: 2 * MINUTE, reason: 'customer' }, { type: 'resumed', at: 3 * MINUTE, reason: 'answered' }
  ]
  const [paused, resumed] = [2, 3].map(minutes => replay(events, calendars, minutes * MINUTE))
  expect([paused.pauseReason, resumed.pauseReason]).toEqual(['customer', undefined])
  expect(resumed).toMatchObject({ startedAt: 0, target: short, earlierTargets: [{ target: long, replacedAt: MINUTE, reason: 'priority' }] })
})

describe('a ledger is refused', () => {
  const target = { calendar: 'office', workingTime: 60 * MINUTE }
  const ledger = (...types: ClockEvent['type'][]): ClockEvent[] =>
    types.map((type, index) => ({ type, at: index * MINUTE, ...(['started', 'targetChanged'].includes(type) && { target }) }))

  test.each([
    'paused', 'resumed', 'stopped', 'targetChanged', 'started started', 'started resumed', 'started paused paused', 'started paused started',
    'started stopped stopped', 'started stopped paused', 'started stopped started', 'started paused stopped paused', 'started stopped resumed resumed'
  ])('%s', types => {
    const events = ledger(...(types.split(' ') as ClockEvent['type'][]))
    expect(() => replay(events, calendars, 10 * MINUTE)).toThrow(LedgerError)
    expect(() => replay(events.slice(0, -1), calendars, 10 * MINUTE)).not.toThrow()
  })

  test.each<[string, ClockEvent[]]>([
    ['a start without a target', [{ type: 'started', at: 0 }]],
    ['a change to no target', [...ledger('started'), { type: 'targetChanged', at: MINUTE }]],
    ['a pause that took effect before the start, though it was recorded after it',
      [{ ...ledger('started')[0], at: 5 * MINUTE }, { type: 'paused', at: MINUTE, recordedAt: 6 * MINUTE }]]
  ])('%s', (_, events) => expect(() => replay(events, calendars, 10 * MINUTE)).toThrow(LedgerError))
})

function read(row: DeadlineCase) {
  const zones = zonesIn([row.target, ...row.events])
  const target = targetOf(row.target, zones)
  const events = row.events.map(text => eventOf(text, zones, target))
  const knownAt = row.knownAt === undefined ? undefined : instantOf(row.knownAt, zones)
  return { zones, events, now: row.now ? instantOf(row.now, zones) : events.at(-1)!.at, knownAt }
}
