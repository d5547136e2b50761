import fc from 'fast-check'
import { contradictions, inHandOf, openOf, stateOf, type Pieces } from '../../../srv/spare-parts/claims/states'

const NONE: Pieces = { quantity: 4, claimed: 0, picked: 0, issued: 0, issuing: 0, consumed: 0, returned: 0, scrapped: 0, released: 0 }

describe('the state of a need', () => {
  test.each([
    [{}, false, 'Needed'],
    [{ claimed: 4 }, false, 'Claimed'],
    [{ claimed: 4 }, true, 'Reserved'],
    [{ claimed: 4, picked: 2 }, true, 'Reserved'],
    [{ claimed: 4, picked: 4 }, true, 'Picked'],
    [{ claimed: 1, issued: 3, consumed: 3 }, true, 'Reserved'],
    [{ issued: 4, consumed: 3 }, false, 'Issued'],
    [{ issued: 4, consumed: 1, returned: 2, scrapped: 1 }, false, 'Consumed'],
    [{ issued: 3, returned: 2, scrapped: 1, released: 1 }, false, 'Returned'],
    [{ issued: 1, scrapped: 1, released: 3 }, false, 'Scrapped'],
    [{ released: 4 }, false, 'Released']
  ])('of %j (reserved: %s) is %s', (changes, isReserved, state) => {
    expect(stateOf({ ...NONE, ...changes }, isReserved)).toBe(state)
  })

  test('is settled exactly when no piece is open, held or in hand', () => {
    const part = fc.nat({ max: 5 })
    fc.assert(fc.property(fc.record({ claimed: part, consumed: part, returned: part, scrapped: part, inHand: part, released: part, open: part, isReserved: fc.boolean() }), given => {
      const { claimed, consumed, returned, scrapped, inHand, released, open, isReserved } = given
      const issued = consumed + returned + scrapped + inHand
      const pieces = { ...NONE, claimed, issued, consumed, returned, scrapped, released, quantity: claimed + issued + released + open }
      expect([openOf(pieces), inHandOf(pieces)]).toEqual([open, inHand])
      expect(['Consumed', 'Returned', 'Scrapped', 'Released'].includes(stateOf(pieces, isReserved))).toBe(open + claimed + inHand === 0)
    }))
  })
})

describe('counters that contradict each other are found', () => {
  test.each([
    [{ claimed: -1 }, 'claimed is -1'], [{ claimed: 3, issued: 2 }, 'open is -1'], [{ issued: 1, consumed: 1, scrapped: 1, quantity: 1 }, 'inHand is -1'],
    [{ claimed: 4, picked: 5 }, '5 picked of 4 claimed'], [{ issued: 4, issuing: 5 }, '5 on the way of 4 issued'], [{ claimed: 2 }, 'open beside held or settled pieces']
  ])('%j: %s', (changes, problem) => {
    expect(contradictions({ ...NONE, ...changes })).toContain(problem)
  })

  test('in none of what a need goes through', () => {
    for (const changes of [{}, { claimed: 4 }, { claimed: 1, issued: 3, issuing: 2, consumed: 1 }, { issued: 4, returned: 4 }, { released: 4 }]) expect(contradictions({ ...NONE, ...changes })).toEqual([])
  })
})
