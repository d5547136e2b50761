import fc from 'fast-check'
import { CLOCK_KINDS, movementOf, movementsOf, movesClocks, type ClockKind, type Step } from '../../../srv/service-levels/order-clocks'
import { readTables, rowsOf } from '../tables'

const REPAIR: Step[] = ['Created', 'Released', 'Assigned', 'Started', 'Completed', 'Accepted', 'Closed'].map(event => ({ event }))
const path = (kind: ClockKind, steps: Step[], pauses: string[] = []) => movementsOf(kind, steps, pauses).map(({ movement, step }) => `${movement} by ${step.event}`)

describe('a clock', () => {
  test.each([
    ['response', 'Assigned'], ['arrival', 'Started'], ['restore', 'Completed'], ['fix', 'Completed'], ['completion', 'Accepted']
  ] as const)('of %s stops when the order is %s', (kind, event) => {
    expect(path(kind, REPAIR)).toEqual([`stopped by ${event}`])
  })

  test('waits for the reasons that were agreed, and for no others', () => {
    const hold = (reason: string): Step[] => [{ event: 'Held', reason }, { event: 'Resumed' }]
    expect(path('fix', hold('CUSTOMER'), ['ACCESS', 'CUSTOMER'])).toEqual(['paused by Held', 'resumed by Resumed'])
    expect(path('fix', hold('PART'), ['ACCESS', 'CUSTOMER'])).toEqual([])
    expect(path('fix', hold('CUSTOMER'))).toEqual([])
  })

  test('of fix and completion runs again when the order is reopened; who had responded and arrived has', () => {
    const reopened = [...REPAIR.slice(0, 6), { event: 'Reopened' }]
    expect(CLOCK_KINDS.filter(kind => path(kind, reopened).at(-1) === 'resumed by Reopened')).toEqual(['fix', 'completion'])
    expect(path('completion', [...REPAIR.slice(0, 5), { event: 'Reopened' }])).toEqual([])
  })

  test('stops with a cancelled order, also while it waits', () => {
    for (const kind of CLOCK_KINDS) expect(path(kind, [{ event: 'Cancelled' }])).toEqual(['stopped by Cancelled'])
    expect(path('fix', [{ event: 'Held', reason: 'ACCESS' }, { event: 'Cancelled' }], ['ACCESS'])).toEqual(['paused by Held', 'stopped by Cancelled'])
  })

  test('that has stopped is moved by nothing but a reopening', () => {
    for (const kind of CLOCK_KINDS)
      for (const event of ['Assigned', 'Started', 'Held', 'Resumed', 'Completed', 'Accepted', 'Cancelled', 'Unassigned'])
        expect(movementOf(kind, 'stopped', { event, reason: 'ACCESS' }, ['ACCESS'])).toBeUndefined()
  })

  test('is never moved to where it is already, whatever happens to the order', () => {
    const events = rowsOf(readTables(), 'EventTypes').map(row => row.code)
    const step = fc.record({ event: fc.constantFrom(...events), reason: fc.constantFrom('CUSTOMER', 'PART', undefined) })
    fc.assert(fc.property(fc.constantFrom(...CLOCK_KINDS), fc.array(step), (kind, steps) => {
      const movements = movementsOf(kind, steps, ['CUSTOMER']).map(({ movement }) => movement)
      movements.forEach((movement, i) => {
        const allowed = { paused: ['resumed', 'stopped'], resumed: ['paused', 'stopped'], stopped: ['resumed'] }[movements[i - 1] ?? 'resumed'] as string[]
        expect(allowed).toContain(movement)
      })
    }))
  })
})

test('steps that move no clock are known as such', () => {
  const moving = rowsOf(readTables(), 'EventTypes').map(row => row.code).filter(movesClocks)
  expect(moving.sort()).toEqual(['Accepted', 'Assigned', 'Cancelled', 'Completed', 'Held', 'Reopened', 'Resumed', 'Started'])
})
