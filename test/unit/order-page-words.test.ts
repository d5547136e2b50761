import { stepsOf, type Milestone } from '../../app/work-orders/webapp/ext/milestones/steps'
import { noticeRow, type Notice } from '../../app/work-orders/webapp/ext/notices/words'
import { shipmentRow, type Shipment } from '../../app/work-orders/webapp/ext/shipments/words'

const at = (time: string, day = 9) => `2026-03-${String(day).padStart(2, '0')}T${time}:00.000Z`
const language = { text: (key: string, ...figures: unknown[]) => [key, ...figures].join(' '), instant: (iso: string) => iso.slice(8, 16) }

describe('the milestones of an order', () => {
  const milestone = (changes: Partial<Milestone>): Milestone => ({
    ID: 'm', stage: 1, plannedAt: at('10:00'), dueAt: at('10:00'), forecastAt: null, doneAt: null, isLate: false, lateMinutes: null,
    evidenceText: null, evidenceReference: null, hasEvidence: false, evidence: null,
    kind: { name: 'Parts ready' }, status: { code: 'open', name: 'Open' }, ownerRole: { code: 'PartsPlanner', name: 'Parts Planner' }, ...changes
  })

  test('stand out when they are late, and say which may run at the same time', () => {
    const steps = stepsOf([
      milestone({ status: { code: 'done', name: 'Reached' }, doneAt: at('09:00'), lateMinutes: -60 }),
      milestone({ stage: 2, isLate: true, forecastAt: at('12:00') }), milestone({ stage: 2 })
    ], language, {})
    expect(steps.map(({ state, parallel, reached }) => [state, parallel, reached])).toEqual([
      ['Success', false, 'milestones.reached 09T09:00'], ['Error', true, 'milestones.expected 09T12:00'], ['Information', true, '']
    ])
  })
  const offered = (changes: Partial<Milestone>, may: object) => {
    const { mayConfirm, maySkip, mayRetarget, mayWithdraw } = stepsOf([milestone(changes)], language, may)[0]
    return [mayConfirm && 'confirm', maySkip && 'skip', mayRetarget && 'retarget', mayWithdraw && 'withdraw'].filter(Boolean)
  }
  const waiting = { status: { code: 'waiting', name: 'Waiting' } } as const
  const done = { status: { code: 'done', name: 'Reached' }, doneAt: at('09:00') } as const

  test('are offered for confirmation to their owner, and all that can be done with them to who steers them', () => {
    expect(offered({}, { roles: ['PartsPlanner'] })).toEqual(['confirm'])
    expect(offered({}, { roles: ['Technician'] })).toEqual([])
    expect(offered({}, { maySteerMilestones: true })).toEqual(['confirm', 'skip', 'retarget'])
    expect(offered(waiting, { maySteerMilestones: true })).toEqual(['skip', 'retarget'])
    expect(offered(done, { maySteerMilestones: true })).toEqual(['withdraw'])
  })

  test('ask again for evidence that a step of the order left out', () => {
    const photo = { ...done, evidence: { code: 'photo', name: 'Photo' } }
    expect(offered(photo, { roles: ['PartsPlanner'] })).toEqual(['confirm'])
    expect(offered({ ...photo, hasEvidence: true }, { roles: ['PartsPlanner'] })).toEqual([])
    expect(stepsOf([milestone(photo)], language, {})[0]).toMatchObject({ asked: 'milestones.evidenceMissing Photo', askedState: 'Warning' })
  })
})

describe('a shipment', () => {
  const row = (changes: Partial<Shipment>, mayShip = true) => shipmentRow({
    ID: 's', carrier: 'Ocean Air', number: 'OA-1', content: null, firstEstimatedAt: at('08:00'), estimatedAt: at('08:00'), deliveredAt: null,
    leg: { name: 'Last Leg' }, status: { name: 'On the Way', criticality: 5, isFinal: false }, milestone: null, ...changes
  }, language, mayShip)

  test('says what was expected first only where it comes later than that', () => {
    expect(row({})).toMatchObject({ whenLabel: 'shipments.expected', when: '09T08:00', slipped: '', state: 'Information' })
    expect(row({ estimatedAt: at('08:00', 11) })).toMatchObject({ when: '11T08:00', slipped: 'shipments.slipped 09T08:00' })
    expect(row({ estimatedAt: at('08:00', 8) }).slipped).toBe('')
    expect(row({ deliveredAt: at('07:00', 12) })).toMatchObject({ whenLabel: 'shipments.delivered', when: '12T07:00', slipped: 'shipments.slipped 09T08:00' })
  })

  test('can be reported on by those who may, until nothing more will come', () => {
    expect(row({}).mayReport).toBe(true)
    expect(row({}, false).mayReport).toBe(false)
    expect(row({ status: { name: 'Delivered', criticality: 3, isFinal: true } }).mayReport).toBe(false)
  })
})

describe('a notice', () => {
  const row = (changes: Partial<Notice>) => noticeRow({
    recipient: 'lead@example.com', subject: 'WO-1', body: 'Overdue', createdAt: at('08:00'), sendAfter: null, sentAt: null, readAt: null, attempts: 0, error: null,
    person: { name: 'Nora Lindqvist' }, channel: { name: 'E-Mail' }, state: { code: 'Pending', name: 'Pending', criticality: 2 }, ...changes
  }, language)

  test('says to whom it went and when, or when it is tried next', () => {
    expect(row({ state: { code: 'Sent', name: 'Sent', criticality: 3 }, sentAt: at('08:05'), readAt: at('09:00') }))
      .toMatchObject({ to: 'Nora Lindqvist (lead@example.com)', at: 'notices.sent 09T08:05', read: 'notices.read 09T09:00', next: '', stateColour: 'Success' })
    expect(row({ sendAfter: at('08:10'), attempts: 2, error: 'Greeting never received' }))
      .toMatchObject({ at: 'notices.written 09T08:00', next: 'notices.next 09T08:10 2', error: 'Greeting never received' })
  })

  test('tells why it failed, and forgets what went wrong before it was sent', () => {
    expect(row({ state: { code: 'Failed', name: 'Failed', criticality: 1 }, error: 'No such mailbox' })).toMatchObject({ error: 'No such mailbox', stateColour: 'Error' })
    expect(row({ state: { code: 'Sent', name: 'Sent', criticality: 3 }, sentAt: at('08:05'), error: 'Greeting never received' }).error).toBe('')
  })
})
