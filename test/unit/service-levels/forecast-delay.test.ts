import { delayNews, type Outlook } from '../../../srv/service-levels/forecast/delay'
import { forecastSettings } from '../../../srv/service-levels/forecast/settings'

const HOUR = 3_600_000
const [due, received] = [100 * HOUR, 0]
/** Instants in hours. */
const told = (hours: Partial<Outlook>) => {
  const { risk = 60, ...instants } = { now: 60, receivedAt: received, dueAt: 100, expectedAt: 110, ...hours }
  const { customer, lead } = delayNews({ risk, ...Object.fromEntries(Object.entries(instants).map(([name, value]) => [name, value! * HOUR])) } as unknown as Outlook, forecastSettings())
  return [customer && 'customer', lead && 'lead'].filter(Boolean).join(' and ')
}

test.each([
  ['a delay that is known two days ahead', {}, 'customer and lead'],
  ['a delay that is known earlier waits: there is time to prevent it', { now: 51 }, ''],
  ['a day and the allowance for quiet hours before the due date', { now: 52 }, 'customer and lead'],
  ['a delay that becomes known later is told at once', { now: 99 }, 'customer and lead'],
  ['what is overdue is told as such, not as a delay', { now: 101 }, ''],
  ['what should be done in time, though it may not', { expectedAt: 100, risk: 50 }, ''],
  ['in time more likely than not, with a risk that the lead should know', { expectedAt: 99, risk: 70 }, 'lead'],
  ['an order that has just come in: somebody has to plan it first', { now: 60, receivedAt: 59.5 }, ''],
  ['an hour after the receipt', { now: 60, receivedAt: 59 }, 'customer and lead'],
  ['the same again', { toldExpectedAt: 110, toldLeadFor: 100 }, ''],
  ['a day later than was told', { toldExpectedAt: 86, toldLeadFor: 100 }, ''],
  ['more than a day later than was told', { toldExpectedAt: 85, toldLeadFor: 100 }, 'customer and lead'],
  ['more than a day later, after the due date', { now: 105, expectedAt: 140, toldExpectedAt: 110, toldLeadFor: 100 }, 'customer and lead'],
  ['the date that was told, for another due date', { toldExpectedAt: 110, toldLeadFor: 90 }, 'lead']
])('%s', (_, hours, who) => expect(told(hours)).toBe(who))

test('the lead time is a setting', () => {
  const outlook = { now: 0, receivedAt: -10 * HOUR, dueAt: due, expectedAt: due + HOUR, risk: 60 }
  expect([24, 76].map(leadHours => delayNews(outlook, { ...forecastSettings(), leadHours }).customer)).toEqual([false, true])
})
