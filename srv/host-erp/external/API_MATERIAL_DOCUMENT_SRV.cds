/** Goods movements: issue, transfer, scrap, return, and their reversal. */
@cds.external : true
service API_MATERIAL_DOCUMENT_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_MaterialDocumentHeader {
    key MaterialDocumentYear : String(4) not null;
    key MaterialDocument : String(10) not null;
    InventoryTransactionType : String(2);
    @sap.display.format : 'Date' DocumentDate : Date;
    @sap.display.format : 'Date' PostingDate : Date;
    @sap.display.format : 'Date' CreationDate : Date;
    CreationTime : Time;
    CreatedByUser : String(12);
    MaterialDocumentHeaderText : String(25);
    ReferenceDocument : String(16);
    GoodsMovementCode : String(2);
    to_MaterialDocumentItem : Composition of many A_MaterialDocumentItem on to_MaterialDocumentItem.MaterialDocumentYear = MaterialDocumentYear and to_MaterialDocumentItem.MaterialDocument = MaterialDocument;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_MaterialDocumentItem {
    key MaterialDocumentYear : String(4) not null;
    key MaterialDocument : String(10) not null;
    key MaterialDocumentItem : String(4) not null;
    Material : String(40);
    Plant : String(4);
    StorageLocation : String(4);
    Batch : String(10);
    GoodsMovementType : String(3);
    InventoryStockType : String(2);
    InventorySpecialStockType : String(1);
    Supplier : String(10);
    Customer : String(10);
    PurchaseOrder : String(10);
    PurchaseOrderItem : String(5);
    WBSElement : String(24);
    ManufacturingOrder : String(12);
    GoodsMovementReasonCode : String(4);
    AccountAssignmentCategory : String(1);
    CostCenter : String(10);
    ControllingArea : String(4);
    GLAccount : String(10);
    MaterialBaseUnit : String(3);
    QuantityInBaseUnit : Decimal(13, 3);
    EntryUnit : String(3);
    QuantityInEntryUnit : Decimal(13, 3);
    CompanyCodeCurrency : String(5);
    GdsMvtExtAmtInCoCodeCrcy : Decimal(14, 3);
    IssgOrRcvgMaterial : String(40);
    IssuingOrReceivingPlant : String(4);
    IssuingOrReceivingStorageLoc : String(4);
    IssuingOrReceivingStockType : String(2);
    MaterialDocumentItemText : String(50);
    GoodsRecipientName : String(12);
    UnloadingPointName : String(25);
    Reservation : String(10);
    ReservationItem : String(4);
    ReservationItemRecordType : String(1);
    ReservationIsFinallyIssued : Boolean;
    IsAutomaticallyCreated : String(1);
    GoodsMovementIsCancelled : Boolean;
    ReversedMaterialDocumentYear : String(4);
    ReversedMaterialDocument : String(10);
    ReversedMaterialDocumentItem : String(4);
    DebitCreditCode : String(1);
    to_SerialNumbers : Composition of many A_SerialNumberMaterialDocument on to_SerialNumbers.MaterialDocumentYear = MaterialDocumentYear and to_SerialNumbers.MaterialDocument = MaterialDocument and to_SerialNumbers.MaterialDocumentItem = MaterialDocumentItem;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_SerialNumberMaterialDocument {
    key Material : String(40) not null;
    key SerialNumber : String(18) not null;
    key MaterialDocument : String(10) not null;
    key MaterialDocumentItem : String(4) not null;
    key MaterialDocumentYear : String(4) not null;
  };

  @cds.external : true
  action Cancel(
    MaterialDocumentYear : String(4),
    MaterialDocument : String(10),
    PostingDate : Date
  ) returns A_MaterialDocumentHeader;

  @cds.external : true
  action CancelItem(
    MaterialDocumentYear : String(4),
    MaterialDocument : String(10),
    MaterialDocumentItem : String(4),
    PostingDate : Date
  ) returns A_MaterialDocumentItem;
};
