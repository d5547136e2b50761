/** Credit memo requests: what billing is asked to give back. Of the same shape as debit memo requests. */
@cds.external : true
service API_CREDIT_MEMO_REQUEST_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_CreditMemoRequest {
    key CreditMemoRequest : String(10) not null;
    CreditMemoRequestType : String(4);
    SalesOrganization : String(4);
    DistributionChannel : String(2);
    OrganizationDivision : String(2);
    SoldToParty : String(10);
    @sap.display.format : 'Date' CreationDate : Date;
    PurchaseOrderByCustomer : String(35);
    @sap.display.format : 'Date' CreditMemoRequestDate : Date;
    TotalNetAmount : Decimal(16, 3);
    TransactionCurrency : String(5);
    SDDocumentReason : String(3);
    @sap.display.format : 'Date' PricingDate : Date;
    OverallSDProcessStatus : String(1);
    to_Item : Composition of many A_CreditMemoRequestItem on to_Item.CreditMemoRequest = CreditMemoRequest;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_CreditMemoRequestItem {
    key CreditMemoRequest : String(10) not null;
    key CreditMemoRequestItem : String(6) not null;
    CreditMemoRequestItemText : String(40);
    Material : String(40);
    RequestedQuantity : Decimal(15, 3);
    RequestedQuantityUnit : String(3);
    TransactionCurrency : String(5);
    NetAmount : Decimal(16, 3);
    to_PricingElement : Composition of many A_CreditMemoReqItemPrcgElmnt on to_PricingElement.CreditMemoRequest = CreditMemoRequest and to_PricingElement.CreditMemoRequestItem = CreditMemoRequestItem;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_CreditMemoReqItemPrcgElmnt {
    key CreditMemoRequest : String(10) not null;
    key CreditMemoRequestItem : String(6) not null;
    key PricingProcedureStep : String(3) not null;
    key PricingProcedureCounter : String(3) not null;
    ConditionType : String(4);
    ConditionRateValue : Decimal(24, 9);
    ConditionCurrency : String(5);
    ConditionQuantity : Decimal(5, 0);
    ConditionQuantityUnit : String(3);
    ConditionAmount : Decimal(16, 3);
    TransactionCurrency : String(5);
    ConditionIsManuallyChanged : Boolean;
  };
};
