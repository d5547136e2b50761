import { learnUsual } from '../../../srv/spare-parts/usual-parts/learning'
import { proposeParts, type Component, type Usual } from '../../../srv/spare-parts/usual-parts/proposing'

const use = (workOrder_ID: string, part_ID: string, pieces: number) => ({ workOrder_ID, part_ID, pieces })

test('a part is usual by the share of repairs that used it, and its quantity is that of most of them', () => {
  const sensors = [use('1', 'sensor', 1), use('2', 'sensor', 1), use('3', 'sensor', 1), use('4', 'sensor', 9)]
  const learnt = learnUsual(10, [...sensors, use('1', 'seal', 2), use('2', 'seal', 4)])
  expect(learnt).toEqual([
    { part_ID: 'sensor', repairs: 10, repairsWithPart: 4, pieces: 12, share: 40, quantity: 1 },
    { part_ID: 'seal', repairs: 10, repairsWithPart: 2, pieces: 6, share: 20, quantity: 4 }
  ])
})

test('what was taken along and not used counts for nothing', () => {
  expect(learnUsual(3, [use('1', 'sensor', 0)])).toEqual([])
  expect(learnUsual(0, [])).toEqual([])
})

const usual = (part_ID: string, share: number, more: Partial<Usual> = {}): Usual =>
  ({ part_ID, quantity: 1, repairs: 20, repairsWithPart: share / 5, share, isManual: false, ...more })
const component = (part_ID: string, position: string, more: Partial<Component> = {}): Component =>
  ({ part_ID, quantity: 1, position, isSparePart: true, alternativeGroup: null, priority: null, ...more })
const order = (...args: Parameters<typeof proposeParts>) => proposeParts(...args).map(({ part_ID, isProposed }) => `${part_ID}${isProposed ? '!' : ''}`)

test('usual parts are proposed from their share on, and what a person has set in any case', () => {
  const parts = [usual('rare', 20), usual('often', 25), usual('once', 50, { repairsWithPart: 1 }), usual('set', 0, { isManual: true })]
  expect(order(parts, [], new Map(), 25)).toEqual(['often!', 'set!', 'once', 'rare'])
})

test('the rest of the bill of material follows by use, position and priority of alternatives', () => {
  const bom = [
    component('b', '0020'), component('a2', '0010', { alternativeGroup: '01', priority: 2 }), component('a1', '0010', { alternativeGroup: '01', priority: 1 }),
    component('used', '0090'), component('housing', '0001', { isSparePart: false })
  ]
  expect(order([], bom, new Map([['used', 3]]), 25)).toEqual(['used', 'a1', 'a2', 'b'])
})

test('a usual part stands once, with its place in the bill of material and its own quantity', () => {
  const bom = [component('sensor', '0010', { quantity: 1 }), component('sensor', '0040')]
  const [only, ...others] = proposeParts([usual('sensor', 50, { quantity: 2 })], bom, new Map([['sensor', 10]]), 25)
  expect([only, others]).toEqual([expect.objectContaining({ origin_code: 'usual', position: '0010', quantity: 2, uses: 10 }), []])
})
