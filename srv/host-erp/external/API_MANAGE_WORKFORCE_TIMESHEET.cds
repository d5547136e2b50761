/** Time sheet entries. Each change is a POST: creating, changing and deleting differ in TimeSheetOperation (C, U, D). */
@cds.external : true
service API_MANAGE_WORKFORCE_TIMESHEET {
  @cds.external : true
  @cds.persistence.skip : true
  entity TimeSheetEntryCollection {
    key PersonWorkAgreementExternalID : String(20) not null;
    key CompanyCode : String(4) not null;
    key TimeSheetRecord : String(12) not null;
    TimeSheetDataFields : TimeSheetDataFields;
    PersonWorkAgreement : String(8);
    @sap.display.format : 'Date' TimeSheetDate : Date;
    TimeSheetIsReleasedOnSave : Boolean;
    TimeSheetPredecessorRecord : String(12);
    TimeSheetStatus : String(2);
    TimeSheetIsExecutedInTestRun : Boolean;
    TimeSheetOperation : String(1);
  };

  @cds.external : true
  type TimeSheetDataFields {
    ControllingArea : String(4);
    SenderCostCenter : String(10);
    ReceiverCostCenter : String(10);
    InternalOrder : String(12);
    ActivityType : String(6);
    WBSElement : String(24);
    TimeSheetNote : LargeString;
    RecordedHours : Decimal(4, 2);
    RecordedQuantity : Decimal(15, 3);
    HoursUnitOfMeasure : String(3);
  };
};
