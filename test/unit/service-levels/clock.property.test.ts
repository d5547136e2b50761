import fc from 'fast-check'
import { compile, type CompiledCalendar } from '../../../srv/working-time/calendar'
import { replay, type ClockEvent, type ClockState, type Target } from '../../../srv/service-levels/clock'
import { CALENDARS, type CalendarName } from './cases/calendars'
import { liveClock } from './live-clock'

const MINUTE = 60_000
const NAMES: CalendarName[] = [
  'office', 'lunch', 'nights', 'late', 'dawn', 'round', 'feast', 'newYorkNights', 'newYorkEarly',
  'sydneyOffice', 'sydneyNights', 'lordHoweNights', 'kolkata', 'shanghai'
]
const compiled = Object.fromEntries(NAMES.map(name => [name, compile(CALENDARS[name])]))
const calendars = (name: string): CompiledCalendar => compiled[name]

/** Around the changes of clocks in the three zones, and Easter. */
const DAYS = ['2026-03-06', '2026-03-27', '2026-04-02', '2026-10-02', '2026-10-23', '2026-10-30', '2026-11-20']
const starts = fc.tuple(fc.constantFrom(...DAYS), fc.nat(3 * 1440)).map(([day, minutes]) => Date.parse(day) + minutes * MINUTE)
const workingTimes = fc.oneof(fc.nat(600), fc.nat(2400), fc.constantFrom(0, 60, 240, 480)).map(minutes => minutes * MINUTE)
const counted: fc.Arbitrary<Extract<Target, { calendar: string }>> = fc.record({ calendar: fc.constantFrom(...NAMES), workingTime: workingTimes })
const promised = fc.tuple(starts, fc.nat(4000)).map(([from, minutes]): Target => ({ dueAt: from + minutes * MINUTE }))

const NEXT = {
  running: ['paused', 'stopped', 'targetChanged'], paused: ['resumed', 'stopped', 'targetChanged'], stopped: ['resumed', 'targetChanged']
} as const
const MOVED = { paused: 'paused', resumed: 'running', stopped: 'stopped' } as const
const later = fc.oneof(fc.constant(0), fc.nat(300), fc.nat(2000))

/** Ledgers that fit, in order: what happens next is drawn from what can happen. */
const ledgersOf = (targets: fc.Arbitrary<Target>): fc.Arbitrary<ClockEvent[]> => fc.tuple(
  starts, targets, fc.array(fc.record({ wait: later, choice: fc.nat(5), target: targets, late: later }), { maxLength: 8 })
).map(([start, first, steps]) => {
  const events: ClockEvent[] = [{ type: 'started', at: start, target: first }]
  let status: keyof typeof NEXT = 'running'
  for (const { wait, choice, target, late } of steps) {
    const type: keyof typeof MOVED | 'targetChanged' = NEXT[status][choice % NEXT[status].length]
    const last = events.at(-1)!
    const at = last.at + wait * MINUTE
    const recordedAt = Math.max(at + late * MINUTE, wait ? 0 : (last.recordedAt ?? 0))
    events.push({ type, at, recordedAt, ...(type === 'targetChanged' && { target }) })
    if (type !== 'targetChanged') status = MOVED[type]
  }
  return events
})
const ledgers = ledgersOf(fc.oneof({ arbitrary: counted, weight: 5 }, { arbitrary: promised, weight: 1 }))
const waits = fc.nat(4000).map(minutes => minutes * MINUTE)
const stateAt = (events: ClockEvent[], now: number, knownAt?: number) => replay(events, calendars, now, knownAt)
/** Later than anything in a ledger, so that an entry comes after those that took effect at once with it. */
const AFTERWARDS = Date.UTC(2030, 0, 1)
const lastOf = (events: ClockEvent[]) => events.at(-1)!.at
const without = <K extends keyof ClockState>({ ...state }: ClockState, ...keys: K[]) => {
  keys.forEach(key => delete state[key])
  return state
}

test('a clock that is read minute by minute as things happen shows the same', () => {
  fc.assert(fc.property(ledgersOf(counted), waits, (events, wait) => {
    const now = lastOf(events) + wait
    expect(without(stateAt(events, now), 'startedAt', 'target', 'earlierTargets', 'pauseReason')).toEqual(liveClock(events, CALENDARS, now))
  }), { numRuns: 120 })
})

test('replayed for any time in the past, a ledger tells what was told then', () => {
  fc.assert(fc.property(ledgers, fc.nat(100), (events, share) => {
    events.forEach(({ at }, index) => {
      const until = events[index + 1]?.at ?? at + 1000 * MINUTE
      if (until === at) return
      const now = at + Math.floor(((until - at - 1) * share) / 100)
      expect(stateAt(events, now)).toEqual(stateAt(events.slice(0, index + 1), now))
    })
  }))
})

test('what takes effect later, or is recorded later, is not seen, whatever it is', () => {
  const types = fc.constantFrom<ClockEvent['type']>('started', 'paused', 'resumed', 'stopped', 'targetChanged')
  const stray = fc.record({ type: types, target: counted, ahead: fc.integer({ min: 1, max: 5000 }), late: fc.boolean() })
  fc.assert(fc.property(ledgers, waits, fc.array(stray, { maxLength: 4 }), (events, wait, strays) => {
    const now = Math.max(...events.map(({ at, recordedAt = at }) => recordedAt)) + wait
    const unseen = strays.map(({ type, target, ahead, late }): ClockEvent =>
      ({ type, target, at: now + (late ? -ahead : ahead) * MINUTE, recordedAt: late ? now + ahead * MINUTE : now }))
    expect(stateAt([...unseen, ...events], now, now)).toEqual(stateAt(events, now))
  }))
})

test('the order in which entries are read does not matter', () => {
  // Recorded one after the other, also where two took effect at once.
  const recorded = ledgers.map(events => events.map((event, index) => ({ ...event, recordedAt: event.at + index })))
  const shuffled = recorded.chain(events => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })))
  fc.assert(fc.property(shuffled, waits, ([events, mixed], wait) => {
    const now = lastOf(events) + wait
    expect(stateAt(mixed, now)).toEqual(stateAt(events, now))
  }))
})

test('pausing and resuming at once changes nothing', () => {
  fc.assert(fc.property(ledgers, waits, waits, (events, wait, further) => {
    const at = events[0].at + wait
    fc.pre(stateAt(events, at).status === 'running')
    const now = Math.max(at, lastOf(events)) + further
    expect(stateAt([...events, { type: 'paused', at, recordedAt: AFTERWARDS }, { type: 'resumed', at, recordedAt: AFTERWARDS }], now)).toEqual(stateAt(events, now))
  }))
})

test('a pause outside working time changes nothing', () => {
  fc.assert(fc.property(counted, starts, waits, waits, fc.nat(100), fc.nat(100), (target, at, wait, further, first, second) => {
    const calendar = calendars(target.calendar)
    fc.pre(target.calendar !== 'round')
    const from = calendar.intervals(at + wait, at + wait + 14 * 1440 * MINUTE)[0].to
    const to = calendar.next(from)
    const [paused, resumed] = [first, second].sort((a, b) => a - b).map(share => from + ((to - from) * share) / 100)
    const started: ClockEvent = { type: 'started', at, target }
    const now = resumed + further
    expect(stateAt([started, { type: 'paused', at: paused }, { type: 'resumed', at: resumed }], now)).toEqual(stateAt([started], now))
  }))
})

test('a pause moves the due date by its working time, no more and no less', () => {
  fc.assert(fc.property(counted, starts, waits, waits, (target, at, wait, pause) => {
    const calendar = calendars(target.calendar)
    const started: ClockEvent = { type: 'started', at, target }
    const paused: ClockEvent = { type: 'paused', at: at + wait }
    fc.pre(stateAt([started], paused.at).remaining! > 0)
    const resumed: ClockEvent = { type: 'resumed', at: paused.at + pause }
    const before = stateAt([started], paused.at).dueAt!
    const after = stateAt([started, paused, resumed], resumed.at).dueAt!
    expect(calendar.between(before, after)).toBe(calendar.between(paused.at, resumed.at))
    expect(calendar.between(before, after - 1)).toBe(Math.max(calendar.between(paused.at, resumed.at) - 1, after === before ? -1 : 0))
  }))
})

test('while nothing happens the due date does not move', () => {
  fc.assert(fc.property(ledgers, waits, waits, (events, wait, further) => {
    const [earlier, later] = [lastOf(events) + wait, lastOf(events) + wait + further]
    expect(stateAt(events, later).dueAt).toBe(stateAt(events, earlier).dueAt)
  }))
})

test('a target that is changed back leaves its trace on record and nowhere else', () => {
  fc.assert(fc.property(ledgers, counted, waits, waits, (events, other, wait, further) => {
    const at = events[0].at + wait
    const { target, earlierTargets } = stateAt(events, at)
    const now = Math.max(at, lastOf(events)) + further
    const change: ClockEvent = { type: 'targetChanged', at, recordedAt: AFTERWARDS }
    const changed = stateAt([...events, { ...change, target: other }, { ...change, target }], now)
    const unchanged = stateAt(events, now)
    expect(without(changed, 'earlierTargets')).toEqual(without(unchanged, 'earlierTargets'))
    expect(changed.earlierTargets.toSpliced(earlierTargets.length, 2)).toEqual(unchanged.earlierTargets)
  }))
})

test('late is who ran past the due date, at whatever hour; nobody works more than the target and is in time', () => {
  fc.assert(fc.property(ledgersOf(counted), waits, (events, wait) => {
    const now = lastOf(events) + wait
    const { target, status, elapsed, remaining, breachedAt, dueAt } = stateAt(events, now)
    const { workingTime } = target as { workingTime: number }
    expect(remaining).toBe(workingTime - elapsed)
    if (breachedAt !== undefined) expect([breachedAt, breachedAt < now]).toEqual([dueAt, true])
    if (elapsed > workingTime) expect(breachedAt).toBe(dueAt)
    if (status === 'running' && wait) expect(breachedAt !== undefined).toBe(dueAt! < now)
  }))
})
