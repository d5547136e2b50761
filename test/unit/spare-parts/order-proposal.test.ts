import { forecastDemand } from '../../../srv/spare-parts/demand/forecast'
import { proposeOrder } from '../../../srv/spare-parts/demand/order-proposal'
import { stockLevels, type SupplyTerms } from '../../../srv/spare-parts/demand/stock-levels'

const terms: SupplyTerms = { leadTimeDays: 20, reviewDays: 7, serviceLevel: 0.95, coverMonths: 3 }
/** Four pieces a month, always. */
const steady = Array.from({ length: 36 }, () => 4)
const nothing = { available: 0, onOrder: 0 }
const proposed = (history: number[], position = nothing, changes: Partial<SupplyTerms> = {}) => {
  const forecast = forecastDemand(history)
  const supply = { ...terms, ...changes }
  const levels = stockLevels(forecast, history, supply)
  return { levels, ...proposeOrder(forecast, levels, position, supply) }
}
const keys = ({ reasons }: { reasons: { key: string }[] }) => reasons.map(({ key }) => key)

test('demand without surprises needs no safety stock: the reorder point is what lead time and review take', () => {
  expect(proposed(steady).levels).toEqual({ months: 1, expectedDemand: 4, safetyStock: 0, reorderPoint: 4, orderQuantity: 12, isHistoryShort: false })
  expect(proposed(steady, nothing, { leadTimeDays: 60 }).levels).toMatchObject({ months: 3, reorderPoint: 12 })
})

test('surprises are covered by the error that was as large as the service level asks', () => {
  // One month in ten asks for ten pieces, the others for none: at 95 % a month of ten has to be there, at 50 % not.
  const spiky = Array.from({ length: 120 }, (_, month) => (month % 10 === 0 ? 10 : 0))
  expect(proposed(spiky).levels.reorderPoint).toBeGreaterThanOrEqual(10)
  expect(proposed(spiky, nothing, { serviceLevel: 0.5 }).levels.reorderPoint).toBeLessThan(3)
})

test('what is there and on its way is not ordered again', () => {
  expect(proposed(steady)).toMatchObject({ quantity: 16 })
  expect(proposed(steady, { available: 1, onOrder: 2 })).toMatchObject({ quantity: 13 })
  const enough = proposed(steady, { available: 1, onOrder: 3 })
  expect(enough.quantity).toBe(0)
  expect(keys(enough)).toContain('PART_STOCK_SUFFICES')
})

test('stock that was given away twice is ordered too', () => {
  expect(proposed(steady, { available: -3, onOrder: 0 })).toMatchObject({ quantity: 19 })
})

test('minimum lot and rounding raise the order, and say so', () => {
  const lot = proposed(steady, nothing, { minimumLot: 50 })
  expect(lot.quantity).toBe(50)
  expect(lot.reasons.at(-1)).toEqual({ key: 'PART_MINIMUM_LOT', args: [50] })
  const box = proposed(steady, nothing, { rounding: 10 })
  expect(box.quantity).toBe(20)
  expect(box.reasons.at(-1)).toEqual({ key: 'PART_ROUNDING', args: [10] })
})

test('the maximum stock cuts the order, in whole boxes', () => {
  const cut = proposed(steady, { available: 2, onOrder: 0 }, { maximumStock: 11, rounding: 4 })
  expect(cut.quantity).toBe(8)
  expect(cut.reasons.at(-1)).toEqual({ key: 'PART_MAXIMUM_STOCK', args: [11] })
  expect(proposed(steady, { available: 2, onOrder: 0 }, { maximumStock: 1 }).quantity).toBe(0)
})

test('pieces come whole, metres don’t', () => {
  const uneven = Array.from({ length: 36 }, (_, month) => [1, 2, 2][month % 3])
  expect(Number.isInteger(proposed(uneven).quantity)).toBe(true)
  expect(proposed(uneven, nothing, { isDivisible: true }).quantity).not.toBe(proposed(uneven).quantity)
})

test('a part that nobody asks for is not ordered', () => {
  const idle = proposed([])
  expect(idle).toMatchObject({ quantity: 0, levels: { reorderPoint: 0, orderQuantity: 0, isHistoryShort: false } })
  expect(keys(idle)).toContain('PART_DEMAND_NONE')
})

test('a short history and a doubtful forecast are told', () => {
  expect(keys(proposed([1, 0, 2]))).toContain('PART_HISTORY_SHORT')
  const growing = Array.from({ length: 40 }, (_, month) => month)
  expect(keys(proposed(growing))).toContain('PART_FORECAST_DOUBTFUL')
})

test('each fact of a proposal has its figures', () => {
  expect(proposed(steady).reasons).toEqual([
    { key: 'PART_DEMAND_FORECAST_tsb', args: [4] }, { key: 'PART_LEAD_TIME', args: [20, 1, 4] }, { key: 'PART_SAFETY_STOCK', args: [95, 0] },
    { key: 'PART_STOCK_POSITION', args: [0, 0, 4] }
  ])
})
