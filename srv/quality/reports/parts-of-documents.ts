import type { Block, Cell, Column, Fact, Signature } from './document'
import type { Words } from './words'

type Row = Record<string, any>

/** Pieces that several reports are put together from. */
export function piecesIn(words: Words) {
  const fact = (label: string, value: unknown): Fact => ({ label, value: value === null || value === undefined || value === '' ? null : String(value) })

  return {
    fact,
    /** Facts labelled as pages label the fields: [element, value]. */
    factsOf: (entity: string, ...pairs: [string, unknown][]): Fact[] => pairs.map(([element, value]) => fact(words.label(entity, element), value)),
    facts: (...facts: Fact[]): Block => ({ kind: 'facts', facts }),
    text: (text: string | null | undefined, label?: string): Block => ({ kind: 'text', text: text || null, ...(label && { label }) }),
    table: (columns: Column[], rows: Cell[][], title?: string): Block => ({ kind: 'table', columns, rows, empty: words.text('none'), ...(title && { title }) }),

    items: (items: (Row & { causes: Row[] })[], withNumber = false): Block => ({
      kind: 'table', empty: words.text('none'),
      columns: [
        withNumber ? { label: words.text('notification'), share: 2.2 } : { label: words.text('position') }, { label: words.text('defect'), share: 3 }, { label: words.text('objectPart'), share: 2 },
        { label: words.text('quantity'), share: 1.4 }, { label: words.text('partAndBatch'), share: 2 }, { label: words.text('causes'), share: 4 }
      ],
      rows: items.map(item => [
        withNumber ? `${item.notificationNumber}\n${item.position}` : String(item.position ?? ''),
        lines(coded(item.defectName, item.defectGroup, item.defectCode), item.text),
        lines(item.objectPartName ?? item.objectPartCode, item.locationName ?? item.locationCode),
        words.quantity(item.quantity, item.unit), lines(lineOf(item.partNumber, item.partName), item.batch && `${words.label('NotificationItems', 'batch')} ${item.batch}`, item.serialNumber),
        lines(...item.causes.map(cause => lineOf(cause.isRootCause ? `[${words.text('rootCause')}]` : null, coded(cause.causeName, cause.causeGroup, cause.causeCode), cause.text)))
      ])
    }),

    signatures: (rows: Row[]): Signature[] => rows.map(row => ({
      meaning: row.meaning ?? row.meaning_code, printedName: row.printedName ?? row.userId, userId: row.userId, signedAt: words.instant(row.signedAt)!, comment: row.comment ?? null,
      contentHash: row.contentHash, broken: row.isBroken ? row.brokenReason ?? words.text('broken') : null
    })),

    attachments: (rows: Row[]): Block => ({
      kind: 'table', empty: words.text('none'),
      columns: [{ label: words.text('fileName'), share: 4 }, { label: words.text('fileType'), share: 2 }, { label: words.text('addedAt'), share: 2 }],
      rows: rows.map(row => [row.filename, row.mimeType, words.instant(row.createdAt)])
    })
  }
}

/** Name of a code with the code itself, which is what catalogs are compared by. */
export const coded = (name: string | null, group: string | null, code: string | null): string | null => (code ? lineOf(name, `(${[group, code].filter(Boolean).join('/')})`) : name)

export const lineOf = (...parts: (string | null | undefined | false)[]): string | null => parts.filter(Boolean).join(' ') || null

/** Who and when, for instance. */
export const listOf = (...parts: (string | null | undefined | false)[]): string | null => parts.filter(Boolean).join(', ') || null

export const lines = (...parts: (string | null | undefined | false)[]): string | null => parts.filter(Boolean).join('\n') || null
