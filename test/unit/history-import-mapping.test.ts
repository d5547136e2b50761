import { applyMapping, parseMapping } from '../../srv/work-orders/history-import/mapping'
import { ImportFailure } from '../../srv/csv-import/problem'

const columnsOf = (header: string, delimiter = ',') => {
  const headings = header.split(delimiter)
  const { columns } = applyMapping({}, headings)
  return Object.fromEntries(Object.entries(columns).map(([field, position]) => [field, headings[position!]]))
}

function failureOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    const { code, target, status } = error as ImportFailure
    return { code, target, status }
  }
  throw new Error('expected a failure')
}

describe('Without a mapping, headings are recognised', () => {
  it('of a plain export with abbreviations', () => {
    expect(columnsOf('OrderID,BscStartDate,Asset,OriginalShorttext,PMType,Cost,FuncLocation')).toEqual({
      reference: 'OrderID', date: 'BscStartDate', equipment: 'Asset', shortText: 'OriginalShorttext', orderType: 'PMType', cost: 'Cost', functionalLocation: 'FuncLocation'
    })
  })

  it('of an English SAP order list', () => {
    expect(columnsOf('Order;Order Type;Description;Equipment;Serial Number;Functional Loc.;Bsc start;Basic fin. date;Total act.costs;Currency', ';')).toEqual({
      reference: 'Order', orderType: 'Order Type', shortText: 'Description', equipment: 'Serial Number', functionalLocation: 'Functional Loc.',
      date: 'Bsc start', completedOn: 'Basic fin. date', cost: 'Total act.costs', currency: 'Currency'
    })
  })

  it('of a German SAP order list, which has decimal commas', () => {
    expect(columnsOf('Auftrag;Auftragsart;Kurztext;Equipment;Technischer Platz;Eckstarttermin;Eckendtermin;Gesamtkosten Ist;Währung', ';')).toEqual({
      reference: 'Auftrag', orderType: 'Auftragsart', shortText: 'Kurztext', equipment: 'Equipment', functionalLocation: 'Technischer Platz',
      date: 'Eckstarttermin', completedOn: 'Eckendtermin', cost: 'Gesamtkosten Ist', currency: 'Währung'
    })
    expect(applyMapping({}, ['Auftrag', 'Equipment', 'Eckstarttermin']).decimalSeparator).toBe(',')
    expect(applyMapping({}, ['Order', 'Equipment', 'Basic start']).decimalSeparator).toBe('.')
  })

  it('of a Chinese list', () => {
    expect(columnsOf('工单号,设备,日期,描述,费用')).toEqual({ reference: '工单号', equipment: '设备', date: '日期', shortText: '描述', cost: '费用' })
  })

  it('and the others are named as ignored, but not those of a rejects file', () => {
    const { ignored } = applyMapping({}, ['Order', 'Asset', 'Date', 'Colour', '_line', '_column', '_reason'])
    expect(ignored).toEqual(['Colour'])
  })
})

describe('A mapping', () => {
  it('names columns, and the headings give the rest', () => {
    const { columns } = applyMapping({ columns: { equipment: 'Maschinennummer', cost: null } }, ['Order', 'Date', 'Cost', 'Maschinennummer'])
    expect(columns).toEqual({ reference: 0, date: 1, equipment: 3 })
  })

  it('may be left out', () => {
    expect(parseMapping()).toEqual({})
    expect(parseMapping(' ')).toEqual({})
  })

  it.each([
    ['{', 'IMPORT_MAPPING_JSON', 'mapping'],
    ['[]', 'IMPORT_MAPPING_JSON', 'mapping'],
    ['null', 'IMPORT_MAPPING_JSON', 'mapping'],
    ['{"colums":{}}', 'IMPORT_MAPPING_UNKNOWN', 'colums'],
    ['{"columns":{"price":"Cost"}}', 'IMPORT_MAPPING_UNKNOWN', 'columns.price'],
    ['{"__proto__x":1}', 'IMPORT_MAPPING_UNKNOWN', '__proto__x'],
    ['{"constructor":1}', 'IMPORT_MAPPING_UNKNOWN', 'constructor'],
    ['{"columns":{"cost":7}}', 'IMPORT_MAPPING_VALUE', 'columns.cost'],
    ['{"columns":"Cost"}', 'IMPORT_MAPPING_VALUE', 'columns'],
    ['{"source":"a:b"}', 'IMPORT_MAPPING_VALUE', 'source'],
    ['{"source":""}', 'IMPORT_MAPPING_VALUE', 'source'],
    ['{"dateFormat":"YY-MM"}', 'IMPORT_MAPPING_VALUE', 'dateFormat'],
    ['{"decimalSeparator":";"}', 'IMPORT_MAPPING_VALUE', 'decimalSeparator'],
    ['{"delimiter":""}', 'IMPORT_MAPPING_VALUE', 'delimiter'],
    ['{"encoding":"klingon"}', 'IMPORT_MAPPING_VALUE', 'encoding'],
    ['{"defaults":{"currency":1}}', 'IMPORT_MAPPING_VALUE', 'defaults.currency'],
    ['{"createMissingEquipment":"yes"}', 'IMPORT_MAPPING_VALUE', 'createMissingEquipment']
  ])('%s is refused as %s at %s', (json, code, target) => {
    expect(failureOf(() => parseMapping(json))).toEqual({ code, target, status: 400 })
  })

  it('must name columns that the file has', () => {
    expect(failureOf(() => applyMapping({ columns: { cost: 'Price' } }, ['Order', 'Asset', 'Date'])))
      .toEqual({ code: 'IMPORT_COLUMN_NOT_FOUND', target: 'columns.cost', status: 400 })
  })

  it('is needed where reference, equipment or date is not recognised', () => {
    expect(failureOf(() => applyMapping({}, ['Order', 'Asset', 'When'])))
      .toEqual({ code: 'IMPORT_COLUMN_MISSING', target: 'columns.date', status: 400 })
  })
})
