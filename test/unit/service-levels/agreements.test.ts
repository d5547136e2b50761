import fc from 'fast-check'
import { determine, specificityOf, WEIGHTS, type Agreement, type Criteria } from '../../../srv/service-levels/agreements'

const DAY = '2026-03-09'
const order: Criteria = { serviceContract: 'SC1', customer: 'C1', model: 'M1', importance: 'A', priority: '1', region: 'DE-BW' }
const agreement = (number: string, criteria: Partial<Agreement>): Agreement => ({ ID: number, number, ...criteria })
const hit = (agreements: Agreement[], of: Criteria = order, day = DAY) => determine(agreements, of, day).hit?.number

const criteria = fc.record(
  Object.fromEntries(Object.keys(WEIGHTS).map(name => [name, fc.constantFrom(null, `${order[name as keyof Criteria]}`, 'other')]))
) as fc.Arbitrary<Criteria>
const agreements = fc.uniqueArray(criteria, { maxLength: 8 }).map(list => list.map((each, i) => agreement(`N${i}`, each)))

describe('the agreement of an order', () => {
  test('is the one with a criterion that says most: contract, customer, model, importance, priority, region', () => {
    const names = Object.keys(WEIGHTS) as (keyof Criteria)[]
    const each = names.map(name => agreement(name, { [name]: order[name] }))
    for (const i of names.keys()) expect(hit(each.slice(i).reverse())).toBe(names[i])
  })

  test('names one criterion that says more rather than all that say less', () => {
    expect(hit([agreement('contract', { serviceContract: 'SC1' }), agreement('all others', { ...order, serviceContract: null })])).toBe('contract')
  })

  test('of equals is the one that became valid last, then the one with the lower number', () => {
    expect(hit([agreement('A', { customer: 'C1', validFrom: '2025-01-01' }), agreement('B', { customer: 'C1', validFrom: '2026-01-01' })])).toBe('B')
    expect(hit([agreement('B', { customer: 'C1' }), agreement('A', { customer: 'C1' })])).toBe('A')
  })

  test('holds on its first and its last day, and on no other side of them', () => {
    const year = [agreement('A', { validFrom: '2026-01-01', validTo: '2026-12-31' })]
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(day => hit(year, order, day))).toEqual([undefined, 'A', 'A', undefined])
  })

  test('for a country holds in its parts, for a part not elsewhere in the country', () => {
    expect(hit([agreement('country', { region: 'DE' })])).toBe('country')
    expect(hit([agreement('part', { region: 'DE-HH' })])).toBeUndefined()
    expect(hit([agreement('part', { region: 'DE-BW' })], { ...order, region: 'DE' })).toBeUndefined()
    expect(hit([agreement('other', { region: 'D' })])).toBeUndefined()
  })

  test('asks for a value that an order lacks in vain', () => {
    expect(determine([agreement('A', { customer: 'C1' })], {}, DAY).considered[0].failed).toBe('customer')
  })

  test('is told with all others, each with the first criterion that failed', () => {
    const { considered } = determine([
      agreement('late', { validTo: '2026-01-01' }), agreement('other model', { model: 'M2', priority: '4' }), agreement('any', {}), agreement('good', { model: 'M1' })
    ], order, DAY)
    expect(considered.map(each => [each.agreement.number, each.specificity, each.failed])).toEqual([
      ['good', 8, undefined], ['any', 0, undefined], ['other model', 10, 'model'], ['late', 0, 'validity']
    ])
  })

  test('does not depend on the order in which agreements are read', () => {
    fc.assert(fc.property(agreements, criteria, (list, of) => {
      expect(hit([...list].reverse(), of)).toBe(hit(list, of))
    }))
  })

  test('is never less specific than another one that would hold', () => {
    fc.assert(fc.property(agreements, list => {
      const fitting = list.filter(each => Object.keys(WEIGHTS).every(name => !each[name as keyof Criteria] || each[name as keyof Criteria] === order[name as keyof Criteria]))
      const best = determine(list, order, DAY).hit
      expect(Boolean(best)).toBe(fitting.length > 0)
      for (const other of fitting) expect(specificityOf(best!)).toBeGreaterThanOrEqual(specificityOf(other))
    }))
  })
})
