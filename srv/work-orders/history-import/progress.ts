import type { ImportProgress, ImportSummary } from '.'

interface Terminal {
  isTTY?: boolean
  write(text: string): unknown
}

const LEAST_MS = 250

/** One line that renews itself at most four times a second; where no one watches, a line for each tenth. */
export function progressPrinter(out: Terminal, now: () => number = () => performance.now()) {
  const started = now()
  let last = -Infinity
  let tenth = 0

  function update(progress: ImportProgress) {
    const share = progress.bytes ? progress.bytesRead / progress.bytes : 1
    if (out.isTTY) {
      if (now() - last < LEAST_MS) return
      last = now()
      out.write(`\r\u001b[K${lineOf(progress, share, now() - started)}`)
    } else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10)
      out.write(`${lineOf(progress, share, now() - started)}\n`)
    }
  }
  return { update, end: () => void (out.isTTY && out.write('\r\u001b[K')) }
}

function lineOf({ rows, imported, duplicates, rejected }: ImportProgress, share: number, milliseconds: number): string {
  const rate = count(rows / Math.max(milliseconds / 1000, 0.001))
  return `${Math.floor(share * 100)} %  ${count(rows)} rows: ${count(imported)} imported, ${count(duplicates)} already there, ${count(rejected)} rejected (${rate} rows/s)`
}

/** What the command says at its end. */
export function summaryOf(summary: ImportSummary, { dryRun = false, rejectsFile }: { dryRun?: boolean; rejectsFile?: string }): string {
  const { rows, imported, duplicates, rejected, seconds, createdEquipment, encoding, ignoredColumns } = summary
  const rate = rows / Math.max(seconds, 0.001)
  const shown = createdEquipment.slice(0, 10).join(', ') + (createdEquipment.length > 10 ? ' …' : '')
  return [
    dryRun && 'Nothing was stored (--dry-run).',
    encoding !== 'utf-8' && `Read as ${encoding}.`,
    ignoredColumns.length > 0 && `Columns not imported: ${ignoredColumns.join(', ')}`,
    createdEquipment.length > 0 && `Equipment created: ${createdEquipment.length} (${shown})`,
    rejectsFile && `Rejected rows with their reasons: ${rejectsFile}`,
    `${count(rows)} rows: ${count(imported)} imported, ${count(duplicates)} already there, ${count(rejected)} rejected; ${seconds.toFixed(2)} s, ${count(rate)} rows/s`
  ].filter(Boolean).join('\n')
}

const count = (value: number) => Math.round(value).toLocaleString('en')
