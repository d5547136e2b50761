import type { Content, ContentTable, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Cell, Column, Fact, Imprint, ReportDocument, Signature, TreeNode } from './document'
import { heightOf, heightOfRow, heightOfText, MOST_IN_ONE_PIECE, SIDE, WIDTH, widthsOf } from './heights'

export const FONT = 'NotoSansSC'

const INK = '#1d2733'
const QUIET = '#5b6776'
const ACCENT = '#0b4f82'
const RULE = '#d5dbe2'
const SHADE = '#f2f5f8'
const GOOD = '#1f7a3d'
const BAD = '#b3261e'

/** Hair lines between rows, none at the sides. */
export const LAYOUTS: Record<string, CustomTableLayout> = {
  list: {
    hLineWidth: (row, { table }) => (row < (table.headerRows ?? 1) - 1 ? 0 : row === (table.headerRows ?? 1) - 1 || row === table.body.length ? 0.8 : 0.4), vLineWidth: () => 0, hLineColor: () => RULE,
    fillColor: (row, { table }) => (row < (table.headerRows ?? 0) ? SHADE : null), paddingLeft: () => 5, paddingRight: () => 5, paddingTop: () => 3.5, paddingBottom: () => 3.5
  },
  facts: { hLineWidth: row => (row === 0 ? 0 : 0.4), vLineWidth: () => 0, hLineColor: () => RULE, paddingLeft: () => 0, paddingRight: () => 10, paddingTop: () => 3, paddingBottom: () => 3 }
}

/** The pages of a report. The same document and imprint give the same bytes. */
export function pagesOf(document: ReportDocument, imprint: Imprint): TDocumentDefinitions {
  const { labels } = imprint
  return {
    pageSize: 'A4', pageMargins: [SIDE, 76, SIDE, 58], language: document.language === 'zh_CN' ? 'zh-CN' : 'en',
    info: { title: `${document.title} ${document.objectNumber}`, subject: document.subject, keywords: `${imprint.number} ${imprint.version}`, creationDate: new Date(imprint.printedAt), producer: 'pdfmake', creator: 'after-sales' },
    defaultStyle: { font: FONT, fontSize: 9, lineHeight: 1.18, color: INK },
    styles: {
      title: { fontSize: 19, bold: true, color: ACCENT, lineHeight: 1.05 }, subject: { fontSize: 11.5, margin: [0, 3, 0, 0] }, section: { fontSize: 11.5, bold: true, color: ACCENT, margin: [0, 16, 0, 5] },
      sub: { fontSize: 9, bold: true, margin: [0, 9, 0, 3] }, head: { fontSize: 8, bold: true, color: QUIET }, label: { fontSize: 8, color: QUIET }, frame: { fontSize: 7.5, color: QUIET }
    },
    ...(document.watermark && { watermark: { text: document.watermark, font: FONT, bold: true, color: QUIET, opacity: 0.07, fontSize: 130, angle: -52 } }),
    header: () => ({
      margin: [SIDE, 26, SIDE, 0], stack: [
        { columns: [
          { width: '*', text: [{ text: document.title, bold: true, color: INK }, `   ${document.objectNumber}`], style: 'frame', fontSize: 8.5 },
          { width: 'auto', text: [{ text: imprint.number, bold: true, color: INK }, ` · ${labels.version}`], style: 'frame', fontSize: 8.5, alignment: 'right' }
        ] },
        { text: `${labels.state}: ${document.state}`, style: 'frame', margin: [0, 1, 0, 4] },
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.8, lineColor: ACCENT }] }
      ]
    }),
    footer: (page: number, pages: number) => ({
      margin: [SIDE, 12, SIDE, 0], stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.4, lineColor: RULE }] },
        { margin: [0, 5, 0, 0], columns: [
          { width: '*', text: labels.printed, style: 'frame' },
          { width: 'auto', text: labels.page.replace('{page}', String(page)).replace('{pages}', String(pages)), style: 'frame', alignment: 'right' }
        ] }
      ]
    }),
    content: [
      { text: document.title, style: 'title' },
      { text: wrapped(document.subject), style: 'subject' },
      { margin: [0, 10, 0, 0], ...factsTable(document.facts) },
      ...document.sections.flatMap(({ title, blocks }) => titled(title, blocks)),
      ...titled(labels.signatures, [signatureTable(document.signatures, imprint)])
    ]
  }
}

/** A heading never stands alone at the end of a page: it stays with a short block, and is part of the head of a long table. */
function titled(title: string, blocks: Block[]): Content[] {
  const [first, ...others] = blocks
  const rest = others.map(block => blockOf(block))
  const heading = { text: title, style: 'section' }
  if (!first) return [heading]
  if (first.kind === 'table' && !isShort(first)) return [blockOf(first, heading), ...rest]
  return [{ stack: [heading, blockOf(first)], unbreakable: isShort(first) }, ...rest]
}

const isShort = (block: Block): boolean => heightOf(block) < MOST_IN_ONE_PIECE

function blockOf(block: Block, heading?: Title): Content {
  switch (block.kind) {
    case 'facts': return { margin: [0, 2, 0, 6], ...factsTable(block.facts) }
    case 'text': return { stack: [...(block.label ? [{ text: block.label, style: 'sub' }] : []), { text: wrapped(block.text ?? '–'), margin: [0, 0, 0, 4] }], unbreakable: isShort(block) }
    case 'table': {
      const titles = [...(heading ? [heading] : []), ...(block.title ? [{ text: block.title, style: 'sub' }] : [])]
      return block.rows.length ? { margin: [0, 2, 0, 8], ...listTable(block.columns, block.rows, titles) } : { stack: [...titles, { text: block.empty, color: QUIET }], margin: [0, 2, 0, 8], unbreakable: true }
    }
    case 'tree': return block.nodes.length ? { stack: block.nodes.map(node => branch(node)), margin: [0, 2, 0, 4] } : { text: block.empty, color: QUIET, margin: [0, 0, 0, 4] }
    case 'notice': return notice(block.text, block.tone)
  }
}

interface Title { text: string; style: string }

/** Two facts beside each other; one that is long has the row for itself. */
function factsTable(facts: Fact[]): ContentTable {
  const rows: TableCell[][] = []
  let open: TableCell[] | undefined
  for (const { label, value } of facts) {
    const isLong = (value ?? '').length > 56
    const cells: TableCell[] = [{ text: label, style: 'label' }, { text: wrapped(value ?? '–', 28), ...(isLong && { colSpan: 3 }) }]
    if (isLong) {
      if (open) open.push({ text: '' }, { text: '' })
      open = undefined
      rows.push([...cells, { text: '' }, { text: '' }])
    } else if (open) {
      open.push(...cells)
      open = undefined
    } else rows.push(open = cells)
  }
  if (open) open.push({ text: '' }, { text: '' })
  return { layout: 'facts', table: { widths: [86, '*', 86, '*'], body: rows.length ? rows : [[{ text: '' }, { text: '' }, { text: '' }, { text: '' }]] } }
}

/** Higher rows go on overleaf, or pages would be left half empty. */
const WHOLE_ROW = 130

/** Titles are rows of the head, so that they stay with it and come again with it. */
function listTable(columns: Column[], rows: Cell[][], titles: Title[]): ContentTable {
  const widths = widthsOf(columns)
  const heights = rows.map(row => heightOfRow(row, widths))
  const across = (title: Title): TableCell[] => columns.map((_, index) => (index ? { text: '' }
    : { ...title, colSpan: columns.length, fillColor: '#ffffff', margin: [-5, title.style === 'section' ? 12 : 2, 0, 1], border: [false, false, false, false] }))
  return {
    layout: 'list', fontSize: 8.5,
    table: {
      headerRows: titles.length + 1, keepWithHeaderRows: heights[0] < MOST_IN_ONE_PIECE ? 1 : 0, dontBreakRows: Math.max(...heights) < WHOLE_ROW, widths,
      body: [...titles.map(across), columns.map(({ label }) => ({ text: label, style: 'head' })), ...rows.map(row => row.map(cell => cellOf(cell)))]
    }
  }
}

const cellOf = (cell: Cell): TableCell => (cell && typeof cell === 'object'
  ? { text: wrapped(cell.text), bold: true, color: cell.tone === 'good' ? GOOD : BAD }
  : { text: wrapped(cell ?? '–'), ...(!cell && { color: QUIET }) })

/** "Why?" by "why?", indented, with a rule at its side. */
function branch({ depth, text, evidence, marks, isRootCause, isRuledOut }: TreeNode): Content {
  const indent = Math.min(depth, 9) * 16
  const color = isRuledOut ? QUIET : INK
  return {
    margin: [indent, 0, 0, 4], unbreakable: heightOfText(text, WIDTH / 2) + heightOfText(evidence, WIDTH / 2) < MOST_IN_ONE_PIECE,
    table: { widths: ['*'], body: [[{
      border: [true, false, false, false], stack: [
        { text: [{ text: wrapped(text || '–'), bold: isRootCause, color, ...(isRuledOut && { decoration: 'lineThrough' as const }) }, ...(marks.length ? [{ text: `   ${marks.join(' · ')}`, fontSize: 7.5, color: isRootCause ? ACCENT : QUIET, bold: isRootCause }] : [])] },
        ...(evidence ? [{ text: wrapped(evidence), fontSize: 8, color: QUIET }] : [])
      ]
    }]] },
    layout: { vLineWidth: column => (column === 0 ? 1.6 : 0), hLineWidth: () => 0, vLineColor: () => (isRootCause ? ACCENT : RULE), paddingLeft: () => 7, paddingTop: () => 0.5, paddingBottom: () => 0.5 }
  }
}

function notice(text: string, tone: 'good' | 'bad' | 'neutral'): Content {
  const color = { good: GOOD, bad: BAD, neutral: QUIET }[tone]
  return {
    margin: [0, 5, 0, 4], unbreakable: true, table: { widths: ['*'], body: [[{ text, bold: true, color, border: [true, false, false, false], fillColor: SHADE }]] },
    layout: { vLineWidth: column => (column === 0 ? 2.4 : 0), hLineWidth: () => 0, vLineColor: () => color, paddingLeft: () => 8, paddingTop: () => 4, paddingBottom: () => 4 }
  }
}

const HASH_SHOWN = 12

/** Printed name, date and time, meaning (21 CFR 11.50), and whether the record is still what was signed (11.70). */
function signatureTable(signatures: Signature[], { labels }: Imprint): Block {
  return {
    kind: 'table', empty: labels.noSignatures,
    columns: [{ label: labels.meaning, share: 4 }, { label: labels.printedName, share: 3 }, { label: labels.signedAt, share: 3 }, { label: labels.hash, share: 2.4 }, { label: labels.validity, share: 3 }],
    rows: signatures.map(({ meaning, printedName, userId, signedAt, comment, contentHash, broken }) => [
      [meaning, comment].filter(Boolean).join('\n'), printedName === userId ? printedName : `${printedName}\n${userId}`, signedAt, contentHash.slice(0, HASH_SHOWN),
      broken ? { text: `${labels.broken}\n${broken}`, tone: 'bad' } : { text: labels.valid, tone: 'good' }
    ])
  }
}

/** Identifiers have no blanks at which a line could end, and would run out of their column: they may break anywhere. */
export function wrapped(text: string, longest = 18): string | Content[] {
  const parts = text.split(new RegExp(`([\\x21-\\x7e]{${longest},})`))
  return parts.length === 1 ? text : parts.map((part, index) => ({ text: part, ...(index % 2 && { wordBreak: 'break-all' }) }) as Content)
}
