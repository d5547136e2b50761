import fc from 'fast-check'
import { overlapOf } from '../../../srv/dispatch/technicians/absences'
import { totalsOf } from '../../../srv/dispatch/technicians/figures'
import { repairedIn } from '../../../srv/dispatch/technicians/work-time'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23) + hour * 3_600_000).toISOString()
const away = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) })

describe('Absences of one person', () => {
  test('may touch, but share no time, in whatever order they were entered', () => {
    expect(overlapOf([])).toBeUndefined()
    expect(overlapOf([away(8, 12), away(12, 16), away(0, 8)])).toBeUndefined()
    expect(overlapOf([away(12, 16), away(8, 13)])).toEqual([away(8, 13), away(12, 16)])
    expect(overlapOf([away(0, 100), away(1, 2), away(50, 51)])).toEqual([away(0, 100), away(1, 2)])
  })

  test('overlap exactly where two of them share an hour', () => {
    const absence = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 })).map(([from, length]) => [from, from + length] as const)
    fc.assert(fc.property(fc.array(absence, { maxLength: 8 }), spans => {
      const shared = spans.some(([a, b], i) => spans.some(([c, d], j) => i < j && a < d && c < b))
      expect(overlapOf(spans.map(([from, to]) => away(from, to))) !== undefined).toBe(shared)
    }))
  })
})

describe('The time of a repair', () => {
  test('is that between start and completion without the time on hold', () => {
    expect(repairedIn(at(8), at(11), [])).toBe(180)
    expect(repairedIn(at(8), at(32), [{ type_code: 'Held', at: at(9) }, { type_code: 'Resumed', at: at(31) }])).toBe(120)
  })

  test('is not known where nights lie in it, or nothing', () => {
    expect(repairedIn(at(8), at(20), [])).toBe(720)
    expect(repairedIn(at(8), at(20.1), [])).toBeNull()
    expect(repairedIn(at(8), at(8), [])).toBeNull()
  })
})

test('a person without repairs or ratings has no rates, not rates of zero', () => {
  expect(totalsOf({ repairs: 0, firstTimeFixes: 0, ratings: 0, ratingSum: null })).toEqual({ repairCount: 0, firstTimeFixRate: null, ratingCount: 0, ratingAverage: null })
  expect(totalsOf({ repairs: 3, firstTimeFixes: 2, ratings: 3, ratingSum: 13 })).toEqual({ repairCount: 3, firstTimeFixRate: 67, ratingCount: 3, ratingAverage: '4.33' })
})
