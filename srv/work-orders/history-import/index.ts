import { readHeader, readRecords, type CsvRecord } from '../../csv-import/csv'
import { recognise } from '../../csv-import/headings'
import type { RejectedRow } from '../../csv-import/problem'
import { unguard } from '../../csv-import/rejects'
import { detectDelimiter, detectEncoding, type CsvSource } from '../../csv-import/source'
import { HEADINGS } from './headings'
import { applyMapping, type Mapping, type MappingInput } from './mapping'
import { isRejected, rowReader, type HistoryRow } from './rows'
import { readReferenceData, storeChunk, type ReferenceData } from './store'
import { inCurrentTransaction, inOwnTransaction } from './transactions'

export { parseMapping } from './mapping'
export { importHistory } from './upload'

export interface ImportCounts {
  rows: number
  imported: number
  /** Rows whose order is stored already. */
  duplicates: number
  /** Rows, not problems: a row may have several. */
  rejected: number
}

export interface ImportProgress extends ImportCounts {
  bytesRead: number
  bytes: number
}

export interface ImportSummary extends ImportCounts {
  seconds: number
  /** Serial numbers of the equipment that was missing and has been made. */
  createdEquipment: string[]
  encoding: string
  delimiter: string
  /** Headings that filled no field. */
  ignoredColumns: string[]
}

/** How the file was read; known before its first row is. */
export interface FileFormat {
  encoding: string
  delimiter: string
  mapping: Mapping
}

export interface ImportOptions {
  /** The current transaction takes all or nothing; own transactions keep every chunk that is done. */
  transaction?: 'current' | 'own'
  /** Validates and counts, stores nothing. */
  dryRun?: boolean
  onProgress?(progress: ImportProgress): void
  /** The orders of a chunk that have costs, in the transaction that stores them. */
  onStored?(orderIDs: string[]): Promise<unknown>
  onRejected?(row: RejectedRow, format: FileFormat): void | Promise<void>
}

/** Rows per transaction and per INSERT. */
const CHUNK = 1000

/**
 * Takes over the closed orders of another system from a CSV file, in bounded memory. Orders that are stored
 * already are left alone, so that a run that broke off, or came twice, is simply run again.
 *
 * @throws ImportFailure when the file or the mapping can't be used at all
 */
export async function importOrders(source: CsvSource, input: MappingInput = {}, options: ImportOptions = {}): Promise<ImportSummary> {
  const started = performance.now()
  const transact = options.transaction === 'own' ? inOwnTransaction : inCurrentTransaction
  const progress: ImportProgress = { rows: 0, imported: 0, duplicates: 0, rejected: 0, bytesRead: 0, bytes: source.size }
  const encoding = input.encoding ?? (await detectEncoding(source, isGerman))
  const delimiter = input.delimiter ?? (await detectDelimiter(source, encoding))
  const records = readRecords(source, { encoding, delimiter }, bytes => { progress.bytesRead = bytes })
  const mapping = applyMapping(input, await readHeader(records))
  const known = await transact(() => readReferenceData(mapping))
  const created = new Set<string>()

  for await (const chunk of chunksOf(rowsOf(records, mapping, known))) {
    const valid = chunk.filter((row): row is HistoryRow => !isRejected(row))
    const outcome = await transact(() => storeChunk(valid, mapping, known, options))
    const rejects = [...chunk.filter(isRejected), ...outcome.rejects].sort((a, b) => a.line - b.line)
    for (const row of rejects) await options.onRejected?.(row, { encoding, delimiter, mapping })
    outcome.createdEquipment.forEach(serialNumber => created.add(serialNumber))
    progress.rows += chunk.length
    progress.imported += outcome.imported
    progress.duplicates += outcome.duplicates
    progress.rejected += rejects.length
    options.onProgress?.({ ...progress })
  }
  const { rows, imported, duplicates, rejected } = progress
  const seconds = (performance.now() - started) / 1000
  return { rows, imported, duplicates, rejected, seconds, createdEquipment: [...created], encoding, delimiter, ignoredColumns: mapping.ignored }
}

const isGerman = (header: string[]) => recognise(header, HEADINGS).language === 'de'

async function* rowsOf(records: AsyncGenerator<CsvRecord>, mapping: Mapping, known: ReferenceData): AsyncGenerator<HistoryRow | RejectedRow> {
  const read = rowReader(mapping, known)
  for await (const { line, cells, code } of records) {
    yield code ? { line, cells, problems: [{ column: null, code, args: [] }] } : read(line, unguard(mapping.header, cells))
  }
}

async function* chunksOf<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let chunk: Row[] = []
  for await (const row of rows) {
    chunk.push(row)
    if (chunk.length === CHUNK) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length) yield chunk
}
