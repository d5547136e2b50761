import type { CostObject, JournalEntryLine, JournalEntryPort, JournalEntryRequest, JournalReversalRequest } from '../ports'
import { NotSendable, Refused, UnreadableAnswer } from '../failures'
import { postingSettings } from '../settings'
import { fromDate, literal, padded, toAmount, toDay, toText } from '../wire-format'
import { api, distinct } from './connection'
import { costCenterOf, orderOf } from './cost-object'
import { NAMESPACE, SERVICE } from './journal-entry-service'
import { soap } from './soap'

type Row = Record<string, any>

const postings = soap(SERVICE, { namespace: NAMESPACE, action: `${NAMESPACE}/${SERVICE}/${SERVICE}Request`, lists: ['JournalEntryCreateConfirmation', 'Item'] })

/** The basic journal entry items know no reference; the operational ones do. */
const items = api('API_OPLACCTGDOCITEMCUBE_SRV')
const ITEMS = 'A_OperationalAcctgDocItemCube'

/** A reversal of a document that the network made twice, in the same period. */
const SAME_PERIOD = '01'

/** The synchronous service does not tell a repetition by its message ID: the reference of the document carries the key. */
export const post: JournalEntryPort['post'] = {
  send: async (request, key) => confirmed(await postings.call(bulkOf(journalEntryOf(request, key), key))),
  find: ({ companyCode }, key) => findByReference(companyCode, key),
  undo: async document => { await takeBack({ document, reason: SAME_PERIOD }, '') }
}

/** A document names the one that reverses it, and can be reversed once only: that is its identity. */
export const reverse: JournalEntryPort['reverse'] = {
  send: takeBack,
  async find({ document }) {
    const { companyCode } = partsOf(document!)
    const [{ ReverseDocument: number, ReverseDocumentFiscalYear: year } = {} as Row] = await rowsOf(document!)
    return number ? [`${number}/${companyCode}/${year}`] : []
  }
}

/** A reversal copies nothing that the caller would have to say, but for the type and the day of what it reverses. */
async function takeBack(request: JournalReversalRequest, key: string): Promise<string> {
  const [original] = await rowsOf(request.document!)
  if (!original) throw new NotSendable(`The host has no journal entry ${request.document}`)
  return confirmed(await postings.call(bulkOf(reversalOf(request, { type: original.AccountingDocumentType, day: fromDate(original.PostingDate)! }), key)))
}

/** Its reversal has the same reference, and both name each other. A document that was reversed since counts if there is no other: it must not be posted again. */
async function findByReference(companyCode: string, key: string): Promise<string[]> {
  const found = await read(`CompanyCode eq ${literal(companyCode)} and DocumentReferenceID eq ${literal(key)}`)
  const valid = found.filter(row => !row.ReverseDocument)
  const first = found.sort((a, b) => (a.AccountingDocument < b.AccountingDocument ? -1 : 1)).slice(0, 1)
  return distinct(valid.length ? valid : first, row => `${row.AccountingDocument}/${row.CompanyCode}/${row.FiscalYear}`)
}

async function rowsOf(document: string): Promise<Row[]> {
  const { number, companyCode, year } = partsOf(document)
  return read(`CompanyCode eq ${literal(companyCode)} and FiscalYear eq ${literal(year)} and AccountingDocument eq ${literal(number)}`)
}

const FIELDS = 'CompanyCode,FiscalYear,AccountingDocument,AccountingDocumentType,PostingDate,ReverseDocument,ReverseDocumentFiscalYear'
const read = (filter: string) => items.read(`${ITEMS}?$select=${FIELDS}&$filter=${filter.replaceAll(' ', '%20')}`)

function partsOf(document: string): { number: string; companyCode: string; year: string } {
  const [number, companyCode, year] = document.split('/')
  if (!companyCode || !/^\d{4}$/.test(year ?? '')) throw new NotSendable(`${document} is not a journal entry with company code and fiscal year, such as 0100000000/1010/2026`)
  return { number: padded(number, 10), companyCode, year }
}

/** Element names and their order as the service's WSDL has them. */
const bulkOf = (JournalEntry: Row, key: string): Row => {
  const MessageHeader = { ID: key, CreationDateTime: new Date().toISOString() }
  return { 'own:JournalEntryBulkCreateRequest': { MessageHeader, JournalEntryCreateRequest: { MessageHeader, JournalEntry } } }
}

const ORIGIN = { OriginalReferenceDocumentType: 'BKPFF', BusinessTransactionType: 'RFBU' }

export function journalEntryOf(request: JournalEntryRequest, key: string): Row {
  const { documentType, createdBy } = postingSettings()
  return {
    ...ORIGIN, AccountingDocumentType: request.documentType ?? documentType, DocumentReferenceID: key, DocumentHeaderText: request.text && toText(request.text, 25),
    CreatedByUser: createdBy, CompanyCode: request.companyCode, DocumentDate: toDay(request.documentDate), PostingDate: toDay(request.postingDate),
    Item: request.lines.map(itemOf)
  }
}

function itemOf(line: JournalEntryLine, index: number): Row {
  const { debitCredit, amount, currency, companyCodeAmount, companyCodeCurrency, taxCode } = line
  const isForeign = companyCodeAmount && companyCodeCurrency && companyCodeCurrency !== currency
  return {
    ReferenceDocumentItem: String(index + 1), GLAccount: padded(line.account, 10),
    AmountInTransactionCurrency: signed(amount, currency, debitCredit), AmountInCompanyCodeCurrency: isForeign && signed(companyCodeAmount, companyCodeCurrency, debitCredit) || undefined,
    DebitCreditCode: debitCredit, DocumentItemText: line.text && toText(line.text, 50), AssignmentReference: line.assignment && toText(line.assignment, 18),
    Tax: taxCode && { TaxCode: taxCode }, AccountAssignment: line.costObject && assignmentOf(line.costObject)
  }
}

/** The host takes credits as negative amounts, beside their code. */
function signed(amount: string, currency: string, debitCredit: 'S' | 'H'): Row {
  const value = toAmount(amount, currency)
  return { '@currencyCode': currency, '#text': debitCredit === 'H' ? `-${value}` : value }
}

/** KS cost centre, OR order, PR project, SV item of a service document. */
function assignmentOf(cost: CostObject): Row | undefined {
  const { costCenter, order, wbsElement, serviceOrder, serviceOrderItem } = cost
  const AccountAssignmentType = costCenter ? 'KS' : order ? 'OR' : wbsElement ? 'PR' : serviceOrder ? 'SV' : undefined
  if (!AccountAssignmentType) return undefined
  return {
    AccountAssignmentType, CostCenter: costCenterOf(cost), WBSElement: wbsElement, OrderID: orderOf(cost),
    ...(serviceOrder && { ServiceDocType: postingSettings().serviceDocumentType, ServiceDocID: padded(serviceOrder, 10), ServiceDocItemID: serviceOrderItem && padded(serviceOrderItem, 6) })
  }
}

/** Without lines: the host mirrors those of the document. */
export function reversalOf({ document, postingDate, reason }: JournalReversalRequest, original: { type: string; day: string }): Row {
  const { number, companyCode, year } = partsOf(document!)
  const day = toDay(postingDate ?? original.day)
  return {
    ...ORIGIN, AccountingDocumentType: original.type, ReversalReason: reason, ReversalReferenceDocument: `${number}${companyCode}${year}`,
    CreatedByUser: postingSettings().createdBy, CompanyCode: companyCode, DocumentDate: day, PostingDate: day
  }
}

/**
 * The document that the host confirms. It answers 200 when it refuses, too: then the number is empty or of zeros only, and its log says why.
 * @throws Refused with the host's own words
 */
export function confirmed(answer: Row): string {
  const [confirmation] = answer.JournalEntryBulkCreateConfirmation?.JournalEntryCreateConfirmation ?? []
  const { AccountingDocument: number, CompanyCode: companyCode, FiscalYear: year }: Row = confirmation?.JournalEntryCreateConfirmation?.[0] ?? {}
  if (/[1-9A-Z]/.test(number ?? '')) return `${number}/${companyCode}/${year}`
  const log: Row[] = [confirmation, answer.JournalEntryBulkCreateConfirmation].flatMap(part => part?.Log?.Item ?? [])
  const errors = log.filter(({ SeverityCode }) => Number(SeverityCode) >= ERROR)
  if (!errors.length) throw new UnreadableAnswer('The answer of the host names neither a document nor a reason')
  const { TypeID } = errors.find(({ TypeID: type }) => type !== ONLY_THAT_THERE_ARE_OTHERS) ?? errors[0]
  throw new Refused([...new Set(errors.map(({ Note }) => Note).filter(Boolean))].join(' · '), codeOf(TypeID))
}

const ERROR = 3
const ONLY_THAT_THERE_ARE_OTHERS = '609(RW)'

/** `702(F5)` → `F5/702`, as the other APIs write it. */
const codeOf = (type = '') => type.replace(/^(\w+)\((.+)\)$/, '$2/$1')
