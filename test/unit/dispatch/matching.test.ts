import { match } from '../../../srv/dispatch/matching/matching'
import { best } from '../../../srv/dispatch/matching/selection'
import { needsOf, type Requirement } from '../../../srv/dispatch/matching/requirements'
import { weightsFor } from '../../../srv/dispatch/matching/weights'
import { usualMinutes } from '../../../srv/dispatch/matching/usual'
import { at, east, job, poolOf, technician, visit } from './matching-world'

const order = (weights: Record<string, number>, people: Parameters<typeof poolOf>[0], work = job()) => match(work, poolOf(people), weights, 100).ranked.map(each => each.technician.number)
const scores = (code: string, people: Parameters<typeof poolOf>[0], work = job()) =>
  Object.fromEntries(match(work, poolOf(people), {}, 100).ranked.map(({ technician, factors }) => [technician.number, factors.find(factor => factor.code === code)]))

describe('factors', () => {
  test('a wished technician is worth as many minutes of travel as the weight says', () => {
    const weights = { travel: 120, preferred: 30 }
    const near = technician('A', { base: east(5) }), far = (kilometres: number) => technician('B', { base: east(kilometres) })
    const work = job({ preferred: new Set(['ID of B']) })
    expect(order(weights, [near, far(19)], work)).toEqual(['B', 'A'])
    expect(order(weights, [near, far(21)], work)).toEqual(['A', 'B'])
  })

  test('travel is what the visit adds to the day, not the way there', () => {
    const passing = technician('A', { visits: [visit(at('08:30'), at('09:00'), east(-20)), visit(at('12:00'), at('13:30'), east(40))] })
    const direct = technician('B', { base: east(10) })
    const work = job({ place: east(10) })
    const { ranked } = match(work, poolOf([passing, { ...direct, base: east(15) }]), { travel: 120 }, 2)
    expect(ranked.map(each => [each.technician.number, Math.abs(Math.round(each.addedMinutes)), each.position])).toEqual([['A', 0, 1], ['B', 10, 0]])
  })

  test('one lucky repair is not a record', () => {
    const performance = (repairs: number, firstTimeFixes: number) => new Map([['MX800', { repairs, firstTimeFixes, durations: new Map() }]])
    const { A, B, C } = scores('firstTimeFix', [
      technician('A', { performance: performance(1, 1) }), technician('B', { performance: performance(40, 38) }), technician('C', { performance: performance(2, 0) })
    ])
    expect(B!.score).toBeGreaterThan(A!.score)
    expect(A!.score).toBeGreaterThan(C!.score)
  })

  test('time to the deadline counts, and lateness never gives points', () => {
    const free = technician('A'), later = technician('B', { absences: [{ from: at('08:00'), to: at('10:00'), kind: 'duty' }] })
    const work = job({ deadline: at('10:00') })
    const { A, B } = scores('slack', [free, later], work)
    expect([A!.raw, A!.score, B!.raw, B!.score]).toEqual([60, 50, -60, 0])
  })

  test('when it is too late already, sooner is still better', () => {
    const free = technician('A'), later = technician('B', { absences: [{ from: at('08:00'), to: at('10:00'), kind: 'duty' }] })
    const { A, B } = scores('slack', [free, later], job({ deadline: at('07:00') }))
    expect(A!.score).toBeGreaterThan(B!.score)
  })

  test('a busy day, an unknown device and a dear hour cost points', () => {
    const people = [technician('A', { costRate: 60, currency: 'EUR' }), technician('B', { costRate: 90, currency: 'EUR', visits: [visit(at('14:00'), at('16:00'))] })]
    const work = job({ knownBy: new Map([['ID of A', 2]]) })
    for (const code of ['load', 'knowsAsset', 'cost']) {
      const { A, B } = scores(code, people, work)
      expect([code, A!.score > B!.score]).toEqual([code, true])
    }
    expect(scores('knowsAsset', people, work).A!.score).toBe(100)
    expect(scores('load', people, work).B!.raw).toBe(25)
  })

  test('what nobody knows is told as not known', () => {
    expect(scores('parts', [technician('A')]).A!.raw).toBeNull()
    expect(scores('parts', [technician('A')], job({ partsOnVan: new Map([['ID of A', 0.5]]) })).A).toMatchObject({ raw: 50, score: 50 })
  })

  test('contributions add up to the total', () => {
    const weights = { travel: 120, slack: 60, firstTimeFix: 40, preferred: 30, parts: 30, load: 20, knowsAsset: 15, cost: 20 }
    const [{ total, factors }] = match(job(), poolOf([technician('A', { base: east(12) })]), weights, 1).ranked
    expect(factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(total, 9)
  })
})

describe('the ranking', () => {
  test('counts everybody, whatever is listed', () => {
    const people = Array.from({ length: 30 }, (_, i) => technician(`T-${i + 10}`, { isActive: i % 3 > 0 }))
    const { eligible, ineligible, ranked, rejected } = match(job(), poolOf(people), {}, 5)
    expect([eligible, ineligible, ranked.length, rejected.length]).toEqual([20, 10, 5, 5])
  })

  test('puts equals in order of their numbers, in whatever order they came', () => {
    const numbers = ['T-3', 'T-1', 'T-2']
    expect(order({ travel: 120 }, numbers.map(number => technician(number)))).toEqual(['T-1', 'T-2', 'T-3'])
  })

  test('looks at later days for those whose day is full, and prefers places before the deadline', () => {
    const full = technician('A', { visits: [visit(at('08:00'), at('12:00')), visit(at('13:00'), at('17:00'))] })
    const [{ day, start }] = match(job({ days: 3 }), poolOf([full]), {}, 1).ranked
    expect([day, start]).toEqual(['2026-12-03', at('08:00', '2026-12-03')])
    const near = technician('B', { visits: [visit(at('10:00'), at('12:00'), east(30)), visit(at('14:00'), at('15:00'), east(20))] })
    const [{ position }] = match(job({ place: east(25), deadline: at('10:00') }), poolOf([near]), {}, 1).ranked
    expect(position).toBe(0)
  })

  test('says which rule keeps somebody out today, though other days were looked at', () => {
    const person = technician('A', { absences: [{ from: at('00:00'), to: at('23:00', '2026-12-09'), kind: 'sick' }] })
    expect(match(job({ days: 3 }), poolOf([person]), {}, 1).rejected[0]).toMatchObject({ rule: 'absence', facts: { visit: '2026-12-02' } })
  })

  test.each([[5, 3], [1000, 10], [1000, 999], [3, 10]])('of %i values lists the first %i as a full sort does', (count, wanted) => {
    const values = Float64Array.from({ length: count }, (_, i) => (i % 7 ? Math.round(Math.sin(i) * 20) : -Infinity))
    const eligible = values.filter(value => value > -Infinity).length
    const sorted = [...values.keys()].filter(i => values[i] > -Infinity).sort((a, b) => values[b] - values[a] || a - b)
    expect(best(values, eligible, wanted)).toEqual(sorted.slice(0, wanted))
  })
})

describe('what work asks for', () => {
  const row = (changes: Partial<Requirement>): Requirement => ({
    orderType_code: null, faultCategory_code: null, deviceClass_code: null, model: null, skill_code: null, minimumLevel: null, certificate_code: null,
    tool_code: null, crewSize: null, minutes: null, ...changes
  })
  const work = { orderType_code: 'SM01', faultCategory_code: 'LEAK', deviceClass_code: 'IND', model: 'X1' }

  test('all requirements that fit hold together, the stricter of each', () => {
    const needs = needsOf(work, [
      row({ model: 'X1', skill_code: 'HYD', minimumLevel: 2, minutes: 60 }), row({ deviceClass_code: 'IND', skill_code: 'HYD', minimumLevel: 4, tool_code: 'GAUGE', crewSize: 2 }),
      row({ model: 'X2', certificate_code: 'OTHER' }), row({ certificate_code: 'ALL', minutes: 45 })
    ], 90)
    expect(needs).toEqual({ skills: [{ skill: 'HYD', level: 4 }], certificates: ['ALL'], tools: ['GAUGE'], crewSize: 2, minutes: 60 })
  })

  test('without requirements anybody may come for the usual time', () => {
    expect(needsOf(work, [], 90)).toEqual({ skills: [], certificates: [], tools: [], crewSize: 1, minutes: 90 })
  })

  test('history says how long it takes once there is enough of it', () => {
    const durations = (repairs: number, minutes: number) => new Map([['X1', { repairs, firstTimeFixes: 0, durations: new Map([['LEAK', { repairs, minutes }]]) }]])
    expect(usualMinutes('X1', 'LEAK', poolOf([technician('A', { performance: durations(2, 100) }), technician('B', { performance: durations(3, 140) })]))).toBe(60)
    expect(usualMinutes('X1', 'LEAK', poolOf([technician('A', { performance: durations(2, 100) })]))).toBeUndefined()
  })

  test('the closest weight holds: area and order type, then area, then order type, then all', () => {
    const rows = [
      { area: '*', orderType: '*', factor_code: 'travel', minutes: 1 }, { area: '*', orderType: 'SM01', factor_code: 'travel', minutes: 2 },
      { area: 'S', orderType: '*', factor_code: 'travel', minutes: 3 }, { area: 'S', orderType: 'SM01', factor_code: 'travel', minutes: 4 },
      { area: '*', orderType: '*', factor_code: 'load', minutes: 9 }
    ]
    expect(weightsFor('S', 'SM01', rows)).toEqual({ travel: 4, load: 9 })
    expect(weightsFor('S', 'PM01', rows).travel).toBe(3)
    expect(weightsFor(null, 'SM01', rows).travel).toBe(2)
    expect(weightsFor('N', null, rows).travel).toBe(1)
  })
})
