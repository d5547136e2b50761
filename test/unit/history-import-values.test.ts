import fc from 'fast-check'
import { Decimal } from 'decimal.js'
import { parseAmount } from '../../srv/csv-import/amounts'
import { parseDate, type DateFormat } from '../../srv/csv-import/dates'

const cents = fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n })
const exact = (value: bigint) => new Decimal(value.toString()).div(100).toFixed(2)

/** Writes an amount as people and SAP lists do. */
function written(value: bigint, decimalSeparator: string, grouping: string, trailingMinus: boolean) {
  const [whole, fraction] = exact(value < 0n ? -value : value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, grouping)
  const digits = `${grouped}${decimalSeparator}${fraction}`
  if (value >= 0n) return digits
  return trailingMinus ? `${digits}-` : `-${digits}`
}

describe('An amount in a history file', () => {
  it('is read to the cent, however it is grouped and wherever its minus stands', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom('', ',', ' ', '\u00a0', "'"), fc.boolean(), (value, grouping, trailing) => {
        expect(parseAmount(written(value, '.', grouping, trailing), '.', 2)).toEqual({ amount: exact(value) })
      })
    )
    fc.assert(
      fc.property(cents, fc.constantFrom('', '.', ' ', '\u202f'), fc.boolean(), (value, grouping, trailing) => {
        expect(parseAmount(written(value, ',', grouping, trailing), ',', 2)).toEqual({ amount: exact(value) })
      })
    )
  })

  it('is either an exact decimal or refused with a code, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,- +eE€x'.split('')) }), fc.constantFrom('.' as const, ',' as const), (text, separator) => {
        const parsed = parseAmount(text, separator, 2)
        if ('amount' in parsed) expect(parsed.amount).toMatch(/^-?\d+\.\d{2}$/)
        else expect(parsed.code).toMatch(/^IMPORT_AMOUNT_/)
      })
    )
  })

  it.each([
    ['1.234,56', ',', '1234.56'],
    ['1,234.56', '.', '1234.56'],
    ['12.50-', '.', '-12.50'],
    ['-12.5', '.', '-12.50'],
    ['−339.81', '.', '-339.81'],
    ['0.0', '.', '0.00'],
    ['-0.00', '.', '0.00'],
    ['', '.', '0.00'],
    ['.5', '.', '0.50'],
    ['1.234', ',', '1234.00']
  ] as const)('%j with "%s" before the decimals is %s', (text, separator, amount) => {
    expect(parseAmount(text, separator, 2)).toEqual({ amount })
  })

  it.each([
    ['12,50', '.', 'IMPORT_AMOUNT_FORMAT'],
    ['1,23,456.00', '.', 'IMPORT_AMOUNT_FORMAT'],
    ['-12.50-', '.', 'IMPORT_AMOUNT_FORMAT'],
    ['1e3', '.', 'IMPORT_AMOUNT_FORMAT'],
    ['0x10', '.', 'IMPORT_AMOUNT_FORMAT'],
    ['12.50 EUR', '.', 'IMPORT_AMOUNT_FORMAT'],
    ['NaN', '.', 'IMPORT_AMOUNT_FORMAT'],
    ['1.230', '.', 'IMPORT_AMOUNT_DECIMALS'],
    ['1000000000000.00', '.', 'IMPORT_AMOUNT_TOO_LARGE']
  ] as const)('%j with "%s" before the decimals is refused as %s', (text, separator, code) => {
    expect(parseAmount(text, separator, 2)).toEqual({ code })
  })

  it('has the decimals of its currency', () => {
    expect(parseAmount('1500', '.', 0)).toEqual({ amount: '1500' })
    expect(parseAmount('1500.5', '.', 0)).toEqual({ code: 'IMPORT_AMOUNT_DECIMALS' })
    expect(parseAmount('1.234', '.', 3)).toEqual({ amount: '1.234' })
  })
})

describe('A date in a history file', () => {
  const days = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
  const styles: [DateFormat, (y: string, m: string, d: string) => string][] = [
    ['auto', (y, m, d) => `${y}-${m}-${d}`],
    ['auto', (y, m, d) => `${d}.${m}.${y}`],
    ['auto', (y, m, d) => `${Number(d)}.${Number(m)}.${y}`],
    ['auto', (y, m, d) => `${y}/${m}/${d}`],
    ['auto', (y, m, d) => `${y}${m}${d}`],
    ['auto', (y, m, d) => `${y}年${Number(m)}月${Number(d)}日`],
    ['auto', (y, m, d) => `${y}-${m}-${d} 23:59:59`],
    ['MM/DD/YYYY', (y, m, d) => `${m}/${d}/${y}`],
    ['DD/MM/YYYY', (y, m, d) => `${d}/${m}/${y}`],
    ['DD.MM.YYYY', (y, m, d) => `${d}.${m}.${y}`],
    ['YYYYMMDD', (y, m, d) => `${y}${m}${d}`]
  ]

  it('is the same day in every style', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...styles), (day, [format, write]) => {
        const [y, m, d] = day.split('-')
        expect(parseDate(write(y, m, d), format)).toEqual({ date: day })
      })
    )
  })

  it('is refused exactly when the calendar has no such day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 33 }), (y, m, d) => {
        const exists = m <= 12 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate()
        const parsed = parseDate(`${d}.${m}.${y}`, 'auto')
        expect(parsed !== null && 'date' in parsed).toBe(exists)
      })
    )
  })

  it.each([
    ['2023-02-29', 'auto', 'IMPORT_DATE_IMPOSSIBLE'],
    ['31.04.2020', 'auto', 'IMPORT_DATE_IMPOSSIBLE'],
    ['0204-07-01', 'auto', 'IMPORT_DATE_IMPOSSIBLE'],
    ['03/04/2020', 'auto', 'IMPORT_DATE_FORMAT'],
    ['2020-04-03', 'DD.MM.YYYY', 'IMPORT_DATE_FORMAT'],
    ['13/13/2020', 'MM/DD/YYYY', 'IMPORT_DATE_IMPOSSIBLE'],
    ['yesterday', 'auto', 'IMPORT_DATE_FORMAT'],
    ['2020-04-03x', 'auto', 'IMPORT_DATE_FORMAT']
  ] as const)('%s as %s is refused as %s', (text, format, code) => {
    expect(parseDate(text, format)).toEqual({ code })
  })

  it.each(['', '  ', '00.00.0000', '00000000', '0000-00-00'])('%j is no date', text => {
    expect(parseDate(text, 'auto')).toBeNull()
  })
})
