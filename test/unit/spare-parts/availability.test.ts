import { ANY_DAYS, earliestFrom, type PlaceSupply } from '../../../srv/spare-parts/availability/earliest'
import { figuresOf } from '../../../srv/spare-parts/stock/figures'
import { onOrderOf } from '../../../srv/spare-parts/stock/on-order'
import { recordFor, supplyOf } from '../../../srv/spare-parts/stock/supplies'
import type { InfoRecord, OpenReservation, RequestedItem, StockLevel } from '../../../srv/host-erp/reading'

const level = (storageLocation: string, quantity: string, stockType: StockLevel['stockType'] = 'unrestricted', batch: string | null = null): StockLevel =>
  ({ plant: '1010', storageLocation, batch, stockType, quantity, unit: 'EA' })
const reservation = (quantity: string, storageLocation: string | null, reference: string | null = null): OpenReservation =>
  ({ document: '1', item: '0001', plant: '1010', storageLocation, quantity, neededOn: null, reference })

describe('figures of a place', () => {
  test('sum its batches, and count stock in inspection as blocked', () => {
    expect(figuresOf([level('0001', '2.5', 'unrestricted', 'A'), level('0001', '1', 'unrestricted', 'B'), level('0001', '3', 'quality'), level('0001', '1', 'blocked')], [], () => false))
      .toEqual([{ plant: '1010', storageLocation: '0001', unrestricted: '3.5', blocked: '4', reserved: '0', unit: 'EA' }])
  })

  test('leave out reservations that are ours', () => {
    expect(figuresOf([level('0001', '9')], [reservation('2', '0001', 'ours'), reservation('3', '0001', 'theirs')], text => text === 'ours')[0].reserved).toBe('3')
  })

  test('lay a reservation without a place on the one with the most that is free', () => {
    const places = figuresOf([level('0001', '5'), level('0002', '4')], [reservation('3', '0001'), reservation('2', null)], () => false)
    expect(places.map(({ reserved }) => reserved)).toEqual(['3', '2'])
  })

  test('show what is reserved where nothing lies', () => {
    expect(figuresOf([], [reservation('2', '0007')], () => false)).toMatchObject([{ storageLocation: '0007', unrestricted: '0', reserved: '2' }])
  })
})

describe('the earliest date from a place', () => {
  const FRIDAY = Date.parse('2026-11-20T10:00:00Z')
  const place: PlaceSupply = { available: '1', inTransit: '0', inTransitAt: null, onOrder: '0', onOrderDate: null, deliveryHours: 12, deliveryDays: null, goodsReceiptDays: 0 }
  const at = (changes: Partial<PlaceSupply>, quantity = 1) => earliestFrom({ ...place, ...changes }, quantity, FRIDAY)
  const iso = (found: ReturnType<typeof at>) => found && [new Date(found.at).toISOString(), found.source]

  test('is its way to the site when it lies there, and now from the van of who comes', () => {
    expect(iso(at({}))).toEqual(['2026-11-20T22:00:00.000Z', 'stock'])
    expect(iso(at({ deliveryHours: 0 }))).toEqual(['2026-11-20T10:00:00.000Z', 'stock'])
  })

  test('counts what is on its way once the last of it has come', () => {
    expect(iso(at({ inTransit: '1', inTransitAt: Date.parse('2026-11-21T06:00:00Z') }, 2))).toEqual(['2026-11-21T18:00:00.000Z', 'transit'])
    expect(at({ inTransit: '1', inTransitAt: null }, 2)).toBeUndefined()
  })

  test('counts what is on order from the supplier\'s day, with working days of goods receipt over a weekend', () => {
    expect(iso(at({ onOrder: '1', onOrderDate: '2026-11-27', goodsReceiptDays: 1 }, 2))).toEqual(['2026-12-01T00:00:00.000Z', 'order'])
  })

  test('never lies in the past when a supplier is late', () => {
    expect(at({ onOrder: '1', onOrderDate: '2026-11-01' }, 2)!.at).toBeGreaterThanOrEqual(FRIDAY)
  })

  test('is that of a new purchase when nothing else covers the quantity, and unknown without a lead time', () => {
    expect(iso(at({ deliveryDays: 14, goodsReceiptDays: 1 }, 2))).toEqual(['2026-12-08T00:00:00.000Z', 'purchase'])
    expect(at({}, 2)).toBeUndefined()
  })

  test('waits for the hours in which goods are taken in', () => {
    const days = { ...ANY_DAYS, next: (instant: number) => Math.max(instant, Date.parse('2026-11-23T07:00:00Z')) }
    expect(earliestFrom(place, 1, FRIDAY, days)!.at).toBe(Date.parse('2026-11-23T07:00:00Z'))
  })
})

describe('what is on order', () => {
  const item = (changes: Partial<RequestedItem>): RequestedItem => ({
    requisition: '1', item: '00010', material: 'A', plant: '1010', storageLocation: '0001', quantity: '5', ordered: '5', delivered: '0', purchaseOrder: '45', supplier: null,
    expectedOn: '2026-12-01', isDeleted: false, isClosed: false, reference: null, ...changes
  })

  test('is what has not been delivered, with the first day on which something free comes', () => {
    const found = onOrderOf([item({ delivered: '2' }), item({ requisition: '2', expectedOn: '2026-11-25', quantity: '1' }), item({ isDeleted: true }), item({ delivered: '5' })],
      ({ requisition }) => requisition === '2', () => undefined)
    expect(found).toEqual([{ plant: '1010', storageLocation: '0001', onOrder: '4', onOrderPromised: '1', onOrderDate: '2026-12-01' }])
  })

  test('without a storage location goes to the first place of its plant', () => {
    expect(onOrderOf([item({ storageLocation: null })], () => false, () => '0009')).toMatchObject([{ storageLocation: '0009' }])
    expect(onOrderOf([item({ storageLocation: null })], () => false, () => undefined)).toEqual([])
  })
})

describe('how a plant gets a part', () => {
  const record = (changes: Partial<InfoRecord>): InfoRecord => ({
    number: '1', supplier: 'S1', supplierMaterial: null, isRegularSupplier: false, plant: null, purchasingGroup: null, deliveryDays: 9, price: '100', per: '10', priceUnit: 'EA', currency: 'EUR', ...changes
  })

  test('is told by its own terms, then by the regular supplier, then by the quickest', () => {
    expect(recordFor('1010', [record({ supplier: 'A' }), record({ supplier: 'B', plant: '1010' })])!.supplier).toBe('B')
    expect(recordFor('1010', [record({ supplier: 'A', deliveryDays: 1 }), record({ supplier: 'B', isRegularSupplier: true })])!.supplier).toBe('B')
    expect(recordFor('1010', [record({ supplier: 'A' }), record({ supplier: 'B', deliveryDays: 3 }), record({ supplier: 'C', plant: '1110', deliveryDays: 1 })])!.supplier).toBe('B')
    expect(recordFor('1010', [])).toBeUndefined()
  })

  test('has price and value of one unit, and the days that the supplier says before those of planning', () => {
    const planning = { plant: '1010', safetyStock: '2', reorderPoint: '0', deliveryDays: 30, goodsReceiptDays: 1, successor: null, discontinuedFrom: null, value: '50', per: '100', currency: 'EUR' }
    expect(supplyOf(planning, record({}))).toMatchObject({ deliveryDays: 9, goodsReceiptDays: 1, price: '10', value: '0.5' })
    expect(supplyOf(planning, undefined)).toMatchObject({ deliveryDays: 30, price: null, supplier: null })
  })
})
