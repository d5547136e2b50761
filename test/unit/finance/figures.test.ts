import { figuresOf, type Plan, type Sums } from '../../../app/repair-costs/webapp/ext/figures/figures'

const SUMS: Sums = { currency: 'EUR', cost: '1000.00', warranty: '250', recovered: '50', orders: 3 }
const PLAN: Plan = { planned: '800', actual: '840' }
const figures = (sums: Partial<Sums> = {}, plan: Partial<Plan> = {}) => figuresOf({ ...SUMS, ...sums }, { ...PLAN, ...plan })

describe('key figures of repair costs', () => {
  test('are the cost of a repair, what warranty bears, what suppliers gave back of that, and what was planned', () => {
    expect(figures()).toEqual({ currency: 'EUR', cost: '1000.00', perRepair: '333.333', warrantyShare: 25, recoveryRate: 20, ofPlan: 105, judgement: 'Success' })
  })

  test.each([['876', 'Success'], ['881', 'Warning'], ['1001', 'Error']])('judge an actual cost of %s where 800 were planned as %s', (actual, judgement) => {
    expect(figures({}, { actual }).judgement).toBe(judgement)
  })

  test('say nothing where there is nothing to divide by, or where two currencies met', () => {
    expect(figures({ cost: null, warranty: null, recovered: null, orders: 4 }, { planned: '0', actual: null })).toEqual({
      currency: 'EUR', cost: null, perRepair: null, warrantyShare: null, recoveryRate: null, ofPlan: null, judgement: 'None'
    })
    expect(figures({ orders: 0 }).perRepair).toBeNull()
  })

  test('round the share of a repair half up, in credits as well', () => {
    expect([figures({ cost: '0.001', orders: 2 }).perRepair, figures({ cost: '-10', orders: 4 }).perRepair, figures({ cost: '-0.5', orders: 1 }).perRepair]).toEqual(['0.001', '-2.500', '-0.500'])
  })
})
