import { bonusesFor, penaltiesFor, standbyFor, type Term } from '../../../srv/service-levels/terms'

const term = (changes: Partial<Term> = {}): Term => ({ kind_code: 'penalty', clock_code: 'fix', unitMinutes: 60, amount: '250', maximum: '2500', currency_code: 'EUR', ...changes })
const euros = (amount: string) => [{ amount, currency: 'EUR' }]

describe('a penalty of 250 EUR for each hour that has begun, at most 2,500 EUR', () => {
  test.each([
    ['nothing when in time', 0, []], ['nothing when early', -30, []],
    ['an hour from its first minute on', 1, euros('250')], ['the very hour', 60, euros('250')], ['a minute more is another hour', 61, euros('500')],
    ['the maximum at ten hours', 600, euros('2500')], ['and not more after it', 601, euros('2500')], ['nor after a year', 525_600, euros('2500')]
  ])('%s', (_, late, granted) => expect(penaltiesFor([term()], 'fix', late)).toEqual(granted))
})

describe('terms', () => {
  test.each([
    ['without a maximum go on', term({ maximum: null }), 6000, euros('25000')],
    ['without a unit are one amount', term({ unitMinutes: null }), 6000, euros('250')],
    ['count exactly where numbers would not', term({ amount: '0.1', maximum: null }), 180, euros('0.3')],
    ['keep all digits that were agreed', term({ amount: '1234567890.123', maximum: null }), 120, euros('2469135780.246')],
    ['whose maximum is less than one unit give that', term({ maximum: '100' }), 5, euros('100')],
    ['without an amount give nothing', term({ amount: null }), 60, []],
    ['of a day count days', term({ unitMinutes: 1440, amount: '2000', maximum: '20000' }), 1441, euros('4000')],
    ['for all clocks count for the fix', term({ clock_code: null }), 60, euros('250')],
    ['of another clock don’t', term({ clock_code: 'response' }), 60, []],
    ['of another kind don’t', term({ kind_code: 'bonus' }), 60, []]
  ])('%s', (_, each, late, granted) => expect(penaltiesFor([each], 'fix', late)).toEqual(granted))

  test('of one currency are summed after their maximums, those of others stand beside them', () => {
    const terms = [term(), term({ unitMinutes: null, amount: '99.99', maximum: null }), term({ amount: '7', maximum: null, currency_code: 'CHF' })]
    expect(penaltiesFor(terms, 'fix', 700)).toEqual([{ amount: '2599.99', currency: 'EUR' }, { amount: '84', currency: 'CHF' }])
  })

  test('grant a bonus for time saved, and stand-by for time on call whatever the clock', () => {
    const terms = [term({ kind_code: 'bonus', amount: '100', maximum: '800' }), term({ kind_code: 'standby', clock_code: null, unitMinutes: 1440, amount: '480', maximum: null })]
    expect(bonusesFor(terms, 'fix', 121)).toEqual(euros('300'))
    expect(bonusesFor(terms, 'fix', 0)).toEqual([])
    expect(standbyFor(terms, 3 * 1440)).toEqual(euros('1440'))
  })
})
