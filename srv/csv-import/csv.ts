import { Readable } from 'node:stream'
import { parse, type CsvError } from 'csv-parse'
import { ImportFailure } from './problem'
import type { CsvSource } from './source'

export interface CsvRecord {
  /** The line of the file in which the record begins, from 1. */
  line: number
  cells: string[]
  /** Key of the text that says why the record can't be read. */
  code?: 'IMPORT_QUOTE_NOT_CLOSED' | 'IMPORT_ROW_UNREADABLE'
}

export interface CsvFormat {
  encoding: string
  delimiter: string
}

/** A quote that is never closed swallows the rest of the file; this bounds how much is held in memory. */
const RECORD_LIMIT = 1024 * 1024

/**
 * Reads a file record by record in bounded memory.
 *
 * Quotes within unquoted cells (6" HOSE) are part of the text. A record that can't be read is returned with
 * a code instead of ending the file. Line ends of every kind count once, also within quoted cells.
 *
 * @param onBytes told how many bytes have been read so far
 */
export async function* readRecords(source: CsvSource, { encoding, delimiter }: CsvFormat, onBytes: (bytes: number) => void): AsyncGenerator<CsvRecord> {
  const unreadable: CsvRecord[] = []
  const reading = { isOver: false }
  const parser = parse({
    delimiter,
    info: true,
    // Only with it `on_skip` is told the text.
    raw: true,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: RECORD_LIMIT,
    on_skip: (error, raw) => {
      const record = unreadableRecord(error as CsvError, raw ?? '')
      if (!reading.isOver) unreadable.push(record)
      // What follows an open quote is text of that cell to the end of the file.
      reading.isOver ||= record.code === 'IMPORT_QUOTE_NOT_CLOSED'
    }
  })
  const input = Readable.from(lines(source, encoding, reading, onBytes))
  input.on('error', error => parser.destroy(error))
  input.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = info.lines - record.reduce((sum, cell) => sum + breaks(cell), 0)
      // The parser reads ahead: what it skipped may stand behind this record.
      while (unreadable.length && unreadable[0].line < line) yield unreadable.shift()!
      yield { line, cells: record }
    }
    yield* unreadable
  } finally {
    input.destroy()
    parser.destroy()
  }
}

/**
 * The headings, which are the first record.
 * @throws ImportFailure IMPORT_FILE_EMPTY or, for workbooks and other binary files, IMPORT_NOT_CSV
 */
export async function readHeader(records: AsyncGenerator<CsvRecord>): Promise<string[]> {
  const { value } = await records.next()
  if (!value) throw new ImportFailure('IMPORT_FILE_EMPTY', 'csv')
  // Workbooks and other binary files begin with control characters.
  // eslint-disable-next-line no-control-regex
  if (value.code || value.cells.some((cell: string) => /[\u0000-\u0008\u000e-\u001f]/.test(cell))) throw new ImportFailure('IMPORT_NOT_CSV', 'csv')
  return value.cells.map((cell: string) => cell.trim())
}

/** Decoded text with line feeds as its only line ends: the parser counts CR LF in a quoted cell twice. */
async function* lines(source: CsvSource, encoding: string, reading: { isOver: boolean }, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let bytes = 0
  let carry = ''
  for await (const chunk of source.open()) {
    if (reading.isOver) return
    bytes += (chunk as Buffer).length
    onBytes(bytes)
    const text = carry + decoder.decode(chunk as Buffer, { stream: true })
    carry = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - carry.length).replace(/\r\n?/g, '\n')
  }
  yield (carry + decoder.decode()).replace(/\r\n?/g, '\n')
}

function unreadableRecord(error: CsvError, raw: string): CsvRecord {
  const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || (error.code === 'CSV_MAX_RECORD_SIZE' && raw.includes('"'))
  return { line: Number(error.lines) - breaks(raw), cells: [raw.split('\n')[0]], code: isQuote ? 'IMPORT_QUOTE_NOT_CLOSED' : 'IMPORT_ROW_UNREADABLE' }
}

const breaks = (cell: string) => (cell.includes('\n') ? cell.split('\n').length - 1 : 0)
