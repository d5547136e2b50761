/** Purchase requisitions in OData V2. */
@cds.external : true
service API_PURCHASEREQ_PROCESS_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_PurchaseRequisitionHeader {
    key PurchaseRequisition : String(10) not null;
    PurchaseRequisitionType : String(4);
    PurReqnDescription : String(40);
    SourceDetermination : Boolean;
    PurReqnDoOnlyValidation : Boolean;
    to_PurchaseReqnItem : Composition of many A_PurchaseRequisitionItem on to_PurchaseReqnItem.PurchaseRequisition = PurchaseRequisition;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_PurchaseRequisitionItem {
    key PurchaseRequisition : String(10) not null;
    key PurchaseRequisitionItem : String(5) not null;
    PurReqnReleaseStatus : String(2);
    PurchaseRequisitionItemText : String(40);
    AccountAssignmentCategory : String(1);
    Material : String(40);
    MaterialGroup : String(9);
    RequestedQuantity : Decimal(13, 3);
    BaseUnit : String(3);
    PurchaseRequisitionPrice : Decimal(12, 3);
    PurReqnPriceQuantity : Decimal(5, 0);
    PurchasingOrganization : String(4);
    PurchasingGroup : String(3);
    Plant : String(4);
    CompanyCode : String(4);
    OrderedQuantity : Decimal(13, 3);
    IsClosed : Boolean;
    @sap.display.format : 'Date' DeliveryDate : Date;
    PurchasingDocument : String(10);
    PurchasingDocumentItem : String(5);
    ProcessingStatus : String(1);
    PurchasingInfoRecord : String(10);
    Supplier : String(10);
    FixedSupplier : String(10);
    RequisitionerName : String(12);
    PurReqnItemCurrency : String(5);
    MaterialPlannedDeliveryDurn : Decimal(3, 0);
    StorageLocation : String(4);
    IsDeleted : String(1);
    RequirementTracking : String(10);
    @odata.Type : 'Edm.DateTimeOffset' @odata.Precision : 7 LastChangeDateTime : Timestamp;
    Reservation : String(10);
    PurReqnExternalReference : String(35);
    PurReqnItemExternalReference : String(10);
    PurReqnExternalSystemId : String(60);
    @sap.display.format : 'Date' CreationDate : Date;
    @sap.display.format : 'Date' PurReqCreationDate : Date;
    to_PurchaseReqnAcctAssgmt : Composition of many A_PurReqnAcctAssgmt on to_PurchaseReqnAcctAssgmt.PurchaseRequisition = PurchaseRequisition and to_PurchaseReqnAcctAssgmt.PurchaseRequisitionItem = PurchaseRequisitionItem;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_PurReqnAcctAssgmt {
    key PurchaseRequisition : String(10) not null;
    key PurchaseRequisitionItem : String(5) not null;
    key PurchaseReqnAcctAssgmtNumber : String(2) not null;
    CostCenter : String(10);
    Quantity : Decimal(13, 3);
    OrderID : String(12);
    GLAccount : String(10);
    ControllingArea : String(4);
    WBSElement : String(24);
  };
};
