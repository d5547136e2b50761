import { activityRate, type ActivityRate } from '../../../srv/finance/rules/activity-rates'
import { convert, exchangeRate, type RateOfDay } from '../../../srv/finance/rules/exchange'
import { dayAfter, fiscalPeriod, fiscalPeriodOf, FISCAL_YEAR_VARIANTS, nextPeriod } from '../../../srv/finance/rules/fiscal-period'
import { periodKey, postingPeriodOf } from '../../../srv/finance/rules/posting-periods'

describe('fiscal periods', () => {
  test.each([
    ['K4', '2026-11-20', 2026, 11], ['K4', '2026-01-01', 2026, 1], ['V3', '2026-03-31', 2025, 12], ['V3', '2026-04-01', 2026, 1], ['V6', '2026-06-30', 2025, 12], ['V6', '2026-07-01', 2026, 1],
    ['V9', '2026-09-30', 2026, 12], ['V9', '2026-10-01', 2027, 1], ['unknown', '2026-11-20', 2026, 11]
  ])('of %s: %s lies in %i/%i', (variant, day, year, period) => {
    expect(fiscalPeriodOf(day, variant)).toMatchObject({ year, period })
  })

  test.each(FISCAL_YEAR_VARIANTS)('of %s follow each other day by day without a gap, and are found by their number', variant => {
    let period = fiscalPeriodOf('2023-01-01', variant)
    for (let i = 0; i < 60; i++) {
      expect(fiscalPeriodOf(period.firstDay, variant)).toEqual(period)
      expect(fiscalPeriodOf(period.lastDay, variant)).toEqual(period)
      expect(fiscalPeriod(period.year, period.period, variant)).toEqual(period)
      const next = nextPeriod(period, variant)
      expect(next.firstDay).toBe(dayAfter(period.lastDay))
      period = next
    }
  })

  test('in February end on its last day', () => {
    expect(fiscalPeriod(2027, 11, 'V3').lastDay).toBe('2028-02-29')
    expect(fiscalPeriod(2026, 2).lastDay).toBe('2026-02-28')
  })

  test('that are closed name the next open one', () => {
    const closed = new Set([[2026, 11], [2026, 12], [2027, 1]].map(([year, period]) => periodKey('1010', { year, period })))
    expect(postingPeriodOf('2026-11-20', '1010', 'K4', closed)).toMatchObject({ year: 2026, period: 11, isOpen: false, nextOpen: { year: 2027, period: 2, firstDay: '2027-02-01' } })
    expect(postingPeriodOf('2026-10-20', '1010', 'K4', closed)).toMatchObject({ isOpen: true, nextOpen: { period: 10 } })
    expect(postingPeriodOf('2026-11-20', '1110', 'K4', closed).isOpen).toBe(true)
  })
})

describe('exchange rates', () => {
  const rate = (fromCurrency: string, toCurrency: string, validFrom: string, value: string): RateOfDay => ({ fromCurrency, toCurrency, validFrom, rate: value })
  const rates = [rate('EUR', 'JPY', '2026-01-01', '183'), rate('EUR', 'JPY', '2026-07-01', '181.5'), rate('USD', 'JPY', '2026-01-01', '156.4'), rate('JPY', 'USD', '2026-06-01', '0.0064'), rate('KWD', 'GBP', '2026-01-01', '2.42')]

  test('hold from their day until the next one', () => {
    expect(exchangeRate(rates, 'EUR', 'JPY', '2026-06-30')).toEqual({ rate: '183', date: '2026-01-01', quoted: '183', isInverse: false })
    expect(exchangeRate(rates, 'EUR', 'JPY', '2026-07-01')).toMatchObject({ rate: '181.5', date: '2026-07-01' })
    expect(exchangeRate(rates, 'EUR', 'JPY', '2025-12-31')).toBeUndefined()
    expect(exchangeRate(rates, 'EUR', 'CHF', '2026-07-01')).toBeUndefined()
    expect(exchangeRate([], 'EUR', 'EUR', '2026-07-01')).toEqual({ rate: '1', date: '2026-07-01', quoted: '1', isInverse: false })
  })

  test('count the other way round where only that way is known, without losing digits', () => {
    const found = exchangeRate(rates, 'JPY', 'EUR', '2026-08-01')!
    expect(found).toEqual({ rate: '0.005509642', date: '2026-07-01', quoted: '181.5', isInverse: true })
    // By the rounded rate it would be 5509642.00.
    expect(convert('1000000000', found, 2)).toBe('5509641.87')
    expect(exchangeRate(rates, 'JPY', 'USD', '2026-05-01')).toMatchObject({ isInverse: true, quoted: '156.4' })
    expect(exchangeRate(rates, 'JPY', 'USD', '2026-06-01')).toMatchObject({ isInverse: false, quoted: '0.0064' })
  })

  test('of zero are none', () => {
    expect(exchangeRate([rate('EUR', 'USD', '2026-01-01', '0')], 'USD', 'EUR', '2026-02-01')).toBeUndefined()
  })

  test.each([['1.005', '1', 2, '1.01'], ['-1.005', '1', 2, '-1.01'], ['10.50', '1', 0, '11'], ['0.4', '1', 0, '0'], ['1', '2.4205', 3, '2.421'], ['12.34', '181.5', 0, '2240']])('convert %s at %s to %i decimals: %s', (amount, quoted, decimals, found) => {
    expect(convert(amount, { quoted, isInverse: false }, decimals)).toBe(found)
  })
})

describe('activity rates', () => {
  const rate = (ID: string, more: Partial<ActivityRate> = {}): ActivityRate =>
    ({ ID, companyCode: '1010', costCenter: null, activityType: 'SERV01', validFrom: '2026-01-01', validTo: null, rate: '78', unit: 'H', currency: 'EUR', ...more })
  const asked = { companyCode: '1010', costCenter: 'CC', activityType: 'SERV01', day: '2026-11-20' }
  const found = (rates: ActivityRate[], more: object = {}) => activityRate(rates, { ...asked, ...more })?.ID

  test('of the cost centre go before those of the company code, later ones before earlier ones', () => {
    expect(found([rate('general'), rate('own', { costCenter: 'CC', validFrom: '2020-01-01' }), rate('foreign', { costCenter: 'CX' })])).toBe('own')
    expect(found([rate('first'), rate('second', { validFrom: '2026-06-01' }), rate('future', { validFrom: '2027-01-01' })])).toBe('second')
    expect(found([rate('foreign', { costCenter: 'CX' })])).toBeUndefined()
    expect(found([rate('general'), rate('own', { costCenter: 'CC' })], { costCenter: null })).toBe('general')
  })

  test('hold on their first and last day, for their company code, activity and unit', () => {
    const one = [rate('it', { validFrom: '2026-11-20', validTo: '2026-11-20' })]
    expect(['2026-11-19', '2026-11-20', '2026-11-21'].map(day => found(one, { day }))).toEqual([undefined, 'it', undefined])
    expect([found(one, { companyCode: '1110' }), found(one, { activityType: 'SERV02' }), found(one, { unit: 'MIN' }), found(one, { unit: 'H' })]).toEqual([undefined, undefined, undefined, 'it'])
  })
})
