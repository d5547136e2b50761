import { XMLParser } from 'fast-xml-parser'
import { failureOf } from '../../srv/host-erp/failures'
import { withPredecessor } from '../../srv/host-erp/kinds'
import { ELEMENTS } from '../../srv/host-erp/s4/journal-entry-service'
import { confirmed, journalEntryOf, reversalOf } from '../../srv/host-erp/s4/journal-entries'
import { envelope } from '../../srv/host-erp/s4/soap'

const KEY = '12-ABCDEFGH'
const entry = {
  companyCode: '1010', postingDate: '2026-11-22', documentDate: '2026-11-20', text: 'WO-0000000001 and more than fits', lines: [
    { account: '65300000', debitCredit: 'S' as const, amount: '12000', currency: 'JPY', companyCodeAmount: '71.43', companyCodeCurrency: 'EUR', costObject: { costCenter: '10101301' }, text: 'Fan <2> & "screw"\u0001', assignment: 'WO-0000000001' },
    { account: '65308000', debitCredit: 'H' as const, amount: '12000', currency: 'JPY', companyCodeAmount: '71.43', companyCodeCurrency: 'EUR', costObject: { order: '400105' } }
  ]
}
const xml = envelope('urn:x', { 'own:Request': { JournalEntry: journalEntryOf(entry, KEY) } })
const read = (text: string) => new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: false, attributeNamePrefix: '@' }).parse(text).Envelope.Body

describe('the journal entry on the wire', () => {
  test('has its elements in the order of the WSDL', () => {
    const names = [...xml.matchAll(/<(\w+)[ >/]/g)].map(([, name]) => name)
    expect(names.slice(0, names.indexOf('Item') + 1)).toEqual([
      'JournalEntry', 'OriginalReferenceDocumentType', 'BusinessTransactionType', 'AccountingDocumentType', 'DocumentReferenceID', 'DocumentHeaderText', 'CreatedByUser', 'CompanyCode',
      'DocumentDate', 'PostingDate', 'Item'
    ])
    expect(names.slice(names.indexOf('Item') + 1, names.lastIndexOf('Item'))).toEqual([
      'ReferenceDocumentItem', 'GLAccount', 'AmountInTransactionCurrency', 'AmountInCompanyCodeCurrency', 'DebitCreditCode', 'DocumentItemText', 'AssignmentReference', 'AccountAssignment',
      'AccountAssignmentType', 'CostCenter'
    ])
  })

  test('has no elements but those that check-host looks for', () => {
    const sent = [xml, envelope('urn:x', reversalOf({ document: '0100000007/1010/2026', reason: '02' }, { type: 'SA', day: '2026-11-22' }))].flatMap(text => [...text.matchAll(/<(\w+)[ >/]/g)].map(([, name]) => name))
    expect(sent.filter(name => !ELEMENTS.includes(name as never))).toEqual([])
  })

  test('has signed amounts with the decimals of their currencies, and text that XML can carry', () => {
    const { Request: { JournalEntry: { Item: [debit, credit], ...header } } } = read(xml)
    expect(header).toEqual({
      OriginalReferenceDocumentType: 'BKPFF', BusinessTransactionType: 'RFBU', AccountingDocumentType: 'SA', DocumentReferenceID: KEY, DocumentHeaderText: 'WO-0000000001 and more th', CreatedByUser: 'AFTERSALES',
      CompanyCode: '1010', DocumentDate: '2026-11-20', PostingDate: '2026-11-22'
    })
    expect(debit).toMatchObject({
      GLAccount: '0065300000', AmountInTransactionCurrency: { '@currencyCode': 'JPY', '#text': '12000' }, AmountInCompanyCodeCurrency: { '@currencyCode': 'EUR', '#text': '71.43' },
      DebitCreditCode: 'S', DocumentItemText: 'Fan <2> & "screw"', AccountAssignment: { AccountAssignmentType: 'KS', CostCenter: '0010101301' }
    })
    expect(credit).toMatchObject({ AmountInTransactionCurrency: { '#text': '-12000' }, AmountInCompanyCodeCurrency: { '#text': '-71.43' }, DebitCreditCode: 'H', AccountAssignment: { AccountAssignmentType: 'OR', OrderID: '000000400105' } })
  })

  test('leaves out the second amount where both currencies are the same, and refuses what the currency has no decimals for', () => {
    const one = (line: object) => journalEntryOf({ ...entry, lines: [{ ...entry.lines[0], ...line }] }, KEY).Item[0]
    expect(one({ currency: 'EUR', amount: '71.43' })).toMatchObject({ AmountInTransactionCurrency: { '#text': '71.43' }, AmountInCompanyCodeCurrency: undefined })
    expect(() => one({ amount: '12000.5' })).toThrow('decimals of JPY')
    expect(one({ currency: 'KWD', amount: '1.5' }).AmountInTransactionCurrency['#text']).toBe('1.500')
  })

  test.each([
    [{ wbsElement: 'AS.1510.GW' }, { AccountAssignmentType: 'PR', WBSElement: 'AS.1510.GW' }],
    [{ serviceOrder: '8000000001', serviceOrderItem: '10' }, { AccountAssignmentType: 'SV', ServiceDocType: 'SVO1', ServiceDocID: '8000000001', ServiceDocItemID: '000010' }]
  ])('names %j as cost object', (costObject, assignment) => {
    expect(JSON.parse(JSON.stringify(journalEntryOf({ ...entry, lines: [{ ...entry.lines[0], costObject }] }, KEY).Item[0].AccountAssignment))).toEqual(assignment)
  })

  test('is reversed by its reference, on the day that is wanted or on its own', () => {
    const original = { type: 'SA', day: '2026-11-22' }
    expect(reversalOf({ document: '100000007/1010/2026', reason: '02', postingDate: '2026-12-01' }, original))
      .toMatchObject({ ReversalReferenceDocument: '010000000710102026', ReversalReason: '02', PostingDate: '2026-12-01', AccountingDocumentType: 'SA', CompanyCode: '1010' })
    expect(reversalOf({ document: '0100000007/1010/2026', reason: '01' }, original)).toMatchObject({ PostingDate: '2026-11-22', DocumentDate: '2026-11-22' })
    expect(() => reversalOf({ document: '0100000007', reason: '01' }, original)).toThrow('not a journal entry with company code and fiscal year')
  })

  test('can wait for the service order whose item it names', () => {
    const lines = [{ ...entry.lines[0], costObject: { serviceOrderItem: '10' } }, entry.lines[1]]
    expect(withPredecessor('journalEntry.post', { ...entry, lines }, '8000000001').lines.map(line => line.costObject)).toEqual([{ serviceOrder: '8000000001', serviceOrderItem: '10' }, { order: '400105' }])
  })
})

describe('the answer of the host', () => {
  const answer = (document: object, log: object[] = []) => ({ JournalEntryBulkCreateConfirmation: { JournalEntryCreateConfirmation: [{ JournalEntryCreateConfirmation: [document], Log: { Item: log } }] } })
  const item = (TypeID: string, SeverityCode: string, Note: string) => ({ TypeID, SeverityCode, Note })
  const failureIn = (given: object, transientCodes: string[] = []) => { try { return confirmed(given) } catch (error) { return failureOf(error, transientCodes) } }

  test('names the document with company code and year', () => {
    expect(confirmed(answer({ AccountingDocument: '0100000008', CompanyCode: '1410', FiscalYear: '2024' }, [item('605(RW)', '1', 'Document posted successfully')]))).toBe('0100000008/1410/2024')
  })

  test.each(['0000000000', ' ', ''])('with the number "%s" is a refusal in the words of its log, each once', AccountingDocument => {
    const log = [item('609(RW)', '3', 'Error in document'), item('702(F5)', '3', 'Balance'), item('702(F5)', '3', 'Balance'), item('605(RW)', '1', 'Note')]
    expect(failureIn(answer({ AccountingDocument, CompanyCode: '', FiscalYear: '0000' }, log)))
      .toMatchObject({ isFinal: true, isRefusal: true, isUnclear: false, scope: 'message', code: 'F5/702', text: 'Error in document · Balance' })
  })

  test('that tells of a lock is none for good', () => {
    expect(failureIn(answer({ AccountingDocument: '0000000000' }, [item('100(F5)', '3', 'Locked')]), ['F5/100'])).toMatchObject({ isFinal: false, isRefusal: false })
  })

  test.each([[{}], [{ JournalEntryBulkCreateConfirmation: '' }], [answer({ AccountingDocument: '0000000000' })]])('%j says nothing: the document has to be looked for', given => {
    expect(failureIn(given)).toMatchObject({ isFinal: false, isUnclear: true })
  })
})
