/** Stock per plant, storage location and stock type. Open reservations are not subtracted. */
@cds.external : true
service API_MATERIAL_STOCK_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_MaterialStock {
    key Material : String(40) not null;
    MaterialBaseUnit : String(3);
    to_MatlStkInAcctMod : Association to many A_MatlStkInAcctMod on to_MatlStkInAcctMod.Material = Material;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_MatlStkInAcctMod {
    key Material : String(40) not null;
    key Plant : String(4) not null;
    key StorageLocation : String(4) not null;
    key Batch : String(10) not null;
    key Supplier : String(10) not null;
    key Customer : String(10) not null;
    key WBSElementInternalID : String(8) not null;
    key SDDocument : String(10) not null;
    key SDDocumentItem : String(6) not null;
    key InventorySpecialStockType : String(1) not null;
    key InventoryStockType : String(2) not null;
    MaterialBaseUnit : String(3);
    MatlWrhsStkQtyInMatlBaseUnit : Decimal(31, 14);
  };
};
