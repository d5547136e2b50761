import { predecessorsOf, targetOf } from '../../../srv/service-levels/milestones/template-texts'
import { EXAMPLES, previewOf } from '../../../srv/service-levels/notices/preview'
import { placeholdersOf } from '../../../srv/service-levels/notices/text'
import { readTables, rowsOf } from '../tables'

const names = new Map([['diagnosed', 'Fault Diagnosed'], ['promised', 'Promised Date'], ['tested', 'Tested']])
const say = (key: string, ...args: (string | number)[]) => [key.replace('milestoneTarget.', ''), ...args].join(' ')
const none = { anchor_code: null, minutes: null, dueDay: null, dueTime: null }

test.each([
  [{ anchor_code: 'diagnosed', minutes: 240 }, 'after hours 4 Fault Diagnosed'],
  [{ anchor_code: 'diagnosed', minutes: 90 }, 'after hoursMinutes 1 30 Fault Diagnosed'],
  [{ anchor_code: 'diagnosed', minutes: 45 }, 'after minutes 45 Fault Diagnosed'],
  [{ anchor_code: 'promised', minutes: -120 }, 'before hours 2 Promised Date'],
  [{ anchor_code: 'promised', minutes: 0 }, 'at Promised Date'],
  [{ dueDay: 0, dueTime: '17:00' }, 'sameDay 17:00 0'],
  [{ dueDay: 2, dueTime: '09:30' }, 'onDay 09:30 2'],
  [{ anchor_code: 'diagnosed' }, ''],
  [{ dueDay: 2 }, '']
])('the target %j reads “%s”', (parts, text) => {
  expect(targetOf({ ...none, ...parts }, names, say)).toBe(text)
})

test('what comes before a milestone is named, and a code without a name stands for itself', () => {
  expect(predecessorsOf({ predecessors: 'diagnosed  tested soon' }, names)).toBe('Fault Diagnosed, Tested, soon')
  expect(predecessorsOf({ predecessors: null }, names)).toBe('')
})

test('a preview fills placeholders in the language of the text, and names each that nothing is filled in for once', () => {
  expect(previewOf('{order}: {clock}', '{rule}. {odrer} {odrer} {custmer}', 'zh_CN', 'Asia/Shanghai'))
    .toEqual({ subject: 'WO-000123: 修复', body: '剩余一小时. {odrer} {odrer} {custmer}', unknown: ['odrer', 'custmer'] })
})

describe('the texts that the module brings', () => {
  const templates = rowsOf(readTables(), 'NoticeTemplates')

  test('use no placeholder without an example', () => {
    const used = new Set(templates.flatMap(({ subject, body }) => [...placeholdersOf(subject), ...placeholdersOf(body)]))
    expect([...used].filter(name => !(name in EXAMPLES))).toEqual([])
  })

  test('have names, in languages that have names', () => {
    const [kinds, languages] = ['NoticeKinds', 'NoticeLanguages'].map(list => rowsOf(readTables(), list).map(({ code }) => code))
    expect(templates.filter(({ template, language }) => !kinds.includes(template) || !languages.includes(language))).toEqual([])
  })
})
