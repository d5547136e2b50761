import { parentPort, workerData } from 'node:worker_threads'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// A thread of its own: the tests' module loader can't import ES modules.
const document = await getDocument({ data: new Uint8Array(workerData), verbosity: 0 }).promise
const pages = []
for (let number = 1; number <= document.numPages; number++) {
  const { items } = await (await document.getPage(number)).getTextContent()
  pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('').replace(/\s+/g, ' '))
}
parentPort.postMessage(pages)
