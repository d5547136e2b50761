import {
  decimalsOf, fromDate, fromInstant, fromTime, literal, padded, stripped, toAmount, toDate, toInstant, toIsoUnit, toQuantity, toText, toTime, toUnit
} from '../../srv/host-erp/wire-format'

describe('days', () => {
  test.each([['2026-11-22', '/Date(1795305600000)/'], ['1970-01-01', '/Date(0)/'], ['1969-12-31', '/Date(-86400000)/'], ['9999-12-31', '/Date(253402214400000)/']])(
    '%s is %s', (day, wire) => { expect([toDate(day), fromDate(wire)]).toEqual([wire, day]) })
  test.each(['2026-02-30', '2026-13-01', '22.11.2026', ''])('"%s" is refused', day => { expect(() => toDate(day)).toThrow(RangeError) })
  test.each([null, undefined, ''])('%p is no day', value => { expect(fromDate(value)).toBeNull() })
})

describe('points in time', () => {
  test.each([
    ['2026-11-22T08:30:00Z', '/Date(1795336200000+0000)/', '2026-11-22T08:30:00.000Z'],
    ['2026-11-22T09:30:00+01:00', '/Date(1795336200000+0000)/', '2026-11-22T08:30:00.000Z']
  ])('%s is %s', (instant, wire, utc) => { expect([toInstant(instant), fromInstant(wire)]).toEqual([wire, utc]) })
  test('an offset of the host changes how it is shown, not when it is', () => { expect(fromInstant('/Date(1795336200000+0060)/')).toBe('2026-11-22T08:30:00.000Z') })
  test.each([['13:05:09', 'PT13H05M09S'], ['00:00:00', 'PT00H00M00S']])('time %s is %s', (time, wire) => { expect([toTime(time), fromTime(wire)]).toEqual([wire, time]) })
})

describe('quantities', () => {
  test.each([['2', '2'], ['2.500', '2.5'], [0.1, '0.1'], ['1e3', '1000'], ['9999999999.999', '9999999999.999'], ['-1', '-1']])('%p is %s', (value, wire) => {
    expect(toQuantity(value)).toBe(wire)
  })
  test.each(['1.2345', '10000000000', 'NaN', 'Infinity'])('%s is refused, not rounded', value => { expect(() => toQuantity(value)).toThrow(RangeError) })
  test('no number at all is refused', () => { expect(() => toQuantity('two')).toThrow() })
})

describe('amounts', () => {
  test.each([['1234', 'JPY', '1234'], ['1234.5', 'EUR', '1234.50'], ['1.5', 'KWD', '1.500'], ['1000', 'CLP', '1000'], ['0.07', 'CNY', '0.07']])(
    '%s %s is %s', (value, currency, wire) => { expect(toAmount(value, currency)).toBe(wire) })
  test.each([['12.5', 'JPY'], ['1.005', 'EUR'], ['1.0005', 'KWD']])('%s %s has too many decimals', (value, currency) => {
    expect(() => toAmount(value, currency)).toThrow(RangeError)
  })
  test.each([['JPY', 0], ['KRW', 0], ['KWD', 3], ['TND', 3], ['EUR', 2], ['CNY', 2]])('%s has %i decimals', (currency, decimals) => { expect(decimalsOf(currency)).toBe(decimals) })
})

describe('numbers, units and texts', () => {
  test.each([['1010', 10, '0000001010'], ['0000001010', 10, '0000001010'], ['AB-10', 10, 'AB-10'], ['', 10, '']])('%p in %i characters is %p', (value, length, wire) => {
    expect(padded(value, length)).toBe(wire)
  })
  test.each([['0000001010', '1010'], ['0000', '0'], ['AB-0010', 'AB-0010']])('%s is read as %s', (wire, value) => { expect(stripped(wire)).toBe(value) })
  test.each([['C62', 'EA'], ['PCE', 'PC'], ['HUR', 'H'], ['KGM', 'KG']])('unit %s is %s of the host', (iso, host) => { expect([toUnit(iso), toIsoUnit(host)]).toEqual([host, iso]) })
  test.each(['EA', 'ZB1'])('the host\'s own unit %s stays', unit => { expect(toUnit(unit)).toBe(unit) })
  test('a text is cut to the host\'s length, an emoji never in half', () => { expect([toText('  pump  ', 40), toText('abc😀', 4)]).toEqual(['pump', 'abc']) })
  test('a literal doubles its quotes and keeps no character that ends it', () => { expect(literal("O'Brien & Sons")).toBe("'O''Brien%20%26%20Sons'") })
})
