import fc from 'fast-check'
import { backTest } from '../../../srv/spare-parts/demand/back-test'
import { forecastDemand } from '../../../srv/spare-parts/demand/forecast'
import { METHODS, forecastsOf } from '../../../srv/spare-parts/demand/methods'
import { stockLevels } from '../../../srv/spare-parts/demand/stock-levels'

const rareDemand = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) }), { maxLength: 60 })
const terms = { leadTimeDays: 40, reviewDays: 7, serviceLevel: 0.95, coverMonths: 3 }
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

test('demand in other units is forecast the same, in these units', () => {
  fc.assert(fc.property(rareDemand, fc.constantFrom(0.001, 0.5, 3, 1000), (demand, factor) => {
    const [plain, scaled] = [forecastDemand(demand), forecastDemand(demand.map(quantity => quantity * factor))]
    expect(scaled.method).toBe(plain.method)
    expect(close(scaled.monthly, plain.monthly * factor)).toBe(true)
    if (plain.scaledError === null) expect(scaled.scaledError).toBeNull()
    else expect(close(scaled.scaledError!, plain.scaledError)).toBe(true)
  }), { numRuns: 300 })
})

test('no method knows the future: what comes later changes no earlier forecast', () => {
  fc.assert(fc.property(rareDemand, rareDemand, (past, future) => {
    for (const method of METHODS) expect(Array.from(forecastsOf(method, [...past, ...future]).slice(0, past.length))).toEqual(Array.from(forecastsOf(method, past)))
  }), { numRuns: 200 })
})

test('a forecast lies between nothing and the largest month', () => {
  fc.assert(fc.property(rareDemand, demand => {
    const most = Math.max(0, ...demand)
    for (const method of METHODS) {
      for (const forecast of forecastsOf(method, demand)) {
        expect(forecast).toBeGreaterThanOrEqual(0)
        expect(forecast).toBeLessThanOrEqual(most + 1e-9)
      }
    }
  }), { numRuns: 200 })
})

test('the same history has the same answer, and is left as it was', () => {
  fc.assert(fc.property(rareDemand, demand => {
    const copy = Object.freeze([...demand])
    expect(backTest(copy)).toEqual(backTest(demand))
    expect(forecastDemand(copy).monthly).toBe(forecastDemand(demand).monthly)
  }), { numRuns: 100 })
})

test('a higher service level never needs less stock', () => {
  const levels = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
  fc.assert(fc.property(rareDemand, demand => {
    const forecast = forecastDemand(demand)
    const points = levels.map(serviceLevel => stockLevels(forecast, demand, { ...terms, serviceLevel }).reorderPoint)
    expect(points).toEqual([...points].sort((a, b) => a - b))
  }), { numRuns: 200 })
})
