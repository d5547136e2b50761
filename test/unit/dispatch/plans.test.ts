import { changeOf, slotsBefore } from '../../../srv/dispatch/plans/difference'
import { figuresOf } from '../../../srv/dispatch/plans/figures'
import { planWorld } from '../../../srv/dispatch/plans/schedule'
import { planSettings } from '../../../srv/dispatch/plans/settings'
import { Gaps } from '../../../srv/dispatch/plans/gaps'
import { startsToTell } from '../../../srv/dispatch/plans/telling'
import { blocked, workingDay } from '../../../srv/dispatch/plans/working-day'
import type { PlanningWorld } from '../../../srv/dispatch/plans/world'
import { at, technician } from './matching-world'
import { fixed, order, road, spot, world } from './plan-world'

const HOUR = 3_600_000
const plan = (of: PlanningWorld, wish = {}, rules = {}) =>
  planWorld(of, { keepsPromises: false, isReplan: false, ...wish }, { ...planSettings(), ...rules }, road, { iterations: 500, workers: 1 })
const placesOf = async (of: PlanningWorld, wish = {}, rules = {}) => {
  const made = (await plan(of, wish, rules))!
  return Object.fromEntries(made.slots.map(({ order: { ID }, day, from }) => [ID, `${of.technicians[made.days[day].technician].technician.ID} ${new Date(from).toISOString().slice(11, 16)}`]))
}

describe('a day that is planned', () => {
  const calendar = world([{}], []).technicians[0].days[0]

  test('has breaks, absences and overtime as matching sees them', () => {
    const person = technician('1', { overtimeMinutes: 60, absences: [{ from: at('09:00'), to: at('10:00'), kind: 'leave' }] })
    expect(workingDay(person, calendar, 0)).toEqual({
      from: at('08:00'), until: at('17:00'), limit: at('18:00'), gaps: [{ from: at('09:00'), to: at('10:00') }, { from: at('12:00'), to: at('13:00') }]
    })
    expect(workingDay(person, calendar, at('12:20'))).toMatchObject({ from: at('13:00'), gaps: [] })
    expect(workingDay(person, calendar, at('19:00'))).toBeUndefined()
    expect(workingDay(person, calendar, 0, at('17:30'))).toMatchObject({ until: at('17:00'), limit: at('17:30') })
  })

  test('goes on behind what covers its start, and ends before what reaches its end', () => {
    const day = workingDay(technician('1'), calendar, 0)!
    expect(blocked(day, [{ from: at('07:00'), to: at('09:00') }, { from: at('16:00'), to: at('18:00') }, { from: at('11:30'), to: at('12:30') }])).toEqual({
      from: at('09:00'), until: at('16:00'), limit: at('16:00'), gaps: [{ from: at('11:30'), to: at('13:00') }]
    })
    expect(blocked(day, [{ from: at('07:00'), to: at('18:00') }])).toBeUndefined()
  })
})

describe('a plan', () => {
  test('goes around visits that stand, from where they are', async () => {
    const around = world([{}], [order('a', { minutes: 120 })], { fixed: [fixed('T0', '08:00', '09:30', { spot: spot(20) }), fixed('T0', '12:00', '13:00')] })
    expect(await placesOf(around)).toEqual({ a: 'T0 09:50' })
  })

  test('keeps the time of a visit that nobody could reach in time, and plans beside it', async () => {
    const unreachable = world([{}], [order('a')], { fixed: [fixed('T0', '08:10', '09:00', { spot: spot(90) })] })
    const made = (await plan(unreachable))!
    expect(made.days[0]).toMatchObject({ pinned: [], blocking: [{ workOrder_ID: 'fixed 08:10' }] })
    expect(made.slots.map(({ from }) => from >= at('09:00'))).toEqual([true])
  })

  test('leaves out what weighs least when days are full', async () => {
    const orders = ['1', '2', '3', '4'].map(priority => order(`p${priority}`, { priority, minutes: 180 }))
    expect(Object.keys(await placesOf(world([{}], orders))).sort()).toEqual(['p1', 'p2'])
  })

  test('starts in time for a promise, or not at all when that is wished', async () => {
    const late = world([{}], [order('a', { earliest: at('10:00'), deadline: at('11:10') }), order('b', { earliest: at('10:00'), deadline: at('11:10') })])
    expect(Object.keys(await placesOf(late))).toHaveLength(2)
    expect(Object.keys(await placesOf(late, { keepsPromises: true }))).toHaveLength(1)
  })

  test('sends whom the customer prefers, as long as the way is not too far', async () => {
    const preferring = (kilometre: number) => {
      const wanted = order('a', { preferredMinutes: 30, spot: spot(0) })
      const people = world([{}, {}], [{ ...wanted, job: { ...wanted.job, preferred: new Set(['T1']) } }])
      people.technicians[1].base = spot(kilometre)
      return placesOf(people)
    }
    expect((await preferring(10)).a).toMatch(/^T1/)
    expect((await preferring(20)).a).toMatch(/^T0/)
  })

  test('stays with who was told, and at that time, unless something speaks against it', async () => {
    const told = order('a', { visit: { assignment_ID: 'v', technician_ID: 'T1', from: at('14:00'), to: at('15:00') } })
    expect(await placesOf(world([{}, {}], [told]))).toEqual({ a: 'T1 14:00' })
    expect((await placesOf(world([{}, { absences: [{ from: at('00:00'), to: at('23:00'), kind: 'sick' }] }], [told]))).a).toMatch(/^T0/)
  })

  test('leaves visits of one place in the sequence that was told', async () => {
    const visit = (from: string) => ({ assignment_ID: from, technician_ID: 'T0', from: at(from), to: at(from) + 2 * HOUR })
    const told = ['10:00', '08:00', '15:00', '13:00'].map((from, i) => order(`o${i}`, { minutes: 120, visit: visit(from) }))
    expect(await placesOf(world([{}], told))).toEqual({ o0: 'T0 10:00', o1: 'T0 08:00', o2: 'T0 15:00', o3: 'T0 13:00' })
  })

  test('that is mended sends nobody earlier than told, and pushes as few as it can', async () => {
    const visit = (technician_ID: string, from: string) => ({ assignment_ID: from, technician_ID, from: at(from), to: at(from) + HOUR })
    const orders = [order('a', { visit: visit('T0', '09:00') }), order('b', { visit: visit('T0', '10:00') }), order('c', { visit: visit('T0', '15:00') })]
    const urgent = order('u', { isUrgent: true, deadline: at('12:00'), priority: '1' })
    expect(await placesOf(world([{}], [...orders, urgent]), { isReplan: true })).toMatchObject({ a: 'T0 09:00', b: 'T0 10:00', c: 'T0 15:00', u: 'T0 08:00' })
  })

  test('is nothing when nobody works', async () => {
    expect(await plan(world([], [order('a')]))).toBeUndefined()
  })

  test('says which rule keeps most people out', async () => {
    const made = (await plan(world([{}, {}], [order('a', { skill: 'WELDING' })])))!
    expect(made.plan.unserved).toMatchObject([{ order: 'a', reason: 'nobody-eligible' }])
    expect(made.eligibility.reason(order('a', { skill: 'WELDING' }).job, made.days[0].day)).toEqual({ rule: 'skill', technicians: 2 })
  })
})

describe('the figures of days', () => {
  test('count travel from home to home, overtime and what both cost', async () => {
    const of = world([{ overtimeMinutes: 60 }], [order('a', { spot: spot(30), minutes: 240, earliest: at('13:00'), deadline: at('16:00'), visit: { assignment_ID: 'v', technician_ID: 'T0', from: at('13:00'), to: at('17:00') } }), order('b', { skill: 'WELDING', priority: '1' })])
    const made = (await plan(of))!
    const figures = figuresOf(slotsBefore(of, made), made, of)
    expect(figures).toMatchObject({ served: 1, unserved: { 1: 1, 2: 0, 3: 0, 4: 0 }, breaches: 1, travel: 60, overtime: 30, money: 90, balance: 0 })
    expect(figuresOf([], made, of)).toMatchObject({ served: 0, travel: 0, overtime: 0, money: 0 })
  })

  test('have no money when rates are in another currency', async () => {
    const of = world([{ currency: 'CHF' }], [order('a', { spot: spot(10) })])
    const made = (await plan(of))!
    expect(figuresOf(made.slots, made, of).money).toBeNull()
  })
})

describe('what changes', () => {
  const visit = { assignment_ID: 'v', technician_ID: 'T0', from: at('09:00'), to: at('10:00') }
  test.each([
    ['unchanged', visit, { technician_ID: 'T0', from: at('09:00'), to: at('10:00') }],
    ['moved', visit, { technician_ID: 'T0', from: at('09:05'), to: at('10:05') }],
    ['reassigned', visit, { technician_ID: 'T1', from: at('09:00'), to: at('10:00') }],
    ['dropped', visit, undefined],
    ['added', undefined, { technician_ID: 'T0', from: at('09:00'), to: at('10:00') }],
    [undefined, undefined, undefined]
  ])('is told: %s', (change, before, planned) => {
    expect(changeOf(order('a', { visit: before }), planned)).toBe(change)
  })

  test('is compared with visits that can still take place', async () => {
    const missed = order('a', { visit: { ...visit, from: at('04:00'), to: at('05:00') } }), sick = order('b', { visit: { ...visit, technician_ID: 'gone' } })
    const of = world([{}], [missed, sick, order('c', { visit })])
    expect(slotsBefore(of, (await plan(of))!).map(slot => slot.order.ID)).toEqual(['c'])
  })
})

describe('the times that people are told', () => {
  const day = { ID: 'd', start: 0, end: 0, from: 480, until: 1020 }
  const stop = (order: string, start: number, travel = 7) => ({ order, arrival: start, start, end: start + 30, travel })
  const route = (stops: ReturnType<typeof stop>[], breaks: { start: number; end: number }[] = []) =>
    ({ day: 'd', stops, breaks, end: (stops.at(-1)?.end ?? 480) + 7, travel: stops.reduce((sum, { travel }) => sum + travel, 7), terms: {} as never })
  const orders = (...all: object[]) => new Map(all.map((each, i) => [String.fromCharCode(97 + i), { ID: '', place: 0, minutes: 30, lost: 1, ...each }]))

  test('lie on the five minutes where that makes nothing too late', () => {
    expect([...startsToTell(route([stop('a', 487), stop('b', 524)]), 0, day, orders({}, {}))]).toEqual([['a', 490], ['b', 530]])
    expect([...startsToTell(route([stop('a', 487), stop('b', 524)]), 0, day, orders({}, { deadline: 554 }))]).toEqual([['a', 487], ['b', 524]])
  })

  test('are those that were told already, if the day allows', () => {
    const published = { day: 0, start: 600 }
    expect([...startsToTell(route([stop('a', 487), stop('b', 524)]), 0, day, orders({ published }, {}))]).toEqual([['a', 600], ['b', 640]])
    expect([...startsToTell(route([stop('a', 487), stop('b', 524)]), 0, day, orders({ published }, { deadline: 600 }))][0]).toEqual(['a', 490])
  })

  test('may lie on the other side of a break', () => {
    const pauses = [{ start: 720, end: 780 }]
    expect([...startsToTell(route([stop('a', 487)], pauses), 0, day, orders({ published: { day: 0, start: 840 } }))]).toEqual([['a', 840]])
    expect([...startsToTell(route([stop('a', 487)], pauses), 0, day, orders({ published: { day: 0, start: 700 } }))]).toEqual([['a', 490]])
  })

  test('leave breaks and the end of the shift where they are', () => {
    expect([...startsToTell(route([stop('a', 687), stop('b', 787)], [{ start: 720, end: 780 }]), 0, day, orders({ earliest: 687 }, {}))]).toEqual([['a', 690], ['b', 790]])
    expect([...startsToTell(route([stop('a', 983)]), 0, day, orders({ earliest: 983 }))]).toEqual([['a', 983]])
  })
})

describe('gaps of a day', () => {
  const gaps = new Gaps([{ from: 100, to: 110 }, { from: 130, to: 160 }])

  test('lengthen the way, forth and back', () => {
    expect([gaps.after(80, 20), gaps.after(90, 20), gaps.after(105, 5), gaps.after(95, 30)]).toEqual([100, 120, 115, 165])
    expect([gaps.before(100, 20), gaps.before(120, 20), gaps.before(115, 5), gaps.before(165, 30)]).toEqual([80, 90, 110, 95])
    for (let travel = 0; travel < 90; travel++) expect(gaps.after(gaps.before(170, travel), travel)).toBeLessThanOrEqual(170)
  })

  test('are in the way of work', () => {
    expect([gaps.firstRoom(85, 15), gaps.firstRoom(90, 15), gaps.firstRoom(90, 25)]).toEqual([85, 110, 160])
    expect([gaps.lastRoom(160, 15), gaps.lastRoom(150, 15), gaps.lastRoom(150, 25)]).toEqual([160, 115, 75])
  })
})
