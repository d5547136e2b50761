import fc from 'fast-check'
import { nextPlanning, planningDay } from '../../../srv/spare-parts/planning-day'
import { replenishment, sourceFor, type Source, type VanNeed } from '../../../srv/spare-parts/van-stock/replenishment'

const need = (changes: Partial<VanNeed> = {}): VanNeed => ({ available: 3, incoming: 0, minimum: 2, maximum: 5, plannedNeed: 0, expectedUse: 0, ...changes })

test('nothing is brought while the minimum remains after the next days', () => {
  expect(replenishment(need())).toBe(0)
  expect(replenishment(need({ plannedNeed: 1 }))).toBe(0)
})

test('else the van is filled up to its maximum', () => {
  expect(replenishment(need({ plannedNeed: 2 }))).toBe(2)
  expect(replenishment(need({ available: 1 }))).toBe(4)
  expect(replenishment(need({ available: -2 }))).toBe(7)
})

test('what planned visits take beyond the maximum is brought all the same', () => {
  expect(replenishment(need({ plannedNeed: 8 }))).toBe(7)
})

test('what is on its way counts', () => {
  expect(replenishment(need({ available: 1, incoming: 1 }))).toBe(0)
})

test('history and planned visits tell of the same work: the larger counts, and of history whole pieces', () => {
  expect(replenishment(need({ plannedNeed: 2, expectedUse: 2 }))).toBe(2)
  expect(replenishment(need({ expectedUse: 0.9 }))).toBe(0)
  expect(replenishment(need({ expectedUse: 1.9 }))).toBe(0)
  expect(replenishment(need({ expectedUse: 2.1 }))).toBe(2)
})

test('after what is proposed has come, nothing more is proposed, and the van is never filled beyond maximum and need', () => {
  const quantity = fc.integer({ min: 0, max: 50 })
  const expectedUse = fc.double({ min: 0, max: 50, noNaN: true })
  const available = fc.integer({ min: -10, max: 50 })
  const any = fc.record({ available, incoming: quantity, minimum: quantity, maximum: quantity, plannedNeed: quantity, expectedUse })
    .map(each => ({ ...each, maximum: Math.max(each.minimum, each.maximum) }))
  fc.assert(fc.property(any, van => {
    const proposed = replenishment(van)
    expect(proposed).toBeGreaterThanOrEqual(0)
    expect(replenishment({ ...van, available: van.available + proposed })).toBe(0)
    const room = Math.max(van.maximum, Math.max(van.plannedNeed, van.expectedUse) + van.minimum)
    if (proposed) expect(van.available + van.incoming + proposed).toBeLessThanOrEqual(room)
  }), { numRuns: 500 })
})

const source = (storageLocation: string, available: number, more: Partial<Source> = {}): Source => ({ plant: '1010', storageLocation, kind: 'depot', available, deliveryHours: 24, ...more })

test('the nearest place that has all of it fills the van, else the one that has most', () => {
  const places = [source('0001', 40, { kind: 'warehouse' }), source('0002', 4, { deliveryHours: 12 }), source('0003', 9, { deliveryHours: 48 })]
  expect(sourceFor(4, '1010', places)?.source.storageLocation).toBe('0002')
  expect(sourceFor(5, '1010', places)?.source.storageLocation).toBe('0001')
  expect(sourceFor(50, '1010', places)).toMatchObject({ source: { storageLocation: '0001' }, quantity: 40 })
})

test('neither other vans nor other plants nor empty places fill a van', () => {
  const others = [source('V002', 5, { kind: 'van' }), source('0001', 5, { plant: '1110' }), source('0002', 0)]
  expect(sourceFor(1, '1010', others)).toBeUndefined()
})

test('a night belongs to the day that follows its hour', () => {
  expect(planningDay(new Date('2026-11-22T00:30:00Z'), 1)).toBe('2026-11-21')
  expect(planningDay(new Date('2026-11-22T01:00:00Z'), 1)).toBe('2026-11-22')
  expect(nextPlanning(new Date('2026-11-22T00:30:00Z'), 1)).toBe('2026-11-22T01:00:00.000Z')
  expect(nextPlanning(new Date('2026-11-22T01:00:00Z'), 1)).toBe('2026-11-23T01:00:00.000Z')
})
