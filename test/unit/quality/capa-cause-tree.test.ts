import fc from 'fast-check'
import { branchOf, type Cause, chainOf, DEEPEST, gapOf, heightOf, isBelowItself, isTooDeep, placed } from '../../../srv/quality/capa/cause-tree'

const cause = (ID: string, parent_ID: string | null = null, more: Partial<Cause> = {}): Cause => ({ ID, parent_ID, position: 1, answer: `Why ${ID}`, evidence: 'Seen', isRootCause: false, isRuledOut: false, ...more })
const TREE = [cause('a'), cause('a1', 'a', { position: 1 }), cause('a2', 'a', { position: 2 }), cause('a11', 'a1'), cause('b', null, { position: 2 })]

describe('the cause tree', () => {
  test('knows the chain to the top and the branch below', () => {
    expect(chainOf('a11', TREE).map(({ ID }) => ID)).toEqual(['a11', 'a1', 'a'])
    expect(branchOf('a', TREE).map(({ ID }) => ID).sort()).toEqual(['a', 'a1', 'a11', 'a2'])
    expect([heightOf('a', TREE), heightOf('a2', TREE)]).toEqual([3, 1])
  })

  test('lets nothing stand below itself', () => {
    expect([isBelowItself('a', 'a11', TREE), isBelowItself('a', 'a', TREE), isBelowItself('a', 'b', TREE), isBelowItself('a', null, TREE)]).toEqual([true, true, false, false])
  })

  test('is no deeper than it may be', () => {
    const line = Array.from({ length: DEEPEST }, (_, i) => cause(String(i), i ? String(i - 1) : null))
    expect([isTooDeep(1, String(DEEPEST - 1), line), isTooDeep(1, String(DEEPEST - 2), line), isTooDeep(DEEPEST, null, line)]).toEqual([true, false, false])
  })

  test.each([
    ['answer', { answer: ' ' }],
    ['evidence', { evidence: null }],
    ['ruledOut', { isRuledOut: true }]
  ])('says where the %s is missing on the way up', (gap, lack) => {
    const tree = TREE.map(each => (each.ID === 'a1' ? { ...each, ...lack } : each))
    expect(gapOf('a11', tree)).toMatchObject({ gap, cause: { ID: 'a1' } })
    expect(gapOf('a2', tree)).toBeUndefined()
  })

  test('puts an answer in its place among those beside it, each place taken once', () => {
    expect(placed('b', [cause('a', null, { position: 1 }), cause('b', null, { position: 2 })], 1)).toEqual([{ ID: 'b', position: 1 }, { ID: 'a', position: 2 }])
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(7), fc.option(fc.integer({ min: -3, max: 12 })), (count, moved, position) => {
      const siblings = Array.from({ length: count }, (_, i) => cause(String(i), null, { position: i + 1 }))
      const ID = String(moved % count)
      const changed = new Map(placed(ID, siblings, position).map(each => [each.ID, each.position]))
      const after = siblings.map(each => changed.get(each.ID) ?? each.position)
      expect([...after].sort((a, b) => a - b)).toEqual(siblings.map((_, i) => i + 1))
      expect(after[Number(ID)]).toBe(position && position > 0 ? Math.min(position, count) : position ? 1 : count)
    }))
  })

  test('never loops on rows that go round in a circle', () => {
    const circle = [cause('a', 'b'), cause('b', 'a')]
    expect(chainOf('a', circle)).toHaveLength(2)
    expect(branchOf('a', circle)).toHaveLength(2)
  })
})
