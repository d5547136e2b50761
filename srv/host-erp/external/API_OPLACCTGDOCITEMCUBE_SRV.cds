/** Items of accounting documents as they were entered, with the reference of their document. For reading only. */
@cds.external : true
service API_OPLACCTGDOCITEMCUBE_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_OperationalAcctgDocItemCube {
    key CompanyCode : String(4) not null;
    key FiscalYear : String(4) not null;
    key AccountingDocument : String(10) not null;
    key AccountingDocumentItem : String(3) not null;
    AccountingDocumentType : String(2);
    DebitCreditCode : String(1);
    GLAccount : String(10);
    TaxCode : String(2);
    AssignmentReference : String(18);
    DocumentItemText : String(50);
    CostCenter : String(10);
    OrderID : String(12);
    @sap.display.format : 'Date' PostingDate : Date;
    @sap.display.format : 'Date' DocumentDate : Date;
    FiscalPeriod : String(3);
    CompanyCodeCurrency : String(5);
    AmountInCompanyCodeCurrency : Decimal(24, 3);
    TransactionCurrency : String(5);
    AmountInTransactionCurrency : Decimal(24, 3);
    DocumentReferenceID : String(16);
    AccountingDocumentHeaderText : String(25);
    ReverseDocument : String(10);
    ReverseDocumentFiscalYear : String(4);
    ReversalReason : String(2);
    OriginalReferenceDocument : String(20);
    ReferenceDocumentType : String(5);
  };
};
