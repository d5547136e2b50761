import { createWriteStream, readFileSync, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import cds from '@sap/cds'
import { ImportFailure, type RejectedRow } from '../../csv-import/problem'
import { rejectsHeader, rejectsLine } from '../../csv-import/rejects'
import { fileSource } from '../../csv-import/source'
import { textOf } from '../../csv-import/texts'
import { importOrders, parseMapping, type FileFormat } from '.'
import { openDatabase } from '../../command-database'
import { progressPrinter, summaryOf } from './progress'

export const USAGE = 'Usage: npm run import-history -- FILE.csv [--map mapping.json] [--dry-run]'

/** 0: all is well; 1: the file can't be read or mapped, or there is no database; 2: there are rejected rows. */
export type ExitCode = 0 | 1 | 2

/** Runs the command and says on the terminal what it does. */
export async function runCommand(args: string[]): Promise<ExitCode> {
  try {
    const { file, map, dryRun } = readArguments(args)
    const input = parseMapping(map && readFileSync(map, 'utf8').replace(/^\ufeff/, ''))
    const source = fileSource(file)
    const rejects = new RejectsFile(`${file}.rejects.csv`)
    await openDatabase()
    const printer = progressPrinter(process.stderr)
    const summary = await importOrders(source, input, {
      transaction: 'own',
      dryRun,
      onProgress: printer.update,
      onRejected: (row, format) => rejects.write(row, format)
    })
    printer.end()
    await rejects.close()
    console.log(summaryOf(summary, { dryRun, rejectsFile: summary.rejected ? rejects.path : undefined }))
    return summary.rejected ? 2 : 0
  } catch (error) {
    console.error(messageOf(error as Error))
    return 1
  } finally {
    await (cds.db as any)?.disconnect?.()
  }
}

function readArguments(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { map: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } }
  })
  if (positionals.length !== 1) throw new Error(USAGE)
  return { file: positionals[0], map: values.map, dryRun: values['dry-run'] }
}

/** Written beside the imported file as rows are rejected; one of an earlier run is replaced. */
class RejectsFile {
  private stream?: WriteStream

  constructor(readonly path: string) {}

  async write(row: RejectedRow, { delimiter, mapping: { header } }: FileFormat) {
    if (!this.stream) {
      this.stream = createWriteStream(this.path)
      this.stream.write(`\ufeff${rejectsHeader(header, delimiter)}`)
    }
    if (!this.stream.write(rejectsLine(row, header, delimiter, textOf))) await once(this.stream, 'drain')
  }

  async close() {
    if (this.stream) await new Promise<void>(done => this.stream!.end(done))
  }
}

function messageOf(error: Error & { code?: string; path?: string }): string {
  if (error instanceof ImportFailure) return `${textOf(error.code, error.args)} (${error.target})`
  if (error.code === 'ENOENT') return `There is no file ${error.path}`
  if (error.code === 'EISDIR') return 'This is a folder, not a file.'
  if (error.code?.startsWith('ERR_PARSE_ARGS')) return `${error.message}\n${USAGE}`
  return error.message
}
