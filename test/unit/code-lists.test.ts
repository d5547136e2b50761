import { categorize, priorityOf, type FaultRule, type PriorityRule } from '../../srv/work-orders/triage'
import { readTables, rowsOf, type Row } from './tables'

const tables = readTables()
/** Companies are called the same in every language. */
const UNTRANSLATED = ['aftersales.CompanyCodes']
const lists = [...tables.values()].filter(({ entity, columns }) => columns.includes('code') && !columns.includes('locale') && !UNTRANSLATED.includes(entity))
const faultRules = rowsOf(tables, 'FaultRules').map(row => ({ ...row, weight: Number(row.weight) })) as unknown as FaultRule[]
const priorityRules = rowsOf(tables, 'PriorityRules') as unknown as PriorityRule[]

describe('code lists', () => {
  test.each(lists)('$entity has an English and a Chinese name for every code', ({ entity, rows }) => {
    const texts = tables.get(`${entity}.texts`)!
    const keys = texts.columns.slice(0, texts.columns.indexOf('locale'))
    const keyOf = (row: Row) => keys.map(key => row[key]).join('/')
    const chinese = new Map(texts.rows.filter(t => t.locale === 'zh_CN').map(t => [keyOf(t), t.name]))
    expect(rows.filter(row => !row.name).map(keyOf)).toEqual([])
    expect([...chinese.keys()].sort()).toEqual(rows.map(keyOf).sort())
    expect([...chinese.values()].filter(name => !name)).toEqual([])
  })

  test('no counter is shipped with a last number, so that a redeployment cannot turn it back', () => {
    expect(tables.get('aftersales.NumberRanges')!.columns).not.toContain('last')
  })
})

describe('priority rules', () => {
  test('give a priority for every urgency, importance and patient impact', () => {
    const codes = (entity: string) => rowsOf(tables, entity).map(row => row.code)
    for (const urgency of codes('Urgencies'))
      for (const importance of codes('EquipmentImportances'))
        for (const impact of codes('PatientImpacts'))
          expect([urgency, importance, impact, priorityOf(urgency, importance, impact, priorityRules)]).toEqual(
            [urgency, importance, impact, expect.stringMatching(/^[1-4]$/)]
          )
  })

  test('never rank a worse case lower', () => {
    const order = { urgency_code: 'LMH', importance_code: 'CBA', patientImpact_code: ['none', 'possible', 'harm'] }
    const rank = (rule: PriorityRule) => Object.entries(order).map(([field, codes]) => codes.indexOf(rule[field as keyof PriorityRule]))
    for (const milder of priorityRules)
      for (const worse of priorityRules)
        if (rank(worse).every((r, i) => r >= rank(milder)[i]))
          expect([milder, worse, worse.priority_code <= milder.priority_code]).toEqual([milder, worse, true])
  })
})

describe('fault rules', () => {
  test.each([
    ['Emergency room monitor is dead', 'NOPOWER', 'possible'],
    ["ENGINE WON'T START", 'NOPOWER', 'none'],
    ['L/H BUCKET CYL LEAKING.', 'HYDRAULIC', 'none'],
    ['blown hyd hose', 'HYDRAULIC', 'none'],
    ['a/c not working', 'COOLING', 'none'],
    ['SpO2 sensor has no value, patient injured', 'SENSOR', 'harm'],
    ['急诊科监护仪无法开机', 'NOPOWER', 'possible'],
    ['动臂油缸漏油', 'HYDRAULIC', 'none'],
    ['触摸屏花屏', 'DISPLAY', 'none'],
    ['输液泵报警', 'ALARM', 'none'],
    ['please come soon', null, 'none']
  ])('read "%s" as %s with patient impact %s', (symptom, category, impact) => {
    expect(categorize(symptom, faultRules)).toEqual({ faultCategory_code: category, patientImpact_code: impact })
  })

  test('read every symptom of the sample orders as the category and impact that the order has', () => {
    const read = rowsOf(tables, 'WorkOrders').map(({ symptom }) => ({ symptom, ...categorize(symptom, faultRules) }))
    const stored = rowsOf(tables, 'WorkOrders').map(({ symptom, faultCategory_code, patientImpact_code }) => ({
      symptom, faultCategory_code, patientImpact_code
    }))
    expect(read).toEqual(stored)
  })
})
