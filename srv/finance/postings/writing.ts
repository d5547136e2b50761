import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Kind, Requests } from '../../host-erp/kinds'
import { nextNumbers } from '../../number-range'
import { financeSettings } from '../settings'
import { imbalances, type Line, totalOf } from './document'
import { type Repair, type Wanted, wantedDocuments, type Work } from './host-documents'
import { DOCUMENTS, host, type PostingDocument, type PostingKind, type StoredLine, storedLine } from './stored'

/** A document that is to be written. Dates are days in the company code. */
export interface PostingDraft {
  kind: PostingKind
  ID?: string
  workOrder?: { ID: string; number: string }
  companyCode: string
  /** Of the company code. */
  currency: string
  documentDate: string
  postingDate: string
  fiscalYear: number
  fiscalPeriod: number
  reference?: string | null
  settlementReference?: string | null
  accrualRun_ID?: string | null
  reversalOf_ID?: string
  reversalReason_code?: string
  lines: Line[]
  /** Of labour and travel that the host confirms. */
  work?: Work[]
  repair?: Repair
}

export interface Written { ID: string; number: string; state_code: 'Queued' | 'Posted' }

/** What is asked of the host by a posting. */
export interface Asked { kind: Kind; postedBy: string; request: unknown; costItem_ID?: string; reverses_ID?: string; dependsOn?: string; messageID?: string }

/** Writes a balanced document with all that the host has to do for it, in the transaction at hand. */
export async function writePosting(draft: PostingDraft): Promise<Written> {
  const [number] = await nextNumbers('CostPosting')
  const { companyCode, documentDate, postingDate, workOrder } = draft
  const wanted = wantedDocuments(
    { number, companyCode, documentDate, postingDate, text: workOrder?.number, assignment: workOrder?.number }, draft.lines, draft.work ?? [], draft.repair, financeSettings()
  )
  const documents = numberedDocuments(wanted)
  const documentOf = new Map(wanted.flatMap(({ lines }, i) => lines.map(line => [line.line, documents[i].ID])))
  return store(number, draft, documents, posting_ID => draft.lines.map(line => storedLine(line, { posting_ID, document_ID: documentOf.get(line.line) })))
}

/** The message of a service order that comes into being with the posting is known beforehand, so that others can wait for it. */
function numberedDocuments(wanted: Wanted[]): (Asked & { ID: string; messageID: string })[] {
  const serviceOrder = cds.utils.uuid()
  return wanted.map(({ kind, postedBy, request, costItem_ID, needsServiceOrder }) => ({
    ID: cds.utils.uuid(), messageID: kind === 'serviceOrder.create' ? serviceOrder : cds.utils.uuid(), kind, postedBy, request, costItem_ID,
    dependsOn: needsServiceOrder ? serviceOrder : undefined
  }))
}

/** Writes what is known beforehand, lines in whatever way they came about. */
export async function store(number: string, draft: Omit<PostingDraft, 'lines'>, documents: (Asked & { ID: string; messageID: string })[], linesFor: (posting_ID: string) => Partial<StoredLine>[]): Promise<Written> {
  const { CostPostings, CostPostingLines, CostPostingDocuments } = entities()
  const ID = draft.ID ?? cds.utils.uuid()
  const lines = linesFor(ID)
  refuseImbalance(lines)
  const state_code = documents.length ? 'Queued' : 'Posted'
  await INSERT.into(CostPostings).entries({
    ID, number, kind_code: draft.kind, state_code, workOrder_ID: draft.workOrder?.ID ?? null, workOrderNumber: draft.workOrder?.number ?? null, companyCode: draft.companyCode,
    documentDate: draft.documentDate, postingDate: draft.postingDate, fiscalYear: draft.fiscalYear, fiscalPeriod: draft.fiscalPeriod, reference: draft.reference ?? null,
    settlementReference: draft.settlementReference ?? null, total: totalOf(lines as never), currency_code: draft.currency, accrualRun_ID: draft.accrualRun_ID ?? null,
    reversalOf_ID: draft.reversalOf_ID ?? null, reversalReason_code: draft.reversalReason_code ?? null, postedAt: documents.length ? null : cds.context!.timestamp.toISOString()
  })
  if (documents.length) await INSERT.into(CostPostingDocuments).entries(documents.map(({ ID: document_ID, messageID, kind, postedBy, costItem_ID, reverses_ID }, i) => ({
    ID: document_ID, posting_ID: ID, position: i + 1, kind_code: kind, postedBy_code: postedBy, costItem_ID: costItem_ID ?? null, reverses_ID: reverses_ID ?? null,
    hostMessage_ID: messageID, state_code: 'Pending'
  })))
  if (lines.length) await INSERT.into(CostPostingLines).entries(lines as never)
  for (const document of documents) await submit(document, draft.workOrder?.ID)
  return { ID, number, state_code }
}

/** Asks the host for a document of a posting. */
export async function submit(document: Pick<PostingDocument, 'ID'> & Asked, workOrder_ID?: string | null): Promise<string> {
  const { ID, kind, request, dependsOn, messageID } = document
  const message = await host().submit(kind, request as Requests[Kind], { cause: { entity: DOCUMENTS, ID }, workOrder_ID: workOrder_ID ?? undefined, dependsOn, ID: messageID })
  return message.ID
}

/** An error of ours: the host would refuse it, and nothing of it may be stored. */
function refuseImbalance(lines: Partial<StoredLine>[]): void {
  const wrong = imbalances(lines.map(({ debitCredit, amount, currency_code, companyCodeAmount, companyCodeCurrency_code }) => ({
    debitCredit: debitCredit!, amount: amount!, currency: currency_code!, companyCodeAmount: companyCodeAmount!, companyCodeCurrency: companyCodeCurrency_code!
  })))
  if (wrong.length) throw new Error(`The document does not balance: ${wrong.map(({ currency, difference }) => `${difference} ${currency}`).join(', ')}`)
}
