import fc from 'fast-check'
import { type Failure, matchOf, mayDecide, measuredOf, type Scope, verdictOf, windowAfter } from '../../../srv/quality/capa/effect'

const scope = (more: Partial<Scope> = {}): Scope => ({ model: 'M1', part_ID: null, faultCategory_code: 'SENSOR', defects: [], causes: [], ...more })
const failure = (more: Partial<Failure> = {}): Failure => ({ model: 'M1', parts: [], faultCategory_code: 'SENSOR', defects: [], causes: [], ...more })

describe('a failure is the same', () => {
  test.each<[string, Partial<Scope>, Partial<Failure>, string | undefined]>([
    ['with the same model and fault', {}, {}, 'fault'],
    ['not on another model', {}, { model: 'M2' }, undefined],
    ['not with another fault', {}, { faultCategory_code: 'BATTERY' }, undefined],
    ['with the same defect code', { defects: ['D/1'] }, { defects: ['D/1', 'D/2'] }, 'defect'],
    ['not with another defect code, whatever the fault', { defects: ['D/1'] }, { defects: ['D/2'] }, undefined],
    ['with the same cause code, whatever the defect', { defects: ['D/1'], causes: ['C/1'] }, { defects: ['D/2'], causes: ['C/1'], faultCategory_code: 'OTHER' }, 'cause'],
    ['not with another cause code', { causes: ['C/1'] }, { causes: ['C/2'] }, undefined],
    ['by its fault while nobody has coded it', { defects: ['D/1'], causes: ['C/1'] }, {}, 'fault'],
    ['with the same part', { part_ID: 'p' }, { parts: ['q', 'p'] }, 'fault'],
    ['not with other parts', { part_ID: 'p' }, { parts: ['q'] }, undefined],
    ['when nobody knows its part', { part_ID: 'p' }, { parts: [] }, 'fault'],
    ['on any model where the scope names none', { model: null }, { model: 'M9' }, 'fault'],
    ['not by two unknown faults', { faultCategory_code: null }, { faultCategory_code: null }, undefined]
  ])('%s', (_, inScope, inFailure, match) => expect(matchOf(failure(inFailure), [scope(inScope)])).toBe(match))

  test('as any of the notifications of the case', () => {
    expect(matchOf(failure({ model: 'M2' }), [scope(), scope({ model: 'M2' })])).toBe('fault')
    expect(matchOf(failure(), [])).toBeUndefined()
  })
})

describe('the window', () => {
  test('begins the day after implementation and has as many days as it says', () => {
    expect(windowAfter(new Date('2026-11-22T23:59:59Z'), 1)).toEqual({ windowStart: '2026-11-23', windowEnd: '2026-11-23' })
    expect(windowAfter(new Date('2028-02-28T00:00:00Z'), 2)).toEqual({ windowStart: '2028-02-29', windowEnd: '2028-03-01' })
    expect(windowAfter(new Date('2026-12-31T12:00:00Z'), 90)).toEqual({ windowStart: '2027-01-01', windowEnd: '2027-03-31' })
  })
})

describe('the verdict', () => {
  const criterion = { measure_code: 'repeatFailures', limit: 1, sample: 10 as number | null, windowStart: '2026-09-01', windowEnd: '2026-11-29' }
  const during = '2026-11-29'
  const after = '2026-11-30'

  test.each([
    ['waits for the last day of the window', {}, { measured: 0, sampleSeen: 50 }, during, { is: 'open', until: 'window' }],
    ['is passed on the day after', {}, { measured: 1, sampleSeen: 10 }, after, { is: 'passed' }],
    ['waits for the sample beyond the window', {}, { measured: 0, sampleSeen: 9 }, after, { is: 'open', until: 'sample' }],
    ['asks for no sample where none was fixed', { sample: null }, { measured: 0, sampleSeen: 0 }, after, { is: 'passed' }],
    ['is failed at once by too many failures', {}, { measured: 2, sampleSeen: 3 }, during, { is: 'failed' }],
    ['of a rate is not failed before the window ends', { measure_code: 'repeatRate' }, { measured: 80, sampleSeen: 1 }, during, { is: 'open', until: 'window' }],
    ['of a rate is not failed before the sample is complete', { measure_code: 'repeatRate' }, { measured: 80, sampleSeen: 1 }, after, { is: 'open', until: 'sample' }],
    ['of a rate is failed with it', { measure_code: 'repeatRate' }, { measured: 80, sampleSeen: 10 }, after, { is: 'failed' }],
    ['waits until somebody has measured', { measure_code: 'manual' }, { measured: null, sampleSeen: 0 }, after, { is: 'open', until: 'measure' }]
  ])('%s', (_, more, seen, today, verdict) => expect(verdictOf({ ...criterion, ...more }, seen, today)).toEqual(verdict))

  test('may be worse by a person, never better', () => {
    expect([mayDecide(true, { is: 'passed' }), mayDecide(false, { is: 'passed' }), mayDecide(true, { is: 'failed' }), mayDecide(false, { is: 'failed' })]).toEqual([true, true, false, true])
    expect(['window', 'sample', 'measure'].map(until => [mayDecide(true, { is: 'open', until: until as 'window' }), mayDecide(false, { is: 'open', until: until as 'window' })])).toEqual([[false, false], [false, true], [false, true]])
  })

  test('is never passed beyond the limit, within the window or without the sample', () => {
    fc.assert(fc.property(fc.constantFrom('repeatFailures', 'repeatRate', 'manual'), fc.nat(5), fc.option(fc.nat(5)), fc.nat(10), fc.nat(10), fc.boolean(), (measure_code, limit, sample, measured, sampleSeen, isAfter) => {
      const { is } = verdictOf({ ...criterion, measure_code, limit, sample }, { measured, sampleSeen }, isAfter ? after : during)
      expect(is === 'passed').toBe(isAfter && measured <= limit && sampleSeen >= (sample ?? 0))
    }))
  })
})

test('a rate counts per 100 repairs, of which there are at least as many as failures', () => {
  expect([measuredOf('repeatRate', 1, 3), measuredOf('repeatRate', 0, 0), measuredOf('repeatRate', 4, 2), measuredOf('repeatFailures', 4, 2)]).toEqual([33.333, 0, 100, 4])
})
