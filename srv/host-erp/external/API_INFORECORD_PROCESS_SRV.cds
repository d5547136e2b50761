/** Purchasing info records: supplier, price and delivery time of a material. */
@cds.external : true
service API_INFORECORD_PROCESS_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_PurchasingInfoRecord {
    key PurchasingInfoRecord : String(10) not null;
    Supplier : String(10);
    Material : String(40);
    @sap.display.format : 'Date' CreationDate : Date;
    IsDeleted : Boolean;
    SupplierMaterialNumber : String(35);
    BaseUnit : String(3);
    IsRegularSupplier : Boolean;
    @odata.Type : 'Edm.DateTimeOffset' @odata.Precision : 7 LastChangeDateTime : Timestamp;
    to_PurgInfoRecdOrgPlantData : Association to many A_PurgInfoRecdOrgPlantData on to_PurgInfoRecdOrgPlantData.PurchasingInfoRecord = PurchasingInfoRecord;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_PurgInfoRecdOrgPlantData {
    key PurchasingInfoRecord : String(10) not null;
    key PurchasingInfoRecordCategory : String(1) not null;
    key PurchasingOrganization : String(4) not null;
    key Plant : String(4) not null;
    IsMarkedForDeletion : Boolean;
    PurchasingGroup : String(3);
    Currency : String(5);
    MinimumPurchaseOrderQuantity : Decimal(13, 3);
    StandardPurchaseOrderQuantity : Decimal(13, 3);
    MaterialPlannedDeliveryDurn : Decimal(3, 0);
    Material : String(40);
    Supplier : String(10);
    NetPriceAmount : Decimal(12, 3);
    MaterialPriceUnitQty : Decimal(5, 0);
    PurchaseOrderPriceUnit : String(3);
    @sap.display.format : 'Date' PriceValidityEndDate : Date;
  };
};
