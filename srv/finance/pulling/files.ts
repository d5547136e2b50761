import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Column } from './columns'
import { csvHeading, csvLine, type Row } from './csv'
import { SHEET_END, SHEET_ROWS, sheetBeginning, sheetRow, workbookParts } from './sheet'

/** What a file is made of; `digits` are those after the point by currency. */
export interface Content { title: string; columns: Column[]; digits: Map<string, number>; pages: AsyncIterable<Row[]> }

export const csvFile = (content: Content, withMark: boolean): Readable => Readable.from(csvParts(content, withMark), { objectMode: true, highWaterMark: 1 })

async function* csvParts({ columns, digits, pages }: Content, withMark: boolean): AsyncGenerator<string> {
  yield csvHeading(columns, withMark)
  for await (const page of pages) yield page.map(row => csvLine(row, columns, digits)).join('')
}

/** Fast rather than small: half of the file goes by the first level already. */
const COMPRESSION = 2

/** A workbook that is packed while its rows are read; what a sheet has no room for goes to the next. */
export function excelFile(content: Content, sheetRows = SHEET_ROWS): Readable {
  const zip = new ZipFile(), output = zip.outputStream as Readable
  zip.on('error', error => output.destroy(error as Error))
  addSheets(zip, new Sheets(content, sheetRows), output).catch(error => output.destroy(error))
  return output
}

async function addSheets(zip: ZipFile, pages: Sheets, output: Readable): Promise<void> {
  let sheets = 0
  try {
    do {
      const sheet = Readable.from(pages.next(), { objectMode: true, highWaterMark: 1 })
      // Whoever went away wants no more rows.
      output.once('close', () => sheet.destroy())
      zip.addReadStream(sheet, `xl/worksheets/sheet${++sheets}.xml`, { compressionLevel: COMPRESSION })
      await finished(sheet)
    } while (pages.hasMore)
  } finally {
    await pages.close()
  }
  for (const [path, text] of Object.entries(workbookParts(pages.content.title, sheets))) zip.addBuffer(Buffer.from(text), path)
  zip.end()
}

class Sheets {
  hasMore = false
  private rest: Row[] = []
  private readonly pages: AsyncIterator<Row[]>

  constructor(readonly content: Content, private readonly sheetRows: number) {
    this.pages = content.pages[Symbol.asyncIterator]()
  }

  async *next(): AsyncGenerator<string> {
    const { columns, digits } = this.content
    yield sheetBeginning(columns)
    let room = this.sheetRows - 1
    for (let rows = this.rest; room; rows = await this.page()) {
      const these = rows.slice(0, room)
      this.rest = rows.slice(these.length)
      room -= these.length
      if (these.length) yield these.map(row => sheetRow(row, columns, digits)).join('')
      if (rows === NONE) break
    }
    if (!this.rest.length && !room) this.rest = await this.page()
    this.hasMore = this.rest.length > 0
    yield SHEET_END
  }

  async close(): Promise<void> {
    await this.pages.return?.()
  }

  private async page(): Promise<Row[]> {
    const { value, done } = await this.pages.next()
    return done ? NONE : value
  }
}

const NONE: Row[] = []
