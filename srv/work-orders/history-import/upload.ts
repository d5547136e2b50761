import type { Readable } from 'node:stream'
import { uploadedSource } from '../../csv-import/source'
import { RejectsReport, type RejectedCell } from '../../csv-import/rejects-report'
import { importOrders } from '.'
import { parseMapping } from './mapping'

/** `WorkOrderService.ImportResult` */
export interface UploadResult {
  rows: number
  imported: number
  duplicates: number
  rejected: number
  seconds: string
  rejects: RejectedCell[]
  rejectsCsv: string | null
}

/**
 * Imports an uploaded file in the transaction of the request.
 *
 * @param csv the file; as Base64 where it comes as text
 * @param mapping JSON as in `docs/history-import.md`
 * @param onStored told of each chunk's orders with costs, in the same transaction
 */
export async function importHistory(csv: Buffer | Readable | string, mapping: string | null | undefined, onStored: (orderIDs: string[]) => Promise<unknown>): Promise<UploadResult> {
  const input = parseMapping(mapping)
  const report = new RejectsReport()
  const summary = await importOrders(await uploadedSource(csv), input, {
    onStored,
    onRejected: (row, { delimiter, mapping: { header } }) => report.add(row, header, delimiter)
  })
  const { rows, imported, duplicates, rejected, seconds } = summary
  return { rows, imported, duplicates, rejected, seconds: seconds.toFixed(3), rejects: report.cells, rejectsCsv: report.csv }
}
