import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { costAmount } from '../../srv/work-orders/cost'

test.each([
  ['1.5', '33.33', 2, '50.00'],
  ['3', '0.335', 2, '1.01'],
  ['1', '1.005', 2, '1.01'],
  ['1', '-1.005', 2, '-1.01'],
  ['3', '33.5', 0, '101'],
  ['3', '0.3335', 3, '1.001'],
  ['0', '99', 2, '0.00']
])('%s × %s with %i decimals is %s', (quantity, rate, decimals, amount) => expect(costAmount(quantity, rate, decimals)).toBe(amount))

test('an amount waits for quantity and rate', () => {
  expect(costAmount(null, '1')).toBeNull()
  expect(costAmount('1', undefined)).toBeNull()
})

test('an amount is never further from the product than half a minor unit', () => {
  const decimal = (max: number) => fc.integer({ min: -max, max }).map(n => new Decimal(n).div(1000).toString())
  fc.assert(fc.property(decimal(10_000_000), decimal(100_000_000), fc.constantFrom(0, 2, 3), (quantity, rate, decimals) => {
    const error = new Decimal(costAmount(quantity, rate, decimals)!).minus(new Decimal(quantity).times(rate)).abs()
    expect(error.lte(new Decimal(10).pow(-decimals).div(2))).toBe(true)
  }))
})
