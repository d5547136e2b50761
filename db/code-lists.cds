namespace aftersales;

using { sap.common.CodeList } from '@sap/cds/common';

type StatusCode       : String(10) enum { New; Released; Assigned; InProgress; OnHold; Completed; Accepted; Closed; Cancelled; };
type ChannelCode      : String(10) enum { phone; email; portal; onsite; alert; ![import]; };
type ExecutionMode    : String(10) enum { remote; onsite; depot; };
type CostTypeCode     : String(10) enum { labour; part; travel; external; lumpSum; };
type WarrantyCode     : String(10) enum { warranty; contract; none; };
type AccountingCode   : String(10) enum { warranty; contract; goodwill; billable; };
type ReasonUse        : String(10) enum { hold; cancel; reopen; };

/** 1 = negative (red), 2 = critical (orange), 3 = positive (green), 5 = new (blue), 0 = neutral. */
type Criticality      : Integer;

entity WorkOrderStatuses : CodeList {
  key code        : StatusCode;
      position    : Integer;
      criticality : Criticality;
      /** Open orders are those that still need somebody's work. */
      isOpen      : Boolean;
}

entity Channels : CodeList {
  key code : ChannelCode;
}

entity ExecutionModes : CodeList {
  key code : ExecutionMode;
}

/** Priorities as in plant maintenance: 1 very high to 4 low. */
entity Priorities : CodeList {
  key code        : String(1);
      criticality : Criticality;
      /** Hours from receipt to the promised fix while no service-level agreement says otherwise. */
      targetHours : Integer;
}

/** How badly the fault hinders work: H down, M restricted, L hardly. */
entity Urgencies : CodeList {
  key code        : String(1);
      criticality : Criticality;
}

/** What the fault may mean for a patient: none, possible, harm. */
entity PatientImpacts : CodeList {
  key code        : String(10);
      criticality : Criticality;
}

/** ABC indicator of the equipment. */
entity EquipmentImportances : CodeList {
  key code        : String(1);
      criticality : Criticality;
}

/** Device classes say which record a completed service must carry (21 CFR 820.35(b), ISO 13485). */
entity DeviceClasses : CodeList {
  key code             : String(10);
      isMedical        : Boolean default false;
      requiresTestData : Boolean default false;
      requiresUdi      : Boolean default false;
}

entity FaultCategories : CodeList {
  key code                  : String(20);
      urgency               : Association to Urgencies;
      defaultExecutionMode  : Association to ExecutionModes;
}

entity WarrantyStatuses : CodeList {
  key code        : WarrantyCode;
      criticality : Criticality;
}

entity AccountingIndicators : CodeList {
  key code : AccountingCode;
}

entity ResolutionCodes : CodeList {
  key code    : String(20);
      /** False for outcomes that leave the fault in place, such as "no fault found, customer to watch". */
      isFix   : Boolean default true;
}

/** Result of the final test and inspection: passed, failed. */
entity FinalTestResults : CodeList {
  key code        : String(10);
      criticality : Criticality;
}

entity CostTypes : CodeList {
  key code : CostTypeCode;
}

entity OrderTypes : CodeList {
  key code : String(4);
}

entity HoldReasons : CodeList {
  key code          : String(20);
      /** What only the customer can change: the customer is told what we wait for. */
      tellsCustomer : Boolean not null default false;
}

entity CancelReasons : CodeList {
  key code : String(20);
}

entity ReopenReasons : CodeList {
  key code : String(20);
}

/** Why an order follows another one. */
entity PredecessorRelations : CodeList {
  key code : String(20);
}

entity EventTypes : CodeList {
  key code : String(20);
}
