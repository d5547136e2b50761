import fs from 'node:fs'
import path from 'node:path'
import { factsOf } from '../../app/host-erp/webapp/ext/request/facts'

describe('a request to the host, as people read it', () => {
  test('shows what holds for the document beside a table of its items, quantities with their units at the end', () => {
    const request = {
      costObject: { costCenter: '10101301' }, postingDate: '2026-11-20',
      items: [
        { quantity: '2', unit: 'EA', material: 'SP-1004', reservation: { item: '1' }, serialNumbers: ['S-1', 'S-2'] },
        { quantity: '1.5', unit: 'M', material: 'SP-1001', batch: 'B7' }
      ]
    }
    expect(factsOf(JSON.stringify(request))).toEqual({
      facts: [{ name: 'costObject.costCenter', value: '10101301' }, { name: 'postingDate', value: '2026-11-20' }],
      columns: ['material', 'reservation.item', 'serialNumbers', 'batch', 'quantity'],
      rows: [
        [{ name: 'material', value: 'SP-1004' }, { name: 'reservation.item', value: '1' }, { name: 'serialNumbers', value: 'S-1, S-2' }, undefined,
          { name: 'quantity', value: '2', unit: 'EA' }],
        [{ name: 'material', value: 'SP-1001' }, undefined, undefined, { name: 'batch', value: 'B7' }, { name: 'quantity', value: '1.5', unit: 'M' }]
      ]
    })
  })

  test('shows the lines of a journal entry with their currencies, and a coded defect with its causes in one line', () => {
    const entry = factsOf(JSON.stringify({ companyCode: '1010', lines: [{ account: '400000', debitCredit: 'S', amount: '20.50', currency: 'EUR' }] }))!
    expect(entry.columns).toEqual(['account', 'debitCredit', 'amount'])
    expect(entry.rows[0].at(-1)).toEqual({ name: 'amount', value: '20.50', unit: 'EUR' })
    const notification = factsOf(JSON.stringify({ type: 'Q1', items: [{ defect: { codeGroup: 'QM-E', code: '4' }, causes: [{ text: 'Seal', cause: { codeGroup: 'QM-C', code: '2' } }] }] }))!
    expect(notification.rows).toEqual([[{ name: 'defect', value: 'QM-E 4' }, { name: 'causes', value: 'Seal QM-C 2' }]])
  })

  test('leaves out what nobody filled, and says false and 0', () => {
    expect(factsOf('{"document":"","note":null,"final":false,"count":0}'))
      .toEqual({ facts: [{ name: 'final', value: 'false' }, { name: 'count', value: '0' }], columns: [], rows: [] })
  })

  test.each([null, undefined, '', '{"cut o', '[]', '"text"'])('that is %p is nothing to show', payload => {
    expect(factsOf(payload)).toBeUndefined()
  })

  test('has the same names in English and Chinese', () => {
    const [english, chinese] = ['i18n.properties', 'i18n_zh_CN.properties'].map(file =>
      [...fs.readFileSync(path.resolve(__dirname, '../../app/host-erp/webapp/i18n', file), 'utf8').matchAll(/^(\w[\w.]*)=/gm)].map(([, key]) => key))
    expect(chinese).toEqual(english)
  })
})
