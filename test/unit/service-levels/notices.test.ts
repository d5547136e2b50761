import { languageOf } from '../../../srv/service-levels/notices/languages'
import { messageIdOf } from '../../../srv/service-levels/notices/channels'
import { afterQuiet } from '../../../srv/service-levels/notices/quiet-hours'
import { customerOf } from '../../../srv/service-levels/notices/customers'
import { closest, fill, Money, placeholdersOf } from '../../../srv/service-levels/notices/text'
import { readTables, rowsOf } from '../tables'

const templates = rowsOf(readTables(), 'NoticeTemplates')
/** What the product has values for. */
const OF_ORDER = ['order', 'shortText', 'equipment', 'customer', 'site', 'dueAt']
const OF_WARNING = ['clock', 'rule', 'firedAt', 'lateMinutes', 'level', 'person', 'comment']
const KNOWN: Record<string, string[]> = {
  received: [], visit: ['visitAt'], visitMoved: ['visitAt'], waiting: ['reason'], completed: ['completedAt'],
  delay: ['expectedAt'], delayCompensated: ['expectedAt', 'compensation'], delayLead: ['expectedAt', 'risk']
}

describe('texts of notices', () => {
  test('there is each in English, Chinese and German', () => {
    const languages = (template: string) => templates.filter(row => row.template === template).map(row => row.language).sort()
    for (const template of new Set(templates.map(row => row.template))) expect([template, languages(template)]).toEqual([template, ['de', 'en', 'zh_CN']])
  })

  test('they ask only for what is known when they are written, the same in each language', () => {
    const asked = (row: Record<string, string>) => [...new Set(placeholdersOf(row.subject + row.body))].sort().join()
    for (const row of templates) {
      const known = [...OF_ORDER, ...(KNOWN[row.template] ?? OF_WARNING)]
      expect([row.template, placeholdersOf(row.subject + row.body).filter(name => !known.includes(name))]).toEqual([row.template, []])
      expect([row.template, row.language, asked(row)]).toEqual([row.template, row.language, asked(templates.find(each => each.template === row.template && each.language === 'en')!)])
    }
  })

  test.each([['en', 'Mar 9, 2026, 03:00 PM GMT+1'], ['de', '9. März 2026, 15:00 MEZ'], ['zh_CN', '2026年3月9日 GMT+1 15:00']])('an instant is written as in %s, on the clock of the place', (language, text) => {
    expect(fill('{dueAt}', { dueAt: new Date('2026-03-09T14:00:00Z') }, language, 'Europe/Berlin')).toBe(text)
  })

  test.each([['en', 'EUR 1,234.50 + CHF 80.00'], ['de', '1.234,50 EUR + 80,00 CHF'], ['zh_CN', 'EUR 1,234.50 + CHF 80.00']])('money is written as in %s, exact to the last digit', (language, text) => {
    const granted = (...sums: Money[]) => fill('{compensation}', { compensation: sums }, language, 'UTC').replaceAll('\u00a0', ' ')
    expect(granted(new Money('1234.5', 'EUR'), new Money('80', 'CHF'))).toBe(text)
    expect(granted(new Money('90071992547409930.1', 'EUR')).replace(/\D/g, '')).toBe('9007199254740993010')
  })

  test('a name comes in the language of the text, else in English', () => {
    const clock = { en: 'Fix', zh_CN: '修复' }
    expect(['zh_CN', 'de'].map(language => fill('{clock}', { clock }, language, 'UTC'))).toEqual(['修复', 'Fix'])
  })

  test('what nothing is known of stays as it is, what is empty leaves nothing', () => {
    expect(fill('{order} {other} {site}', { order: 'WO-1', site: null }, 'en', 'UTC')).toBe('WO-1 {other}')
  })

  test.each([['zh_CN', 'zh_CN'], ['zh-CN', 'zh_CN'], ['zh', 'zh_CN'], ['de_AT', 'de'], ['sv', 'en'], [null, 'en']])('who reads %s is told in %s', (wanted, language) => {
    expect(closest(wanted, ['en', 'zh_CN', 'de'])).toBe(language)
  })

  test('customers are told in the language of their country where there are texts in it', () => {
    expect(['CN', 'AT', 'SE', null].map(languageOf)).toEqual(['zh_CN', 'de', 'en', 'en'])
  })

  test('a customer is told at the order’s address before the own one, and in the language that is known of the customer', () => {
    const order = { customer_ID: 'C1', contactEmail: 'ward@c.example', customerEmail: 'office@c.example', customerLanguage: 'zh', country: 'DE', timeZone: 'Europe/Berlin', channel_code: 'phone' }
    expect(customerOf(order)).toMatchObject({ email: 'ward@c.example', language: 'zh', timeZone: 'Europe/Berlin', quietFrom: '20:00', quietTo: '07:00' })
    expect(customerOf({ ...order, contactEmail: null, customerLanguage: null })).toMatchObject({ email: 'office@c.example', language: 'de' })
    for (const nobody of [{ contactEmail: null, customerEmail: null }, { channel_code: 'import' }, { customer_ID: null }]) expect(customerOf({ ...order, ...nobody })).toBeUndefined()
  })

  test('a notice has one Message-ID, however often it is sent', () => {
    expect(messageIdOf('4711', 'Service <service@after-sales.example>')).toBe('<4711@after-sales.example>')
  })
})

describe('quiet hours', () => {
  const berlin = { timeZone: 'Europe/Berlin', from: '22:00', to: '06:00' }
  const after = (instant: string, hours = berlin) => new Date(afterQuiet(Date.parse(instant), hours)).toISOString()

  test.each([
    ['in the evening', '2026-03-09T21:30:00Z', '2026-03-10T05:00:00.000Z'], ['by day', '2026-03-09T12:00:00Z', '2026-03-09T12:00:00.000Z'],
    ['when they begin', '2026-03-09T21:00:00Z', '2026-03-10T05:00:00.000Z'], ['when they end', '2026-03-10T05:00:00Z', '2026-03-10T05:00:00.000Z'],
    ['in the night in which clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29T04:00:00.000Z']
  ])('%s', (_, instant, awake) => expect(after(instant)).toBe(awake))

  test('that end before midnight are over in the evening', () => {
    expect(after('2026-03-09T12:30:00Z', { timeZone: 'UTC', from: '12:00', to: '14:00' })).toBe('2026-03-09T14:00:00.000Z')
  })
})
