import { hostValue } from '../../../srv/finance/costs/posted-values'
import type { PostedValue } from '../../../srv/host-erp/reading'

const value = (amount: string, debitCredit: 'S' | 'H', changes: Partial<PostedValue> = {}): PostedValue => ({
  item: '1', material: 'SP-1', plant: '1010', batch: null, quantity: '1', unit: 'EA', amount, currency: 'EUR', debitCredit, reservation: null, reservationItem: null, isCancelled: false, reverses: null,
  postingDate: '2026-11-22', ...changes
})

describe('what the host has booked for a part', () => {
  test('is what left stock less what came back', () => {
    const values = new Map([['1/2026', [value('30.00', 'H')]], ['2/2026', [value('9.99', 'S')]]])
    expect(hostValue([{ kind: 'Issued', document: '1/2026' }, { kind: 'Returned', document: '2/2026' }], 'SP-1', values)).toEqual({ amount: '20.01', currency: 'EUR', document: '2/2026' })
  })

  test('is not known before all its documents are there', () => {
    expect(hostValue([{ kind: 'Issued', document: '1/2026' }, { kind: 'Returned', document: null }], 'SP-1', new Map([['1/2026', [value('30.00', 'H')]]]))).toBeUndefined()
  })

  test('leaves out other materials and what the host has taken back itself', () => {
    const values = new Map([['1/2026', [value('30.00', 'H'), value('5', 'H', { material: 'SP-2' }), value('7', 'H', { isCancelled: true }), value('7', 'S', { reverses: '1/2026' })]]])
    expect(hostValue([{ kind: 'Issued', document: '1/2026' }], 'SP-1', values)?.amount).toBe('30')
  })
})
