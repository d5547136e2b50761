/** Purchase requisitions in OData V4, the successor API. */
@cds.external : true
service CE_PURCHASEREQUISITION_0001 {
  @cds.external : true
  @cds.persistence.skip : true
  entity PurchaseReqn {
    key PurchaseRequisition : String(10) not null;
    PurchaseRequisitionType : String(4);
    PurReqnDescription : String(40);
    SourceDetermination : Boolean;
    PurReqnDoOnlyValidation : Boolean;
    _PurchaseRequisitionItem : Composition of many PurchaseReqnItem on _PurchaseRequisitionItem.PurchaseRequisition = PurchaseRequisition;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity PurchaseReqnItem {
    key PurchaseRequisition : String(10) not null;
    key PurchaseRequisitionItem : String(5) not null;
    PurReqnReleaseStatus : String(2);
    PurchaseRequisitionItemText : String(40);
    AccountAssignmentCategory : String(1);
    Material : String(40);
    MaterialGroup : String(9);
    RequestedQuantity : Decimal(13, 3);
    BaseUnit : String(3);
    @odata.Precision : 11 @odata.Scale : 'variable' PurchaseRequisitionPrice : Decimal;
    PurReqnPriceQuantity : Decimal(5, 0);
    PurchasingOrganization : String(4);
    PurchasingGroup : String(3);
    Plant : String(4);
    CompanyCode : String(4);
    OrderedQuantity : Decimal(13, 3);
    DeliveryDate : Date;
    PurchasingDocument : String(10);
    PurchasingDocumentItem : String(5);
    ProcessingStatus : String(1);
    PurchasingInfoRecord : String(10);
    Supplier : String(10);
    FixedSupplier : String(10);
    RequisitionerName : String(12);
    PurReqnItemCurrency : String(3);
    MaterialPlannedDeliveryDurn : Decimal(3, 0);
    StorageLocation : String(4);
    IsDeleted : Boolean;
    RequirementTracking : String(10);
    @odata.Type : 'Edm.DateTimeOffset' @odata.Precision : 7 LastChangeDateTime : Timestamp;
    Reservation : String(10);
    PurReqnExternalReference : String(35);
    PurReqnItemExternalReference : String(10);
    PurReqnExternalSystemId : String(60);
    PurReqCreationDate : Date;
    _PurchaseReqnAcctAssgmt : Composition of many PurchaseReqnAcctAssgmt on _PurchaseReqnAcctAssgmt.PurchaseRequisition = PurchaseRequisition and _PurchaseReqnAcctAssgmt.PurchaseRequisitionItem = PurchaseRequisitionItem;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity PurchaseReqnAcctAssgmt {
    key PurchaseRequisition : String(10) not null;
    key PurchaseRequisitionItem : String(5) not null;
    key PurchaseReqnAcctAssgmtNumber : String(2) not null;
    CostCenter : String(10);
    Quantity : Decimal(13, 3);
    OrderID : String(12);
    GLAccount : String(10);
    ControllingArea : String(4);
    WBSElementExternalID : String(24);
  };
};
