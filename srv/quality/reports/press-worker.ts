import { createHash } from 'node:crypto'
import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { Imprint, ReportDocument } from './document'
import { FONT, LAYOUTS, pagesOf } from './layout'

export interface PrintJob { id: number; document: ReportDocument; imprint: Imprint }
export interface Printed { content: Uint8Array; hash: string; pages: number }

const fonts = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

pdfmake.addFonts({ [FONT]: { normal: path.join(fonts, '400Regular/NotoSansSC_400Regular.ttf'), bold: path.join(fonts, '700Bold/NotoSansSC_700Bold.ttf') } })
pdfmake.addTableLayouts(LAYOUTS)
// A report's text comes from people: whatever it says, nothing is fetched, and of the disk only the fonts are read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(file => file.startsWith(fonts))

parentPort!.on('message', async ({ id, document, imprint }: PrintJob) => {
  try {
    let pages = 0
    const definition = pagesOf(document, imprint)
    const { footer } = definition
    definition.footer = (page, count, size) => {
      pages = count
      return (footer as (page: number, count: number, size: unknown) => never)(page, count, size)
    }
    const content = await pdfmake.createPdf(definition).getBuffer()
    parentPort!.postMessage({ id, printed: { content, hash: createHash('sha256').update(content).digest('hex'), pages } })
  } catch (error) {
    parentPort!.postMessage({ id, error: (error as Error).stack })
  }
})
