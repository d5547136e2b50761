/** "Journal Entry - Post (Synchronous)". */
export const SERVICE = 'JournalEntryCreateRequestConfirmation_In'
export const NAMESPACE = 'http://sap.com/xi/SAPSCORE/SFIN'

/** What we send of its request, and read of its answer. */
export const ELEMENTS = [
  'JournalEntryBulkCreateRequest', 'MessageHeader', 'ID', 'CreationDateTime', 'JournalEntryCreateRequest', 'JournalEntry', 'OriginalReferenceDocumentType', 'BusinessTransactionType',
  'AccountingDocumentType', 'DocumentReferenceID', 'DocumentHeaderText', 'ReversalReason', 'ReversalReferenceDocument', 'CreatedByUser', 'CompanyCode', 'DocumentDate', 'PostingDate', 'Item',
  'ReferenceDocumentItem', 'GLAccount', 'AmountInTransactionCurrency', 'AmountInCompanyCodeCurrency', 'DebitCreditCode', 'DocumentItemText', 'AssignmentReference', 'Tax', 'TaxCode',
  'AccountAssignment', 'AccountAssignmentType', 'CostCenter', 'WBSElement', 'OrderID', 'ServiceDocType', 'ServiceDocID', 'ServiceDocItemID',
  'JournalEntryBulkCreateConfirmation', 'JournalEntryCreateConfirmation', 'AccountingDocument', 'FiscalYear', 'Log', 'TypeID', 'SeverityCode', 'Note'
] as const
