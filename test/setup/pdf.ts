import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** Text of each page of a PDF in the order in which it is read, lines parted by a blank. */
export function pagesOfPdf(content: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const reader = new Worker(path.join(__dirname, 'pdf-text.mjs'), { workerData: content, execArgv: [] })
    reader.once('message', resolve).once('error', reject)
  })
}
