/** Reservations. Header and items are created in one deep insert; items are not changed afterwards. */
@cds.external : true
service API_RESERVATION_DOCUMENT_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_ReservationDocumentHeader {
    key Reservation : String(10) not null;
    OrderID : String(12);
    GoodsMovementType : String(3);
    CostCenter : String(10);
    GoodsRecipientName : String(12);
    @sap.display.format : 'Date' ReservationDate : Date;
    IsCheckedAgainstFactoryCal : Boolean;
    Customer : String(10);
    WBSElement : String(24);
    ControllingArea : String(4);
    IssuingOrReceivingPlant : String(4);
    IssuingOrReceivingStorageLoc : String(4);
    to_ReservationDocumentItem : Composition of many A_ReservationDocumentItem on to_ReservationDocumentItem.Reservation = Reservation;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_ReservationDocumentItem {
    key Reservation : String(10) not null;
    key ReservationItem : String(4) not null;
    key RecordType : String(1) not null;
    Product : String(40);
    RequirementType : String(2);
    @sap.display.format : 'Date' MatlCompRequirementDate : Date;
    Plant : String(4);
    GoodsMovementIsAllowed : Boolean;
    StorageLocation : String(4);
    Batch : String(10);
    DebitCreditCode : String(1);
    BaseUnit : String(3);
    GLAccount : String(10);
    GoodsMovementType : String(3);
    EntryUnit : String(3);
    IssuingOrReceivingPlant : String(4);
    IssuingOrReceivingStorageLoc : String(4);
    ResvnItmRequiredQtyInBaseUnit : Decimal(13, 3);
    ReservationItemIsFinallyIssued : Boolean;
    ReservationItmIsMarkedForDeltn : Boolean;
    ResvnItmRequiredQtyInEntryUnit : Decimal(13, 3);
    ResvnItmWithdrawnQtyInBaseUnit : Decimal(13, 3);
    GoodsRecipientName : String(12);
    UnloadingPointName : String(25);
    ReservationItemText : String(50);
  };
};
