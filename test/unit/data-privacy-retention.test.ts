import fs from 'node:fs'
import path from 'node:path'
import { monthsAfter, termsOf, type Rule } from '../../srv/data-privacy/retention'

const rule = (ID: string, changes: Partial<Rule>): Rule =>
  ({ ID, orderType_code: null, deviceClass_code: null, country: null, companyCode: null, reference_code: 'ended', residenceMonths: 12, retentionMonths: 24, ...changes })

test('without a rule that fits nothing ends', () => {
  expect(termsOf({ ended: '2020-01-15', country: 'FR' }, [rule('a', { country: 'DE' })])).toBeUndefined()
})

test('duties add up: the longest residence and the longest retention count', () => {
  const rules = [rule('all', {}), rule('medical', { deviceClass_code: 'MD-IIb', residenceMonths: 24, retentionMonths: 120 })]
  expect(termsOf({ ended: '2020-01-15', deviceClass: 'IND' }, rules)).toEqual({ purposeEnd: '2021-01-15', eraseOn: '2023-01-15', rule: 'all' })
  expect(termsOf({ ended: '2020-01-15', deviceClass: 'MD-IIb' }, rules)).toEqual({ purposeEnd: '2022-01-15', eraseOn: '2032-01-15', rule: 'medical' })
})

test('months count from the end of the year where the law says so, and end on a day that there is', () => {
  expect(termsOf({ ended: '2020-03-01' }, [rule('tax', { reference_code: 'yearEnd', residenceMonths: 0, retentionMonths: 72 })])).toMatchObject({ purposeEnd: '2020-12-31', eraseOn: '2026-12-31' })
  expect([monthsAfter('2020-01-31', 1), monthsAfter('2021-01-31', 1), monthsAfter('2020-12-31', 2)]).toEqual(['2020-02-29', '2021-02-28', '2021-02-28'])
})

test('the table of fields and roles says what the model says', () => {
  const read = (file: string) => fs.readFileSync(path.join(__dirname, '../..', file), 'utf8')
  const table = [...read('docs/data-privacy.md').matchAll(/^\| `(\w+)`: ([\w, ]+) \| (.*) \|$/gm)].flatMap(([, entity, elements, cells]) => elements.split(', ').map(element => [`${entity}.${element}`, cells.split(' | ').filter(cell => cell === 'yes').length]))
  const model = [...read('db/personal-need.cds').matchAll(/annotate \w+\.(\w+) with \{(.*?)\n\}/gs)].flatMap(([, entity, body]) => [...body.matchAll(/(\w+)\s+@aftersales\.need: \[(.*?)\]/g)].map(([, element, roles]) => [`${entity}.${element}`, roles.split(',').length]))
  expect(table.sort()).toEqual(model.sort())
})
