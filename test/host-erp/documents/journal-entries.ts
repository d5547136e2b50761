import cds from '@sap/cds'
import Decimal from 'decimal.js'
import { accounts, companyCodes, decimalsOf, fiscalPeriodOf, isInternalOrder, isSecondary, isWbsElement, needsCostObject } from '../data/books'
import { count } from '../wire/counters'
import { lockOn } from '../wire/faults'
import { book, type Line, mirror } from './ledger'
import { isCostCenter } from './masters'
import { nextNumber } from './numbers'
import { closedPeriodOf } from './periods'
import { insert, updateRow } from './table'

type Row = Record<string, any>

const ITEMS = 'API_OPLACCTGDOCITEMCUBE_SRV.A_OperationalAcctgDocItemCube'
const NONE = '0000000000'

/** A reason not to post, as the log of an answer has it: `702(F5)`. */
export interface LogItem { TypeID: string; SeverityCode: string; Note: string }

/** What the host has decided: a document, or none and why. */
export interface Decision { AccountingDocument: string; CompanyCode: string; FiscalYear: string; log: LogItem[] }

class Unposted extends Error {
  constructor(readonly log: LogItem[]) { super('not posted') }
}

const error = (type: string, note: string): LogItem => ({ TypeID: type, SeverityCode: '3', Note: note })

/** Posts a journal entry, or reverses one. Whatever is wrong is in the log; then nothing is posted, and the number is of zeros. */
export async function postJournalEntry(entry: Row): Promise<Decision> {
  try {
    const document = entry.ReversalReferenceDocument ? await reverse(entry) : await post(entry)
    count('documents', 'journalEntry')
    return document
  } catch (problem) {
    if (!(problem instanceof Unposted)) throw problem
    const log = [error('609(RW)', 'Error in document: BKPFF $ S4HCLNT100'), ...problem.log]
    return { AccountingDocument: NONE, CompanyCode: entry.CompanyCode ?? '', FiscalYear: '0000', log }
  }
}

async function post(entry: Row): Promise<Decision> {
  const { CompanyCode, PostingDate, DocumentReferenceID } = entry
  const items: Row[] = entry.Item ?? []
  const log = [...headerProblems(entry), ...(await itemProblems(items, CompanyCode))]
  if (log.length) throw new Unposted(log)
  const lines = items.map(item => lineOf(item))
  const { fiscalYear, fiscalPeriod } = fiscalPeriodOf(CompanyCode, PostingDate)
  const number = nextNumber('journalEntry')
  await insert(ITEMS, lines.map((line, index) => ({
    CompanyCode, FiscalYear: String(fiscalYear), AccountingDocument: number, AccountingDocumentItem: String(index + 1).padStart(3, '0'),
    AccountingDocumentType: entry.AccountingDocumentType, DebitCreditCode: line.debitCredit, GLAccount: line.account, AssignmentReference: items[index].AssignmentReference,
    DocumentItemText: line.text, CostCenter: line.costCenter, OrderID: line.internalOrder, PostingDate, DocumentDate: entry.DocumentDate, FiscalPeriod: String(fiscalPeriod).padStart(3, '0'),
    ...signedAmounts(line, CompanyCode), DocumentReferenceID, AccountingDocumentHeaderText: entry.DocumentHeaderText, OriginalReferenceDocument: `${number}${CompanyCode}${fiscalYear}`,
    ReferenceDocumentType: 'BKPFF'
  })))
  await book({ document: `${number}/${CompanyCode}/${fiscalYear}`, origin: 'BKPFF', companyCode: CompanyCode, postingDate: PostingDate, reference: DocumentReferenceID }, lines)
  return posted(number, CompanyCode, fiscalYear)
}

async function reverse({ ReversalReferenceDocument: reference, ReversalReason: reason, PostingDate, DocumentDate }: Row): Promise<Decision> {
  const [, number, companyCode, year] = /^(.{10})(.{4})(.{4})$/.exec(reference) ?? []
  const where = { CompanyCode: companyCode, FiscalYear: year, AccountingDocument: number }
  const items = number ? ((await cds.run(SELECT.from(ITEMS).where(where).orderBy('AccountingDocumentItem'))) as Row[]) : []
  if (!items.length) throw new Unposted([error('104(F5)', `Document ${number ?? reference} ${companyCode ?? ''} ${year ?? ''} does not exist`)])
  if (items[0].ReverseDocument) throw new Unposted([error('361(F5)', `Document ${number} ${companyCode} ${year} has already been reversed`)])
  const log = [...headerProblems({ CompanyCode: companyCode, PostingDate, DocumentDate }), ...(reason ? [] : [error('001(ZHOST)', 'Enter ReversalReason')])]
  if (log.length) throw new Unposted(log)
  const { fiscalYear, fiscalPeriod } = fiscalPeriodOf(companyCode, PostingDate)
  const reversal = nextNumber('journalEntry')
  await insert(ITEMS, items.map(item => ({
    ...item, FiscalYear: String(fiscalYear), AccountingDocument: reversal, PostingDate, DocumentDate, FiscalPeriod: String(fiscalPeriod).padStart(3, '0'), ReversalReason: reason,
    DebitCreditCode: item.DebitCreditCode === 'S' ? 'H' : 'S', AmountInTransactionCurrency: -item.AmountInTransactionCurrency,
    AmountInCompanyCodeCurrency: -item.AmountInCompanyCodeCurrency, ReverseDocument: number, ReverseDocumentFiscalYear: year,
    OriginalReferenceDocument: `${reversal}${companyCode}${fiscalYear}`
  })))
  await updateRow(ITEMS, { ReverseDocument: reversal, ReverseDocumentFiscalYear: String(fiscalYear) }, where)
  await mirror(`${number}/${companyCode}/${year}`, { into: `${reversal}/${companyCode}/${fiscalYear}`, postingDate: PostingDate })
  return posted(reversal, companyCode, fiscalYear)
}

const posted = (number: string, companyCode: string, year: number): Decision => ({
  AccountingDocument: number, CompanyCode: companyCode, FiscalYear: String(year),
  log: [{ TypeID: '605(RW)', SeverityCode: '1', Note: `Document posted successfully: BKPFF ${number}${companyCode}${year} S4HCLNT100` }]
})

function headerProblems({ CompanyCode, PostingDate, DocumentDate }: Row): LogItem[] {
  if (!companyCodes.has(CompanyCode)) return [error('165(F5)', `Company code ${CompanyCode ?? ''} does not exist`)]
  if (!isDay(PostingDate) || !isDay(DocumentDate)) return [error('001(ZHOST)', 'Enter PostingDate and DocumentDate')]
  const user = lockOn(CompanyCode)
  if (user) return [error('005(ZHOST)', `Company code ${CompanyCode} is locked by user ${user}`)]
  const closed = closedPeriodOf(CompanyCode, PostingDate)
  return closed ? [error('201(F5)', `Posting period ${String(closed.fiscalPeriod).padStart(3, '0')} ${closed.fiscalYear} is not open`)] : []
}

async function itemProblems(items: Row[], companyCode: string): Promise<LogItem[]> {
  if (items.length < 2) return [error('727(F5)', 'Enter at least two line items')]
  const log = items.flatMap(item => accountProblems(item))
  for (const { AccountAssignment: assignment } of items) log.push(...(await assignmentProblems(assignment, companyCode)))
  for (const field of ['AmountInTransactionCurrency', 'AmountInCompanyCodeCurrency']) {
    for (const balance of balancesOf(items, field).values()) if (!balance.isZero()) log.push(error('702(F5)', 'Balance in transaction currency'))
  }
  return log
}

function balancesOf(items: Row[], field: string): Map<string, Decimal> {
  const sums = new Map<string, Decimal>()
  for (const { [field]: amount } of items) if (amount) sums.set(amount['@currencyCode'], (sums.get(amount['@currencyCode']) ?? new Decimal(0)).plus(amount['#text'] || 0))
  return sums
}

function accountProblems(item: Row): LogItem[] {
  const account = stripped(item.GLAccount)
  const amount = item.AmountInTransactionCurrency
  if (!accounts.has(account)) return [error('506(F5)', `G/L account ${account} is not defined in chart of accounts YCOA`)]
  if (isSecondary(account)) return [error('018(ZHOST)', `Account ${account} is a secondary cost element: only allocations post to it`)]
  if (!amount?.['@currencyCode']) return [error('001(ZHOST)', 'Enter AmountInTransactionCurrency')]
  const value = new Decimal(amount['#text'] || 0)
  if (value.decimalPlaces() > decimalsOf(amount['@currencyCode'])) return [error('013(ZHOST)', `${amount['#text']} has too many decimals for ${amount['@currencyCode']}`)]
  // The sign has to say the same as the code.
  if (item.DebitCreditCode && !value.isZero() && value.isNegative() !== (item.DebitCreditCode === 'H')) return [error('014(ZHOST)', 'Sign of the amount and debit/credit code differ')]
  if (item.Tax?.TaxCode) return [error('506(FF)', `Tax amount is missing for tax code ${item.Tax.TaxCode}`)]
  const objects = realObjectsOf(item.AccountAssignment)
  if (objects > 1) return [error('008(ZHOST)', `Account ${account} has more than one real account assignment`)]
  if (needsCostObject(account) && !objects) return [error('235(KI)', `Account ${account} requires an assignment to a CO object`)]
  return []
}

const realObjectsOf = ({ CostCenter, OrderID, WBSElement, ServiceDocID }: Row = {}) => [CostCenter, OrderID, WBSElement, ServiceDocID].filter(Boolean).length

async function assignmentProblems({ CostCenter, OrderID, WBSElement, ServiceDocID, ServiceDocItemID }: Row = {}, companyCode: string): Promise<LogItem[]> {
  if (CostCenter && !isCostCenter(CostCenter, companyCode)) return [error('265(KI)', `Cost center A000/${stripped(CostCenter)} does not exist in company code ${companyCode}`)]
  if (OrderID && !isInternalOrder(OrderID)) return [error('011(ZHOST)', `Order ${stripped(OrderID)} does not exist`)]
  if (WBSElement && !isWbsElement(WBSElement)) return [error('012(ZHOST)', `WBS element ${WBSElement} does not exist`)]
  if (!ServiceDocID) return []
  const key = { ServiceOrder: ServiceDocID, ...(ServiceDocItemID && { ServiceOrderItem: ServiceDocItemID }) }
  const found = await cds.run(SELECT.one.from('API_SERVICE_ORDER_SRV.A_ServiceOrderItem').columns('ServiceOrder').where(key))
  return found ? [] : [error('015(ZHOST)', `Service order ${stripped(ServiceDocID)} has no item ${ServiceDocItemID ?? ''}`)]
}

function lineOf({ GLAccount, AmountInTransactionCurrency: own, AmountInCompanyCodeCurrency: local, AccountAssignment, DocumentItemText }: Row): Line {
  const { CostCenter, OrderID, WBSElement, ServiceDocID, ServiceDocItemID }: Row = AccountAssignment ?? {}
  const amount = new Decimal(own['#text'])
  return {
    account: stripped(GLAccount), debitCredit: amount.isNegative() ? 'H' : 'S', amount: amount.abs().toFixed(), currency: own['@currencyCode'],
    ...(local && { companyCodeAmount: new Decimal(local['#text']).abs().toFixed() }), costCenter: CostCenter, internalOrder: OrderID, wbsElement: WBSElement,
    serviceOrder: ServiceDocID, serviceOrderItem: ServiceDocItemID, text: DocumentItemText
  }
}

/** Amounts of operational items have a sign: credits are negative. */
function signedAmounts({ amount, currency, companyCodeAmount = amount, debitCredit }: Line, companyCode: string): Row {
  const sign = debitCredit === 'S' ? 1 : -1
  return {
    TransactionCurrency: currency, AmountInTransactionCurrency: sign * Number(amount), CompanyCodeCurrency: companyCodes.get(companyCode)!.currency,
    AmountInCompanyCodeCurrency: sign * Number(companyCodeAmount)
  }
}

const isDay = (day?: string) => /^\d{4}-\d{2}-\d{2}$/.test(day ?? '')
const stripped = (number: string) => String(number ?? '').replace(/^0+(?=\d)/, '')
