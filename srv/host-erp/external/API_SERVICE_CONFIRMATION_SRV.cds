/** Confirmations of service orders: time and parts. */
@cds.external : true
service API_SERVICE_CONFIRMATION_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_ServiceConfirmation {
    key ServiceConfirmation : String(10) not null;
    ServiceConfirmationType : String(4);
    ServiceConfirmationUUID : UUID;
    ServiceConfirmationDescription : String(40);
    Language : String(2);
    @odata.Type : 'Edm.DateTimeOffset' RequestedServiceStartDateTime : DateTime;
    @odata.Type : 'Edm.DateTimeOffset' RequestedServiceEndDateTime : DateTime;
    PurchaseOrderByCustomer : String(35);
    ServiceConfirmationIsCompleted : String(1);
    ServiceConfirmationIsCanceled : Boolean;
    SalesOrganization : String(4);
    DistributionChannel : String(2);
    Division : String(2);
    SoldToParty : String(10);
    ReferenceServiceOrder : String(10);
    ServiceConfirmationIsFinal : String(1);
    TransactionCurrency : String(5);
    EnterpriseServiceOrganization : String(4);
    to_Item : Composition of many A_ServiceConfirmationItem on to_Item.ServiceConfirmation = ServiceConfirmation;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ServiceConfirmationItem {
    key ServiceConfirmation : String(10) not null;
    key ServiceConfirmationItem : String(6) not null;
    ServiceConfirmationItemUUID : UUID;
    ServiceConfItemDescription : String(40);
    Language : String(2);
    Product : String(54);
    Quantity : Decimal(13, 3);
    QuantityUnit : String(3);
    ActualServiceDuration : Decimal(7, 2);
    ActualServiceDurationUnit : String(3);
    ServiceConfItemCategory : String(4);
    ServiceConfItemIsCompleted : String(1);
    ExecutingServiceEmployee : String(10);
    ServicePerformer : String(32);
    BillableControl : String(2);
    ReferenceServiceOrder : String(10);
    ReferenceServiceOrderItem : String(6);
    @odata.Type : 'Edm.DateTimeOffset' ActualServiceStartDateTime : DateTime;
    @odata.Type : 'Edm.DateTimeOffset' ActualServiceEndDateTime : DateTime;
    @sap.display.format : 'Date' ServicesRenderedDate : Date;
  };
};
