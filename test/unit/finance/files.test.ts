import { Writable, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { serialOf, withDecimals } from '../../../srv/finance/pulling/cells'
import type { Column } from '../../../srv/finance/pulling/columns'
import type { Row } from '../../../srv/finance/pulling/csv'
import { csvFile, excelFile, type Content } from '../../../srv/finance/pulling/files'
import { unzipped } from '../../setup/zip'

const COLUMNS: Column[] = [
  { name: 'number', heading: 'Number', kind: 'number' }, { name: 'text', heading: '=Text, "quoted"', kind: 'text' }, { name: 'amount', heading: 'Amount', kind: 'amount', currency: 'currency' },
  { name: 'day', heading: 'Day', kind: 'date' }, { name: 'state', heading: 'State', kind: 'text', names: new Map([['P', 'Posted & done']]) }
]
const DIGITS = new Map([['EUR', 2], ['JPY', 0], ['KWD', 3]])

const content = (pages: AsyncIterable<Row[]>): Content => ({ title: 'Repair Costs', columns: COLUMNS, digits: DIGITS, pages })
const row = (number: number): Row => ({ number, text: `Row ${number}`, amount: '12.500', currency: 'EUR', day: '2026-03-15', state: 'P' })

async function* pagesOf(...pages: Row[][]): AsyncGenerator<Row[]> {
  yield* pages
}

async function all(file: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  await pipeline(file, new Writable({ write: (chunk, _, done) => { chunks.push(chunk as Buffer); done() } }))
  return Buffer.concat(chunks)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo());) {
    if (Date.now() > end) throw new Error('It never came to that')
    await pause(20)
  }
}

test('a decimal has the digits of its currency, and more only where they say something', () => {
  expect([['12.500', 2], ['12.500', 0], ['1000.000', 0], ['1.125', 3], ['1.1', 3], ['-0.010', 2], ['7', 2], ['7', 0], ['1.0050', 2]].map(([value, digits]) => withDecimals(value as string, digits as number)))
    .toEqual(['12.50', '12.5', '1000', '1.125', '1.100', '-0.01', '7.00', '7', '1.005'])
})

test('days and moments are the numbers that Excel counts', () => {
  expect(serialOf('1900-03-01')).toBe(61)
  expect(serialOf('2026-03-15')).toBe(46096)
  expect(serialOf('2026-03-15T12:00:00.000Z')).toBe(46096.5)
  expect(serialOf('soon')).toBeUndefined()
})

test.each([['=1+1'], ['+1'], ['-1'], ['@SUM(A1)'], ['\t=1'], ['\r=1']])('text that a spreadsheet would run is text: %j', async text => {
  const [, line] = (await all(csvFile(content(pagesOf([{ ...row(1), text }])), false))).toString().split(/\r\n(?=\d)|(?<=")\r\n/)
  expect(line).toContain(`'${text}`)
})

test('numbers are never taken for formulas, and headings are as harmless as cells', async () => {
  const file = (await all(csvFile(content(pagesOf([{ ...row(-5), amount: '-3.000', currency: 'JPY' }, { ...row(2), text: null, amount: null, state: 'X' }])), true))).toString()
  expect(file).toBe('\uFEFFNumber,"\'=Text, ""quoted""",Amount,Day,State\r\n-5,Row -5,-3,2026-03-15,Posted & done\r\n2,,,2026-03-15,X\r\n')
})

test('what a sheet has no room for goes to the next one, each with its heading', async () => {
  for (const [rows, sheets] of [[0, 1], [3, 1], [4, 2], [9, 3], [10, 4]]) {
    const numbers = Array.from({ length: rows }, (_, i) => row(i)), parts = unzipped(await all(excelFile(content(pagesOf(numbers.slice(0, 2), numbers.slice(2))), 4)))
    const texts = Object.keys(parts).filter(path => path.startsWith('xl/worksheets/')).sort().map(path => parts[path])
    expect(texts).toHaveLength(sheets)
    for (const text of texts) expect(text).toMatch(/<row><c s="1" t="str"><v>Number<\/v>/)
    expect(texts.flatMap(text => [...text.matchAll(/<row><c><v>(\d+)<\/v>/g)].map(([, number]) => Number(number)))).toEqual(numbers.map(({ number }) => number))
    expect(parts['xl/workbook.xml'].match(/<sheet /g)).toHaveLength(sheets)
    expect(parts['[Content_Types].xml'].match(/worksheet\+xml/g)).toHaveLength(sheets)
  }
})

test('text that XML has no place for does not break a workbook', async () => {
  const parts = unzipped(await all(excelFile(content(pagesOf([{ ...row(1), text: ' <b>&\u0001\uD800 ' }])))))
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<v xml:space="preserve"> &lt;b&gt;&amp;\uFFFD\uFFFD </v>')
})

test.each([['csv', (pages: AsyncIterable<Row[]>) => csvFile(content(pages), false)], ['xlsx', (pages: AsyncIterable<Row[]>) => excelFile(content(pages))]])(
  'who takes a file slowly is not read ahead for, and who goes away ends the reading: %s', async (_, fileOf) => {
    let read = 0, isOver = false
    async function* endless(): AsyncGenerator<Row[]> {
      try {
        for (;;) {
          await pause(1)
          read++
          yield Array.from({ length: 500 }, (_row, i) => ({ ...row(read * 500 + i), text: `${Math.sin(read * i)}${Math.cos(read + i)}${Math.tan(read - i)}`.repeat(20) }))
        }
      } finally {
        isOver = true
      }
    }
    const file = fileOf(endless()) as Readable
    file.on('data', () => (read > 1 ? file.pause() : undefined))
    await until(async () => {
      const before = read
      await pause(300)
      return read > 1 && read === before
    })
    expect(read).toBeLessThan(20)
    file.destroy()
    await until(async () => isOver)
  }
)
