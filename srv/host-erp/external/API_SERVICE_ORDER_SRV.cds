/** Service orders of S/4HANA Service, for the item-based cost model. */
@cds.external : true
service API_SERVICE_ORDER_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_ServiceOrder {
    key ServiceOrder : String(10) not null;
    ServiceOrderType : String(4);
    ServiceOrderUUID : UUID;
    ServiceOrderDescription : String(40);
    Language : String(2);
    ServiceDocumentPriority : String(1);
    @odata.Type : 'Edm.DateTimeOffset' RequestedServiceStartDateTime : DateTime;
    @odata.Type : 'Edm.DateTimeOffset' RequestedServiceEndDateTime : DateTime;
    @odata.Type : 'Edm.DateTimeOffset' ServiceDocChangedDateTime : DateTime;
    @sap.display.format : 'Date' PostingDate : Date;
    PurchaseOrderByCustomer : String(35);
    @sap.display.format : 'Date' CustomerPurchaseOrderDate : Date;
    ServiceOrderIsReleased : String(1);
    ServiceOrderIsCompleted : String(1);
    ServiceOrderIsRejected : String(1);
    SrvcOrdIsBusinessCompleted : Boolean;
    SalesOrganization : String(4);
    DistributionChannel : String(2);
    Division : String(2);
    SoldToParty : String(10);
    ShipToParty : String(10);
    BillToParty : String(10);
    PayerParty : String(10);
    TransactionCurrency : String(5);
    ReferenceServiceContract : String(10);
    ReferenceServiceOrder : String(80);
    SrvcOrdExecutionStatus : String(2);
    WBSElementExternalID : String(24);
    EnterpriseServiceOrganization : String(4);
    to_Item : Composition of many A_ServiceOrderItem on to_Item.ServiceOrder = ServiceOrder;
    to_ReferenceObject : Composition of many A_ServiceOrderRefObject on to_ReferenceObject.ServiceOrder = ServiceOrder;
    to_Text : Composition of many A_ServiceOrderText on to_Text.ServiceOrder = ServiceOrder;
    to_Defect : Composition of many A_ServiceOrderDefect on to_Defect.ServiceOrder = ServiceOrder;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ServiceOrderItem {
    key ServiceOrder : String(10) not null;
    key ServiceOrderItem : String(6) not null;
    ServiceOrderItemUUID : UUID;
    ServiceOrderItemDescription : String(40);
    Language : String(2);
    Product : String(54);
    Quantity : Decimal(13, 3);
    QuantityUnit : String(3);
    ServiceDuration : Decimal(13, 3);
    ServiceDurationUnit : String(3);
    ServiceOrderItemCategory : String(4);
    BillableControl : String(2);
    ServicePerformer : String(10);
    ExecutingServiceEmployee : String(10);
    ServiceOrderItemIsReleased : String(1);
    ServiceOrderItemIsCompleted : String(1);
    ServiceOrderItemIsRejected : String(1);
    @odata.Type : 'Edm.DateTimeOffset' PlannedServiceStartDateTime : DateTime;
    @odata.Type : 'Edm.DateTimeOffset' PlannedServiceEndDateTime : DateTime;
    SrvcOrdItmResvnIsExisting : Boolean;
    SrvcOrdItemReservedQuantity : Decimal(13, 3);
    ReferenceServiceOrderItem : String(80);
    SrvcOrdItemExecutionStatus : String(2);
    WBSElementExternalID : String(24);
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ServiceOrderRefObject {
    key ServiceOrder : String(10) not null;
    key ServiceReferenceEquipment : String(18) not null;
    key ServiceRefFunctionalLocation : String(40) not null;
    SrvcRefObjIsMainObject : Boolean;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ServiceOrderDefect {
    key ServiceOrder : String(10) not null;
    key SrvcDocTypeDefectCodeProfType : String(2) not null;
    key ServiceDefectSequence : Int16 not null;
    ServiceDefectCodeCatalog : String(2);
    ServiceDefectCodeGroup : String(8);
    ServiceDefectCode : String(4);
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ServiceOrderText {
    key ServiceOrder : String(10) not null;
    key Language : String(2) not null;
    key LongTextID : String(4) not null;
    LongText : String;
  };
};
