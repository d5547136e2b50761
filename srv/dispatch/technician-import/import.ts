import type { Readable } from 'node:stream'
import { readHeader, readRecords } from '../../csv-import/csv'
import { recognise } from '../../csv-import/headings'
import type { RejectedRow } from '../../csv-import/problem'
import { unguard } from '../../csv-import/rejects'
import { RejectsReport, type RejectedCell } from '../../csv-import/rejects-report'
import { detectDelimiter, detectEncoding, uploadedSource } from '../../csv-import/source'
import { HEADINGS } from './fields'
import { readKnown } from './known'
import { applyMapping, parseMapping } from './mapping'
import { isRejected, rowReader, type TechnicianRow } from './rows'
import { storeRows } from './store'

/** Rows per statement. */
const CHUNK = 500

/** `DispatchService.TechnicianImport` */
export interface ImportResult {
  rows: number
  created: number
  updated: number
  rejected: number
  seconds: string
  rejects: RejectedCell[]
  rejectsCsv: string | null
}

/**
 * Takes over technicians from an uploaded file in the transaction of the request. Rows are told apart by the technician's
 * number: those that are there already are changed. What is wrong with a row is reported; the others are taken.
 *
 * @param csv the file; as Base64 where it comes as text
 * @param mapping JSON as in `docs/dispatch.md`
 * @throws ImportFailure when the file or the mapping can't be used at all
 */
export async function importTechnicians(csv: Buffer | Readable | string, mapping?: string | null): Promise<ImportResult> {
  const started = performance.now()
  const input = parseMapping(mapping)
  const source = await uploadedSource(csv)
  const encoding = input.encoding ?? (await detectEncoding(source, isGerman))
  const delimiter = input.delimiter ?? (await detectDelimiter(source, encoding))
  const records = readRecords(source, { encoding, delimiter }, () => {})
  const applied = applyMapping(input, await readHeader(records))
  const known = await readKnown()
  const read = rowReader(applied, known)
  const rows: (TechnicianRow | RejectedRow)[] = []
  for await (const { line, cells, code } of records) {
    rows.push(code ? { line, cells, problems: [{ column: null, code, args: [] }] } : read(line, unguard(applied.header, cells)))
  }
  const valid = rows.filter(row => !isRejected(row)) as TechnicianRow[]
  const report = new RejectsReport()
  for (const row of rows.filter(isRejected)) report.add(row, applied.header, delimiter)
  const counts = { created: 0, updated: 0 }
  for (let from = 0; from < valid.length; from += CHUNK) {
    const { created, updated } = await storeRows(valid.slice(from, from + CHUNK), known)
    counts.created += created
    counts.updated += updated
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(3)
  return { rows: rows.length, ...counts, rejected: rows.length - valid.length, seconds, rejects: report.cells, rejectsCsv: report.csv }
}

const isGerman = (header: string[]) => recognise(header, HEADINGS).language === 'de'
