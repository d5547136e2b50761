/** Debit memo requests: what billing is asked to charge. */
@cds.external : true
service API_DEBIT_MEMO_REQUEST_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_DebitMemoRequest {
    key DebitMemoRequest : String(10) not null;
    DebitMemoRequestType : String(4);
    SalesOrganization : String(4);
    DistributionChannel : String(2);
    OrganizationDivision : String(2);
    SoldToParty : String(10);
    @sap.display.format : 'Date' CreationDate : Date;
    PurchaseOrderByCustomer : String(35);
    @sap.display.format : 'Date' DebitMemoRequestDate : Date;
    TotalNetAmount : Decimal(16, 3);
    TransactionCurrency : String(5);
    SDDocumentReason : String(3);
    @sap.display.format : 'Date' PricingDate : Date;
    OverallSDProcessStatus : String(1);
    to_Item : Composition of many A_DebitMemoRequestItem on to_Item.DebitMemoRequest = DebitMemoRequest;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_DebitMemoRequestItem {
    key DebitMemoRequest : String(10) not null;
    key DebitMemoRequestItem : String(6) not null;
    DebitMemoRequestItemText : String(40);
    Material : String(40);
    RequestedQuantity : Decimal(15, 3);
    RequestedQuantityUnit : String(3);
    TransactionCurrency : String(5);
    NetAmount : Decimal(16, 3);
    to_PricingElement : Composition of many A_DebitMemoReqItemPrcgElmnt on to_PricingElement.DebitMemoRequest = DebitMemoRequest and to_PricingElement.DebitMemoRequestItem = DebitMemoRequestItem;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_DebitMemoReqItemPrcgElmnt {
    key DebitMemoRequest : String(10) not null;
    key DebitMemoRequestItem : String(6) not null;
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
