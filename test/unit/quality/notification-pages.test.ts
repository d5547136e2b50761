import { answersIn, inputsOf, OPEN, questionsFor } from '../../../app/quality/webapp/ext/deciding/questions'
import { notificationRow, type Notification } from '../../../app/work-orders/webapp/ext/quality/words'

describe('the questions before a decision for an authority', () => {
  const questions = ['death', 'seriousInjury', 'fdaRequest'].map(code => ({ code, name: `${code}?` }))

  test('are those that its rules look at, in their order; all where the rules look at none', () => {
    const conditions = ['{"seriousInjury":"yes"}', null, '{"death":["yes","unknown"]}']
    expect(questionsFor(questions, conditions).map(({ code }) => code)).toEqual(['death', 'seriousInjury'])
    expect(questionsFor(questions, [])).toEqual(questions)
  })

  test('show what is known, and send only what was answered', () => {
    const known = answersIn('{"death":"no","seriousInjury":"unknown","country":"DE"}')
    expect(known).toEqual({ death: 'no' })
    expect(answersIn(null)).toEqual({})
    expect(inputsOf(questions.map(question => ({ ...question, answer: known[question.code] ?? OPEN })))).toBe('{"death":"no"}')
  })
})

describe('a quality notification on its order', () => {
  const words = { text: (key: string, ...values: (string | number)[]) => [key, ...values].join(' '), instant: (iso: string) => iso.slice(0, 10) }
  const notification: Notification = {
    ID: 'one', number: 'QN-000001', shortText: 'Sensor reads nothing', createdAt: '2026-11-22T08:00:00Z', type: { name: 'Complaint' }, status: { name: 'Completed', criticality: 3 }, rule: { name: 'Early failure' }
  }

  test('says which rule proposed it, and leads to its page', () => {
    expect(notificationRow(notification, words)).toMatchObject({
      rule: 'quality.rule Early failure', raised: 'quality.raised 2026-11-22', state: 'Success', href: '#QualityNotification-manage&/QualityNotifications(ID=one,IsActiveEntity=true)'
    })
    expect(notificationRow({ ...notification, rule: null, status: { name: 'Outstanding', criticality: 5 } }, words)).toMatchObject({ rule: '', state: 'None' })
  })
})
