/** Equipment with warranties and partners. The key has two parts: ValidityEndDate 9999-12-31 is the current record. */
@cds.external : true
service API_EQUIPMENT {
  @cds.external : true
  @cds.persistence.skip : true
  entity Equipment {
    key Equipment : String(18) not null;
    @sap.display.format : 'Date' key ValidityEndDate : Date not null;
    @sap.display.format : 'Date' ValidityStartDate : Date;
    EquipmentName : String(40);
    EquipmentCategory : String(1);
    TechnicalObjectType : String(10);
    AssetManufacturerName : String(30);
    ManufacturerPartTypeName : String(20);
    ManufacturerSerialNumber : String(30);
    MaintenancePlant : String(4);
    ABCIndicator : String(1);
    BusinessPartnerName1 : String(40);
    CityName : String(40);
    HouseNumber : String(10);
    PostalCode : String(10);
    StreetName : String(60);
    Region : String(3);
    Country : String(3);
    AssetRoom : String(8);
    CompanyCode : String(4);
    CostCenter : String(10);
    ControllingArea : String(4);
    FunctionalLocation : String(30);
    FunctionalLocationLabelName : String(40);
    SuperordinateEquipment : String(18);
    Material : String(18);
    SerialNumber : String(18);
    UniqueItemIdentifier : String(72);
    CatalogProfile : String(9);
    @sap.display.format : 'Date' CreationDate : Date;
    @odata.Type : 'Edm.DateTimeOffset' LastChangeDateTime : DateTime;
    EquipmentIsMarkedForDeletion : Boolean;
    EquipmentIsInactive : Boolean;
    to_Partner : Association to many EquipmentPartner on to_Partner.Equipment = Equipment;
    to_Warranty : Association to many EquipmentWarranty on to_Warranty.Equipment = Equipment;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity EquipmentWarranty {
    key Equipment : String(18) not null;
    key WarrantyType : String(1) not null;
    MasterWarranty : String(20);
    @sap.display.format : 'Date' WarrantyStartDate : Date;
    @sap.display.format : 'Date' WarrantyEndDate : Date;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity EquipmentPartner {
    key Equipment : String(18) not null;
    key PartnerFunction : String(2) not null;
    key EquipmentPartnerObjectNmbr : String(6) not null;
    Partner : String(12);
    @sap.display.format : 'Date' CreationDate : Date;
  };
};
