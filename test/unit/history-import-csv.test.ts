import { readRecords, type CsvRecord } from '../../srv/csv-import/csv'
import { recognise } from '../../srv/csv-import/headings'
import { rejectsHeader, rejectsLine, unguard } from '../../srv/csv-import/rejects'
import { bufferSource, detectDelimiter, detectEncoding } from '../../srv/csv-import/source'
import { HEADINGS } from '../../srv/work-orders/history-import/headings'

const isGerman = (header: string[]) => recognise(header, HEADINGS).language === 'de'

async function recordsOf(content: string | Buffer): Promise<CsvRecord[]> {
  const source = bufferSource(Buffer.from(content as string))
  const encoding = await detectEncoding(source, isGerman)
  const delimiter = await detectDelimiter(source, encoding)
  const records: CsvRecord[] = []
  for await (const record of readRecords(source, { encoding, delimiter }, () => {})) records.push(record)
  return records
}

const linesOf = async (content: string) => (await recordsOf(content)).map(({ line, cells }) => [line, ...cells])

describe('A history file', () => {
  it.each(['\n', '\r\n', '\r'])('has the line numbers of an editor with line ends %j, also after cells of several lines and empty lines', async end => {
    const content = ['a,b', '1,x', '', '2,"y', 'z', '', 'w"', '', '3,v', '4,u'].join(end)
    expect(await linesOf(content)).toEqual([[1, 'a', 'b'], [2, '1', 'x'], [4, '2', 'y\nz\n\nw'], [9, '3', 'v'], [10, '4', 'u']])
  })

  it('may have inch marks in unquoted cells', async () => {
    expect(await linesOf('a,b\n1,REPLACE 6" HOSE\n2,"say ""hi"""\n')).toEqual([[1, 'a', 'b'], [2, '1', 'REPLACE 6" HOSE'], [3, '2', 'say "hi"']])
  })

  it('is read up to a quotation mark that is never closed, whose line is named', async () => {
    const rest = Array.from({ length: 60_000 }, (_, i) => `${i},some text of a row`).join('\n')
    for (const tail of ['4,5', rest]) {
      const records = await recordsOf(`a,b\n1,2\n3,"open\n${tail}`)
      expect(records.map(({ line, code }) => [line, code])).toEqual([[1, undefined], [2, undefined], [3, 'IMPORT_QUOTE_NOT_CLOSED']])
      expect(records[2].cells).toEqual(['3,"open'])
    }
  })

  it.each([
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['a|b|c,d', '|'],
    ['"x;y;z;w",b,c', ','],
    ['alone', ',']
  ])('with the headings %j is divided by %j', async (header, delimiter) => {
    expect(await detectDelimiter(bufferSource(Buffer.from(header)), 'utf-8')).toBe(delimiter)
  })
})

describe('The encoding of a history file', () => {
  const chinese = Buffer.from([0xb9, 0xa4, 0xb5, 0xa5, 0xba, 0xc5]) // 工单号 in GB18030

  it.each([
    ['UTF-8', Buffer.from('工单号,设备\n1,泵'), 'utf-8', '工单号'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff工单号,设备\n1,泵'), 'utf-8', '工单号'],
    ['UTF-16 as Excel writes it', Buffer.from('\ufeff工单号\t设备\n1\t泵', 'utf16le'), 'utf-16le', '工单号'],
    ['GB18030', Buffer.concat([chinese, Buffer.from(',b\n1,2')]), 'gb18030', '工单号'],
    ['Windows-1252 under German headings', Buffer.from('Auftrag;Kurztext;Eckstarttermin\n1;\xd6lpumpe;1.1.2020', 'latin1'), 'windows-1252', 'Auftrag']
  ])('%s is recognised', async (_, content, encoding, heading) => {
    expect(await detectEncoding(bufferSource(content), isGerman)).toBe(encoding)
    expect((await recordsOf(content))[0].cells[0]).toBe(heading)
  })

  it('is decided by the whole file, not by its beginning', async () => {
    const content = Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(50_000)}`), chinese])
    expect(await detectEncoding(bufferSource(content), isGerman)).toBe('gb18030')
  })
})

describe('A rejects file', () => {
  const header = ['Order', 'Text', 'Cost']
  const textOf = (code: string) => `<${code}>`
  const rejected = (cells: string[]) => ({ line: 7, cells, problems: [{ column: 'Text', code: 'A', args: [] }, { column: 'Cost', code: 'B', args: [] }] })

  it('has the row as it came, its line, columns and reasons', () => {
    expect(rejectsHeader(header, ';')).toBe('Order;Text;Cost;_line;_column;_reason\r\n')
    expect(rejectsLine(rejected(['1', 'a;"b"\nc', '-5.00']), header, ';', textOf)).toBe('1;"a;""b""\nc";-5.00;7;Text, Cost;<A> <B>\r\n')
  })

  it.each(['=1+1', '+cmd', '@SUM(A1)', "-2+3+cmd|' /C calc'!A0", '\tx'])('never lets a spreadsheet run %j, and gives it back unchanged', text => {
    const line = rejectsLine(rejected(['1', text, '2']), header, ';', textOf)
    expect(line.replace(/"/g, '').split(';')[1].startsWith("'")).toBe(true)
    expect(unguard([...header, '_reason'], ['1', `'${text}`, '2'])).toEqual(['1', text, '2'])
    expect(unguard(header, ['1', `'${text}`, '2'])[1]).toBe(`'${text}`)
  })

  it('marks cells that were missing, so that the row is not taken for whole next time', () => {
    expect(rejectsLine(rejected(['1']), header, ',', textOf)).toBe('1,?,?,7,"Text, Cost",<A> <B>\r\n')
  })

  it('keeps cells that were too many behind the reasons', () => {
    expect(rejectsLine(rejected(['1', '2', '3', '4']), header, ';', textOf)).toBe('1;2;3;7;Text, Cost;<A> <B>;4\r\n')
  })
})
