import { Decimal } from 'decimal.js'
import { convert } from '../../../srv/finance/rules/exchange'
import { isWhole, splitAmount } from '../../../srv/finance/rules/share-out'
import { seededRandom } from '../../host-erp/wire/random'
import { readTables } from '../tables'

const ROUNDS = Number(process.env.SPLITS ?? 500)
const currencies = readTables().get('sap.common.Currencies')!.rows.map(({ code, minorUnit }) => ({ code, decimals: Number(minorUnit) }))
const sum = (parts: string[]) => Decimal.sum(...parts)

describe('an amount shared out', () => {
  test.each([
    ['100.01', [80, 20], 2, ['80.01', '20.00']],
    ['0.01', [50, 50], 2, ['0.01', '0.00']],
    ['-0.05', [50, 50], 2, ['-0.03', '-0.02']],
    ['100', [33.333, 33.333, 33.334], 2, ['33.33', '33.33', '33.34']],
    ['100', [33.333, 33.333, 33.334], 0, ['33', '33', '34']],
    ['1.001', [80, 20], 3, ['0.801', '0.200']],
    ['1', [80, 20], 0, ['1', '0']],
    ['0', [80, 20], 2, ['0.00', '0.00']],
    ['7.77', [100], 2, ['7.77']],
    ['10', [0, 100], 2, ['0.00', '10.00']],
    // An amount with more decimals than its currency keeps them: nothing is lost.
    ['1.005', [50, 50], 2, ['0.503', '0.502']]
  ])('%s by %j with %i decimals is %j', (amount, percents, decimals, parts) => {
    expect(splitAmount(amount as string, percents as number[], decimals as number)).toEqual(parts)
  })

  test.each([[[]], [[80, 19.999]], [[80, 20.001]], [[120, -20]]])('is refused where the shares %j are no whole', percents => {
    expect(isWhole(percents)).toBe(false)
    expect(() => splitAmount('1', percents, 2)).toThrow(RangeError)
  })

  test(`adds up to the cent in every currency, and no part is off by a unit (${ROUNDS} random ones each)`, () => {
    const random = seededRandom(20261122)
    expect(currencies.map(({ decimals }) => decimals)).toEqual(expect.arrayContaining([0, 2, 3]))
    const wrong: unknown[] = []
    for (const { code, decimals } of currencies) for (let i = 0; i < ROUNDS; i++) {
      const percents = randomPercents(random), unit = new Decimal(10).pow(-decimals)
      const amount = new Decimal(Math.floor((random() - 0.3) * 10 ** Math.ceil(random() * 12))).times(unit)
      const parts = splitAmount(amount.toFixed(), percents, decimals)
      const isNear = (part: string, k: number) => new Decimal(part).minus(amount.times(percents[k]).dividedBy(100)).abs().lessThan(unit)
      const isSameSign = (part: string) => new Decimal(part).isZero() || new Decimal(part).isNegative() === amount.isNegative()
      const isFine = sum(parts).equals(amount) && parts.every((part, k) => isNear(part, k) && isSameSign(part) && new Decimal(part).decimalPlaces() <= decimals)
      if (!isFine) wrong.push([code, amount.toFixed(), percents, parts])
    }
    expect(wrong).toEqual([])
  })

  test('adds up in the company code\'s currency as well, when the total is converted and then shared', () => {
    const random = seededRandom(7)
    for (let i = 0; i < ROUNDS; i++) {
      const percents = randomPercents(random), total = convert((random() * 1e6).toFixed(2), { quoted: (random() * 200 + 0.001).toFixed(6), isInverse: random() < 0.5 }, i % 4)
      expect(sum(splitAmount(total, percents, i % 4)).toFixed(i % 4)).toBe(total)
    }
  })
})

/** One to six shares with at most three decimals. */
function randomPercents(random: () => number): string[] {
  const cuts = Array.from({ length: Math.floor(random() * 6) }, () => Math.floor(random() * 100_001)).sort((a, b) => a - b)
  return [...cuts, 100_000].map((cut, i) => ((cut - (cuts[i - 1] ?? 0)) / 1000).toFixed(3))
}
