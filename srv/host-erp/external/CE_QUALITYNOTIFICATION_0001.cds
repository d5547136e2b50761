/**
 * Quality notifications (OData V4, "Quality Notification - Read, Create").
 * Names follow the released views I_QltyNotificationTP, I_QualityNotificationItemTP, I_QltyNotificationItemCauseTP
 * and I_QltyNotificationLongTextTP, which the API projects. Lengths are those of the tables QMEL, QMFE and QMUR as far as
 * known, and navigations are inferred: compare with the metadata of your own system before use.
 * The header has neither equipment nor serial number: both stand in the long text and in the item.
 */
@cds.external : true
service CE_QUALITYNOTIFICATION_0001 {
  @cds.external : true
  @cds.persistence.skip : true
  entity QualityNotification {
    key QualityNotification : String(12) not null;
    MasterLanguage : String(2);
    NotificationOrigin : String(1);
    NotificationType : String(2);
    NotifProcessingPhase : String(1);
    NotificationText : String(40);
    NotificationPriorityType : String(2);
    NotificationPriority : String(1);
    IsBusinessPurposeCompleted : Boolean;
    IsDeleted : Boolean;
    CreatedByUser : String(12);
    NotificationCatalog : String(1);
    NotificationCodeGroup : String(8);
    NotificationCodeID : String(4);
    CreationDate : Date;
    LastChangedDate : Date;
    NotificationReportingDate : Date;
    NotificationCompletionDate : Date;
    NotificationRequiredStartDate : Date;
    NotificationRequiredEndDate : Date;
    Supplier : String(10);
    Customer : String(10);
    Material : String(40);
    Plant : String(4);
    Batch : String(10);
    PurchasingDocument : String(10);
    PurchasingDocumentItem : String(5);
    MaterialDocumentYear : String(4);
    MaterialDocument : String(10);
    MaterialDocumentItem : String(4);
    @odata.Type : 'Edm.DateTimeOffset' @odata.Precision : 7 ChangedDateTime : Timestamp;
    _QualityNotificationItem : Composition of many QualityNotificationItem on _QualityNotificationItem.QualityNotification = QualityNotification;
    _QltyNotificationLongText : Composition of many QltyNotificationLongText on _QltyNotificationLongText.QualityNotification = QualityNotification;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity QualityNotificationItem {
    key QualityNotification : String(12) not null;
    key NotificationItem : String(4) not null;
    NotificationItemText : String(40);
    DefectClass : String(2);
    NumberOfDefects : Integer;
    DefectCodeCatalog : String(1);
    DefectCodeGroup : String(8);
    DefectCode : String(4);
    NotifItmObjectPartCodeCtlg : String(1);
    NotifItmObjectPartCodeGroup : String(8);
    NotifItmObjectPartCode : String(4);
    ExternalDefectiveQuantity : Decimal(13, 3);
    InternalDefectiveQuantity : Decimal(13, 3);
    DefectiveQuantityUnit : String(3);
    IsDeleted : Boolean;
    _QltyNotificationItemCause : Composition of many QltyNotificationItemCause on _QltyNotificationItemCause.QualityNotification = QualityNotification and _QltyNotificationItemCause.NotificationItem = NotificationItem;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity QltyNotificationItemCause {
    key QualityNotification : String(12) not null;
    key NotificationItem : String(4) not null;
    key NotificationCauseID : String(4) not null;
    NotificationCauseText : String(40);
    NotificationCauseCodeCatalog : String(1);
    NotificationCauseCodeGroup : String(8);
    NotificationCauseCode : String(4);
    NotificationRootCause : String(1);
    IsDeleted : Boolean;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity QltyNotificationLongText {
    key QualityNotification : String(12) not null;
    key LongTextInternalNumber : String(10) not null;
    key Language : String(2) not null;
    LongTextID : String(4);
    QltyNotificationLongText : String;
  };
};
