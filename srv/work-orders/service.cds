using { aftersales as db } from '../../db';

namespace aftersales;

/** The repair: one entry for every request, and each step until it is accepted and closed. */
service WorkOrderService @(path: '/odata/v4/work-orders') {

  @odata.draft.enabled
  entity WorkOrders as projection on db.WorkOrders {
    *,
    /** Open and past its promise, unless that waits for the customer. */
    case when isOpen = true and promisePausedAt is null and promisedAt < $now then true else false end as isOverdue : Boolean,
    /** Red when overdue, else neutral. */
    case when isOpen = true and promisePausedAt is null and promisedAt < $now then 1 else 0 end as promiseCriticality : Integer,
    /** Assigned to the user at hand, or taken by that user. */
    case when createdBy = $user or technician.ID in (select ID from db.Technicians where userId = $user) then true else false end as isMine : Boolean,
    /** Earlier orders of the same equipment, this one included. */
    equipmentOrders : Association to many WorkOrders on equipmentOrders.equipment = $self.equipment,
    repairs : Association to many Repairs on repairs.equipment = $self.equipment
  } actions {
    action release()                                                          returns WorkOrders;
    action assign(technician_ID : db.Technicians:ID not null, plannedStart : Timestamp) returns WorkOrders;
    action unassign()                                                         returns WorkOrders;
    action start()                                                            returns WorkOrders;
    action hold(reason_code : db.HoldReasons:code not null)                   returns WorkOrders;
    action resume()                                                           returns WorkOrders;
    action complete(
      resolution_code : db.ResolutionCodes:code not null,
      summary         : db.WorkOrders:summary,
      testData        : db.WorkOrders:testData,
      finalTest_code  : db.FinalTestResults:code,
      udi             : db.WorkOrders:udi,
      rootCauseHint   : db.WorkOrders:rootCauseHint,
      downtimeMinutes : db.WorkOrders:downtimeMinutes
    )                                                                         returns WorkOrders;
    action accept(rating : Integer not null, comment : db.WorkOrders:ratingComment) returns WorkOrders;
    action close()                                                            returns WorkOrders;
    action cancel(reason_code : db.CancelReasons:code not null)               returns WorkOrders;
    action reopen(reason_code : db.ReopenReasons:code not null)               returns WorkOrders;
    action addNote(text : db.Notes:text not null)                             returns WorkOrders;
  };

  /** Orders as the history of their equipment: without drafts, so that it reads the same while an order is edited. */
  @readonly @cds.redirection.target: false
  entity Repairs              as projection on db.WorkOrders {
    ID, number, equipment, serialNumber, status, shortText, faultCategory, resolution, receivedAt, technician
  };
  entity CostItems            as projection on db.CostItems;
  @readonly entity Notes      as projection on db.Notes;
  @readonly entity Events     as projection on db.Events {
    *,
    coalesce(holdReason.name, cancelReason.name, reopenReason.name, resolution.name) as reasonName : String(255)
  } excluding { holdReason, cancelReason, reopenReason, resolution };
  @readonly entity Technicians as projection on db.Technicians { ID, number, name, userId, area, isActive };
  @readonly entity ServiceAreas as projection on db.ServiceAreas { code, name, descr };
  @readonly entity Equipment  as projection on db.Equipment;
  @readonly entity Customers  as projection on db.Customers;

  /**
   * What the user at hand may do, read from the access rules, so that an app shows no button in vain.
   * Hiding is not authorisation: the rules hold whatever is shown.
   */
  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId      : String(255);
        mayIntake   : Boolean;
        mayImport   : Boolean;
        mayEdit     : Boolean;
        mayRelease  : Boolean;
        mayAssign   : Boolean;
        mayWork     : Boolean;
        mayAccept   : Boolean;
        mayClose    : Boolean;
        mayCancel   : Boolean;
        mayReopen   : Boolean;
        mayAddNote  : Boolean;
        maySeeCosts : Boolean;
        /** False as well where nobody keeps service levels. */
        maySeeClocks : Boolean;
        maySeeNotices : Boolean;
        maySeeQuality : Boolean;
        maySeeFinance : Boolean;
        maySeeParts   : Boolean;
  }

  /** Words that point to a fault category, and the table that sets the priority: data, edited by Admin. */
  entity FaultRules           as projection on db.FaultRules;
  entity PriorityRules        as projection on db.PriorityRules;

  /** An order that may describe the same trouble. */
  type RelatedOrder {
    ID          : UUID;
    number      : String(10);
    status_code : String(10);
    shortText   : String(80);
    receivedAt  : Timestamp;
  }

  type IntakeResult {
    ID                       : UUID;
    number                   : String(10);
    /** False when the same channel and reference had made this order before. */
    created                  : Boolean;
    status_code              : String(10);
    equipment_ID             : UUID;
    customer_ID              : UUID;
    customerName             : String(80);
    serialNumber             : String(18);
    siteName                 : String(80);
    city                     : String(40);
    department               : String(40);
    channel_code             : String(10);
    reference                : String(60);
    shortText                : String(80);
    warrantyStatus_code      : String(10);
    accountingIndicator_code : String(10);
    faultCategory_code       : String(20);
    urgency_code             : String(1);
    patientImpact_code       : String(10);
    priority_code            : String(1);
    executionMode_code       : String(10);
    requestedStart           : Timestamp;
    promisedAt               : Timestamp;
    probableDuplicates       : many RelatedOrder;
    repeatFailures           : many RelatedOrder;
  }

  /** The one door for every channel. Whatever is left out is derived from the equipment and the symptom. */
  action intake(
    channel_code       : db.Channels:code not null,
    serialNumber       : db.Equipment:serialNumber not null,
    symptom            : db.WorkOrders:symptom not null,
    contactName        : db.WorkOrders:contactName,
    contactPhone       : db.WorkOrders:contactPhone,
    contactEmail       : db.WorkOrders:contactEmail,
    department         : db.WorkOrders:department,
    priority_code      : db.Priorities:code,
    executionMode_code : db.ExecutionModes:code,
    requestedStart     : Timestamp,
    reference          : db.WorkOrders:reference
  ) returns IntakeResult;

  type ImportReject {
    line   : Integer;
    column : String(60);
    reason : String(255);
  }

  type ImportResult {
    rows       : Integer;
    imported   : Integer;
    duplicates : Integer;
    rejected   : Integer;
    seconds    : Decimal(9, 3);
    rejects    : many ImportReject;
    /** The rejected rows as CSV, ready to be corrected and imported again. */
    rejectsCsv : LargeString;
  }

  /** Takes over closed orders from another system; rows that were imported before are left alone. */
  action importHistory(csv : LargeBinary not null, mapping : LargeString) returns ImportResult;
}
