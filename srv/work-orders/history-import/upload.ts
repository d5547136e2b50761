import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { importOrders } from '.'
import { parseMapping } from './mapping'
import { rejectsHeader, rejectsLine } from './rejects'
import { bufferSource } from './source'
import { textOf } from './texts'

/** `WorkOrderService.ImportResult` */
export interface UploadResult {
  rows: number
  imported: number
  duplicates: number
  rejected: number
  seconds: string
  rejects: { line: number; column: string | null; reason: string }[]
  rejectsCsv: string | null
}

/**
 * Imports an uploaded file in the transaction of the request.
 *
 * @param csv the file; as Base64 where it comes as text
 * @param mapping JSON as in `docs/history-import.md`
 */
export async function importHistory(csv: Buffer | Readable | string, mapping?: string | null): Promise<UploadResult> {
  const input = parseMapping(mapping)
  const rejects: UploadResult['rejects'] = []
  const lines: string[] = []
  const summary = await importOrders(bufferSource(await contentOf(csv)), input, {
    onRejected(row, { delimiter, mapping: { header } }) {
      if (!lines.length) lines.push('\ufeff', rejectsHeader(header, delimiter))
      lines.push(rejectsLine(row, header, delimiter, textOf))
      for (const { column, code, args } of row.problems) {
        rejects.push({ line: row.line, column: column?.slice(0, 60) ?? null, reason: textOf(code, args).slice(0, 255) })
      }
    }
  })
  const { rows, imported, duplicates, rejected, seconds } = summary
  return { rows, imported, duplicates, rejected, seconds: seconds.toFixed(3), rejects, rejectsCsv: lines.join('') || null }
}

async function contentOf(csv: Buffer | Readable | string): Promise<Buffer> {
  if (typeof csv === 'string') return Buffer.from(csv, 'base64')
  return Buffer.isBuffer(csv) ? csv : buffer(csv)
}
