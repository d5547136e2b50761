import { judge, match, type Rejected } from '../../../srv/dispatch/matching/matching'
import { validity, type Technician } from '../../../srv/dispatch/matching/technician'
import type { Job } from '../../../srv/dispatch/matching/job'
import { always, at, DAY, east, job, poolOf, technician, visit } from './matching-world'

const verdict = (person: Technician, work: Job) => judge(work, poolOf([person]), {}, person.ID)!
const failure = (person: Technician, work: Job) => {
  const { rule, reason, facts } = verdict(person, work) as Rejected
  return { rule, reason, facts }
}
const may = (person: Technician, work: Job) => 'total' in verdict(person, work)

describe('a certificate', () => {
  const needs = { certificates: ['ISO-DEF'] }
  const held = (changes: object) => technician('T-1', { certificates: [{ kind: 'ISO-DEF', number: 'ISO-DEF-12', models: ['MX800'], ...always, ...changes }] })

  test('must be valid on the day of the visit, not today', () => {
    expect(failure(held(validity(null, '2026-11-30')), job({ needs } as never))).toEqual({
      rule: 'certificate', reason: 'expired', facts: { certificate: 'ISO-DEF-12', model: 'MX800', expired: '2026-11-30', visit: DAY }
    })
    expect(may(held(validity(null, DAY)), job({ needs } as never))).toBe(true)
    expect(failure(held(validity('2026-12-03', null)), job({ needs } as never))).toMatchObject({ reason: 'notYet', facts: { from: '2026-12-03' } })
  })

  test('must cover the model, and without models covers all', () => {
    expect(failure(held({ models: ['MX700'] }), job({ needs } as never))).toMatchObject({ reason: 'otherModels', facts: { models: 'MX700', model: 'MX800' } })
    expect(may(held({ models: [] }), job({ needs } as never))).toBe(true)
    expect(failure(technician('T-1'), job({ needs } as never))).toMatchObject({ reason: 'missing' })
  })

  test('that is valid again later moves the visit to that day', () => {
    const person = held(validity('2026-12-04', null))
    expect(verdict(person, job({ needs, days: 7 } as never))).toMatchObject({ day: '2026-12-04' })
  })

  test('is not asked of the second person of a crew', () => {
    expect(may(technician('T-1'), job({ needs, isSecond: true } as never))).toBe(true)
  })
})

describe('other rules', () => {
  test('a skill needs its level on the day', () => {
    const needs = { skills: [{ skill: 'ELECTRIC', level: 3 }] }
    const skilled = (level: number, to: string | null = null) => technician('T-1', { skills: [{ skill: 'ELECTRIC', level, ...validity(null, to) }] })
    expect(may(skilled(3), job({ needs } as never))).toBe(true)
    expect(failure(skilled(2), job({ needs } as never))).toMatchObject({ rule: 'skill', reason: 'tooLow', facts: { level: 2, needed: 3 } })
    expect(failure(skilled(5, '2026-12-01'), job({ needs } as never))).toMatchObject({ reason: 'notValid' })
    expect(failure(technician('T-1'), job({ needs } as never))).toMatchObject({ reason: 'missing' })
  })

  test('a tool must be in calibration, unless its kind needs none', () => {
    const needs = { tools: ['ANALYSER'] }
    const tool = (changes: object) => technician('T-1', { tools: [{ kind: 'ANALYSER', serialNumber: 'S1', needsCalibration: true, ...always, ...changes }] })
    expect(may(tool({}), job({ needs } as never))).toBe(true)
    expect(failure(tool(validity(null, '2026-12-01')), job({ needs } as never))).toMatchObject({ rule: 'tool', reason: 'calibration', facts: { due: '2026-12-01' } })
    expect(may(tool({ ...validity(null, '2026-12-01'), needsCalibration: false }), job({ needs } as never))).toBe(true)
  })

  test('who left, is excluded or works elsewhere does not come', () => {
    expect(failure(technician('T-1', { isActive: false }), job())).toMatchObject({ rule: 'active' })
    expect(failure(technician('T-1'), job({ excluded: new Set(['ID of T-1']) }))).toMatchObject({ rule: 'excluded' })
    expect(failure(technician('T-1', { areas: ['NORTH'] }), job({ area: 'SOUTH' }))).toMatchObject({ rule: 'area', facts: { area: 'SOUTH', areas: 'NORTH' } })
    expect(may(technician('T-1', { areas: ['NORTH', 'SOUTH'] }), job({ area: 'SOUTH' }))).toBe(true)
    expect(may(technician('T-1', { areas: ['NORTH'] }), job())).toBe(true)
  })
})

describe('the whole visit', () => {
  test('lies within working time, and a break prolongs it', () => {
    expect(verdict(technician('T-1'), job({ notBefore: at('11:30') }))).toMatchObject({ start: at('11:30'), end: at('13:30') })
    expect(failure(technician('T-1'), job({ notBefore: at('16:30') }))).toMatchObject({ rule: 'room' })
    expect(may(technician('T-1', { overtimeMinutes: 30 }), job({ notBefore: at('16:30') }))).toBe(true)
  })

  test('touches no absence, before, within or after it', () => {
    const away = (from: string, to: string) => technician('T-1', { absences: [{ from: at(from), to: at(to), kind: 'training' }] })
    expect(verdict(away('08:30', '09:00'), job())).toMatchObject({ start: at('09:00') })
    expect(verdict(away('12:15', '12:45'), job({ notBefore: at('11:30') }))).toMatchObject({ start: at('13:00') })
    expect(failure(away('00:00', '24:00'.replace('24', '23')), job())).toMatchObject({ rule: 'absence', facts: { kind: 'training' } })
    expect(failure(away('09:00', '10:00'), job({ at: at('08:30') }))).toMatchObject({ rule: 'absence' })
  })

  test('is one of no more than the day may have', () => {
    const full = technician('T-1', { capacity: 1, visits: [visit(at('08:00'), at('09:00'))] })
    expect(failure(full, job())).toMatchObject({ rule: 'capacity', reason: 'full', facts: { visits: 1, capacity: 1 } })
    expect(may({ ...full, capacity: 2 }, job())).toBe(true)
  })

  test('may begin exactly when it is wished, unless another visit is there', () => {
    const busy = technician('T-1', { visits: [visit(at('10:00'), at('11:00'))] })
    expect(failure(busy, job({ at: at('10:30') }))).toMatchObject({ rule: 'overlap' })
    expect(failure(busy, job({ at: at('09:30') }))).toMatchObject({ rule: 'overlap' })
    expect(verdict(busy, job({ at: at('11:00') }))).toMatchObject({ start: at('11:00'), position: 1 })
    expect(failure(busy, job({ at: at('07:00') }))).toMatchObject({ rule: 'workingTime', reason: 'outside' })
  })

  test('of a night shift belongs to the day on which the shift begins', () => {
    const night = poolOf([technician('T-1')], [{ from: '22:00', to: '06:00' }])
    expect(match(job({ notBefore: at('22:00') }), night, {}, 1).ranked[0]).toMatchObject({ start: at('22:00'), day: DAY })
    expect(match(job({ notBefore: at('23:30') }), night, {}, 1).ranked[0]).toMatchObject({ start: at('23:30'), end: at('00:30', '2026-12-03') })
  })

  test('leaves time for the way there, to the next visit and home', () => {
    const busy = technician('T-1', { visits: [visit(at('09:10'), at('11:00'), east(10))] })
    expect(verdict(busy, job({ place: east(30), needs: { minutes: 30 } } as never))).toMatchObject({ start: at('11:20'), position: 1, addedMinutes: expect.closeTo(40, 3) })
  })
})
