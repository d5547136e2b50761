/** Bills of material, version 2 of the API: spare parts of a model, with alternatives. */
@cds.external : true
service API_BILL_OF_MATERIAL_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity MaterialBOM {
    key BillOfMaterial : String(8) not null;
    key BillOfMaterialCategory : String(1) not null;
    key BillOfMaterialVariant : String(2) not null;
    key BillOfMaterialVersion : String(4) not null;
    key EngineeringChangeDocument : String(12) not null;
    key Material : String(40) not null;
    key Plant : String(4) not null;
    BillOfMaterialVariantUsage : String(1);
    BOMHeaderText : String(40);
    BillOfMaterialStatus : String(2);
    @sap.display.format : 'Date' HeaderValidityStartDate : Date;
    @sap.display.format : 'Date' HeaderValidityEndDate : Date;
    IsMarkedForDeletion : Boolean;
    BOMHeaderBaseUnit : String(3);
    BOMHeaderQuantityInBaseUnit : Decimal(13, 3);
    @sap.display.format : 'Date' LastChangeDate : Date;
    @odata.Type : 'Edm.DateTimeOffset' @odata.Precision : 7 LastChangeDateTime : Timestamp;
    to_BillOfMaterialItem : Association to many MaterialBOMItem on to_BillOfMaterialItem.BillOfMaterial = BillOfMaterial and to_BillOfMaterialItem.BillOfMaterialCategory = BillOfMaterialCategory and to_BillOfMaterialItem.BillOfMaterialVariant = BillOfMaterialVariant and to_BillOfMaterialItem.BillOfMaterialVersion = BillOfMaterialVersion and to_BillOfMaterialItem.Material = Material and to_BillOfMaterialItem.Plant = Plant;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity MaterialBOMItem {
    key BillOfMaterial : String(8) not null;
    key BillOfMaterialCategory : String(1) not null;
    key BillOfMaterialVariant : String(2) not null;
    key BillOfMaterialVersion : String(4) not null;
    key BillOfMaterialItemNodeNumber : String(8) not null;
    key HeaderChangeDocument : String(12) not null;
    key Material : String(40) not null;
    key Plant : String(4) not null;
    @sap.display.format : 'Date' ValidityStartDate : Date;
    @sap.display.format : 'Date' ValidityEndDate : Date;
    BillOfMaterialComponent : String(40);
    BillOfMaterialItemCategory : String(1);
    BillOfMaterialItemNumber : String(4);
    BillOfMaterialItemUnit : String(3);
    BillOfMaterialItemQuantity : Decimal(13, 3);
    ComponentDescription : String(40);
    BOMItemDescription : String(40);
    BOMItemIsSparePart : String(1);
    AlternativeItemGroup : String(2);
    AlternativeItemPriority : String(2);
    AlternativeItemStrategy : String(1);
    UsageProbabilityPercent : Decimal(3, 0);
    FollowUpGroup : String(2);
    DiscontinuationGroup : String(2);
    IsDeleted : Boolean;
    @odata.Type : 'Edm.DateTimeOffset' @odata.Precision : 7 LastChangeDateTime : Timestamp;
  };
};
