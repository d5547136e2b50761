import { alertOf, partAlertOf, RULES, type NeedFacts } from '../../../srv/spare-parts/alerts/alert-of'
import { expectedOf, type Expected } from '../../../srv/spare-parts/expectations/expected'
import { deliveryDay, wishedDay } from '../../../srv/spare-parts/requisitions/dates'
import { statusOf } from '../../../srv/spare-parts/requisitions/status'
import type { RequestedItem } from '../../../srv/host-erp/reading'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const HOUR = 3_600_000, DAY = 24 * HOUR

describe('the alert of a need', () => {
  const held: NeedFacts = {
    open: 0, claimed: 1, picked: 0, inHand: 0, neededAt: NOW + 10 * DAY, expectedAt: NOW + DAY, expiresAt: null, refusal: null, isWaitingForApproval: false, isMoving: false, purchases: [],
    orderStatus: 'Assigned', movedAt: NOW
  }
  const open: NeedFacts = { ...held, open: 1, claimed: 0, expectedAt: null }
  const bought = { ...open, expectedAt: NOW + 5 * DAY, purchases: [{ state: 'Ordered', expectedOn: '2026-11-27' }] }

  test.each<[string, NeedFacts, string | null, number]>([
    ['is green while its pieces are held in time', held, 'held', 3],
    ['is green while they are on their way in time', { ...held, isMoving: true }, 'onItsWay', 3],
    ['is green while they are bought in time', bought, 'onItsWay', 3],
    ['is nothing while the need lies far ahead', open, null, 0],
    ['is yellow when the need is near and nobody holds a piece', { ...open, neededAt: NOW + 2 * DAY }, 'neededSoon', 2],
    ['is red when it is needed now', { ...open, neededAt: NOW + HOUR }, 'needsPart', 1],
    ['is red when the host refused it', { ...open, refusal: 'Material is locked' }, 'refused', 1],
    ['is red when the host refused the purchase', { ...open, purchases: [{ state: 'Refused', expectedOn: null }] }, 'refused', 1],
    ['is red when it comes after it is needed', { ...bought, neededAt: NOW + DAY }, 'lateExpected', 1],
    ['is red when the supplier\'s date has passed', { ...bought, purchases: [{ state: 'Ordered', expectedOn: '2026-11-21' }] }, 'supplierLate', 1],
    ['is not red on the supplier\'s day itself', { ...bought, purchases: [{ state: 'Ordered', expectedOn: '2026-11-22' }] }, 'onItsWay', 3],
    ['is yellow while a substitute waits for approval', { ...open, neededAt: NOW + HOUR, isWaitingForApproval: true }, 'waitsApproval', 2],
    ['is yellow when the claim ends before it is needed', { ...held, expiresAt: NOW + DAY }, 'claimEnds', 2],
    ['is green when all that is held lies ready, whenever the claim ends', { ...held, picked: 1, expiresAt: NOW + DAY }, 'held', 3],
    ['is red when pieces are in hand after completion', { ...held, claimed: 0, inHand: 1, orderStatus: 'Completed' }, 'inHandAtEnd', 1],
    ['is yellow when they lie in somebody\'s hands for long', { ...held, claimed: 0, inHand: 1, movedAt: NOW - 8 * DAY }, 'waitingReturn', 2],
    ['is over when all are settled', { ...held, claimed: 0 }, null, 0]
  ])('%s', (_, need, rule, level) => expect(alertOf(need, NOW)).toEqual({ rule, level }))

  test('tells red rules before yellow before green ones', () => {
    expect(RULES.map(({ level }) => level)).toEqual([...RULES].map(({ level }) => level).sort())
  })
})

describe('the alert of a part', () => {
  test('is red when fewer are free than orders wait for, yellow below the safety stock', () => {
    expect(partAlertOf({ available: 0, open: 1, safetyStock: null })).toEqual({ rule: 'stockOut', level: 1 })
    expect(partAlertOf({ available: 1, open: 1, safetyStock: 2 })).toEqual({ rule: 'belowSafety', level: 2 })
    expect(partAlertOf({ available: 2, open: 0, safetyStock: 2 })).toBeUndefined()
  })
})

describe('the date of a need', () => {
  const need: Expected = { open: 0, claimed: 1, issued: 0, claimedAt: NOW, deliveryHours: 12, purchases: [], goodsReceiptDays: 0 }

  test('is the way from where its pieces lie, or from where they are brought to', () => {
    expect(expectedOf(need, NOW)).toEqual({ at: NOW + 12 * HOUR, source: 'stock' })
    expect(expectedOf({ ...need, transferAt: NOW + DAY }, NOW)).toEqual({ at: NOW + 36 * HOUR, source: 'transfer' })
    expect(expectedOf({ ...need, transferAt: null }, NOW)).toBeUndefined()
  })

  test('is that of the last piece bought that it takes', () => {
    const purchases = [{ quantity: 1, expectedOn: '2026-12-04' }, { quantity: 2, expectedOn: '2026-11-27' }]
    expect(new Date(expectedOf({ ...need, claimed: 0, open: 2, purchases }, NOW)!.at).toISOString()).toBe('2026-11-28T00:00:00.000Z')
    expect(new Date(expectedOf({ ...need, claimed: 0, open: 3, purchases, goodsReceiptDays: 1 }, NOW)!.at).toISOString()).toBe('2026-12-08T00:00:00.000Z')
  })

  test('is unknown while a piece is neither held nor bought', () => {
    expect(expectedOf({ ...need, open: 1 }, NOW)).toBeUndefined()
    expect(expectedOf({ ...need, claimed: 0, open: 1, purchases: [{ quantity: 1, expectedOn: null }] }, NOW)).toBeUndefined()
  })
})

describe('a requisition', () => {
  const known = { state_code: 'InPurchase', quantity: '2.000', expectedOn: '2026-12-01', purchaseOrder: null }
  const item = (changes: Partial<RequestedItem> = {}): RequestedItem => ({
    requisition: '1', item: '00010', material: 'A', plant: '1010', storageLocation: '0001', quantity: '2', ordered: '0', delivered: '0', purchaseOrder: null, supplier: null,
    expectedOn: '2026-12-01', isDeleted: false, isClosed: false, reference: null, ...changes
  })

  test('is ordered with a purchase order, delivered with all of its pieces, cancelled without any item', () => {
    expect(statusOf(known, [item()])).toBeUndefined()
    expect(statusOf(known, [item({ purchaseOrder: '45', expectedOn: '2026-12-24' })])).toEqual({ state_code: 'Ordered', purchaseOrder: '45', expectedOn: '2026-12-24' })
    expect(statusOf({ ...known, state_code: 'Ordered', purchaseOrder: '45' }, [item({ purchaseOrder: '45', delivered: '1' })])).toBeUndefined()
    expect(statusOf({ ...known, state_code: 'Ordered', purchaseOrder: '45' }, [item({ purchaseOrder: '45', delivered: '2', isClosed: true })])).toEqual({ state_code: 'Delivered' })
    expect(statusOf(known, [item({ isDeleted: true })])).toEqual({ state_code: 'Cancelled' })
    expect(statusOf(known, [item({ isClosed: true })])).toEqual({ state_code: 'Cancelled' })
    expect(statusOf(known, [])).toBeUndefined()
  })

  test('asks for a day that can be kept', () => {
    expect(deliveryDay('2026-11-22', 14)).toBe('2026-12-06')
    expect(deliveryDay('2026-11-22', null)).toBeNull()
    expect(wishedDay('2026-11-22', '2026-11-20', null)).toBe('2026-11-22')
    expect(wishedDay('2026-11-22', '2026-12-24', '2026-12-06')).toBe('2026-12-24')
    expect(wishedDay('2026-11-22', '2026-11-25', '2026-12-06')).toBe('2026-12-06')
  })
})
