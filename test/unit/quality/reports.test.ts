import fs from 'node:fs'
import { pagesOfPdf } from '../../setup/pdf'
import { nodesOf } from '../../../srv/quality/reports/capa-parts'
import type { Imprint, ReportDocument } from '../../../srv/quality/reports/document'
import { wrapped } from '../../../srv/quality/reports/layout'
import { print, stopPress } from '../../../srv/quality/reports/press'
import { languageOf, type Words } from '../../../srv/quality/reports/words'

jest.setTimeout(60_000)
afterAll(stopPress)

const words = { text: (key: string) => key } as unknown as Words
const cause = (ID: string, parent_ID: string | null, position: number, more: object = {}) => ({ ID, parent_ID, position, answer: ID, ...more })

const imprint: Imprint = {
  number: 'QD-000001', version: 3, printedBy: 'qm', printedAt: '2026-11-22T16:00:00.000Z',
  labels: {
    version: 'Version 3', state: 'Status', printed: 'Printed by qm', page: 'Page {page} of {pages}', signatures: 'Signatures', noSignatures: 'Nobody has signed yet.', meaning: 'Meaning', printedName: 'Name', signedAt: 'Signed on',
    hash: 'Hash', validity: 'Validity', valid: 'Valid', broken: 'Broken'
  }
}
const report = (changes: Partial<ReportDocument> = {}): ReportDocument => ({
  kind: 'notification', language: 'en', title: 'Report', subject: 'Sensor', objectNumber: 'QN-000001', state: 'In Process', facts: [{ label: 'Type', value: 'Complaint' }], sections: [], signatures: [], ...changes
})
const table = (rows: string[][]): ReportDocument['sections'][number] =>
  ({ title: 'Findings', blocks: [{ kind: 'table', columns: [{ label: 'No.' }, { label: 'Text', share: 3 }, { label: 'Cause', share: 2 }], rows, empty: 'None' }] })

async function read(document: ReportDocument) {
  const { content, pages, hash } = await print(document, imprint)
  return { pages: await pagesOfPdf(Buffer.from(content)), count: pages, hash, content: Buffer.from(content) }
}

describe('a tree of causes', () => {
  test('goes from each answer to those below it, in the order of their positions; answers without their question stand at the top', () => {
    const causes = [cause('b', null, 2), cause('a2', 'a', 2), cause('a', null, 1), cause('a1', 'a', 1), cause('a11', 'a1', 1, { isRootCause: true, branchName: 'Method' }), cause('lost', 'gone', 3, { isRuledOut: true })]
    expect(nodesOf(causes, words).map(({ text, depth, marks }) => [text, depth, marks])).toEqual([['a', 0, []], ['a1', 1, []], ['a11', 2, ['Method', 'rootCause']], ['a2', 1, []], ['b', 0, []], ['lost', 0, ['ruledOut']]])
  })
})

describe('words too long for a column', () => {
  test('may break anywhere; others only where words end', () => {
    expect(wrapped('A short text')).toBe('A short text')
    expect(wrapped('UDI (01)09520001000140(21)MON end')).toEqual([{ text: 'UDI ' }, { text: '(01)09520001000140(21)MON', wordBreak: 'break-all' }, { text: ' end' }])
  })
})

describe('languages', () => {
  test.each([['en', 'en'], ['en-GB', 'en'], ['zh_CN', 'zh_CN'], ['zh-Hans', 'zh_CN'], ['fr', undefined], [null, undefined]])('%s is printed as %s', (asked, printed) => expect(languageOf(asked)).toBe(printed))
})

describe('pages', () => {
  test('of the same report and imprint are the same bytes', async () => {
    const [first, second] = [await read(report({ sections: [table([['1', 'No value', 'Cable']])] })), await read(report({ sections: [table([['1', 'No value', 'Cable']])] }))]
    expect(second.hash).toBe(first.hash)
    expect((await read(report({ sections: [table([['1', 'No value', 'Plug']])] }))).hash).not.toBe(first.hash)
  })

  test('break long tables with their head repeated, and lose no row', async () => {
    const { pages, count } = await read(report({ sections: [table(Array.from({ length: 120 }, (_, i) => [String(i + 1), `Finding number ${i + 1}.`, 'x']))] }))
    expect(count).toBe(pages.length)
    expect(pages.length).toBeGreaterThan(2)
    const text = pages.join(' ')
    for (let row = 1; row <= 120; row++) expect(text).toContain(`Finding number ${row}.`)
    expect(pages.filter(page => page.includes('Findings') && page.includes('No.')).length).toBeGreaterThanOrEqual(pages.length - 1)
    pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} of ${pages.length}`))
  })

  test('tell a text to its end that is longer than a page', async () => {
    const text = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ')
    const { pages } = await read(report({ sections: [{ title: 'Long', blocks: [{ kind: 'text', text: `${text} ${text} the end` }] }, table([['1', `${text} last of the row`, 'x']])] }))
    expect(pages.join(' ')).toContain('the end')
    expect(pages.join(' ')).toContain('last of the row')
    expect(pages[0]).toContain('word0')
  })

  test('carry their fonts, cut down to what is used, so that Chinese reads everywhere', async () => {
    const { content, pages } = await read(report({ subject: '血氧探头无数值' }))
    expect(pages[0]).toContain('血氧探头无数值')
    expect(content.includes('/FontFile')).toBe(true)
    expect(content.length).toBeLessThan(200_000)
  })

  test('name who signed, when and for what; a broken signature says so', async () => {
    const signature = { meaning: 'Approved', printedName: 'Quinn Marsh', userId: 'qm', signedAt: '22 Nov 2026, 16:00:00 UTC', comment: null, contentHash: 'abcdef0123456789'.repeat(4), broken: null }
    const { pages } = await read(report({ signatures: [signature, { ...signature, printedName: 'Ada Moe', broken: 'The record was changed.' }] }))
    for (const said of ['Approved', 'Quinn Marsh', 'abcdef012345', 'Valid', 'Ada Moe', 'Broken', 'The record was changed.']) expect(pages.join(' ')).toContain(said)
    expect((await read(report())).pages.join(' ')).toContain('Nobody has signed yet.')
  })

  test('of a draft say so across each page', async () => {
    const { pages } = await read(report({ watermark: 'DRAFT', sections: [table(Array.from({ length: 80 }, (_, i) => [String(i), 'y', 'x']))] }))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toContain('DRAFT')
  })

  test('are laid out without reading or fetching what a text names', async () => {
    const file = __filename
    expect(fs.existsSync(file)).toBe(true)
    const { pages } = await read(report({ subject: `${file} http://127.0.0.1:1/x.png` }))
    expect(pages.join('').replace(/\s/g, '')).toContain('http://127.0.0.1:1/x.png')
  })
})
