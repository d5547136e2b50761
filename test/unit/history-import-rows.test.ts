import { applyMapping, type MappingInput } from '../../srv/work-orders/history-import/mapping'
import { isRejected, rowReader, type HistoryRow } from '../../srv/work-orders/history-import/rows'

const HEADER = ['Order', 'Asset', 'Date', 'Finish date', 'Short text', 'Long text', 'Order type', 'Cost', 'Currency', 'Functional location', 'Customer']
const GOOD = { Order: '1', Asset: 'SN1', Date: '2020-05-01', 'Short text': 'BUCKET LEAKS', 'Order type': 'PM01', Cost: '12.50', Currency: 'EUR' }
const known = { orderTypes: new Set(['PM01']), currencies: new Map([['EUR', 2], ['JPY', 0]]), today: '2026-11-22' }

const cellsOf = (row: Record<string, string>) => HEADER.map(heading => row[heading] ?? '')
const reader = (input: MappingInput = {}) => rowReader(applyMapping(input, HEADER), known)
const read = (changes: Record<string, string>, input?: MappingInput) => reader(input)(2, cellsOf({ ...GOOD, ...changes }))
const problemsOf = (changes: Record<string, string>, input?: MappingInput) => {
  const row = read(changes, input)
  return isRejected(row) ? row.problems.map(({ column, code }) => [column, code]) : []
}

describe('A row of a history file', () => {
  it('becomes a past order', () => {
    expect(read({ 'Finish date': '2020-05-03', 'Functional location': 'BUCKET', Customer: '17' })).toMatchObject({
      reference: '1', equipment: 'SN1', date: '2020-05-01', completedOn: '2020-05-03', shortText: 'BUCKET LEAKS', symptom: 'BUCKET LEAKS',
      orderType: 'PM01', amount: '12.50', currency: 'EUR', functionalLocation: 'BUCKET', customer: '17'
    })
  })

  it.each([
    [{ Order: '' }, 'Order', 'IMPORT_VALUE_MISSING'],
    [{ Asset: ' ' }, 'Asset', 'IMPORT_VALUE_MISSING'],
    [{ Date: '' }, 'Date', 'IMPORT_VALUE_MISSING'],
    [{ Date: '00.00.0000' }, 'Date', 'IMPORT_VALUE_MISSING'],
    [{ Date: '2020-02-30' }, 'Date', 'IMPORT_DATE_IMPOSSIBLE'],
    [{ Date: '05/01/2020' }, 'Date', 'IMPORT_DATE_FORMAT'],
    [{ Date: '2026-11-23' }, 'Date', 'IMPORT_DATE_IN_FUTURE'],
    [{ 'Finish date': '2020-04-30' }, 'Finish date', 'IMPORT_DATE_ORDER'],
    [{ Cost: 'about 5' }, 'Cost', 'IMPORT_AMOUNT_FORMAT'],
    [{ Cost: '1.005' }, 'Cost', 'IMPORT_AMOUNT_DECIMALS'],
    [{ Cost: '10.5', Currency: 'JPY' }, 'Cost', 'IMPORT_AMOUNT_DECIMALS'],
    [{ Cost: '1000000000000' }, 'Cost', 'IMPORT_AMOUNT_TOO_LARGE'],
    [{ Currency: 'XXY' }, 'Currency', 'IMPORT_CURRENCY_UNKNOWN'],
    [{ 'Order type': 'ZZ99' }, 'Order type', 'IMPORT_ORDER_TYPE_UNKNOWN'],
    [{ Asset: 'S'.repeat(19) }, 'Asset', 'IMPORT_TOO_LONG'],
    [{ Order: '9'.repeat(61) }, 'Order', 'IMPORT_TOO_LONG'],
    [{ 'Functional location': 'x'.repeat(41) }, 'Functional location', 'IMPORT_TOO_LONG'],
    [{ 'Long text': 'x'.repeat(1001) }, 'Long text', 'IMPORT_TOO_LONG'],
    [{ 'Short text': 'a\u0000b' }, 'Short text', 'IMPORT_CONTROL_CHARACTER'],
    [{ Order: '1\u001b[31m' }, 'Order', 'IMPORT_CONTROL_CHARACTER']
  ])('with %j is rejected at %s as %s', (changes, column, code) => {
    expect(problemsOf(changes as Record<string, string>)).toEqual([[column, code]])
  })

  it('names all of its problems', () => {
    expect(problemsOf({ Order: '', Date: 'x', Cost: 'y' })).toEqual([['Date', 'IMPORT_DATE_FORMAT'], ['Order', 'IMPORT_VALUE_MISSING'], ['Cost', 'IMPORT_AMOUNT_FORMAT']])
  })

  it('keeps a long short text whole as its symptom and cuts the title between words', () => {
    const text = 'REPLACE THE LEFT HAND BUCKET CYLINDER AND BOTH OF ITS HOSES BECAUSE THEY LEAK BADLY'
    const row = read({ 'Short text': text }) as HistoryRow
    expect(row.symptom).toBe(text)
    expect(row.shortText!.length).toBeLessThanOrEqual(80)
    expect(text.startsWith(row.shortText!.replace('…', ''))).toBe(true)
    expect(text[row.shortText!.length - 1]).toBe(' ')
    expect((read({ 'Short text': text, 'Long text': 'more' }) as HistoryRow).symptom).toBe(`${text}\nmore`)
  })

  it('keeps a negative cost', () => {
    expect(read({ Cost: '-339.81' })).toMatchObject({ amount: '-339.81' })
    expect(read({ Cost: '339.81-' })).toMatchObject({ amount: '-339.81' })
  })

  it('takes the defaults of the mapping for empty cells', () => {
    expect(read({ 'Order type': '', Currency: '' }, { defaults: { orderType: 'PM01', currency: 'JPY' }, columns: { cost: null } }))
      .toMatchObject({ orderType: 'PM01', currency: 'JPY', amount: '0' })
    expect(read({ 'Order type': '', Currency: '' })).toMatchObject({ orderType: null, currency: 'EUR' })
  })

  it('is rejected when its reference was used before, even by a rejected row', () => {
    const next = reader()
    next(2, cellsOf({ ...GOOD, Date: 'x' }))
    const second = next(3, cellsOf(GOOD))
    expect(isRejected(second) && second.problems).toEqual([{ column: 'Order', code: 'IMPORT_REFERENCE_REPEATED', args: ['1', 2] }])
  })

  it('is rejected when it has other cells than the heading line, but empty ones at its end do no harm', () => {
    const codes = (cells: string[]) => {
      const row = reader()(2, cells)
      return isRejected(row) ? row.problems.map(({ code }) => code) : []
    }
    expect(codes(cellsOf(GOOD).slice(0, -1))).toEqual(['IMPORT_COLUMN_COUNT'])
    expect(codes([...cellsOf(GOOD), 'x'])).toEqual(['IMPORT_COLUMN_COUNT'])
    expect(codes([...cellsOf(GOOD), '', ' '])).toEqual([])
  })
})
