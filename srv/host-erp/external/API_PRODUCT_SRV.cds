/** Products with descriptions, plant and supply planning data, and valuation. */
@cds.external : true
service API_PRODUCT_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_Product {
    key Product : String(40) not null;
    ProductType : String(4);
    CrossPlantStatus : String(2);
    @sap.display.format : 'Date' CreationDate : Date;
    @sap.display.format : 'Date' LastChangeDate : Date;
    @odata.Type : 'Edm.DateTimeOffset' @odata.Precision : 7 LastChangeDateTime : Timestamp;
    IsMarkedForDeletion : Boolean;
    ProductGroup : String(9);
    BaseUnit : String(3);
    ProductHierarchy : String(18);
    ProductManufacturerNumber : String(40);
    ManufacturerNumber : String(10);
    SerialNumberProfile : String(4);
    ProductStandardID : String(18);
    InternationalArticleNumberCat : String(2);
    IsBatchManagementRequired : Boolean;
    to_Description : Association to many A_ProductDescription on to_Description.Product = Product;
    to_Plant : Association to many A_ProductPlant on to_Plant.Product = Product;
    to_Valuation : Association to many A_ProductValuation on to_Valuation.Product = Product;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ProductDescription {
    key Product : String(40) not null;
    key Language : String(2) not null;
    ProductDescription : String(40);
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ProductPlant {
    key Product : String(40) not null;
    key Plant : String(4) not null;
    PurchasingGroup : String(3);
    ProfileCode : String(2);
    IsMarkedForDeletion : Boolean;
    MRPType : String(2);
    SerialNumberProfile : String(4);
    ProcurementType : String(1);
    BaseUnit : String(3);
    to_ProductSupplyPlanning : Association to one A_ProductSupplyPlanning on to_ProductSupplyPlanning.Product = Product and to_ProductSupplyPlanning.Plant = Plant;
    to_StorageLocation : Association to many A_ProductStorageLocation on to_StorageLocation.Product = Product and to_StorageLocation.Plant = Plant;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ProductSupplyPlanning {
    key Product : String(40) not null;
    key Plant : String(4) not null;
    SafetyStockQuantity : Decimal(13, 3);
    MRPType : String(2);
    ReorderThresholdQuantity : Decimal(13, 3);
    PlannedDeliveryDurationInDays : Decimal(3, 0);
    TotalReplenishmentLeadTime : Decimal(3, 0);
    GoodsReceiptDuration : Decimal(3, 0);
    BaseUnit : String(3);
    FollowUpProduct : String(40);
    @sap.display.format : 'Date' EffectiveOutDate : Date;
    ProductIsToBeDiscontinued : String(1);
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ProductStorageLocation {
    key Product : String(40) not null;
    key Plant : String(4) not null;
    key StorageLocation : String(4) not null;
    WarehouseStorageBin : String(10);
    IsMarkedForDeletion : Boolean;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ProductValuation {
    key Product : String(40) not null;
    key ValuationArea : String(4) not null;
    key ValuationType : String(10) not null;
    ValuationClass : String(4);
    StandardPrice : Decimal(12, 3);
    PriceUnitQty : Decimal(5, 0);
    InventoryValuationProcedure : String(1);
    MovingAveragePrice : Decimal(12, 3);
    IsMarkedForDeletion : Boolean;
    Currency : String(5);
    BaseUnit : String(3);
  };
};
