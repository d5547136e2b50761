import { followersOf, movementsOf, reachedWith, type ChainMilestone } from '../../../srv/service-levels/milestones/order-steps'
import { stateOf } from '../../../srv/service-levels/milestones/shipment-state'
import { faultIn, templateFor, type TemplateMilestone } from '../../../srv/service-levels/milestones/templates'

const milestone = (kind: string, predecessors: string[] = [], more: Partial<ChainMilestone> = {}): ChainMilestone => ({ kind, predecessors, status: 'waiting', ...more })
const chain = (done: string[] = []) => [
  milestone('dispatched', [], { orderEvent: 'Assigned' }), milestone('inspected', ['dispatched'], { orderEvent: 'Started' }),
  milestone('ordered', ['inspected'], { evidence: 'reference' }), milestone('parts', ['ordered']), milestone('site', ['inspected']),
  milestone('completed', ['parts', 'site'], { orderEvent: 'Completed' }), milestone('accepted', ['completed'], { orderEvent: 'Accepted' })
].map(each => (done.includes(each.kind) ? { ...each, status: 'done' as const } : each))
const moves = (event: string, done: string[] = []) => movementsOf(chain(done), event).map(({ kind, movement }) => `${kind} ${movement}`)

test.each([
  ['Assigned', [], ['dispatched done']],
  ['Started', ['dispatched'], ['inspected done']],
  ['Completed', ['dispatched', 'inspected'], ['parts implied', 'site implied', 'completed done']],
  ['Completed', ['dispatched', 'inspected', 'ordered', 'parts', 'site', 'completed'], []],
  ['Unassigned', ['dispatched'], ['dispatched reopened']],
  ['Reopened', ['dispatched', 'inspected', 'ordered', 'parts', 'site', 'completed', 'accepted'], ['dispatched reopened', 'inspected reopened', 'completed reopened', 'accepted reopened']],
  ['Cancelled', ['dispatched', 'inspected'], ['ordered skipped', 'parts skipped', 'site skipped', 'completed skipped', 'accepted skipped']],
  ['NoteAdded', ['dispatched'], []]
])('%s after %j moves %j', (event, done, moved) => {
  expect(moves(event, done)).toEqual(moved)
})

test('what a shipment has reached brings with it what asks for no evidence', () => {
  expect(reachedWith(chain(['dispatched']), ['parts']).map(({ kind, movement }) => `${kind} ${movement}`)).toEqual(['inspected implied', 'parts done'])
})

test('a milestone that is withdrawn takes those along that followed it', () => {
  expect(followersOf(chain(['dispatched', 'inspected', 'ordered', 'parts']), 'inspected')).toEqual(['ordered', 'parts'])
})

describe('the template of an order', () => {
  const all = [{ number: 'A' }, { number: 'B', deviceClass: 'CON' }, { number: 'C', orderType: 'SM01' }, { number: 'D', deviceClass: 'CON', executionMode: 'onsite' }, { number: 'E', deviceClass: 'IND', validFrom: '2026-05-01' }, { number: 'F', deviceClass: 'APP', validTo: '2026-01-31' }]
  test.each([
    [{}, 'A'], [{ deviceClass: 'CON' }, 'B'], [{ deviceClass: 'CON', executionMode: 'onsite' }, 'D'], [{ deviceClass: 'CON', executionMode: 'onsite', orderType: 'SM01' }, 'C'],
    [{ deviceClass: 'IND' }, 'A'], [{ deviceClass: 'APP' }, 'A']
  ])('of kind %j is %s', (order, number) => {
    expect(templateFor(all, order, '2026-03-06')?.number).toBe(number)
  })
  test('is none where nothing fits', () => {
    expect(templateFor(all.slice(1), {}, '2026-03-06')).toBeUndefined()
  })
})

describe('a template', () => {
  const step = (kind: string, more: Partial<TemplateMilestone> = {}): TemplateMilestone => ({ kind, predecessors: [], anchor: 'received', minutes: 60, ...more })
  const dates = ['received', 'released', 'promised']
  test.each<[string, TemplateMilestone[], object | undefined]>([
    ['a chain', [step('a'), step('b', { predecessors: ['a'], anchor: 'a' }), step('c', { anchor: null, minutes: null, dueDay: 2, dueTime: '08:00' })], undefined],
    ['before the promise', [step('a', { anchor: 'promised', minutes: -60 })], undefined],
    ['twice the same', [step('a'), step('a')], { index: 1, code: 'MILESTONE_TWICE' }],
    ['a date of the order', [step('released')], { code: 'MILESTONE_KIND_IS_DATE' }],
    ['an anchor elsewhere', [step('a', { anchor: 'x' })], { code: 'MILESTONE_NOT_IN_CHAIN', kind: 'x', field: 'anchor' }],
    ['two targets', [step('a', { dueDay: 1, dueTime: '08:00' })], { code: 'MILESTONE_TARGET_INCOMPLETE' }],
    ['a day without a time', [step('a', { anchor: null, minutes: null, dueDay: 1 })], { code: 'MILESTONE_TARGET_INCOMPLETE' }],
    ['a circle of anchors', [step('a', { anchor: 'b' }), step('b', { anchor: 'a' })], { code: 'MILESTONE_CYCLE' }],
    ['a circle of both', [step('a', { anchor: 'b' }), step('b', { predecessors: ['a'] })], { code: 'MILESTONE_CYCLE' }]
  ])('with %s has the fault %#', (_, milestones, fault) => {
    if (fault) expect(faultIn(milestones, dates)).toMatchObject(fault)
    else expect(faultIn(milestones, dates)).toBeUndefined()
  })
})

describe('a shipment', () => {
  const told = (...events: [at: number, status: string | null, estimatedAt?: number][]) => stateOf(events.map(([at, status, estimatedAt], i) => ({ sequence: i + 1, at, status, estimatedAt })))
  test('is where its last event has left it, in whatever order events were told', () => {
    expect(told([1, 'announced', 10], [5, 'delivered'], [3, 'delayed', 20])).toEqual({ status: 'delivered', firstEstimatedAt: 10, estimatedAt: 20, deliveredAt: 5 })
  })
  test('keeps its status when only the estimate changes', () => {
    expect(told([1, 'announced', 10], [2, 'inTransit'], [3, null, 12])).toMatchObject({ status: 'inTransit', firstEstimatedAt: 10, estimatedAt: 12, deliveredAt: undefined })
  })
})
