import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { nameOfCode } from '../../words'
import { nextOpenDate } from '../rules/periods'
import { mirrored } from './document'
import { finish, reopenRows } from './finishing'
import { dated } from './gathering'
import { announce, documentsOf, freePlace, host, linesOf, lockedFinance, lockedPosting, type Posting, type PostingDocument, type StoredLine, takePlace, today } from './stored'
import { type Asked, store } from './writing'

/** How a document is taken back; without a day on its own, or the first one after it that is open. */
export interface Reversal { reason_code: string; postingDate?: string | null; kind?: 'reversal' | 'accrualReversal' }

interface Reversed { ID: string; number: string; state_code: string }

const REVERSALS: Record<string, Asked['kind'] | undefined> = {
  'journalEntry.post': 'journalEntry.reverse', 'timeConfirmation.create': 'timeConfirmation.cancel', 'serviceConfirmation.create': 'serviceConfirmation.cancel'
}

/**
 * Takes a posting back, in the transaction at hand: what is in the host's books by a mirror of it, and what the host refused is given up.
 * @returns the mirror; the posting itself where nothing of it is in the books
 */
export async function reversePosting(ID: string, { reason_code, postingDate, kind = 'reversal' }: Reversal): Promise<Reversed> {
  const posting = await lockedWithOrder(ID)
  if (!['Posted', 'Failed'].includes(posting.state_code) || posting.reversedBy_ID) await refuseState(posting)
  const documents = await documentsOf(ID)
  await giveUpRefused(posting, documents)
  const inBooks = documents.filter(({ state_code }) => state_code === 'Confirmed')
  if (posting.state_code === 'Failed' && !inBooks.some(({ kind_code }) => REVERSALS[kind_code])) return withdraw(posting)
  if (posting.reversalOf_ID) fail(409, 'POSTING_REVERSAL_REVERSED', { args: [posting.number] })
  return mirror(posting, inBooks, { reason_code, postingDate, kind })
}

/** Locks in the order in which outcomes do. */
async function lockedWithOrder(ID: string): Promise<Posting> {
  const known = (await SELECT.one.from(entities().CostPostings).columns('workOrder_ID').where({ ID })) as { workOrder_ID: string | null } | undefined
  if (!known) fail(404, 'POSTING_UNKNOWN')
  const finance = known.workOrder_ID ? await lockedFinance(known.workOrder_ID) : undefined
  const posting = (await lockedPosting(ID))!
  if (finance?.currentPosting_ID && finance.currentPosting_ID !== ID) await refuseOther(posting, finance.currentPosting_ID)
  return posting
}

async function mirror(posting: Posting, inBooks: PostingDocument[], { reason_code, postingDate, kind }: Reversal): Promise<Reversed> {
  const { CostPostings } = entities()
  const ID = cds.utils.uuid()
  const day = await reversalDay(posting, postingDate)
  const taken = await UPDATE(CostPostings).with({ state_code: 'Reversing', reversedBy_ID: ID } as never).where({ ID: posting.ID, state_code: posting.state_code, reversedBy_ID: null })
  const isFree = !posting.workOrder_ID || (await takePlace(posting.workOrder_ID, ID, posting.state_code === 'Failed' ? posting.ID : null))
  if (!taken || !isFree) await refuseState(posting)
  const lines = (await linesOf(posting.ID)).filter(({ document_ID }) => !document_ID || inBooks.some(document => document.ID === document_ID))
  const reason = await hostReason(reason_code, posting, day)
  const documents = inBooks.filter(({ kind_code }) => REVERSALS[kind_code]).reverse().map(document => ({
    ID: cds.utils.uuid(), messageID: cds.utils.uuid(), kind: REVERSALS[document.kind_code]!, postedBy: document.postedBy_code, costItem_ID: document.costItem_ID ?? undefined,
    reverses_ID: document.ID, request: reversalRequest(document, day.postingDate, reason)
  }))
  const own = new Map(documents.map(document => [document.reverses_ID, document.ID]))
  const [number] = await nextNumbers('CostPosting')
  const written = await store(number, {
    kind: kind!, ID, workOrder: posting.workOrder_ID ? { ID: posting.workOrder_ID, number: posting.workOrderNumber! } : undefined, companyCode: posting.companyCode,
    currency: posting.currency_code!, documentDate: day.postingDate, ...day, reference: posting.reference, settlementReference: posting.settlementReference,
    accrualRun_ID: posting.accrualRun_ID, reversalOf_ID: posting.ID, reversalReason_code: reason_code
  }, documents, posting_ID => mirrored(lines).map((line, i): StoredLine => ({
    ...line, ID: cds.utils.uuid(), posting_ID, line: i + 1, document_ID: own.get(line.document_ID!) ?? null, hostDocument: line.document_ID ? null : line.hostDocument
  })))
  await announce(posting, 'Reversing')
  if (written.state_code === 'Posted') await finish((await lockedPosting(ID))!)
  return written
}

const reversalRequest = ({ kind_code, hostDocument }: PostingDocument, postingDate: string, reason: string): unknown =>
  kind_code === 'journalEntry.post' ? { document: hostDocument, postingDate, reason } : { document: hostDocument }

/** Nothing of it is in the books: it ends as if it had never been sent. */
async function withdraw(posting: Posting): Promise<Reversed> {
  const { CostPostings } = entities()
  const { ID, number, workOrder_ID, reversalOf_ID } = posting
  const changed = await UPDATE(CostPostings).with({ state_code: 'Withdrawn' } as never).where({ ID, state_code: 'Failed' })
  if (!changed) await refuseState(posting)
  const next = reversalOf_ID ? await bringBack(reversalOf_ID) : null
  if (!reversalOf_ID) await reopenRows(ID, workOrder_ID)
  await freePlace(workOrder_ID, ID, next)
  await announce(posting, 'Withdrawn')
  return { ID, number, state_code: 'Withdrawn' }
}

/**
 * A posting whose reversal came to nothing is what it was before.
 * @returns its ID where it waits for a person again
 */
async function bringBack(ID: string): Promise<string | null> {
  const isWhole = (await documentsOf(ID)).every(({ state_code }) => state_code === 'Confirmed')
  await UPDATE(entities().CostPostings).with({ state_code: isWhole ? 'Posted' : 'Failed', reversedBy_ID: null } as never).where({ ID, state_code: 'Reversing' })
  return isWhole ? null : ID
}

/** What the host judged and did not want is not there; what it may have, or is about to get, has to be cleared up first. */
async function giveUpRefused({ number }: Posting, documents: PostingDocument[]): Promise<void> {
  const { CostPostingDocuments, HostMessages } = entities()
  const open = documents.filter(({ state_code }) => ['Pending', 'NeedsAttention'].includes(state_code))
  if (!open.length) return
  const messages = (await SELECT.from(HostMessages).columns('ID', 'number', 'state_code', 'attempts').where({ ID: { in: open.map(({ hostMessage_ID }) => hostMessage_ID!) } }).orderBy('number').forUpdate()) as
    { ID: string; number: string; state_code: string; attempts: number }[]
  for (const document of open) {
    const message = messages.find(({ ID }) => ID === document.hostMessage_ID)!
    const isUnsent = message.state_code === 'Pending' && !message.attempts
    if (isUnsent || (message.state_code === 'NeedsAttention' && document.isRefused)) continue
    fail(409, message.state_code === 'NeedsAttention' ? 'POSTING_DOCUMENT_UNCLEAR' : 'POSTING_DOCUMENT_UNDERWAY', { args: [number, message.number] })
  }
  const reason = cds.i18n.messages.at('postingReversed', cds.context?.locale ?? 'en') ?? 'Reversed'
  const ended = await host().endMessages(messages.map(({ ID }) => ID), reason)
  if (ended !== messages.length) fail(409, 'POSTING_DOCUMENT_UNDERWAY', { args: [number, messages[0].number] })
  await UPDATE(CostPostingDocuments).with({ state_code: 'GivenUp' } as never).where({ ID: { in: open.map(({ ID }) => ID) } })
}

/** Its own day where that is open, never before it. */
async function reversalDay({ companyCode, postingDate: original }: Posting, wanted?: string | null) {
  if (wanted && wanted < original) fail(422, 'REVERSAL_BEFORE_POSTING', { target: 'postingDate', args: [original] })
  const { findings, ...day } = await dated(companyCode, wanted ?? (await nextOpenDate(companyCode, original)) ?? today())
  const wrong = findings.find(({ isError }) => isError)
  if (wrong) fail(wrong.status, wrong.code, { target: 'postingDate', args: wrong.args })
  return day
}

/** The host's code for another period, where the document's own is left. */
async function hostReason(code: string, { fiscalYear, fiscalPeriod }: Posting, day: { fiscalYear: number; fiscalPeriod: number }): Promise<string> {
  const reason = (await SELECT.one.from(entities().ReversalReasons).columns('hostCode').where({ code })) as { hostCode: string } | undefined
  if (!reason) return fail(422, 'REVERSAL_REASON_UNKNOWN', { target: 'reason_code', args: [code] })
  const isSamePeriod = day.fiscalYear === fiscalYear && day.fiscalPeriod === fiscalPeriod
  return reason.hostCode === '01' && !isSamePeriod ? '02' : reason.hostCode
}

async function refuseState({ ID, number }: Posting): Promise<never> {
  const { state_code } = (await SELECT.one.from(entities().CostPostings).columns('state_code').where({ ID })) as { state_code: string }
  return fail(409, 'POSTING_WRONG_STATE', { args: [number, await nameOfCode('CostPostingStates', state_code)] })
}

async function refuseOther({ workOrderNumber }: Posting, other_ID: string): Promise<never> {
  const other = (await SELECT.one.from(entities().CostPostings).columns('number', 'state_code').where({ ID: other_ID })) as { number: string; state_code: string }
  return fail(409, 'POSTING_UNDERWAY', { args: [workOrderNumber, other.number, await nameOfCode('CostPostingStates', other.state_code)] })
}
