import type { QualityObject } from '../../../srv/host-erp/reading'
import { askedFor, differencesOf } from '../../../srv/quality/host/differences'
import { requestOf, type Notification } from '../../../srv/quality/host/request'

const item = (item: string, changes: object = {}) => ({ item, text: null, defect: 'SENSOR/01', objectPart: null, isDeleted: false, causes: [], ...changes })
const document = (changes: Partial<QualityObject> = {}): QualityObject => ({
  document: '200000000', status: 'OSNO', changedAt: null, text: 'Sensor', requiredEnd: null, completedOn: null, priority: null, items: [item('0001')], ...changes
})

const notification: Notification = {
  ID: '1', number: 'QN-000001', type_code: 'Q1', status_code: 'NOPR', shortText: 'Sensor without value', longText: null, equipmentNumber: '10400001', equipmentProduct: 'PM-800', serialNumber: 'S1', udi: null,
  partNumber: 'SP-1001', plant: '1010', batch: 'B1', partSerialNumber: 'P1', customerNumber: '10000101', supplier: '300', reportedOn: '2026-11-20', requiredEnd: null,
  items: [
    { position: 2, text: 'Second', defectGroup: 'CABLE', defectCode: '07', objectPartGroup: null, objectPartCode: null, quantity: '1', unit: 'EA', causes: [] },
    { position: 1, text: 'First', defectGroup: 'SENSOR', defectCode: '01', objectPartGroup: 'MONITOR', objectPartCode: '02', quantity: '1', unit: 'EA', causes: [
      { position: 1, text: 'Bent', causeGroup: 'MATERIAL', causeCode: '03', isRootCause: true }, { position: 2, text: 'Not coded yet', causeGroup: null, causeCode: null, isRootCause: false }
    ] }
  ]
}

describe('what people of the host changed', () => {
  test('is nothing when the document is as it was asked for, and when it is as it was read', () => {
    expect(differencesOf(askedFor({ items: [{ defect: { codeGroup: 'SENSOR', code: '01' } }] }, false), document({ status: 'NOPR' }))).toEqual([])
    expect(differencesOf(document(), document())).toEqual([])
  })

  test('is each field that was known before', () => {
    expect(differencesOf(document({ requiredEnd: '2026-12-01' }), document({ status: 'NOCO', completedOn: '2026-11-22', text: 'Cable', requiredEnd: null, priority: '1' }))).toEqual([
      { kind_code: 'status', item: null, before: 'OSNO', after: 'NOCO' }, { kind_code: 'completion', item: null, before: null, after: '2026-11-22' }, { kind_code: 'text', item: null, before: 'Sensor', after: 'Cable' },
      { kind_code: 'requiredEnd', item: null, before: '2026-12-01', after: null }, { kind_code: 'priority', item: null, before: null, after: '1' }
    ])
  })

  test('is items and causes added, recoded and deleted', () => {
    const cause = (code: string, isDeleted = false) => ({ cause: '0001', text: null, code, isDeleted })
    const before = document({ items: [item('0001', { causes: [cause('MATERIAL/01')] }), item('0002'), item('0003')] })
    const after = document({ items: [item('0001', { causes: [cause('MATERIAL/02')] }), item('0002', { defect: 'CABLE/07' }), item('0003', { isDeleted: true }), item('0004', { text: 'New', causes: [cause('METHOD/01')] }), item('0005', { isDeleted: true })] })
    expect(differencesOf(before, after).map(({ kind_code, item: place, before: was, after: is }) => [kind_code, place, was, is])).toEqual([
      ['causeChanged', '0001/0001', 'MATERIAL/01', 'MATERIAL/02'], ['itemChanged', '0002', 'SENSOR/01', 'CABLE/07'], ['itemDeleted', '0003', 'SENSOR/01', 'SENSOR/01'],
      ['itemAdded', '0004', null, 'SENSOR/01 · New'], ['causeAdded', '0004/0001', null, 'METHOD/01']
    ])
  })

  test('of a defect is looked for in its one finding', () => {
    expect(askedFor({ items: [{ defect: { codeGroup: 'SENSOR', code: '01' }, causes: [{ cause: { codeGroup: 'M', code: '1' } }] }, {}] }, true)).toEqual({ items: [item('0001')] })
  })
})

describe('what the host is told', () => {
  test('are the coded findings in the order of their positions; what is not coded stays here', () => {
    const { items } = requestOf(notification)
    expect(items!.map(({ text, causes }) => [text, causes])).toEqual([['First', [{ text: 'Bent', cause: { codeGroup: 'MATERIAL', code: '03' }, isRootCause: true }]], ['Second', []]])
    expect(items![1]).toEqual({ text: 'Second', defect: { codeGroup: 'CABLE', code: '07' }, quantity: '1', unit: 'EA', causes: [] })
  })

  test.each([['Q1', { customer: '10000101' }], ['Q2', { supplier: '300' }], ['Q3', {}]])('%s names the other party only', (type_code, party) => {
    const { customer, supplier } = requestOf({ ...notification, type_code })
    expect({ customer, supplier }).toEqual({ customer: undefined, supplier: undefined, ...party })
  })

  test('is the part that it is about, else the device', () => {
    expect([requestOf(notification).material, requestOf({ ...notification, partNumber: null }).material]).toEqual(['SP-1001', 'PM-800'])
  })
})
