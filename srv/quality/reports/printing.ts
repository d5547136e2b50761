import { createHash } from 'node:crypto'
import cds from '@sap/cds'
import { isBusy, isTaken, repeated } from '../../contention'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { authorityDraft } from './authority-draft'
import { capaReport } from './capa-report'
import type { Imprint, ReportDocument } from './document'
import { eightDReport } from './eight-d-report'
import { notificationReport } from './notification-report'
import { print } from './press'
import { capaContent } from './reading-capa'
import { draftContent } from './reading-draft'
import { notificationContent } from './reading-notification'
import { languageOf, words, type Words } from './words'

export type ReportObject = 'QualityNotifications' | 'CapaCases' | 'RegulatoryReports'

type Making = (ID: string, words: Words) => Promise<ReportDocument | undefined>

const from = <Content>(read: (ID: string) => Promise<Content | undefined>, make: (content: Content, words: Words) => ReportDocument): Making =>
  async (ID, inWords) => {
    const content = await read(ID)
    return content && make(content, inWords)
  }

/** What can be printed of each object; the first one where nobody says which. */
const REPORTS: Record<ReportObject, Partial<Record<ReportDocument['kind'], Making>>> = {
  QualityNotifications: { notification: from(notificationContent, notificationReport) },
  CapaCases: { '8D': from(capaContent, eightDReport), CAPA: from(capaContent, capaReport) },
  RegulatoryReports: { authorityDraft: from(draftContent, authorityDraft) }
}

export interface Order { object: ReportObject; ID: string; kind?: string | null; language?: string | null; user: string; locale: string; at: Date }

/**
 * Prints a report and keeps it: a new version of what was printed of the object in that language before. Nothing is locked while it is laid out;
 * of two who print at once the second begins anew. To be called without a transaction open.
 *
 * @returns ID of the document
 */
export function createReport(order: Order): Promise<string> {
  const { object, kind: asked } = order
  const kind = (asked || Object.keys(REPORTS[object])[0]) as ReportDocument['kind']
  const make = (Object.hasOwn(REPORTS[object], kind) && REPORTS[object][kind]) || fail(422, 'REPORT_KIND_UNKNOWN', { target: 'kind_code', args: [asked] })
  const language = languageOf(order.language || order.locale) ?? fail(422, 'REPORT_LANGUAGE_UNKNOWN', { target: 'language', args: [order.language] })
  return repeated(() => attempt(order, make, kind, language), 5, error => isBusy(error) || isTaken(error), tries => 20 * 2 ** tries * Math.random())
}

async function attempt({ object, ID: objectID, user, at }: Order, make: Making, kind: string, language: string): Promise<string> {
  const { document, number, version, imprint } = await inLanguage(language, async () => {
    const inWords = words(language)
    const document = (await make(objectID, inWords)) ?? fail(404, 'REPORT_OBJECT_UNKNOWN')
    const { QualityDocuments } = entities()
    const latest = (await SELECT.one.from(QualityDocuments).columns('number', 'version').where({ object, objectID, kind_code: kind, language }).orderBy('version desc')) as { number: string; version: number } | null
    const number = latest?.number ?? (await nextNumbers('QualityDocument'))[0]
    const version = (latest?.version ?? 0) + 1
    return { document, number, version, imprint: imprintOf(inWords, number, version, user, at) }
  })
  const { content, hash: fileHash, pages } = await print(document, imprint)
  const ID = cds.utils.uuid()
  await inLanguage(language, async () => { await INSERT.into(entities().QualityDocuments).entries({
    ID, number, version, kind_code: kind, object, objectID, objectNumber: document.objectNumber, language, title: `${document.title} ${document.objectNumber}`.slice(0, 80),
    fileName: `${number}-v${version}-${document.objectNumber}-${kind}-${language}.pdf`, mediaType: 'application/pdf', content: Buffer.from(content), contentHash: hashOf(document), fileHash, pages,
    createdAt: at, createdBy: user
  }) })
  return ID
}

function imprintOf({ text, instant }: Words, number: string, version: number, printedBy: string, at: Date): Imprint {
  const plain = (key: string) => text(key)
  return {
    number, version, printedBy, printedAt: at.toISOString(),
    labels: {
      version: text('version', { version }), state: plain('state'), printed: text('printed', { user: printedBy, at: instant(at) }), page: text('page', { page: '{page}', pages: '{pages}' }), signatures: plain('signatures'),
      noSignatures: plain('noSignatures'), meaning: plain('meaning'), printedName: plain('printedName'), signedAt: plain('signedAt'), hash: plain('hash'), validity: plain('validity'), valid: plain('valid'), broken: plain('broken')
    }
  }
}

/** The same content has the same hash, whoever prints it and when. */
export const hashOf = (document: ReportDocument): string => createHash('sha256').update(JSON.stringify(document)).digest('hex')

/** A transaction of its own, in which names come in the report's language. */
const inLanguage = <T>(locale: string, work: () => Promise<T>): Promise<T> =>
  cds.tx({ user: cds.User.privileged, locale } as never, work as never) as unknown as Promise<T>
