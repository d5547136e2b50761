import type { CustomerRecord, EquipmentRecord } from '../../srv/host-erp/reading'
import { changesOf, examine, formsOf, lookup } from '../../srv/master-data/replication/records'
import { milliseconds } from '../../srv/master-data/replication/settings'

const LIMITS = {
  lengths: { number: 18, serialNumber: 18, name: 80, udiDI: 40 },
  codes: { deviceClass_code: new Set(['MD-I']), importance_code: new Set(['A', 'B', 'C']) }
}
const piece = (changes: Partial<EquipmentRecord> = {}): EquipmentRecord => ({
  key: '1', number: '1', isActive: true, serialNumber: 'S-1', name: 'Monitor', model: null, manufacturer: null, udiDI: null, deviceClass: 'MD-I', importance: 'A', plant: null,
  functionalLocation: null, siteName: null, street: null, city: null, postalCode: null, region: null, country: null, warrantyStart: null, warrantyEnd: null, product: null,
  customer: null, parent: null, ...changes
})
const customer = (changes: Partial<CustomerRecord> = {}): CustomerRecord => ({
  key: '1', number: '0000000001', isActive: true, name: 'Hospital', email: null, phone: null, language: null, street: null, city: null, postalCode: null, region: null, country: null, ...changes
})
const findings = (record: EquipmentRecord) => examine('equipment', [record], LIMITS).findings

describe('a record of the host', () => {
  test.each([
    ['without serial number', { serialNumber: null }, 'SERIAL_NUMBER_MISSING', 'serialNumber'],
    ['without name', { name: null }, 'NAME_MISSING', 'name'],
    ['without number', { number: '' }, 'NUMBER_MISSING', 'number'],
    ['with a serial number that does not fit', { serialNumber: 'X'.repeat(19) }, 'VALUE_TOO_LONG', 'serialNumber']
  ])('%s is rejected', (_, changes, code, field) => {
    const { wanted, findings } = examine('equipment', [piece(changes)], LIMITS)
    expect(wanted).toEqual([])
    expect(findings).toEqual([{ number: '1', code, field, isReject: true }])
  })

  test('with an unknown code is written without that field, so that the replica keeps its own', () => {
    const { wanted: [{ fields }], findings } = examine('equipment', [piece({ deviceClass: 'PUMP', importance: 'Q' })], LIMITS)
    expect(fields).not.toHaveProperty('deviceClass_code')
    expect(fields).not.toHaveProperty('importance_code')
    expect(findings).toEqual([
      { number: '1', isReject: false, code: 'CODE_UNKNOWN', field: 'deviceClass_code', unknown: 'PUMP' },
      { number: '1', isReject: false, code: 'CODE_UNKNOWN', field: 'importance_code', unknown: 'Q' }
    ])
  })

  test('with a text that does not fit is written without it', () => {
    const { wanted: [{ fields }], findings } = examine('equipment', [piece({ udiDI: 'U'.repeat(41) })], LIMITS)
    expect(fields).not.toHaveProperty('udiDI')
    expect(findings).toEqual([{ number: '1', isReject: false, code: 'VALUE_LEFT_OUT', field: 'udiDI' }])
  })

  test('empties a field that the host has emptied, but not the name of the site', () => {
    const { wanted: [{ fields }] } = examine('equipment', [piece()], LIMITS)
    expect(fields).toMatchObject({ manufacturer: null, warrantyEnd: null })
    expect(fields).not.toHaveProperty('siteName')
  })

  test('that comes twice with one number is rejected the second time', () => {
    const { wanted, findings } = examine('customers', [customer(), customer({ key: '2', name: 'Other' })], { lengths: {}, codes: {} })
    expect(wanted.map(({ fields }) => fields.name)).toEqual(['Hospital'])
    expect(findings).toEqual([{ number: '0000000001', isReject: true, code: 'NUMBER_TWICE', field: 'number' }])
  })

  test('says in a finding neither name nor address nor mail of anybody', () => {
    const told = JSON.stringify(findings(piece({ serialNumber: null, name: 'Ms Smith', street: 'Home Lane 1' })))
    expect(told).not.toMatch(/Smith|Home/)
  })
})

describe('a number', () => {
  test('is looked for as given, with leading zeros and without', () => {
    expect(formsOf('10400001', 18)).toEqual(['10400001', '000000000010400001'])
    expect(formsOf('0010000101', 10)).toEqual(['0010000101', '10000101'])
    expect(formsOf('PM-800', 18)).toEqual(['PM-800'])
  })

  test('finds the row that has exactly its form first', () => {
    const find = lookup([{ number: '7', ID: 'stripped' }, { number: '007', ID: 'padded' }], 3)
    expect([find('7')?.ID, find('007')?.ID, find('07')?.ID, find('8')]).toEqual(['stripped', 'padded', 'padded', undefined])
  })
})

test('fields that are the same, or empty on both sides, are no change', () => {
  const row = { name: 'Monitor', model: undefined, plant: '1010', isActive: true }
  expect(changesOf(row, { name: 'Monitor', model: null, plant: '1110', isActive: true })).toEqual({ plant: '1110' })
})

test.each([['15m', 900_000], ['30s', 30_000], ['2h', 7_200_000], [250, 250], ['0', 0]])('the setting %s means %i milliseconds', (given, expected) => {
  expect(milliseconds(given)).toBe(expected)
})

test('a setting that is no duration is refused', () => {
  expect(() => milliseconds('soon')).toThrow('write 30s, 15m or 2h')
})
