import fc from 'fast-check'
import { categorize, priorityOf, shortTextOf, withoutContact } from '../../srv/work-orders/triage'

const rule = (keyword: string, faultCategory_code: string | null, more: object = {}) => ({ keyword, faultCategory_code, ...more })

describe('the words of a symptom', () => {
  const rules = [rule('leak', 'LEAK'), rule('hyd', 'HYDRAULIC', { weight: 2 }), rule('arm', 'MECHANICAL'), rule('alarm', 'ALARM'),
    rule('漏油', 'LEAK'), rule('patient', null, { patientImpact_code: 'possible' }), rule('burn', 'ELECTRICAL', { patientImpact_code: 'harm' })]

  test.each([
    ['Leaking at the boom', 'LEAK', 'none'],
    ['LEAKING HYD. HOSE', 'HYDRAULIC', 'none'],
    ['alarm sounds', 'ALARM', 'none'],
    ['挖掘机漏油', 'LEAK', 'none'],
    ['patient was connected, alarm', 'ALARM', 'possible'],
    ['patient has a burn', 'ELECTRICAL', 'harm'],
    ['nothing known', null, 'none'],
    ['', null, 'none']
  ])('“%s” is %s with patient impact %s', (symptom, faultCategory_code, patientImpact_code) => {
    expect(categorize(symptom, rules)).toEqual({ faultCategory_code, patientImpact_code })
  })

  test('a keyword matches at the beginning of a word only', () => {
    expect(categorize('the alarm', [rule('arm', 'MECHANICAL')]).faultCategory_code).toBeNull()
    expect(categorize('(arm) broken', [rule('arm', 'MECHANICAL')]).faultCategory_code).toBe('MECHANICAL')
  })

  test('typographic apostrophes and full-width letters are the same words', () => {
    expect(categorize('WON’T start', [rule("won't start", 'ENGINE')]).faultCategory_code).toBe('ENGINE')
    expect(categorize('Ａ／Ｃ broken', [rule('a/c', 'COOLING')]).faultCategory_code).toBe('COOLING')
  })

  test('the order of the rules never matters', () => {
    fc.assert(fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), shuffled => {
      expect(categorize('leaking hyd arm, patient', shuffled)).toEqual(categorize('leaking hyd arm, patient', rules))
    }))
  })
})

test('the priority is that of the rule which fits all three', () => {
  const rules = [{ urgency_code: 'H', importance_code: 'A', patientImpact_code: 'none', priority_code: '2' }]
  expect(priorityOf('H', 'A', 'none', rules)).toBe('2')
  expect(priorityOf('H', 'B', 'none', rules)).toBeUndefined()
})

describe('the short text', () => {
  test.each([
    ['  Pump stands still  ', 'Pump stands still'],
    ['Line one\nline two', 'Line one'],
    [`${'word '.repeat(30)}`, `${'word '.repeat(15)}word`.trim() + '…']
  ])('of %j', (symptom, short) => expect(shortTextOf(symptom)).toBe(short))

  test.each([
    ['Greta Vogel says it hums, call Mrs. Vogel at +49 711 (555)', ['Greta Vogel', null, '+49 711 (555)'], '… says it hums, call Mrs. … at …'],
    ['The birdcage hums', ['Bird', undefined], 'The birdcage hums'],
    ['王芳报告设备有噪音', ['王芳'], '…报告设备有噪音'],
    ['It hums', [], 'It hums']
  ])('of %j does not say who called', (symptom, contact, short) => expect(shortTextOf(withoutContact(symptom, contact))).toBe(short))

  test('never exceeds its field and never ends in blanks', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 300 }), symptom => {
      const short = shortTextOf(symptom)
      expect(short.length).toBeLessThanOrEqual(80)
      expect(short).toBe(short.trim())
    }))
  })
})
